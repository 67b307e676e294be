#!/usr/bin/env bash
# Takes a story from one tenant to another, or from one team to another, and names the result so that there is a way back.
set -euo pipefail

story_id=${1:?the id of the story}
team_id=${2:?the id of the team that gets it}
: "${TARGET_TENANT_URL:?}" "${TARGET_API_KEY:?}"

curl -sS --fail-with-body "$TINES_TENANT_URL/api/v1/stories/$story_id/export?randomize_urls=false&clear_recipients=true" \
  -H "Authorization: Bearer $TINES_API_KEY" >export.json

# versionReplace updates the story of the same name. The name decides, not the id.
imported=$(jq --argjson team "$team_id" '{new_name: .name, data: ., team_id: $team, mode: "versionReplace"}' export.json |
  curl -sS --fail-with-body "$TARGET_TENANT_URL/api/v1/stories/import" \
    -H "Authorization: Bearer $TARGET_API_KEY" -H 'Content-Type: application/json' --data-binary @-)

curl -sS --fail-with-body "$TARGET_TENANT_URL/api/v1/stories/$(jq .id <<<"$imported")/versions" \
  -H "Authorization: Bearer $TARGET_API_KEY" -H 'Content-Type: application/json' \
  -d '{"name": "Promoted"}' | jq -c .
