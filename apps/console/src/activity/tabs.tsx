/** The two views of what happened: requests as they come, and the audit log as the API shows it. */
export function ActivityTabs({ current }: { current: 'requests' | 'audit-log' }) {
  return (
    <nav aria-label="Activity" class="tabs">
      <ul>
        <li>
          <a class="tab" href="#/activity" aria-current={current === 'requests' ? 'page' : undefined}>
            Requests
          </a>
        </li>
        <li>
          <a class="tab" href="#/activity/audit-log" aria-current={current === 'audit-log' ? 'page' : undefined}>
            Audit log
          </a>
        </li>
      </ul>
    </nav>
  );
}
