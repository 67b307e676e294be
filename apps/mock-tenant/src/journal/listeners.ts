import type { JournalEntry } from './journal.ts';

/**
 * What can be listened to: `request` is every request to the API, to a webhook, or to a path that is neither; `unhandled` one
 * that no operation of the document takes; `contract` one whose answer does not fit the document.
 */
export type TenantEvent = 'request' | 'unhandled' | 'contract';

/** Gets a request as the journal keeps it, without secrets, once it was answered. */
export type Listener = (entry: JournalEntry) => void;

const events: readonly TenantEvent[] = ['request', 'unhandled', 'contract'];

/** Those who want to hear of requests as they come. */
export class Listeners {
  readonly #listeners: Record<TenantEvent, Set<Listener>> = {
    request: new Set(),
    unhandled: new Set(),
    contract: new Set(),
  };
  readonly #onFault: (error: unknown) => void;

  /** @param onFault Hears of listeners that throw: they are no reason for a request to fail. */
  constructor(onFault: (error: unknown) => void) {
    this.#onFault = onFault;
  }

  /**
   * Calls the listener from now on.
   *
   * @returns A function that ends that.
   * @throws TypeError where there is no such event.
   */
  on(event: TenantEvent, listener: Listener): () => void {
    if (!events.includes(event)) throw new TypeError(`A tenant tells of ${events.join(', ')}, not of "${event}".`);
    // The same function may listen twice, and each time ends on its own.
    const own: Listener = (entry) => listener(entry);
    this.#listeners[event].add(own);
    return () => void this.#listeners[event].delete(own);
  }

  /**
   * Tells of a request that was answered.
   *
   * @param read Shows the request, and is called only where somebody listens.
   */
  tell(read: () => JournalEntry): void {
    if (events.every((event) => this.#listeners[event].size === 0)) return;
    const entry = read();
    this.#call('request', entry);
    if (entry.operationId === null) this.#call('unhandled', entry);
    if (entry.contract.answer.length > 0) this.#call('contract', entry);
  }

  #call(event: TenantEvent, entry: JournalEntry): void {
    for (const listener of this.#listeners[event]) {
      try {
        listener(entry);
      } catch (error) {
        this.#onFault(error);
      }
    }
  }
}
