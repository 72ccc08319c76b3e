import { fill, GridRows, isTyped, typedIn, type Row } from './cell-fields.ts'
import { sameTexts, type CellSaving, type Delay, type Texts, type Theirs } from './cell-saving.ts'
import { KeptTexts, type KeptText } from './kept-texts.ts'
import { sendCells, sendTurn, type Sent } from './send-cell.ts'
import { SendQueue } from './send-queue.ts'

/** A cell as the server has it, with who wrote it last. */
export type ServerCell = Texts & { key: string; isCounted: boolean; writer: Omit<Theirs, keyof Texts> | null }

export type Autosave = {
  address: string
  action: (name: string) => string
  report: string
  account: string
  /** How a cell stands; null when it stands as the server says. */
  say: (key: string, saving: CellSaving | null) => void
  /** A colleague's text has just been put into a cell. */
  arrived: (key: string) => void
  /** A cell is counted from a register now, and what was being typed into it is of no use any more. */
  overtaken: (key: string) => void
  offer: (texts: Record<string, KeptText>) => void
  /** Loads the page's facts again and answers the cells as they stand on the server. */
  reload: () => Promise<ServerCell[]>
  clock: () => string
}

/**
 * Saves each cell of the grid as soon as it is left, one after the other, by the same form action as the button. What cannot be
 * sent waits and is tried again; what a colleague wrote meanwhile comes into the cells that nobody types in, and is asked about
 * in the others. Nothing that was typed leaves its field before the server has it.
 */
export class EntrySession {
  readonly #rows: GridRows
  readonly #given: Autosave
  readonly #kept: KeptTexts
  readonly #queue = new SendQueue({
    send: (key) => this.#send(key),
    delayed: (key, why) => this.#given.say(key, { state: 'waiting', why }),
    ended: () => void this.refresh(),
  })
  /** Cells with two numbers: they wait for their officer to choose. */
  readonly #conflicts = new Map<string, Theirs>()
  /** Rises with every save: facts that were loaded before it say nothing about what was saved since. */
  #generation = 0
  #isStale = false

  constructor(form: HTMLFormElement, given: Autosave) {
    this.#rows = new GridRows(form)
    this.#given = given
    this.#kept = new KeptTexts(given.report, given.account)
  }

  get keepsTexts(): boolean {
    return this.#kept.works
  }

  /** What was typed before this script arrived is saved now; what an earlier page could not save is offered. */
  start(conflicts: Record<string, Theirs>): void {
    for (const key of this.#rows.keys()) {
      const row = this.#rows.row(key)
      const theirs = conflicts[key]
      if (row && theirs) this.#dispute(key, row, theirs)
      else if (row && isTyped(row)) this.left(key)
    }
    this.offerKept()
  }

  /** Something was typed into a cell that still has the focus. */
  typed(key: string): void {
    const row = this.#rows.row(key)
    if (!row) return
    const theirs = this.#conflicts.get(key)
    if (!isTyped(row)) {
      this.#conflicts.delete(key)
      this.#kept.forget(key)
      return this.#given.say(key, null)
    }
    this.#kept.keep(key, { ...typedIn(row), was: row.known, at: Date.now() })
    this.#given.say(key, theirs ? { state: 'conflict', theirs, mine: typedIn(row) } : { state: 'typing' })
  }

  /** A cell was left: it is sent when its turn comes. */
  left(key: string): void {
    const row = this.#rows.row(key)
    if (!row) return
    this.typed(key)
    if (!isTyped(row) || this.#conflicts.has(key)) return
    this.#given.say(key, { state: 'saving' })
    this.#queue.add(key)
  }

  /** Esc: what was saved stands in the cell again. False when nothing was typed over it. */
  restore(key: string): boolean {
    const row = this.#rows.row(key)
    if (!row || !isTyped(row) || this.#queue.current === key) return false
    const theirs = this.#conflicts.get(key)
    if (theirs) row.known = { raw: theirs.raw, note: theirs.note }
    fill(row, row.known)
    this.#queue.drop(key)
    this.typed(key)
    return true
  }

  isTyped(key: string): boolean {
    const row = this.#rows.row(key)
    return row !== null && isTyped(row)
  }

  /** The number that stands in a cell's field now, as the server would keep it; null where the grid does not show the cell. */
  rawOf(key: string): string | null {
    const row = this.#rows.row(key)
    return row && typedIn(row).raw
  }

  /** Between two numbers of one cell: one’s own is saved knowing the colleague’s, or theirs is taken. */
  choose(key: string, whose: 'mine' | 'theirs', theirs: Texts): void {
    const row = this.#rows.row(key)
    if (!row) return
    this.#conflicts.delete(key)
    row.known = { raw: theirs.raw, note: theirs.note }
    if (whose === 'theirs') fill(row, theirs)
    this.left(key)
  }

  retryNow(): void {
    this.#queue.retryNow()
    if (this.#isStale) void this.refresh()
  }

  /** Undo or redo the newest own step, after everything typed was saved. */
  async turn(name: 'hoan-tac' | 'lam-lai'): Promise<Sent> {
    await this.#queue.settled()
    if (!this.#queue.isEmpty) return { kind: 'delayed', why: 'offline' }
    const sent = await sendTurn(this.#given.action(name), this.#given.address)
    this.#generation += 1
    await this.refresh()
    return sent
  }

  /**
   * Many cells as one step, e.g. a pasted block: sent together, undone together, written all or none. What stood half typed in
   * one of them gives way.
   */
  async together(cells: readonly { key: string; texts: Texts; was: Texts }[]): Promise<Sent> {
    for (const { key } of cells) this.restore(key)
    await this.#queue.settled()
    if (!this.#queue.isEmpty) return { kind: 'delayed', why: 'offline' }
    const known = cells.map((cell) => ({ ...cell, was: this.#rows.row(cell.key)?.known ?? cell.was }))
    const sent = await sendCells(this.#given.action('luu'), this.#given.address, known)
    this.#generation += 1
    await this.refresh()
    return sent
  }

  confirmKnown(): void {
    this.#rows.confirmKnown()
  }

  stop(): void {
    this.#queue.stop()
  }

  /** Brings what colleagues wrote into the page. Facts older than the last save are left for the next time. */
  async refresh(): Promise<void> {
    const generation = this.#generation
    try {
      const cells = await this.#given.reload()
      this.#isStale = false
      if (generation === this.#generation) for (const cell of cells) this.#meet(cell)
    } catch {
      // Without network the figures are saved or wait all the same; the sums are brought up to date when it is back.
      this.#isStale = true
    }
  }

  /** Texts of an earlier page that were never saved: put back into their cells and sent, or thrown away. */
  takeBack(): void {
    for (const [key, text] of Object.entries(this.#kept.all())) {
      const row = this.#rows.row(key)
      if (!row) continue
      fill(row, text)
      // Against the text it was typed over, so that a colleague’s newer one is asked about.
      row.known = text.was
      this.left(key)
    }
    this.offerKept()
  }

  throwAway(): void {
    for (const key of Object.keys(this.#kept.all())) if (!this.#queue.has(key)) this.#kept.forget(key)
    this.offerKept()
  }

  offerKept(): void {
    const offered = Object.entries(this.#kept.all()).filter(([key, text]) => {
      const row = this.#rows.row(key)
      if (row && sameTexts(typedIn(row), text)) {
        if (!isTyped(row)) this.#kept.forget(key)
        return false
      }
      return true
    })
    this.#given.offer(Object.fromEntries(offered))
  }

  async #send(key: string): Promise<Delay | null> {
    const row = this.#rows.row(key)
    if (!row || !isTyped(row)) {
      if (row) this.typed(key)
      return null
    }
    const texts = typedIn(row)
    this.#given.say(key, { state: 'saving' })
    const sent = await sendCells(this.#given.action('luu'), this.#given.address, [{ key, texts, was: row.known }])
    if (sent.kind === 'delayed') return sent.why
    if (sent.kind === 'done') this.#confirm(key, row, texts)
    else if (sent.kind === 'refused') this.#given.say(key, { state: 'refused', why: sent.why })
    else this.#dispute(key, row, sent.theirs)
    return null
  }

  #confirm(key: string, row: Row, texts: Texts): void {
    this.#generation += 1
    row.known = texts
    // While it was under way the officer may have typed on.
    if (isTyped(row)) return this.typed(key)
    this.#kept.forget(key)
    this.#given.say(key, { state: 'saved', clock: this.#given.clock() })
  }

  #dispute(key: string, row: Row, theirs: Theirs): void {
    this.#conflicts.set(key, theirs)
    this.#given.say(key, { state: 'conflict', theirs, mine: typedIn(row) })
  }

  /** The number of a counted cell is nobody's to type: a new count just stands there, and what was typed over it is let go. */
  #meetCount({ key, raw }: ServerCell, row: Row): void {
    const kept = this.#kept.all()[key]
    if (kept && kept.raw !== kept.was.raw) {
      this.#queue.drop(key)
      this.#conflicts.delete(key)
      this.#kept.forget(key)
      this.#given.say(key, null)
      this.#given.overtaken(key)
    }
    if (row.known.raw !== raw) this.#given.arrived(key)
    row.raw.value = raw
    row.known = { ...row.known, raw }
  }

  #meet(cell: ServerCell): void {
    const row = this.#rows.row(cell.key)
    if (row && cell.isCounted) this.#meetCount(cell, row)
    if (!row || this.#queue.has(cell.key) || this.#queue.current === cell.key || sameTexts(cell, row.known)) return
    if (isTyped(row) && !sameTexts(typedIn(row), cell)) {
      const writer = cell.writer ?? { by: '', isOwn: false, when: '' }
      return this.#dispute(cell.key, row, { raw: cell.raw, note: cell.note, ...writer })
    }
    this.#conflicts.delete(cell.key)
    fill(row, cell)
    row.known = { raw: cell.raw, note: cell.note }
    this.#kept.forget(cell.key)
    this.#given.say(cell.key, null)
    if (!cell.writer?.isOwn) this.#given.arrived(cell.key)
  }
}
