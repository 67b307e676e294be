/** One tenant for each worker of Jest. Their addresses reach the workers through the environment. */
module.exports = async ({ maxWorkers }) => {
  const { startMockTenant } = await import('@tines-openapi/mock-tenant');
  const tenants = await Promise.all(Array.from({ length: maxWorkers }, () => startMockTenant()));
  globalThis.mockTenants = tenants;
  process.env.MOCK_TENANT_URLS = tenants.map(({ url }) => url).join(' ');
};
