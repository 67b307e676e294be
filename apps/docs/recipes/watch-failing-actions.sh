#!/usr/bin/env bash
# Prints the actions that do not work, one a line, with the story they belong to.
set -euo pipefail

api() { curl -sS --fail-with-body "$TINES_TENANT_URL/api/v1/$1" -H "Authorization: Bearer $TINES_API_KEY"; }

# Stories first, as listing actions is limited to 100 calls a minute.
api 'stories?include_live_activity=true&per_page=500' |
  jq '.stories[] | select(.not_working_actions_count > 0) | .id' |
  while read -r story_id; do
    api "actions?story_id=$story_id&include_live_activity=true&per_page=500" |
      jq -c --argjson story "$story_id" '.agents[] | select(.not_working == true) | {story: $story, id, name}'
  done
