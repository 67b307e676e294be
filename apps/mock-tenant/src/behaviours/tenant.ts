import type { Behaviours } from './types.ts';

export const tenantBehaviours: Behaviours = {
  getTenantInfo: () => ({
    status: 200,
    body: {
      stack: { name: 'eu-shared-2', type: 'shared', region: 'eu-west-1', egress_ips: ['192.0.2.14', '192.0.2.15'] },
    },
  }),
};
