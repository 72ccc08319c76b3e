import {
  absolute,
  add,
  quantity,
  roundTo,
  subtract,
  toDecimalText,
  zero,
  divide,
  type Quantity,
} from '#kernel/quantity.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { ProgrammeRow, ProgrammeSet } from './programme-set.ts'
import type { SheetFigure, SheetSource } from './sheet-source.ts'

/** `holds`, `fails`, or nothing can be said: a number is missing or a rounded one. */
export type CheckVerdict = 'holds' | 'fails' | 'not-computable'

/** A number of the sheet, by its row. */
export type SheetTerm = { row: string; amount: Quantity }

/** What was held against each other on a sheet, with every number in it (phép kiểm tra); its sentence is in labels.ts. */
export type SheetCheck = { verdict: CheckVerdict } & (
  | {
      kind: 'sum'
      total: SheetTerm | null
      parts: readonly SheetTerm[]
      missing: readonly string[]
      gap: Quantity | null
      /** The one component that nobody gave, as what remains. */
      remainder: SheetTerm | null
      /** The total is added up here, so that nothing can disagree with it. */
      isDerived: boolean
    }
  | { kind: 'part'; part: SheetTerm | null; whole: SheetTerm | null; partRow: string; wholeRow: string }
  | {
      kind: 'average'
      row: string
      total: SheetTerm | null
      units: Quantity | null
      /** All units of the level, where they are more than those that divide. */
      allUnits: number | null
      derived: Quantity | null
      /** As it was written down in the report. */
      stated: Quantity | null
      /** How many units the stated average would be of. */
      implied: Quantity | null
    }
  | {
      kind: 'change'
      row: string
      now: Quantity | null
      change: Quantity | null
      /** As the ledger has it; null where it has nothing. */
      before: Quantity | null
      /** Worked out of the two others. */
      derived: Quantity | null
    }
  /** Never added: there is nothing to check and something to say. */
  | { kind: 'states'; group: string; states: readonly SheetTerm[] }
  | { kind: 'units'; row: string; counted: SheetTerm | null; units: number | null }
)

type Figures = ReadonlyMap<string, SheetFigure | null>

/** Everything that must hang together on a sheet, in the order of its rows. */
export function checksOf(set: ProgrammeSet, figures: Figures, source: SheetSource): SheetCheck[] {
  return set.rows.flatMap((row) => [
    ...sumCheck(set, row, figures),
    ...partCheck(row, figures),
    ...averageCheck(row, figures, source),
    ...changeCheck(row, figures, source),
    ...statesCheck(set, row, figures),
    ...unitsCheck(row, figures, source),
  ])
}

/** An estimate is a number that can be held against others; “trên”, “khoảng”, “dưới” are not. */
function amountOf(figure: SheetFigure | null | undefined): Quantity | null {
  if (figure?.state === 'not-applicable') return zero
  return figure?.state === 'known' && ['exact', 'estimate'].includes(figure.qualifier) ? figure.amount : null
}

function termOf(figures: Figures, row: string): SheetTerm | null {
  const amount = amountOf(figures.get(row))
  return amount === null ? null : { row, amount }
}

/** A sum over fewer units than its parts cannot be held against them. */
function isAlike(figures: Figures, rows: readonly string[]): boolean {
  const counts = rows.map((row) => figures.get(row)).filter((figure) => figure?.state === 'known')
  return new Set(counts.map((figure) => figure?.counted)).size <= 1
}

function sumCheck(set: ProgrammeSet, row: ProgrammeRow, figures: Figures): SheetCheck[] {
  const components = set.rows.filter(
    (one) => one.kind === 'stock' && one.belongs?.as === 'component' && one.belongs.to === row.key,
  )
  if (components.length === 0) return []
  const keys = components.map(({ key }) => key)
  const parts = keys.flatMap((key) => termOf(figures, key) ?? [])
  const missing = keys.filter((key) => termOf(figures, key) === null)
  const total = termOf(figures, row.key)
  const facts = {
    kind: 'sum',
    total,
    parts,
    missing,
    remainder: null,
    gap: null,
    isDerived: row.kind === 'total',
  } as const
  if (row.kind === 'total') return [{ ...facts, verdict: total ? 'holds' : 'not-computable' }]
  const given = [row.key, ...keys.filter((key) => !missing.includes(key))]
  if (!total || parts.length === 0 || !isAlike(figures, given)) return [{ ...facts, verdict: 'not-computable' }]
  const gap = subtract(total.amount, add(...parts.map(({ amount }) => amount)))
  if (gap < zero) return [{ ...facts, gap, verdict: 'fails' }]
  const [only] = missing
  if (only === undefined) return [{ ...facts, gap, verdict: gap === zero ? 'holds' : 'fails' }]
  // Taken away from an estimate, what remains would be a guess of a guess.
  const isSure = [row.key, ...keys].every((key) => figures.get(key)?.qualifier !== 'estimate')
  const isSilent = figures.get(only)?.state === 'absent' || !figures.get(only)
  const remainder = missing.length === 1 && isSure && isSilent ? { row: only, amount: gap } : null
  return [{ ...facts, gap, remainder, verdict: gap === zero ? 'holds' : 'not-computable' }]
}

function partCheck(row: ProgrammeRow, figures: Figures): SheetCheck[] {
  if (row.kind !== 'stock' || row.belongs?.as !== 'part') return []
  const wholeRow = row.belongs.to
  const part = termOf(figures, row.key)
  const whole = termOf(figures, wholeRow)
  const isKnown = part && whole && isAlike(figures, [row.key, wholeRow])
  const verdict = !isKnown ? 'not-computable' : part.amount <= whole.amount ? 'holds' : 'fails'
  return [{ kind: 'part', verdict, part, whole, partRow: row.key, wholeRow }]
}

function averageCheck(row: ProgrammeRow, figures: Figures, source: SheetSource): SheetCheck[] {
  if (row.kind !== 'average') return []
  const total = termOf(figures, row.of)
  const units = source.divisor(row.of, row.per)
  const derived = amountOf(figures.get(row.key))
  const written = source.written(cellKey(row.cell))
  const stated = written && ['exact', 'estimate'].includes(written.qualifier) ? written.amount : null
  const all = source.units?.['commune-level'] ?? null
  const isOfAll = units !== null && source.units !== null && quantity(source.units.commune) === units
  const facts = {
    kind: 'average',
    row: row.key,
    total,
    units,
    derived,
    stated,
    // Only of a number of all its xã: a sum of those that reported is divided by those anyhow.
    allUnits: all !== null && isOfAll && all !== source.units?.commune ? all : null,
    implied: total && stated !== null && stated !== zero ? divide(total.amount, stated, 2) : null,
  } as const
  if (!total || units === null || units === zero || stated === null) return [{ ...facts, verdict: 'not-computable' }]
  return [{ ...facts, verdict: agrees(total.amount, units, stated) ? 'holds' : 'fails' }]
}

/** Rounded as finely as the average was written: 15,75 is right for 378 ÷ 24, and 15,8 is too. */
function agrees(total: Quantity, units: Quantity, stated: Quantity): boolean {
  const decimals = toDecimalText(absolute(stated)).split('.')[1]?.length ?? 0
  const quotient = divide(total, units, decimals)
  return quotient !== null && roundTo(quotient, decimals) === stated
}

function changeCheck(row: ProgrammeRow, figures: Figures, source: SheetSource): SheetCheck[] {
  if (row.kind !== 'stock' || !row.change) return []
  const figure = figures.get(row.key) ?? null
  const moved = source.now(cellKey(row.change))
  const earlier = source.before(cellKey(row.cell))
  const now = amountOf(figure)
  const change = amountOf(moved)
  const before = amountOf(earlier)
  const derived = now === null || change === null ? null : subtract(now, change)
  const facts = { kind: 'change', row: row.key, now, change, before, derived } as const
  const isWhole = figure?.counted === moved?.counted && figure?.counted === earlier?.counted
  if (now === null || change === null || before === null || !isWhole) return [{ ...facts, verdict: 'not-computable' }]
  return [{ ...facts, verdict: subtract(now, before) === change ? 'holds' : 'fails' }]
}

function statesCheck(set: ProgrammeSet, row: ProgrammeRow, figures: Figures): SheetCheck[] {
  if (row.kind !== 'group') return []
  const states = set.rows.flatMap((one) =>
    one.kind === 'stock' && one.belongs?.to === row.key ? (termOf(figures, one.key) ?? []) : [],
  )
  return states.length > 1 ? [{ kind: 'states', verdict: 'holds', group: row.key, states }] : []
}

function unitsCheck(row: ProgrammeRow, figures: Figures, source: SheetSource): SheetCheck[] {
  if (row.kind !== 'stock' || !row.counts) return []
  const counted = termOf(figures, row.key)
  const units = source.units?.[row.counts] ?? null
  const verdict = !counted || units === null ? 'not-computable' : counted.amount <= quantity(units) ? 'holds' : 'fails'
  return [{ kind: 'units', verdict, row: row.key, counted, units }]
}
