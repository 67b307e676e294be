module.exports = {
  globalSetup: './start-tenants.js',
  globalTeardown: './stop-tenants.js',
  setupFilesAfterEnv: ['./reset-tenant.js'],
};
