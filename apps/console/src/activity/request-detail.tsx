import type { SeenRequest } from '../api/client.ts';
import { StatusBadge } from '../parts/badge.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Facts } from '../parts/facts.tsx';
import { Json } from '../parts/json.tsx';
import { dayText, timeText } from '../parts/text.ts';
import { findingsOf } from './requests.ts';

/** One exchange, without its secrets, and what in it did not fit the document. */
export function RequestDetail({ request, onClose }: { request: SeenRequest; onClose: () => void }) {
  const { id, at, method, path, query, headers, body, status, answer, answeredBy, fault, duration } = request;
  const queryText = new URLSearchParams(query).toString();
  return (
    <Dialog title={request.operationId ?? 'No operation'} place="side" onClose={onClose}>
      <p class="exchange-line">
        <code>
          {method} {path}
          {queryText !== '' && `?${queryText}`}
        </code>{' '}
        <StatusBadge status={status} />
      </p>
      <Facts
        of={[
          ['Number', id],
          ['Time', `${dayText(at)}, ${timeText(at)} UTC`],
          ['Principal', request.principal ?? 'Nobody'],
          ['Answered by', fault === null ? answeredBy : `the fault ${fault}`],
          ['Took', `${duration.toFixed(1)} ms`],
        ]}
      />
      <Findings request={request} />
      <h3>Request</h3>
      <Json label="Headers of the request" value={headers} />
      {body !== undefined && <Json label="Body of the request" value={body} />}
      <h3>Answer</h3>
      {answer === null ? <p class="hint">Without a body.</p> : <Json label="Body of the answer" value={answer} />}
    </Dialog>
  );
}

function Findings({ request }: { request: SeenRequest }) {
  const findings = findingsOf(request);
  if (findings.length === 0) return null;
  return (
    <>
      <h3>Does not fit the document</h3>
      <ul class="findings">
        {findings.map(({ part, pointer, message }) => (
          <li key={`${part}${pointer}${message}`}>
            <code>{pointer === '' ? '/' : pointer}</code> in the {part}: {message}
          </li>
        ))}
      </ul>
    </>
  );
}
