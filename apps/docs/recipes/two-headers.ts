import { createTinesClient } from '@tines-openapi/client';

const tenant = process.env.TINES_TENANT_URL ?? '';
const key = process.env.TINES_API_KEY ?? '';

const newer = createTinesClient({ tenant, auth: { bearer: key } });
const older = createTinesClient({ tenant, auth: { userToken: key } });

for (const client of [newer, older]) {
  const { response } = await client.GET('/api/v1/info');
  console.log(response?.status);
}
