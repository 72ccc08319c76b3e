import { tidy } from '#kernel/text.ts'
import { sameTexts, type Texts } from './cell-saving.ts'

/** The fields of one row of the grid, and the texts of it that the server has confirmed. */
export type Row = {
  line: HTMLTableRowElement
  raw: HTMLInputElement
  note: HTMLInputElement
  known: Texts
}

/** The rows of the grid by cell key, as they stand in the page now. */
export class GridRows {
  readonly #form: HTMLFormElement
  readonly #rows = new Map<string, Row>()

  constructor(form: HTMLFormElement) {
    this.#form = form
  }

  keys(): string[] {
    return [...this.#form.querySelectorAll<HTMLTableRowElement>('tr[data-key]')].map((line) => line.dataset.key ?? '')
  }

  /** A row that was drawn anew (a filter, another page) starts from the texts it was drawn with. */
  row(key: string): Row | null {
    const line = this.#form.querySelector<HTMLTableRowElement>(`tr[data-key="${CSS.escape(key)}"]`)
    const known = this.#rows.get(key)
    if (!line) return null
    if (known?.line === line) return known
    const field = (start: string): HTMLInputElement | null =>
      line.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`${start}.${key}`)}"]`)
    const raw = field('so')
    const note = field('ghi-chu')
    if (!raw || !note) return null
    const made = { line, raw, note, known: tidied(field('so-cu')?.value ?? '', field('ghi-chu-cu')?.value ?? '') }
    this.#rows.set(key, made)
    return made
  }

  keyOf(target: EventTarget | null): string | null {
    const line = target instanceof Element ? target.closest<HTMLElement>('tr[data-key]') : null
    return line?.dataset.key ?? null
  }

  /** The whole form is about to be sent: what is known now goes with it, not what the page was made with. */
  confirmKnown(): void {
    for (const [key, { known }] of this.#rows) {
      for (const [start, text] of [
        ['so-cu', known.raw],
        ['ghi-chu-cu', known.note],
      ] as const) {
        const hidden = this.#form.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`${start}.${key}`)}"]`)
        if (hidden) hidden.value = text
      }
    }
  }
}

/** What stands in the fields of a row now, as the server would keep it. */
export function typedIn(row: Row): Texts {
  return tidied(row.raw.value, row.note.value)
}

export function isTyped(row: Row): boolean {
  return !sameTexts(typedIn(row), row.known)
}

export function fill(row: Row, texts: Texts): void {
  row.raw.value = texts.raw
  row.note.value = texts.note
}

function tidied(raw: string, note: string): Texts {
  return { raw: tidy(raw), note: tidy(note) }
}
