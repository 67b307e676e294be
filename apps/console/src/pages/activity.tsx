import { useState } from 'preact/hooks';
import { FilterFields } from '../activity/filter-fields.tsx';
import { RequestDetail } from '../activity/request-detail.tsx';
import { RequestTable } from '../activity/request-table.tsx';
import { fits, type RequestFilter, useRequests } from '../activity/requests.ts';
import { ActivityTabs } from '../activity/tabs.tsx';
import { TenantActions } from '../activity/tenant-actions.tsx';
import type { SeenRequest } from '../api/client.ts';
import { Empty } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Show } from '../parts/show.tsx';

const everything: RequestFilter = { operation: '', key: '', status: '' };
/** More rows than that make the page slow, and nobody reads them. */
const mostRows = 200;

/** The requests that the tenant answers, as they come. */
export function ActivityPage() {
  const requests = useRequests();
  const [filter, setFilter] = useState(everything);
  const [opened, setOpened] = useState<SeenRequest>();
  return (
    <Page title="Activity" lead="Requests to the API as they come, without their secrets." actions={<TenantActions />}>
      <ActivityTabs current="requests" />
      <Show resource={requests}>
        {(value) =>
          value.length === 0 ? (
            <Empty title="Nobody has called the API yet">
              <p>
                The first call shows up here by itself. Make a key under <a href="#/keys">API keys</a> and paste its
                curl line.
              </p>
            </Empty>
          ) : (
            <>
              <FilterFields filter={filter} requests={value} onChange={setFilter} />
              <Found requests={value.filter((request) => fits(request, filter))} onOpen={setOpened} />
            </>
          )
        }
      </Show>
      {opened && <RequestDetail request={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  );
}

function Found({ requests, onOpen }: { requests: readonly SeenRequest[]; onOpen: (request: SeenRequest) => void }) {
  return (
    <>
      <p class="hint" role="status">
        {countText(requests.length)}
      </p>
      {requests.length > 0 && <RequestTable requests={requests.slice(0, mostRows)} onOpen={onOpen} />}
    </>
  );
}

function countText(count: number): string {
  if (count === 0) return 'No request fits the filter.';
  if (count > mostRows) return `The newest ${mostRows} of ${count} requests.`;
  return count === 1 ? '1 request.' : `${count} requests.`;
}
