import type { FaultKind } from '../kind.ts';

/** The link to the next page leads to this page again, and a cursor comes back as it went. */
export const repeatedPage: FaultKind<Record<never, never>> = {
  properties: {},
  change(_, answer) {
    const body = structuredClone(answer.body) as { meta?: Meta; page?: { next_page_token?: string } } | undefined;
    if (body?.meta?.current_page) {
      const page = Number(new URL(body.meta.current_page).searchParams.get('page') ?? 1);
      Object.assign(body.meta, { next_page: body.meta.current_page, next_page_number: page });
    }
    if (body?.page) body.page.next_page_token = 'the-same-cursor-again';
    return { ...answer, body };
  },
};

interface Meta {
  current_page?: string;
}
