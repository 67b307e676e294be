import {
  accessSync,
  constants,
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { usageError } from './exit-codes.ts';

/** What a file system says, in words. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'its path leads through a file',
  EACCES: 'this user may not',
  EROFS: 'its disk is read-only',
  ENOSPC: 'its disk is full',
};

function reasonOf(error: unknown): string {
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  return reasons[code] ?? code;
}

/**
 * The text of a file, without a mark of its byte order.
 *
 * @throws CommandError where the file cannot be read.
 */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw usageError(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

/**
 * Makes sure that a file can be written, before a command does the work that is to go into it.
 *
 * @param flag The flag that names the file.
 * @throws CommandError that says why it cannot.
 */
export function demandWritable(flag: string, file: string | undefined): void {
  if (file === undefined) return;
  if (file === '') throw usageError(`${flag} must name a file.`);
  const there = statSync(file, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw usageError(`${file} cannot be written: it is a folder.`);
  const folder = dirname(file);
  if (!there && !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw usageError(`${file} cannot be written: there is no folder ${folder}.`);
  }
  try {
    accessSync(there ? file : folder, constants.W_OK);
  } catch (error) {
    throw usageError(`${file} cannot be written: ${reasonOf(error)}.`);
  }
}

/**
 * Writes a file whole or not at all: beside its place first, and moved there then. What is no plain file, such as a pipe, is
 * written to as it is.
 *
 * @throws CommandError where it cannot be written.
 */
export function writeWhole(file: string, text: string): void {
  const there = statSync(file, { throwIfNoEntry: false });
  // Where the file is a link, what it leads to is replaced and not the link.
  const place = there ? realpathSync(file) : file;
  const beside = `${place}.${process.pid}.part`;
  try {
    const inPlace = there?.isFile() === false;
    writeFileSync(inPlace ? place : beside, text);
    if (!inPlace) renameSync(beside, place);
  } catch (error) {
    if (existsSync(beside)) rmSync(beside);
    throw usageError(`${file} cannot be written: ${reasonOf(error)}.`);
  }
}
