# In a clone: a copy of the document that names the mock tenant as its server, for tools that call what a document names.
npx --yes pnpm@12 --filter @tines-openapi/spec exec redocly bundle dist/openapi.json \
  --overlay overlays/mock-tenant.yaml --output "${1:-openapi-mock.json}"

# One of the jobs, run as its file describes it. The key is an input of the form password, so the output masks it.
export REDOCLY_CLI_RESPECT_INPUT="apiKey=$TINES_API_KEY,teamId=1101"
npx --yes pnpm@12 --filter @tines-openapi/spec exec redocly respect arazzo/inventory-credentials.yaml \
  --server "tines=$TINES_TENANT_URL"
