import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const dist = new URL('../dist/', import.meta.url);
const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const texts = files.map(({ parentPath, name }) => [name, readFileSync(`${parentPath}/${name}`)] as const);

test('the whole page is at most 100 kB, compressed', () => {
  const total = texts.reduce((sum, [, bytes]) => sum + gzipSync(bytes, { level: 9 }).length, 0);
  console.log(`The page is ${total} bytes, compressed.`);
  expect(total).toBeGreaterThan(5_000);
  expect(total).toBeLessThanOrEqual(100_000);
});

test('it holds no inline script or style, and asks nobody but its tenant', () => {
  const html = texts.find(([name]) => name === 'index.html')?.[1].toString() ?? '';
  expect(html).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)|<style|\sstyle=|\son\w+=/);
  for (const [name, bytes] of texts) {
    const addresses = bytes.toString().match(/(?:https?:)?\/\/[\w-]+\.[\w.-]+/g) ?? [];
    // Names of XML, not places.
    expect([name, addresses.filter((address) => !address.endsWith('www.w3.org'))]).toEqual([name, []]);
  }
});
