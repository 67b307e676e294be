import type { SeenRequest } from '../api/client.ts';
import { Badge, StatusBadge, TypeBadge } from '../parts/badge.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { timeText } from '../parts/text.ts';
import { findingsOf } from './requests.ts';

const schemeNames = { bearer: 'Authorization', user_token: 'X-User-Token' } as const;

/** Requests, newest first. The operation is a button that opens the whole exchange. */
export function RequestTable({
  requests,
  onOpen,
}: {
  requests: readonly SeenRequest[];
  onOpen: (request: SeenRequest) => void;
}) {
  return (
    <Scroller kind="table-place" label="Requests, newest first">
      <table>
        <thead>
          <tr>
            <th scope="col" class="wide-only">
              Time
            </th>
            <th scope="col">Operation</th>
            <th scope="col">Principal</th>
            <th scope="col" class="wide-only">
              Scheme
            </th>
            <th scope="col">Status</th>
            <th scope="col" class="wide-only">
              Document
            </th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <tr key={request.id}>
              <td class="wide-only figures">{timeText(request.at)}</td>
              <td>
                <button type="button" class="link" onClick={() => onOpen(request)}>
                  {request.operationId ?? 'No operation'}
                </button>
                <span class="path">
                  {request.method} {request.path}
                </span>
              </td>
              <td>
                {request.principal ?? 'Nobody'} {request.keyType && <TypeBadge type={request.keyType} />}
              </td>
              <td class="wide-only">{request.scheme ? schemeNames[request.scheme] : 'None'}</td>
              <td>
                <StatusBadge status={request.status} />
              </td>
              <td class="wide-only">
                <Verdict request={request} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function Verdict({ request }: { request: SeenRequest }) {
  const { length } = findingsOf(request);
  if (request.operationId === null) return <>Not judged</>;
  return length === 0 ? <>Fits</> : <Badge tone="warn">{length === 1 ? '1 finding' : `${length} findings`}</Badge>;
}
