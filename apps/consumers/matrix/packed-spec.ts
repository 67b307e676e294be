import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { packPackages } from '../test/repository.ts';
import type { Consumer } from './consumer.ts';

/** The document as its package carries it. */
export interface PackedSpec {
  /** Folder of the unpacked package. */
  readonly folder: string;
  remove(): void;
}

/** Packs the document's package as it would be published, and unpacks it. */
export async function packSpec(): Promise<PackedSpec> {
  const name = '@tines-openapi/spec';
  const packed = await packPackages([name]);
  const folder = mkdtempSync(join(tmpdir(), 'tines-openapi-spec-'));
  execFileSync('tar', ['-xzf', packed.archives[name] as string, '-C', folder]);
  packed.remove();
  return { folder: join(folder, 'package'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Lays the document that a consumer asks for into its repository, as `openapi.json` or `openapi.yaml`.
 *
 * @throws Error where the package has no such file, or the overlay cannot be laid over it.
 */
export function layDocument({ name, document, overlay }: Consumer, spec: PackedSpec, repository: string): void {
  const source = join(spec.folder, 'dist', document);
  if (!existsSync(source)) throw new Error(`${name}: the document's package has no dist/${document}.`);
  const target = join(repository, `openapi${extname(document)}`);
  if (overlay === undefined) copyFileSync(source, target);
  else layOverlay(join(repository, overlay), source, target);
}

function layOverlay(overlay: string, source: string, target: string): void {
  const cli = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
  const options = ['--overlay', overlay, '--output', target];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  execFileSync(process.execPath, [cli, 'bundle', source, ...options], { env, stdio: 'pipe' });
}
