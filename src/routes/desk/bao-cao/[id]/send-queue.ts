import { secondsBeforeTry, type Delay } from './cell-saving.ts'

type Given = {
  /** Sends one cell; answers why it has to wait, or null when it is dealt with. */
  send: (key: string) => Promise<Delay | null>
  delayed: (key: string, why: Delay) => void
  /** A round is over and something was dealt with. */
  ended: () => void
}

/** Cells that wait to be sent, one after the other, in the order in which they were left; what cannot go is tried again. */
export class SendQueue {
  readonly #given: Given
  readonly #keys = new Set<string>()
  #round: Promise<void> | null = null
  #retry: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  /** The cell that is under way now. */
  current: string | null = null

  constructor(given: Given) {
    this.#given = given
  }

  get isEmpty(): boolean {
    return this.#keys.size === 0
  }

  has(key: string): boolean {
    return this.#keys.has(key)
  }

  add(key: string): void {
    this.#keys.add(key)
    void this.settled()
  }

  drop(key: string): void {
    this.#keys.delete(key)
  }

  /** Resolves when nothing is under way any more; cells that could not go are still in the queue then. */
  settled(): Promise<void> {
    this.#round ??= this.#run().finally(() => (this.#round = null))
    return this.#round
  }

  retryNow(): void {
    this.stop()
    void this.settled()
  }

  stop(): void {
    clearTimeout(this.#retry)
    this.#retry = undefined
  }

  async #run(): Promise<void> {
    let isDealtWith = false
    // A key that is added or added again meanwhile comes at the end of this very round.
    for (const key of this.#keys) {
      this.#keys.delete(key)
      this.current = key
      const why = await this.#given.send(key)
      this.current = null
      if (why) {
        this.#wait(key, why)
        break
      }
      this.#failures = 0
      isDealtWith = true
    }
    if (isDealtWith) this.#given.ended()
  }

  #wait(first: string, why: Delay): void {
    const others = [...this.#keys]
    this.#keys.clear()
    for (const key of [first, ...others]) {
      this.#keys.add(key)
      this.#given.delayed(key, why)
    }
    this.#failures += 1
    this.stop()
    // After a session has ended only signing in helps, and the button leads there.
    if (why !== 'signed-out') this.#retry = setTimeout(() => this.retryNow(), secondsBeforeTry(this.#failures) * 1000)
  }
}
