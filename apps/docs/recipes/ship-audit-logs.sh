#!/usr/bin/env bash
# Prints audit log entries since a time, one JSON object a line, and then remembers where to go on.
set -euo pipefail

state=${1:?a file that keeps the time}
after=$(cat "$state" 2>/dev/null || echo 1970-01-01T00:00:00Z)
# Both ends are closed, so rows that arrive while this runs move no page. They come with the next run.
before=$(date -u +%Y-%m-%dT%H:%M:%SZ)

page=1
while [ "$page" != null ]; do
  answer=$(curl -sS --fail-with-body \
    "$TINES_TENANT_URL/api/v1/audit_logs?after=$after&before=$before&per_page=500&page=$page" \
    -H "Authorization: Bearer $TINES_API_KEY")
  jq -c '.audit_logs[]' <<<"$answer"
  page=$(jq '.meta.next_page_number' <<<"$answer")
done
echo "$before" >"$state"
