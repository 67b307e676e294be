/** Hears that somebody changed the tenant, by which operation of `/_mock`; `undefined` where that was done in code. */
export type ChangeListener = (operation: string | undefined) => void;

/**
 * Those who want to hear that the tenant was changed from beside the API, so that a page reads its lists again. Calls of the
 * API itself are told by `Listeners`.
 */
export class Changes {
  readonly #listeners = new Set<ChangeListener>();

  /** @returns A function that ends it. */
  on(listener: ChangeListener): () => void {
    const own: ChangeListener = (operation) => listener(operation);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  tell(operation?: string): void {
    for (const listener of this.#listeners) listener(operation);
  }
}
