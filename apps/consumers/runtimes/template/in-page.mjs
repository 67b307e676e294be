import * as client from '@tines-openapi/client';
import * as operations from '@tines-openapi/client/operations';
import * as testing from '@tines-openapi/client/testing';
import { exercise } from './exercise.mjs';

const result = await exercise({ client, operations, testing }, location.origin).catch((error) => ({
  error: `${error.stack}`,
}));
await fetch('/result', { method: 'POST', body: JSON.stringify(result) });
