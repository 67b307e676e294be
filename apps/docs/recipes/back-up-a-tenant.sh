#!/usr/bin/env bash
# Writes every story that the key can see into a folder, fit for git: nothing in a file changes unless the story did.
set -euo pipefail

folder=${1:?a folder}
mkdir -p "$folder"
api() { curl -sS --fail-with-body "$TINES_TENANT_URL/api/v1/$1" -H "Authorization: Bearer $TINES_API_KEY"; }

page=1
while [ "$page" != null ]; do
  answer=$(api "stories?per_page=500&page=$page")
  for id in $(jq '.stories[].id' <<<"$answer"); do
    # Webhook addresses let anybody start the story, so they are masked. The order of agents stays: links point by position.
    api "stories/$id/export?randomize_urls=false&clear_recipients=true" |
      jq 'del(.exported_at) | (.agents[]?.options | select(has("secret"))) |= (.path = "masked" | .secret = "masked")' \
        >"$folder/story-$id.json"
  done
  page=$(jq '.meta.next_page_number' <<<"$answer")
done
