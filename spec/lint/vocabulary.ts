// Every word that the marks and the house style allow, in one place. The rights stand in access.yaml, as others read them too.

/** Keys of an operation in the order in which a reader wants them. */
export const operationKeys = [
  'operationId',
  'summary',
  'description',
  'tags',
  'deprecated',
  'x-sunset',
  'security',
  'x-evidence',
  'x-access',
  'x-availability',
  'x-pagination',
  'x-rate-limit',
  'x-idempotent',
  'parameters',
  'requestBody',
  'responses',
] as const;

/** Keys of a path item: what its operations share, then the methods from reading to deleting. */
export const pathItemKeys = ['parameters', 'get', 'put', 'post', 'patch', 'delete'] as const;

/** How sure we are, from the surest down. */
export const evidenceLevels = ['documented', 'observed', 'inferred', 'assumed'] as const;

/** Rate limit classes with their requests a minute. */
export const rateLimits = {
  default: 5000,
  actions: 100,
  admin_users: 500,
  audit_logs: 1000,
  records: 400,
  record_queries: 200,
  webhooks: 1000,
} as const;

/** What a tenant must have for an operation to be there. */
export const availabilityWords = [
  'cases',
  'records',
  'change_control',
  'scim',
  'custom_roles',
  'ai',
  'dashboards',
  'workbench',
  'self_hosted',
  'dedicated',
  'cloud',
  'enterprise',
  'feature_flag',
] as const;

/** The query parameters by which each style of paging is known. */
export const paginationStyles = {
  page: ['page', 'per_page'],
  cursor: ['after', 'limit', 'cursor', 'next_page_token'],
} as const;

/** Statuses that every operation describes. */
export const errorStatuses = ['401', '403', '404', '429', '500'] as const;

/** Statuses of an operation that takes a body or a query. */
export const inputErrorStatuses = ['400', '422'] as const;

/** Statuses that only an operation with a key can answer. */
export const keyErrorStatuses = ['401', '403'] as const;

/** Verbs with which a summary may start. Add one only where none of these says it. */
export const verbs = [
  'Add',
  'Aggregate',
  'Append',
  'Approve',
  'Archive',
  'Assign',
  'Attach',
  'Batch',
  'Cancel',
  'Change',
  'Check',
  'Clear',
  'Clone',
  'Close',
  'Convert',
  'Count',
  'Create',
  'Deactivate',
  'Delete',
  'Describe',
  'Detach',
  'Disable',
  'Discard',
  'Download',
  'Duplicate',
  'Emit',
  'Enable',
  'End',
  'Expire',
  'Export',
  'Fetch',
  'Find',
  'Generate',
  'Get',
  'Grant',
  'Import',
  'Invite',
  'Join',
  'Link',
  'List',
  'Mark',
  'Merge',
  'Move',
  'Patch',
  'Preview',
  'Promote',
  'Publish',
  'Query',
  'React',
  'Read',
  'Register',
  'Reject',
  'Remove',
  'Rename',
  'Render',
  'Reopen',
  'Reorder',
  'Replace',
  'Request',
  'Resend',
  'Reset',
  'Restore',
  'Retry',
  'Revoke',
  'Rotate',
  'Run',
  'Search',
  'Send',
  'Set',
  'Share',
  'Show',
  'Start',
  'Stop',
  'Submit',
  'Subscribe',
  'Switch',
  'Sync',
  'Test',
  'Transfer',
  'Trigger',
  'Turn',
  'Unassign',
  'Unlink',
  'Unsubscribe',
  'Update',
  'Upload',
  'Upsert',
  'View',
] as const;
