const client = require('@tines-openapi/client');
const operations = require('@tines-openapi/client/operations');
const testing = require('@tines-openapi/client/testing');
const { fromEnvironment } = require('@tines-openapi/client/node');

fromEnvironment({ TINES_TENANT: 'acme', TINES_API_KEY: 'k' });
import('./exercise.mjs')
  .then(({ exercise }) => exercise({ client, operations, testing }, process.argv[2]))
  .then((result) => console.log(JSON.stringify(result)));
