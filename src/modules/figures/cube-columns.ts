import type { Quantity } from '#kernel/quantity.ts'
import type { CubeAnswer, CubeCell, SeriesChange } from './cube-answer.ts'
import type { CubeQuestion } from './cube-question.ts'
import { qualifiers } from './cube-slab.ts'
import type { IndicatorVersionId } from './indicator.ts'

const reasonOf: Partial<Record<CubeCell['state'], CubeCell['reason']>> = {
  undefined: { why: 'divided-by-zero' },
  'not-comparable': { why: 'rounded-condition' },
}
const states = ['absent', 'known', 'not-applicable', 'not-comparable', 'undefined'] as const

/** An answer while it is made: all cells in columns, since a hundred thousand objects would cost more than the sums. */
export type Columns = {
  readonly question: CubeQuestion
  put(at: number, cell: Omit<CubeCell, 'version'>): void
  putKnown(at: number, amount: number, qualifier: number, counted: number, expected: number): void
  /** What is undefined is divided by zero, what is not comparable hangs on a condition that a rounded number leaves open. */
  putNone(at: number, state: Exclude<CubeCell['state'], 'known'>, expected: number, counted?: number): void
  versions: (IndicatorVersionId | null)[]
  /** By measure. */
  readonly changes: SeriesChange[][]
}

/** The place of a cell: measure after measure, unit after unit, period after period. */
export function cellAt({ units, periods }: CubeQuestion, measure: number, unit: number, period: number): number {
  return (measure * units.length + unit) * periods.length + period
}

export function newColumns(question: CubeQuestion): Columns & { answer(): CubeAnswer } {
  const { measures, units, periods } = question
  const count = measures.length * units.length * periods.length
  const state = new Uint8Array(count)
  const qualifier = new Uint8Array(count)
  const amounts = new Float64Array(count)
  const counted = new Int32Array(count)
  const expected = new Int32Array(count)
  const large = new Map<number, bigint>()
  const apportioned = new Set<number>()
  const reasons = new Map<number, CubeCell['reason']>()
  /** By measure and period. */
  const versions = new Array<IndicatorVersionId | null>(measures.length * periods.length).fill(null)

  function put(at: number, cell: Omit<CubeCell, 'version'>): void {
    state[at] = states.indexOf(cell.state)
    counted[at] = cell.counted
    expected[at] = cell.expected
    qualifier[at] = qualifiers.indexOf(cell.qualifier)
    if (cell.reason) reasons.set(at, cell.reason)
    if (cell.flag === 'apportioned' && cell.amount !== null) apportioned.add(at)
    if (cell.amount === null) return
    amounts[at] = Number(cell.amount)
    if (BigInt(amounts[at] ?? 0) !== cell.amount) large.set(at, cell.amount)
  }

  function putKnown(at: number, amount: number, hedge: number, from: number, of: number): void {
    state[at] = 1
    amounts[at] = amount
    qualifier[at] = hedge
    counted[at] = from
    expected[at] = of
  }

  function putNone(at: number, of: Exclude<CubeCell['state'], 'known'>, all: number, from = 0): void {
    state[at] = states.indexOf(of)
    counted[at] = from
    expected[at] = all
    const reason = reasonOf[of]
    if (reason) reasons.set(at, reason)
  }

  function cell(measure: number, unit: number, period: number): CubeCell {
    const at = cellAt(question, measure, unit, period)
    const isKnown = state[at] === 1
    return {
      state: states[state[at] ?? 0] ?? 'absent',
      amount: isKnown ? ((large.get(at) ?? BigInt(amounts[at] ?? 0)) as Quantity) : null,
      qualifier: qualifiers[qualifier[at] ?? 0] ?? 'exact',
      flag: apportioned.has(at) ? 'apportioned' : 'exact',
      counted: counted[at] ?? 0,
      expected: expected[at] ?? 0,
      reason: reasons.get(at) ?? null,
      version: versions[measure * periods.length + period] ?? null,
    }
  }

  const changes: SeriesChange[][] = []
  const told = (measure: number, comparable: boolean): SeriesChange[] =>
    (changes[measure] ?? []).filter((one) => one.comparable === comparable)
  const breaks: CubeAnswer['breaks'] = (measure) => told(measure, false)
  const noted: CubeAnswer['noted'] = (measure) => told(measure, true)
  return { question, put, putKnown, putNone, versions, changes, answer: () => ({ question, cell, breaks, noted }) }
}
