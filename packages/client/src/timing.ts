/**
 * Does work under a signal that aborts with an outer one, or when the time is up, whichever comes first, and leaves nothing
 * behind. The promise is rejected at that moment, also where the work knows no signals.
 *
 * `AbortSignal.any` and `AbortSignal.timeout` are not used: they cannot be ended, so an outer signal that lives as long as a
 * program would gather one dependent a call.
 *
 * @param milliseconds 0 or undefined for no end.
 * @throws The reason of the outer signal as it is, a `TimeoutError`, or what the work throws.
 */
export async function within<T>(
  work: (signal: AbortSignal) => T | Promise<T>,
  outer?: AbortSignal | null,
  milliseconds?: number,
): Promise<T> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  const { signal } = controller;
  const abort = () => controller.abort(outer?.reason);
  const late = () => controller.abort(new DOMException(`${milliseconds} ms`, 'TimeoutError'));
  const timer = milliseconds && setTimeout(late, milliseconds);
  outer?.addEventListener('abort', abort);
  try {
    return await Promise.race([
      work(signal),
      new Promise<never>((_, reject) => {
        signal.onabort = () => reject(signal.reason);
      }),
    ]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', abort);
  }
}

/** Waits for some milliseconds, or throws the reason of the signal. */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  // The end of the time rejects; only an abort goes on.
  await within(() => new Promise(() => {}), signal, milliseconds || 1).catch(() => signal.throwIfAborted());
}
