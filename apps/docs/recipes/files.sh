#!/usr/bin/env bash
# Attaches a file to a case and reads it back.
set -euo pipefail

case_id=${1:?the id of a case}
file=${2:?a file}

jq -n --arg filename "$(basename "$file")" --arg contents "$(base64 <"$file" | tr -d '\n')" \
  '{filename: $filename, file_contents: $contents}' |
  curl -sS --fail-with-body "$TINES_TENANT_URL/api/v2/cases/$case_id/files" \
    -H "Authorization: Bearer $TINES_API_KEY" -H 'Content-Type: application/json' --data-binary @- >attached.json

curl -sS --fail-with-body "$TINES_TENANT_URL/api/v2/cases/$case_id/files/$(jq .id attached.json)/download" \
  -H "Authorization: Bearer $TINES_API_KEY"
