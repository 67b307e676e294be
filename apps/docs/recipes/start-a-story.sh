#!/usr/bin/env bash
# Starts a story through its webhook and waits for the run that this begins.
set -euo pipefail

story_id=${1:?the id of a story}
action_id=${2:?the id of its webhook action}
api() { curl -sS --fail-with-body "$TINES_TENANT_URL/api/v1/$1" -H "Authorization: Bearer $TINES_API_KEY"; }

# The address is a secret of its own, so it is read when it is needed.
options=$(api "actions/$action_id" | jq '.options')
webhook="$TINES_TENANT_URL/webhook/$(jq -r .path <<<"$options")/$(jq -r .secret <<<"$options")"
before=$(api "stories/$story_id/runs?per_page=1" | jq -r '.story_runs[0].guid')

# No key goes here: the webhook may belong to somebody else's hands tomorrow.
curl -sS --fail-with-body "$webhook" -H 'Content-Type: application/json' \
  -d '{"subject": "Invoice from a new sender", "links": ["https://invoice-portal.example/r/8812"]}' >&2

for _ in $(seq 30); do
  run=$(api "stories/$story_id/runs?per_page=1" | jq -r '.story_runs[0].guid')
  if [ "$run" != "$before" ]; then
    api "stories/$story_id/runs/$run" | jq -c .
    exit 0
  fi
  sleep 1
done
echo 'No run began within 30 seconds.' >&2
exit 1
