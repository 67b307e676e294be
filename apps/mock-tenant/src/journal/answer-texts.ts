/**
 * The bodies of the last answers as they were sent, by the number of their request. Together they have a limit, so that a
 * tenant that is asked for long lists needs no more memory than another: the oldest go first.
 */
export class AnswerTexts {
  readonly #texts = new Map<number, string>();
  readonly #limit: number;
  #length = 0;

  /** @param limit Most characters that all texts together may have. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(id: number, text: string): void {
    this.#texts.set(id, text);
    this.#length += text.length;
    for (const oldest of this.#texts.keys()) {
      if (this.#length <= this.#limit) return;
      this.delete(oldest);
    }
  }

  /** @returns Undefined where the text had to make room for others. */
  get(id: number): string | undefined {
    return this.#texts.get(id);
  }

  delete(id: number): void {
    this.#length -= this.#texts.get(id)?.length ?? 0;
    this.#texts.delete(id);
  }

  clear(): void {
    this.#texts.clear();
    this.#length = 0;
  }
}
