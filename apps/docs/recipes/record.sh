# A proxy in front of the tenant writes down what your program sends and gets, until it is interrupted.
export TINES_TENANT="$TINES_TENANT_URL" TINES_API_URL="http://127.0.0.1:${PORT:-4040}"
node packages/contract/dist/cli.js record --har "${1:-recorded.har}" --port "${PORT:-4040}" &
until curl -s -o /dev/null "$TINES_API_URL"; do sleep 0.2; done

# Your program goes here. It calls the proxy as if it were the tenant.
curl "$TINES_API_URL/api/v1/stories" -H "Authorization: Bearer $TINES_API_KEY"

kill %1
wait %1

# No key and no cookie is in the file. Hold it against the document, today or in a year.
node packages/contract/dist/cli.js drift --har "${1:-recorded.har}"
