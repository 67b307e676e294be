#!/usr/bin/env bash
# A lock between stories, scripts and pipelines: only one of them gets to replace `free` by its own name.
set -euo pipefail

# The value of the resource is an object that says {"holder": "free"}.
resource_id=${1:?the id of the resource}
holder=${2:?your name}
swap() { curl -sS -o answer.json -w '%{http_code}' -X POST "$TINES_TENANT_URL/api/v1/global_resources/$resource_id/replace" \
  -H "Authorization: Bearer $TINES_API_KEY" -H 'Content-Type: application/json' \
  -d "{\"key\": \"holder\", \"value\": \"$2\", \"if_value\": \"$1\"}"; }

status=$(swap free "$holder")
if [ "$status" = 422 ]; then
  echo 'Somebody else has the lock.' >&2
  exit 75
fi
[ "$status" = 200 ] || { echo "Taking the lock answered $status." >&2; exit 1; }

echo "$holder works alone"

# Giving back names the holder, so that nobody frees the lock of another.
[ "$(swap "$holder" free)" = 200 ]
