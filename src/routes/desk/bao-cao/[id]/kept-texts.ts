import type { Texts } from './cell-saving.ts'

/** A text that was typed and not saved yet, with the text it was typed over. */
export type KeptText = Texts & { was: Texts; at: number }

const prefix = 'kheo:nhap:'
const longestKept = 24 * 3_600_000

/**
 * What was typed and is not saved yet, kept in this browser for one report and one account, so that a reload or a dead battery
 * loses nothing. Signing out empties it (`forgetAll`, and the door asks the browser to clear its storage); texts of another
 * account or of yesterday are forgotten as soon as an entry page is opened.
 */
export class KeptTexts {
  readonly #name: string
  /** False when the browser keeps nothing (full, or forbidden by its owner): the page then says so. */
  works = true

  constructor(report: string, account: string) {
    this.#name = `${prefix}${report}:${account}`
    this.#guarded(() => {
      for (const name of names()) if (!name.endsWith(`:${account}`)) localStorage.removeItem(name)
    })
    for (const [key, text] of Object.entries(this.all())) if (Date.now() - text.at > longestKept) this.forget(key)
  }

  all(): Record<string, KeptText> {
    const stored = this.#guarded(() => localStorage.getItem(this.#name))
    return stored ? readKept(stored) : {}
  }

  keep(key: string, text: KeptText): void {
    this.#write({ ...this.all(), [key]: text })
  }

  forget(key: string): void {
    const { [key]: gone, ...rest } = this.all()
    if (gone) this.#write(rest)
  }

  #write(texts: Record<string, KeptText>): void {
    this.#guarded(() => {
      if (Object.keys(texts).length === 0) localStorage.removeItem(this.#name)
      else localStorage.setItem(this.#name, JSON.stringify(texts))
    })
  }

  #guarded<Value>(work: () => Value): Value | null {
    try {
      return work()
    } catch {
      // Storage is full or switched off: entry goes on without this net, and the page says that it has none.
      this.works = false
      return null
    }
  }
}

/** Empties what every account left in this browser. */
export function forgetAll(): void {
  for (const name of names()) localStorage.removeItem(name)
}

function names(): string[] {
  return Object.keys(localStorage).filter((name) => name.startsWith(prefix))
}

/** Reads what `keep` wrote; anything else in its place is nothing. */
function readKept(stored: string): Record<string, KeptText> {
  let read: unknown
  try {
    read = JSON.parse(stored)
  } catch {
    return {}
  }
  if (typeof read !== 'object' || read === null) return {}
  return Object.fromEntries(Object.entries(read).filter((one): one is [string, KeptText] => isKept(one[1])))
}

function isKept(value: unknown): value is KeptText {
  if (typeof value !== 'object' || value === null) return false
  const { raw, note, was, at } = value as Partial<KeptText>
  return typeof raw === 'string' && typeof note === 'string' && typeof at === 'number' && typeof was?.raw === 'string'
}
