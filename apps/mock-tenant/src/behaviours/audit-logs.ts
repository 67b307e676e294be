import { paginate } from './paging.ts';
import type { Behaviours } from './types.ts';

export const auditLogBehaviours: Behaviours = {
  listAuditLogs({ state, query, request }) {
    const users = query['user_id[]'];
    const names = query['operation_name[]'];
    const found = state.auditLogs
      .all()
      .filter((entry) => query.before === undefined || Date.parse(entry.created_at) < Date.parse(query.before))
      .filter((entry) => query.after === undefined || Date.parse(entry.created_at) > Date.parse(query.after))
      .filter((entry) => users === undefined || users.includes(entry.user_id))
      .filter((entry) => names === undefined || names.includes(entry.operation_name))
      .reverse();
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { audit_logs: rows, meta } };
  },
};
