import * as client from '@tines-openapi/client';
import * as operations from '@tines-openapi/client/operations';
import * as testing from '@tines-openapi/client/testing';
import { exercise } from './exercise.mjs';

console.log(JSON.stringify(await exercise({ client, operations, testing }, process.argv[2])));
