#!/usr/bin/env bash
# Opens a case for an alert unless there is one, comments, and closes it.
set -euo pipefail

team_id=${1:?the id of the team}
alert=${2:?the number of the alert}
call() { curl -sS --fail-with-body -X "$1" "$TINES_TENANT_URL/api/v2/$2" -H "Authorization: Bearer $TINES_API_KEY" \
  -H 'Content-Type: application/json' ${3:+-d "$3"}; }

# A POST whose answer is lost may have worked, so look for the number of the alert first.
found=$(call GET "cases?team_id=$team_id&per_page=500" |
  jq --arg alert "$alert" 'first(.cases[] | select(.metadata.alert == $alert) | .case_id) // empty')
if [ -z "$found" ]; then
  found=$(call POST cases "{\"team_id\": $team_id, \"name\": \"Alert $alert\", \"priority\": \"high\", \"metadata\": {\"alert\": \"$alert\"}}" |
    jq .case_id)
fi

call POST "cases/$found/comments" '{"value": "Two more reports came in this morning."}' >comment.json
call PUT "cases/$found/metadata" '{"metadata": {"ticket": "HELP-2207"}}' >metadata.json
call PUT "cases/$found" '{"status": "closed"}' | jq -c '{case_id, status}'
