curl http://127.0.0.1:4010/_mock/requests
curl -X POST http://127.0.0.1:4010/_mock/reset
