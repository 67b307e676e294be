curl "$TINES_TENANT_URL/api/v1/stories" -H "Authorization: Bearer $TINES_API_KEY"
curl "$TINES_TENANT_URL/api/v1/stories" -H "X-User-Token: $TINES_API_KEY"
