# The next two calls fail, as they will in production some day; then the tenant is well again.
curl http://127.0.0.1:4010/_mock/faults -H 'Content-Type: application/json' \
  -d '{"kind": "status", "status": 503, "times": 2}'

# A day later: the clock stands still unless you move it.
curl -X POST http://127.0.0.1:4010/_mock/clock/advance -H 'Content-Type: application/json' -d '{"seconds": 86400}'

# A key of your own. Its secret is in this answer and nowhere else.
curl http://127.0.0.1:4010/_mock/keys -H 'Content-Type: application/json' \
  -d '{"type": "team", "name": "CI", "team_id": 1101, "role": "VIEWER"}'

# Keep the tenant as it is now.
curl http://127.0.0.1:4010/_mock/snapshot > "${1:-tenant.json}"
