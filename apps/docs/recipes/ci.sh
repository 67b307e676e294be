#!/usr/bin/env bash
# In a pipeline: a mock tenant in the background, your tests against it, and an end to it whatever happens.
set -euo pipefail

npx --yes pnpm@12 build
node apps/mock-tenant/dist/cli.js --port "${PORT:-4010}" --quiet &
trap "kill $!" EXIT
until curl -sf "http://127.0.0.1:${PORT:-4010}/_mock/health"; do sleep 0.2; done

export TINES_TENANT_URL="http://127.0.0.1:${PORT:-4010}" TINES_API_KEY=team-editor-demo-key
"${@:-true}"
