#!/usr/bin/env bash
# Prints who is a member of which team with which role, and the credentials that no action uses.
set -euo pipefail

api() { curl -sS --fail-with-body "$TINES_TENANT_URL/api/v1/$1" -H "Authorization: Bearer $TINES_API_KEY"; }

api 'teams?per_page=500' | jq -c '.teams[] | [.id, .name]' | while read -r team; do
  api "teams/$(jq '.[0]' <<<"$team")/members?per_page=500" |
    jq -r --argjson team "$team" '.members[] | [$team[1], .email, .role] | @tsv'
done

echo 'Credentials that no action uses:'
api 'user_credentials?filter=UNUSED_IN_ACTIONS&per_page=500' | jq -r '.user_credentials[] | [.id, .name, .mode] | @tsv'
