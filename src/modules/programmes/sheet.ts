import { hedgeOfQuotient, hedgeOfSum } from '#modules/figures/rollup.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { add, divide, zero, type Quantity } from '#kernel/quantity.ts'
import { checksOf, type SheetCheck } from './sheet-checks.ts'
import type { ProgrammeRow, ProgrammeSet } from './programme-set.ts'
import type { SheetFigure, SheetSource } from './sheet-source.ts'

/**
 * A row with its numbers, each in its column (dòng của bảng): what was counted, what is an estimate, what changed. An estimate
 * never stands in the column of what was counted.
 */
export type SheetRow = {
  row: ProgrammeRow
  counted: SheetFigure | null
  estimate: SheetFigure | null
  change: SheetFigure | null
  /** Of an average: what it was divided by. */
  divisor: Quantity | null
  /** Not in the ledger: what remains of the whole once its other components are taken away. */
  byDifference: Quantity | null
}

/** A programme's figures of one unit and period (bảng chỉ tiêu), with what adds up in it and what does not. */
export type ProgrammeSheet = { rows: readonly SheetRow[]; checks: readonly SheetCheck[] }

export function sheetOf(set: ProgrammeSet, source: SheetSource): ProgrammeSheet {
  const figures = new Map(set.rows.map((row) => [row.key, figureOf(set, row, source)]))
  const checks = checksOf(set, figures, source)
  const remainders = new Map(
    checks.flatMap((check) =>
      check.kind === 'sum' && check.remainder ? [[check.remainder.row, check.remainder.amount]] : [],
    ),
  )
  return {
    rows: set.rows.map((row) => rowOf(row, figures.get(row.key) ?? null, source, remainders.get(row.key) ?? null)),
    checks,
  }
}

function rowOf(
  row: ProgrammeRow,
  figure: SheetFigure | null,
  source: SheetSource,
  byDifference: Quantity | null,
): SheetRow {
  const isEstimate = figure?.state === 'known' && figure.qualifier === 'estimate'
  return {
    row,
    counted: isEstimate ? null : figure,
    estimate: isEstimate ? figure : null,
    change: row.kind === 'stock' && row.change ? source.now(cellKey(row.change)) : null,
    divisor: row.kind === 'average' ? divisorOf(row, figure, source) : null,
    byDifference,
  }
}

function divisorOf(
  row: Extract<ProgrammeRow, { kind: 'average' }>,
  figure: SheetFigure | null,
  source: SheetSource,
): Quantity | null {
  return figure?.state === 'known' ? source.divisor(row.of, row.per) : null
}

/** The number of a row: out of the ledger, divided, or added up of its components. A group of states has none. */
function figureOf(set: ProgrammeSet, row: ProgrammeRow, source: SheetSource): SheetFigure | null {
  switch (row.kind) {
    case 'stock':
      return source.now(cellKey(row.cell))
    case 'average':
      return averageOf(set, row, source)
    case 'total':
      return totalOf(set, row, source)
    case 'group':
      return null
  }
}

/** Divided last, by the units of the named kind that the number is of: 378 criteria in 24 xã, not in 26 units. */
function averageOf(
  set: ProgrammeSet,
  row: Extract<ProgrammeRow, { kind: 'average' }>,
  source: SheetSource,
): SheetFigure | null {
  const whole = set.rows.find(({ key }) => key === row.of)
  const total = whole?.kind === 'stock' ? source.now(cellKey(whole.cell)) : null
  const units = source.divisor(row.of, row.per)
  if (!total || total.state !== 'known' || total.amount === null) return total
  const amount = units === null ? null : divide(total.amount, units, 2)
  if (amount === null) {
    const reason = units === zero ? ({ why: 'divided-by-zero' } as const) : null
    return { ...total, state: units === zero ? 'undefined' : 'absent', amount: null, qualifier: 'exact', reason }
  }
  return { ...total, amount, qualifier: hedgeOfQuotient(total.qualifier, 'exact') }
}

/** Only where every component is known: a total with a hole in it is another number. */
function totalOf(set: ProgrammeSet, { key }: ProgrammeRow, source: SheetSource): SheetFigure | null {
  const parts = set.rows.flatMap((row) =>
    row.kind === 'stock' && row.belongs?.to === key ? [source.now(cellKey(row.cell))] : [],
  )
  const known = parts.filter((part) => part !== null)
  const given = known.filter(({ state }) => state === 'known')
  const [first] = known
  if (!first || known.length < parts.length || given.length === 0) return null
  const lacking = known.find(({ state }) => state !== 'known' && state !== 'not-applicable')
  if (lacking) return { ...lacking, amount: null }
  return {
    state: 'known',
    amount: add(...given.map(({ amount }) => amount ?? zero)),
    qualifier: hedgeOfSum(given.map(({ qualifier }) => qualifier)),
    flag: given.some(({ flag }) => flag === 'apportioned') ? 'apportioned' : 'exact',
    counted: Math.min(...given.map(({ counted }) => counted)),
    expected: Math.max(...given.map(({ expected }) => expected)),
    reason: null,
  }
}

/** How much of a sum over units was counted and how much is an estimate: neither is told as the other. */
export type Mixture = { counted: { amount: Quantity; units: number }; estimate: { amount: Quantity; units: number } }

export function mixtureOf(figures: readonly (SheetFigure | null)[]): Mixture | null {
  const known = figures.filter((one) => one?.state === 'known').filter((one) => one !== null)
  const side = (of: readonly SheetFigure[]) => ({
    amount: add(...of.map(({ amount }) => amount ?? zero)),
    units: of.length,
  })
  const estimate = side(known.filter(({ qualifier }) => qualifier === 'estimate'))
  const counted = side(known.filter(({ qualifier }) => qualifier !== 'estimate'))
  return estimate.units > 0 && counted.units > 0 ? { counted, estimate } : null
}
