#!/usr/bin/env bash
# Reads every page of a list and prints one item a line.
set -euo pipefail

page=1
while [ "$page" != null ]; do
  answer=$(curl -sS --fail-with-body "$TINES_TENANT_URL/api/v1/audit_logs?per_page=500&page=$page" \
    -H "Authorization: Bearer $TINES_API_KEY")
  jq -c '.audit_logs[] | {id, operation_name, created_at}' <<<"$answer"
  page=$(jq '.meta.next_page_number' <<<"$answer")
done
