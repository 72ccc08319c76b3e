/** One cell of the grid that can be chosen: its key, and whether it is the number or the note. */
export type GridCell = { key: string; column: 'value' | 'note'; place: HTMLTableCellElement }

/** Several cells chosen together with Shift and the arrows or the mouse, as a rectangle of rows and the two columns. */
export class GridRange {
  readonly #form: HTMLFormElement
  #anchor: { row: number; column: number } | null = null
  #end: { row: number; column: number } | null = null

  constructor(form: HTMLFormElement) {
    this.#form = form
  }

  /** The cells that are chosen, by rows; empty while no more than one is. */
  get rows(): GridCell[][] {
    const [from, to] = [this.#anchor, this.#end]
    if (!from || !to || (from.row === to.row && from.column === to.column)) return []
    const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)]
    return this.#grid()
      .slice(Math.min(from.row, to.row), Math.max(from.row, to.row) + 1)
      .map((row) => row.slice(left, right + 1))
  }

  get isEmpty(): boolean {
    return this.rows.length === 0
  }

  /** Widens or narrows by one step from the cell that has the focus; answers false where there is no such cell. */
  extend(field: Element, step: { down: number; across: number }): boolean {
    const grid = this.#grid()
    const start = this.#anchor ?? placeOf(grid, field)
    if (!start) return false
    const end = this.#end ?? start
    this.#anchor = start
    this.#end = {
      row: Math.min(grid.length - 1, Math.max(0, end.row + step.down)),
      column: Math.min(1, Math.max(0, end.column + step.across)),
    }
    this.#draw()
    this.rows.at(step.down < 0 ? 0 : -1)?.[0]?.place.scrollIntoView({ block: 'nearest' })
    return true
  }

  /** From the cell that has the focus to the one that was clicked. */
  reach(from: Element, to: Element): boolean {
    const grid = this.#grid()
    const [start, end] = [this.#anchor ?? placeOf(grid, from), placeOf(grid, to)]
    if (!start || !end) return false
    this.#anchor = start
    this.#end = end
    this.#draw()
    return true
  }

  clear(): void {
    if (!this.#anchor) return
    this.#anchor = null
    this.#end = null
    this.#draw()
  }

  /** Every row as it is shown, top to bottom. */
  keys(): string[] {
    return this.#grid().flatMap((row) => row[0]?.key ?? [])
  }

  #grid(): GridCell[][] {
    return [...this.#form.querySelectorAll<HTMLTableRowElement>('tr[data-key]')].map((line) =>
      (['value', 'note'] as const).flatMap((column) => {
        const place = line.querySelector<HTMLTableCellElement>(column === 'value' ? 'td.cell' : 'td.remark')
        return place ? [{ key: line.dataset.key ?? '', column, place }] : []
      }),
    )
  }

  #draw(): void {
    const chosen = new Set(this.rows.flat().map((cell) => cell.place))
    for (const { place } of this.#grid().flat()) place.toggleAttribute('data-chosen', chosen.has(place))
  }
}

function placeOf(grid: GridCell[][], element: Element): { row: number; column: number } | null {
  const place = element.closest('td')
  const row = grid.findIndex((cells) => cells.some((cell) => cell.place === place))
  const column = grid[row]?.findIndex((cell) => cell.place === place) ?? -1
  return row < 0 || column < 0 ? null : { row, column }
}

/** What stands in a cell now, typed or counted. */
export function textIn({ place }: GridCell): string {
  const field = place.querySelector<HTMLInputElement>('input[type="text"]')
  return (field?.value ?? place.querySelector('output')?.textContent ?? '').trim()
}
