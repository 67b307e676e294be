node packages/contract/dist/cli.js run --cases apps/docs/recipes/own-cases.json
