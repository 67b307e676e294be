const urls = process.env.MOCK_TENANT_URLS.split(' ');
const url = urls[Number(process.env.JEST_WORKER_ID) - 1];
process.env.TINES_TENANT_URL = url;

beforeEach(() => fetch(`${url}/_mock/reset`, { method: 'POST' }));
