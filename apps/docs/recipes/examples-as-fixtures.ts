// Every body of the document by operation and status: fixtures that somebody keeps true.
import assert from 'node:assert/strict';
import examples from '@tines-openapi/spec/examples.json' with { type: 'json' };

const [first] = examples.listStories.responses['200'];
assert(first !== undefined);
console.log(first.mediaType, Object.keys(first.value)); // application/json [ 'stories', 'meta' ]
