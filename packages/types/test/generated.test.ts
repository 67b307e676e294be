import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import document from '@tines-openapi/spec/openapi.json' with { type: 'json' };
import type { AuditLog, CreateStoryRequest, ErrorBody, paths, Story, StoryList } from '@tines-openapi/types';
import * as enums from '@tines-openapi/types/enums';
import {
  documentReadOn,
  documentVersion,
  type OperationId,
  type OperationRoutes,
  operations,
  type PaginatedPaths,
} from '@tines-openapi/types/operations';
import { describe, expect, expectTypeOf, test } from 'vitest';

const source = readFileSync(new URL('../dist/index.d.ts', import.meta.url), 'utf8');

describe('the types', () => {
  test('name every schema of the document', () => {
    const missing = Object.keys(document.components.schemas).filter(
      (name) => !source.includes(`export type ${name} =`),
    );
    expect(missing).toEqual([]);
  });

  test('hold no object that nothing can be assigned to', () => {
    const empty = [...source.matchAll(/^.*Record<string, never>.*$/gm)].map(([line]) => line.trim());
    expect(empty).toEqual([]);
  });

  test('are never joined with unknown, which would swallow them', () => {
    expect(source.match(/\| unknown\b(?!\[)/g)).toBeNull();
  });

  test('keep null and missing apart', () => {
    expectTypeOf<Story['description']>().toEqualTypeOf<string | null>();
    expectTypeOf<Story['monitor_failures']>().toEqualTypeOf<boolean | undefined>();
    expectTypeOf<StoryList['stories']>().toEqualTypeOf<Story[]>();
  });

  test('leave a field with a default to the server', () => {
    expectTypeOf<CreateStoryRequest['disabled']>().toEqualTypeOf<boolean | undefined>();
    const smallest: CreateStoryRequest = { team_id: 1101 };
    expect(smallest).toBeDefined();
  });

  test('take a new value of an open enumeration', () => {
    const name: AuditLog['operation_name'] = 'SomethingOfNextYear';
    expect(name).toBeDefined();
  });

  test('refuse a value outside a closed enumeration', () => {
    // @ts-expect-error not one of the modes
    const mode: Story['mode'] = 'DRAFT';
    expect(mode).toBeDefined();
  });

  test('know each shape of an error', () => {
    const shapes: ErrorBody[] = [
      { error: 'text' },
      { errors: [{ message: 'text' }] },
      [{ message: 'text', details: 'field' }],
      { error: { type: 'bad_request', message: 'text' } },
    ];
    expect(shapes).toHaveLength(4);
  });

  test('join paths with their operations', () => {
    type Listed = paths['/api/v1/stories']['get']['responses'][200]['content']['application/json'];
    expectTypeOf<Listed>().toEqualTypeOf<StoryList>();
  });
});

describe('the table of operations', () => {
  test('has every operation once, with its marks', () => {
    const ids = operations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(operations.find(({ id }) => id === 'listStories')).toEqual({
      id: 'listStories',
      method: 'get',
      path: '/api/v1/stories',
      section: 'Stories',
      summary: 'List stories',
      evidence: 'documented',
      right: 'story.read',
      pagination: { style: 'page', items: 'stories' },
      rateLimit: { class: 'default', perMinute: 5000 },
      idempotent: true,
    });
    expect(operations.find(({ id }) => id === 'createStory')?.idempotent).toBe(false);
    expectTypeOf<'listStories'>().toExtend<OperationId>();
  });

  test('carries the version and the date of the document', () => {
    expect({ documentVersion, documentReadOn }).toEqual({
      documentVersion: document.info.version,
      documentReadOn: document.info['x-read-on'],
    });
  });
});

test('enumerations are there at run time, under import and require', () => {
  expect(enums.StoryMode).toEqual(['LIVE', 'TEST']);
  expect(enums.AuditLogOperationName).toContain('StoryCreation');
  const required = createRequire(import.meta.url)('@tines-openapi/types/enums');
  expect({ ...required }).toEqual({ ...enums });
});

test('version and date of the document are stamped into the packages that are made from it, and are the same in all', () => {
  const stamp = { document: document.info.version, readOn: document.info['x-read-on'] };
  const manifests = ['../package.json', '../../client/package.json'].map((file) =>
    JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')),
  );
  expect(manifests.map(({ tinesOpenapi }) => tinesOpenapi)).toEqual(manifests.map(() => stamp));
});

test('the routes and the lists of the table are there as types', () => {
  expectTypeOf<OperationRoutes['getStory']>().toEqualTypeOf<{
    readonly method: 'get';
    readonly path: '/api/v1/stories/{story_id}';
  }>();
  expectTypeOf<PaginatedPaths['/api/v1/stories']['items']>().toEqualTypeOf<'stories'>();
  const declared = readFileSync(new URL('../dist/operations.d.ts', import.meta.url), 'utf8');
  for (const { id, path, pagination } of operations) {
    expect(declared).toContain(`readonly ${id}: {`);
    expect(declared.includes(`readonly '${path}': { readonly method`)).toBe(isList(path));
    if (pagination) expect(isList(path)).toBe(true);
  }
});

const isList = (path: string) => operations.some((operation) => operation.path === path && operation.pagination);
