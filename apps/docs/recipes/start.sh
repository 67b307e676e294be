curl http://127.0.0.1:4010/api/v1/events/ -H 'x-user-token: team-viewer-demo-key'
curl http://127.0.0.1:4010/api/v1/events/ -H 'Authorization: Bearer team-viewer-demo-key'
curl http://127.0.0.1:4010/api/v1/stories -H 'Authorization: Bearer team-viewer-demo-key' \
  -H 'Content-Type: application/json' -d '{"team_id": 1101, "name": "My first story"}'
