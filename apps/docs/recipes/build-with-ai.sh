#!/usr/bin/env bash
# What a language model does to build a story: find the team, make the story, add actions, link them.
set -euo pipefail

get() { curl -sS --fail-with-body "$TINES_TENANT_URL/api/v1/$1" -H "Authorization: Bearer $TINES_API_KEY"; }
post() { curl -sS --fail-with-body "$TINES_TENANT_URL/api/v1/$1" -H "Authorization: Bearer $TINES_API_KEY" \
  -H 'Content-Type: application/json' -d "$2"; }

# Never guess a team id: an unknown one can put the story where nobody finds it.
team_id=$(get 'teams?per_page=500' | jq '.teams[0].id')
story_id=$(post stories "{\"team_id\": $team_id, \"name\": \"Report intake\"}" | jq .id)

# The type is the whole class name; short names are refused with 422.
webhook_id=$(post actions "{\"story_id\": $story_id, \"name\": \"Receive report\", \"type\": \"Agents::WebhookAgent\",
  \"position\": {\"x\": 0, \"y\": 0}, \"options\": {\"path\": \"report-intake\", \"secret\": \"choose-your-own\", \"verbs\": \"post\"}}" | jq .id)
post actions "{\"story_id\": $story_id, \"name\": \"Pick the links\", \"type\": \"Agents::EventTransformationAgent\",
  \"position\": {\"x\": 0, \"y\": 150}, \"source_ids\": [$webhook_id],
  \"options\": {\"mode\": \"message_only\", \"payload\": {\"links\": \"<<receive_report.body.links>>\"}}}" >second.json

get "actions?story_id=$story_id" | jq -c '.agents[] | {id, name, type}'
