/** The newest answers per key. While one question is under way, all further ones become a single one after it. */
export class Latest<T> {
  readonly #values = new Map<string, T>();
  readonly #running = new Map<string, { again: boolean }>();
  readonly #ask: (key: string) => Promise<T | null>;
  readonly #changed: (key: string, value: T) => void;

  constructor(ask: (key: string) => Promise<T | null>, changed: (key: string, value: T) => void) {
    this.#ask = ask;
    this.#changed = changed;
  }

  /** The last answer, if there is one. */
  get(key: string): T | undefined {
    return this.#values.get(key);
  }

  /** Forgets the answer and drops one that is under way. */
  delete(key: string): void {
    this.#values.delete(key);
    this.#running.delete(key);
  }

  /** Asks again; `changed` is called with the answer. A failed question leaves the old answer. */
  async refresh(key: string): Promise<void> {
    const running = this.#running.get(key);
    if (running) {
      running.again = true;
      return;
    }
    const run = { again: true };
    this.#running.set(key, run);
    while (run.again && this.#running.get(key) === run) {
      run.again = false;
      await this.#once(key, run);
    }
    if (this.#running.get(key) === run) this.#running.delete(key);
  }

  async #once(key: string, run: { again: boolean }): Promise<void> {
    const value = await this.#ask(key).catch(() => null);
    if (!value || this.#running.get(key) !== run) return;
    this.#values.set(key, value);
    this.#changed(key, value);
  }
}
