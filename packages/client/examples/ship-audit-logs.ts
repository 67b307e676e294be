// Prints the audit log rows since the last time, one JSON object a line. Usage: node ship-audit-logs.ts <cursor file>
import { readFile, writeFile } from 'node:fs/promises';
import { createTinesClient, paginate } from '@tines-openapi/client';
import { fromEnvironment } from '@tines-openapi/client/node';

const file = process.argv[2] ?? 'cursor.txt';
const since = await readFile(file, 'utf8').catch(() => '2026-01-01T00:00:00Z');
const client = createTinesClient(fromEnvironment());

const rows = paginate(client, '/api/v1/audit_logs', {}, { since });
for await (const row of rows) console.log(JSON.stringify(row));

// Only now, when all rows are through: after a crash in between the next run starts where this one did.
await writeFile(file, rows.cursor ?? since);
