import { expect, test } from 'vitest';
import { findings, withSchema } from '../test-kit.ts';

test.each(['properties: {}', 'additionalProperties: true', "allOf: [{ $ref: '#/components/schemas/Story' }]"])(
  'an object that says "%s" passes',
  async (keys) => {
    expect(await findings('no-bare-object', withSchema(`type: object\n${keys}`))).toEqual([]);
  },
);

test.each(['type: object', 'type: [object, array]', "type: [object, 'null']\ndescription: Anything."])(
  'the bare "%s" is refused',
  async (keys) => {
    expect(await findings('no-bare-object', withSchema(keys))).toEqual([
      'openapi.yaml:10 The object does not say what is in it. State `properties`, or `additionalProperties: true` where any keys may come.',
    ]);
  },
);
