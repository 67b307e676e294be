import { useState } from 'preact/hooks';
import { ActivityTabs } from '../activity/tabs.tsx';
import { TenantActions } from '../activity/tenant-actions.tsx';
import { type AuditEntry, api, outcomeOf } from '../api/client.ts';
import { useResource } from '../api/resource.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Json } from '../parts/json.tsx';
import { Empty } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { Show } from '../parts/show.tsx';
import { dateText } from '../parts/text.ts';

/** The audit log as the API shows it to whom it belongs. */
export function AuditPage() {
  const [log] = useResource(() => outcomeOf(api.GET('/_mock/audit_logs')));
  const [opened, setOpened] = useState<AuditEntry>();
  return (
    <Page
      title="Audit log"
      lead="Who did what, as GET /api/v1/audit_logs shows it. A key stands under the name of whom it acts as."
      actions={<TenantActions />}
    >
      <ActivityTabs current="audit-log" />
      <Show resource={log}>
        {({ audit_logs }) =>
          audit_logs.length === 0 ? (
            <Empty title="Nothing was done yet" />
          ) : (
            <AuditTable entries={audit_logs} onOpen={setOpened} />
          )
        }
      </Show>
      {opened && (
        <Dialog title={opened.operation_name} place="side" onClose={() => setOpened(undefined)}>
          <Json label="Entry" value={opened} />
        </Dialog>
      )}
    </Page>
  );
}

function AuditTable({ entries, onOpen }: { entries: readonly AuditEntry[]; onOpen: (entry: AuditEntry) => void }) {
  return (
    <Scroller kind="table-place" label="Entries, newest first">
      <table>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Operation</th>
            <th scope="col">Who</th>
            <th scope="col" class="wide-only">
              From
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td class="figures">{dateText(entry.created_at)}</td>
              <td>
                <button type="button" class="link" onClick={() => onOpen(entry)}>
                  {entry.operation_name}
                </button>
              </td>
              <td>
                {entry.user_name} <span class="path">{entry.user_email}</span>
              </td>
              <td class="wide-only figures">{entry.request_ip}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
