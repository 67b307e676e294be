#!/usr/bin/env bash
# Makes a team with a folder and a resource in it, or leaves alone what is there already.
set -euo pipefail

team=${1:?the name of the team}
get() { curl -sS --fail-with-body "$TINES_TENANT_URL/api/v1/$1" -H "Authorization: Bearer $TINES_API_KEY"; }
post() { curl -sS --fail-with-body "$TINES_TENANT_URL/api/v1/$1" -H "Authorization: Bearer $TINES_API_KEY" \
  -H 'Content-Type: application/json' -d "$2"; }
# There is no look-up by name: list, compare, and create what is missing.
id_of() { get "$1" | jq --arg name "$3" "first(.$2[] | select(.name == \$name) | .id) // empty"; }

team_id=$(id_of 'teams?per_page=500' teams "$team")
if [ -z "$team_id" ]; then
  team_id=$(post teams "$(jq -n --arg name "$team" '{name: $name}')" | jq .id)
fi

folder_id=$(id_of "folders?team_id=$team_id&per_page=500" folders Lists)
if [ -z "$folder_id" ]; then
  folder_id=$(post folders "{\"name\": \"Lists\", \"team_id\": $team_id, \"content_type\": \"RESOURCE\"}" | jq .id)
fi

resource_id=$(id_of "global_resources?team_id=$team_id&per_page=500" global_resources 'Blocked domains')
if [ -z "$resource_id" ]; then
  resource_id=$(post global_resources \
    "{\"name\": \"Blocked domains\", \"value\": [], \"team_id\": $team_id, \"folder_id\": $folder_id}" | jq .id)
fi
echo "team $team_id, folder $folder_id, resource $resource_id"
