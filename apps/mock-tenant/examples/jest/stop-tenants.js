module.exports = () => Promise.all(globalThis.mockTenants.map((tenant) => tenant.close()));
