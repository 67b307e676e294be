import { createTinesClient } from '@tines-openapi/client';

const client = createTinesClient({
  tenant: process.env.TINES_TENANT_URL ?? '',
  auth: process.env.TINES_API_KEY ?? '',
  retry: { attempts: 5 },
});

// A search changes nothing, so this POST may be sent again.
const { data, error } = await client.POST('/api/v3/cases/search', { body: {}, retry: true });
if (error) throw error;
console.log(data);
