/** Something wrong on the command line, in a sentence that says what is allowed. */
export class CommandLineError extends Error {}

/**
 * The sentence for what went wrong at the start, where a person can do something about it.
 *
 * @returns The error itself where it is a fault of the program.
 */
export function explain(error: unknown, { host, port, data }: { host: string; port: number; data?: string }): unknown {
  const { code, message, port: taken = port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') {
    const text = `Port ${taken} is in use. Choose another one with --port, or any free one with --port 0.`;
    return new CommandLineError(text);
  }
  if (code === 'EACCES' && port > 0 && port < 1024) {
    return new CommandLineError(`Port ${port} is for the system only. Choose one from 1024 on with --port.`);
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new CommandLineError(`This machine has no address ${host}. Leave --host out for 127.0.0.1.`);
  }
  if (data !== undefined && message.startsWith(data)) return new CommandLineError(message);
  return error;
}
