// Which operations may a service key be given, and which permission opens them?
import access from '@tines-openapi/spec/access.json' with { type: 'json' };
import openapi from '@tines-openapi/spec/openapi.json' with { type: 'json' };

const rights = new Map(Object.entries(access.rights));
for (const [path, item] of Object.entries(openapi.paths)) {
  for (const operation of Object.values(item)) {
    if (!('operationId' in operation && 'x-access' in operation)) continue;
    const right = rights.get(operation['x-access'].right);
    if (right === undefined || !('tenantPermissions' in right) || right.tenantPermissions.length === 0) continue;
    console.log(right.tenantPermissions.join(' or '), operation.operationId, path);
  }
}
