import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import { asNode, follow, isNode, type Node, propertiesOf, queryNames, quoted } from '../support.ts';
import { paginationStyles } from '../vocabulary.ts';

const styles = Object.keys(paginationStyles);

/** A list that is read in parts names its style of paging and the key under which the items come. */
export const paginationMark: Oas3Rule = () => ({
  Operation(operation, ctx) {
    const mark: unknown = asNode(operation)['x-pagination'];
    const query = queryNames(ctx, asNode(operation));
    const at = ctx.location.child('x-pagination');
    if (mark === undefined) {
      if (!paginationStyles.page.every((name) => query.includes(name))) return;
      ctx.report({
        message:
          'The operation takes `page` and `per_page` and has no mark. Add `x-pagination: { style: page, items: <key of the list> }`.',
        location: ctx.location.key(),
      });
      return;
    }
    if (!isNode(mark) || Object.keys(mark).sort().join() !== 'items,style') {
      ctx.report({
        message: '`x-pagination` holds `style` and `items` and nothing else. Write `{ style: page, items: stories }`.',
        location: at,
      });
      return;
    }
    if (!styles.includes(String(mark.style))) {
      ctx.report({
        message: `\`${String(mark.style)}\` is no style of paging. Use one of ${quoted(styles)}.`,
        location: at.child('style'),
      });
    }
    const lists = listsOfAnswer(asNode(operation), ctx);
    if (lists && !lists.includes(String(mark.items))) {
      ctx.report({
        message: `The answer has no list under \`${String(mark.items)}\`. Name the key of the items: ${quoted(lists) || 'there is no list in the answer at all'}.`,
        location: at.child('items'),
      });
    }
  },
});

// The keys of the 200 answer that hold a list. Undefined where the schema cannot be read, which other rules report.
function listsOfAnswer(operation: Node, ctx: UserContext): string[] | undefined {
  const responses = operation.responses;
  const answer = isNode(responses) ? follow(ctx, responses['200']) : undefined;
  if (!answer || !isNode(answer.node.content)) return undefined;
  const [media] = Object.entries(answer.node.content)
    .filter(([type]) => type.includes('json'))
    .map(([, value]) => value);
  const schema = isNode(media) ? follow(ctx, media.schema, answer.from) : undefined;
  if (!schema) return undefined;
  return [...propertiesOf(ctx, schema)]
    .filter(([, property]) => property.node.type === 'array' || listHas(property.node.type, 'array'))
    .map(([name]) => name);
}

function listHas(list: unknown, value: string): boolean {
  return Array.isArray(list) && list.includes(value);
}
