import { countParts, type Expression } from './expression.ts'
import { cellKey, type CellRef, type Indicator } from './indicator.ts'

/** What a code in a formula stands for: an indicator with the parts it is given in, or a province's own formula. */
export type NamedCode =
  | { kind: 'indicator'; indicator: Indicator; dimensions: readonly string[] }
  | { kind: 'formula'; code: string; name: string; expression: Expression }

/** By code, in force on one day. */
export type CodeBook = ReadonlyMap<string, NamedCode>

/** Why a formula is not put together out of cells. */
export type ExpansionFault =
  | { code: 'unknown-code'; given: string; nearest: { code: string; name: string }[] }
  | { code: 'unknown-part'; given: string; parts: readonly string[] }
  /** `CT01 → CT02 → CT01` */
  | { code: 'cycle'; path: readonly string[] }
  | { code: 'too-large' }

/** Past this nobody can follow the arithmetic, and formulas that use each other twice double with every step. */
const mostParts = 400

type Expanded = { expression: Expression } | { fault: ExpansionFault }

/** Writes a formula in cells alone: what a code stands for is put in its place, down to indicators that units report. */
export function expand(expression: Expression, book: CodeBook, within: readonly string[] = []): Expanded {
  const room = { left: mostParts }
  try {
    return { expression: expanded(expression, { book, within, room }) }
  } catch (error) {
    if (error instanceof NotExpanded) return { fault: error.fault }
    throw error
  }
}

type Here = { book: CodeBook; within: readonly string[]; room: { left: number } }

/** Leaves the expansion from any depth of it; never leaves this file. */
class NotExpanded extends Error {
  readonly fault: ExpansionFault
  constructor(fault: ExpansionFault) {
    super(fault.code)
    this.fault = fault
  }
}

function expanded(expression: Expression, here: Here): Expression {
  here.room.left -= 1
  if (here.room.left < 0) throw new NotExpanded({ code: 'too-large' })
  const of = (part: Expression): Expression => expanded(part, here)
  switch (expression.kind) {
    case 'cell':
      return standsFor(expression.cell, here)
    case 'number':
      return expression
    case 'sum':
      return { kind: 'sum', of: expression.of.map(of) }
    case 'difference':
      return { kind: 'difference', from: of(expression.from), take: of(expression.take) }
    case 'ratio':
      return { ...expression, numerator: of(expression.numerator), denominator: of(expression.denominator) }
    case 'units':
      return { ...expression, of: of(expression.of) }
    case 'if': {
      const { comparison, left, right } = expression.condition
      const condition = { comparison, left: of(left), right: of(right) }
      return { kind: 'if', condition, then: of(expression.then), otherwise: of(expression.otherwise) }
    }
  }
}

function standsFor(cell: CellRef, here: Here): Expression {
  const { book, within } = here
  const start = within.indexOf(cell.code)
  if (start >= 0) throw new NotExpanded({ code: 'cycle', path: [...within.slice(start), cell.code] })
  const named = book.get(cell.code)
  if (!named) {
    throw new NotExpanded({ code: 'unknown-code', given: cell.code, nearest: nearestCodes(cell.code, book) })
  }
  const parts = named.kind === 'indicator' ? named.dimensions : []
  if (cell.dimension !== '' && !parts.includes(cell.dimension)) {
    throw new NotExpanded({ code: 'unknown-part', given: cellKey(cell), parts })
  }
  if (named.kind === 'formula') {
    return expanded(named.expression, { ...here, within: [...within, cell.code] })
  }
  const ratio = cell.dimension === '' ? ratioOf(named.indicator) : null
  if (!ratio) return { kind: 'cell', cell }
  here.room.left -= countParts(ratio)
  return ratio
}

/** The formula of an indicator that is a ratio of sums; null for one that units report and that is added as it is. */
export function ratioOf(indicator: Indicator): Expression | null {
  const { numerator, denominator, denominatorKind, overTerritory, numeral } = indicator
  if (overTerritory !== 'ratio-of-sums' || numerator.length === 0) return null
  const above = sumOfCodes(numerator)
  // An average per unit divides by the units that gave the numerator: 24 xã, not all 26 units.
  const below: Expression = denominatorKind
    ? { kind: 'units', of: above, unitKind: denominatorKind }
    : sumOfCodes(denominator)
  return { kind: 'ratio', numerator: above, denominator: below, factor: numeral === 'percent' ? 100 : 1 }
}

function sumOfCodes(codes: readonly string[]): Expression {
  const cells = codes.map((code): Expression => ({ kind: 'cell', cell: { code, dimension: '' } }))
  const [only] = cells
  return only && cells.length === 1 ? only : { kind: 'sum', of: cells }
}

const mostNearest = 3

/** What somebody may have meant by a code that is none: one letter or digit off, `F5` for `F05`, `O` for `0`. */
export function nearestCodes(given: string, book: CodeBook): { code: string; name: string }[] {
  const asked = given.toUpperCase()
  return [...book.values()]
    .map((named) => (named.kind === 'indicator' ? named.indicator : named))
    .map(({ code, name }) => ({ code, name, far: distance(asked, code) }))
    .filter(({ far }) => far <= 2)
    .sort((one, other) => one.far - other.far || (one.code < other.code ? -1 : 1))
    .slice(0, mostNearest)
    .map(({ code, name }) => ({ code, name }))
}

/** How many letters have to be put in, left out or changed. */
function distance(one: string, other: string): number {
  let last = [...Array(other.length + 1).keys()]
  for (const [row, letter] of [...one].entries()) {
    const next = [row + 1]
    for (const [column, against] of [...other].entries()) {
      const changed = (last[column] ?? 0) + (letter === against ? 0 : 1)
      next.push(Math.min(changed, (last[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    last = next
  }
  return last.at(-1) ?? 0
}
