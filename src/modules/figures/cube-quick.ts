import type { Period } from '#kernel/period.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Columns } from './cube-columns.ts'
import { wholeCountry } from './cube-country.ts'
import type { Layer } from './cube-layer.ts'
import type { Layout } from './cube-layout.ts'
import type { Plan } from './cube-plan.ts'
import type { CubeQuestion } from './cube-question.ts'
import {
  absent,
  known,
  noPart,
  open,
  quickAmount,
  quickFormula,
  undefined_,
  unsaid,
  type QuickFormula,
  type Working,
} from './cube-quick-formula.ts'
import { never } from './cube-rights-by-place.ts'
import { isNumber, none, notApplicable, nought, stateBits } from './cube-slab.ts'
import type { Group } from './cube-sums.ts'
import { makeTotals, totalsOf, type Totals } from './cube-totals.ts'
import { standingGroups } from './cube-where.ts'
import type { Asking } from './cube-views.ts'

/** Puts a cell without anything made for it; false where there is more to say than the columns of a layer hold. */
export type PutQuick = (at: number, place: number) => boolean

/** The places of a question's units in the layouts of its periods, each found once. */
export type Places = (layout: Layout) => Int32Array

export function placesOf(units: readonly UnitId[]): Places {
  const kept = new Map<Layout, Int32Array>()
  return (layout) => {
    const known = kept.get(layout)
    if (known) return known
    const made = Int32Array.from(units, (unit) => (unit === wholeCountry ? -1 : (layout.placeOf.get(unit) ?? -1)))
    kept.set(layout, made)
    return made
  }
}

/** A measure as it is put quickly, period by period; null where it always has to be worked out. */
export type QuickPlan = { plan: Plan; formula: QuickFormula | null }

export function quickPlan(plan: Plan): QuickPlan | null {
  const [only] = plan.groups
  if (plan.groups.some(({ isAdded, unitKind }) => !isAdded || unitKind !== null)) return null
  if (plan.formula === null) return only?.cells.length === 1 ? { plan, formula: null } : null
  const formula = quickFormula(plan)
  return formula && { plan, formula }
}

/** How the many cells of a period are put; null where its units do not stand on the map as they were reported. */
export function quickWay(
  asking: Asking,
  question: CubeQuestion,
  { plan, formula }: QuickPlan,
  columns: Columns,
  period: Period,
): { put: PutQuick; layout: Layout } | null {
  const groups = standingGroups(asking, question, plan.groups, period)
  const [first] = groups ?? []
  if (!groups || !first) return null
  const put = formula ? formulaWay(columns, formula, groups) : plainWay(columns, first)
  return { put, layout: first.layout }
}

function plainWay(columns: Columns, group: Group): PutQuick {
  const { largeAt } = group.layout
  return (at, place) => {
    const large = largeAt[place] ?? -1
    if (large < 0) return putOwn(columns, at, group, place)
    const totals = totalsWithin(group, large)
    return totals !== null && putTotal(columns, at, totals, large)
  }
}

/** The number of a unit that has no others in it. */
function putOwn(columns: Columns, at: number, group: Group, place: number): boolean {
  const layer = ownLayers(group, place)?.[0]
  if (!layer) return false
  const flag = flagAt(layer, place)
  if (isNumber(flag)) {
    const amount = amountAt(layer, flag, place)
    if (Number.isNaN(amount)) return false
    columns.putKnown(at, amount, amount === 0 ? 0 : flag >> 3, 1, 1)
  } else if (flag === none) columns.putNone(at, 'absent', 1)
  else if ((flag & stateBits) === notApplicable) columns.putNone(at, 'not-applicable', 0)
  else return false
  return true
}

/** Null where this reader may not see it, or it is no unit that is added. */
function ownLayers({ layout, leasts, from, layersOf }: Group, place: number): readonly Layer[] | null {
  const least = leasts.byPlace[place] ?? never
  return least === never || (from === 'communes' && !layout.isCommune[place]) ? null : layersOf(least)
}

function putTotal(columns: Columns, at: number, totals: Totals, large: number): boolean {
  if (!totals.isPlain[large]) return false
  const [counted, missing] = [totals.counted[large] ?? 0, totals.missing[large] ?? 0]
  if (counted > 0) {
    columns.putKnown(at, totals.amounts[large] ?? 0, totals.hedges[large] ?? 0, counted, counted + missing)
    return true
  }
  const isNeeded = missing > 0 || totals.notApplicable[large] === 0
  columns.putNone(at, isNeeded ? 'absent' : 'not-applicable', missing)
  return true
}

function formulaWay(columns: Columns, formula: QuickFormula, groups: readonly Group[]): PutQuick {
  const working = workingOn(groups)
  return (at, place) => {
    working.place = place
    const amount = quickAmount(formula, working)
    const { state, hedge, counted, expected } = working
    if (state === known) columns.putKnown(at, amount, hedge, counted, expected)
    else if (state === unsaid) return false
    else columns.putNone(at, statesOf.get(state as typeof absent) ?? 'absent', expected, counted)
    return true
  }
}

const statesOf = new Map([
  [noPart, 'not-applicable'],
  [undefined_, 'undefined'],
  [absent, 'absent'],
  [open, 'not-comparable'],
] as const)

/** Where a formula finds the numbers of the unit at `place`. */
function workingOn(groups: readonly Group[]): Working & { place: number } {
  const working = {
    ...{ place: 0, state: known, bottom: 1, hedge: 0, isDivided: false, counted: 0, expected: 0 },
    read(group: number, at: number): number {
      const found = groups[group]
      if (!found) throw new Error('A formula without its group')
      const large = found.layout.largeAt[working.place] ?? -1
      return large < 0 ? readOwn(working, found, at) : readTotal(working, found, at, large)
    },
    /** How many units gave every cell of the group. */
    count(group: number): number {
      const [counted, expected] = [working.counted, working.expected]
      working.counted = Number.POSITIVE_INFINITY
      working.read(group, 0)
      const own = working.counted
      working.counted = Math.min(counted, own)
      working.expected = Math.max(expected, working.expected)
      return own
    },
  }
  return working
}

function readOwn(working: Working & { place: number }, group: Group, at: number): number {
  const { place } = working
  const layers = ownLayers(group, place)
  if (!layers) return say(working, unsaid, 0, 0)
  // A unit is in the group only where it gave every cell of it: the first that is no number decides.
  for (const layer of layers) {
    const flag = flagAt(layer, place)
    if (isNumber(flag)) continue
    if (flag === none) return say(working, absent, 0, 1)
    return say(working, (flag & stateBits) === notApplicable ? noPart : unsaid, 0, 0)
  }
  const flag = layers[at] ? flagAt(layers[at], place) : none
  const amount = amountAt(layers[at], flag, place)
  working.hedge = amount === 0 ? 0 : flag >> 3
  say(working, Number.isNaN(amount) ? unsaid : known, 1, 1)
  return amount
}

function readTotal(working: Working, group: Group, at: number, large: number): number {
  const totals = totalsWithin(group, large)
  if (!totals?.isPlain[large]) return say(working, unsaid, 0, 0)
  const [counted, missing] = [totals.counted[large] ?? 0, totals.missing[large] ?? 0]
  if (counted === 0) {
    return say(working, missing > 0 || totals.notApplicable[large] === 0 ? absent : noPart, 0, missing)
  }
  const place = at * group.layout.larger.length + large
  working.hedge = totals.hedges[place] ?? 0
  say(working, known, counted, counted + missing)
  return totals.amounts[place] ?? 0
}

function say(working: Working, state: number, counted: number, expected: number): number {
  working.state = state
  if (counted < working.counted) working.counted = counted
  if (expected > working.expected) working.expected = expected
  return 0
}

/** Null where not one limit holds for all that lies in a unit, or this reader may see none of it. */
function totalsWithin(group: Group, large: number): Totals | null {
  const { layout, leasts, from } = group
  const least = leasts.within[layout.larger[large] ?? -1] ?? 0
  if (least === 0 || least === never) return null
  const layers = group.layersOf(least)
  const [only] = layers
  if (layers.length === 1 && only) return totalsOf(only, layout, from)
  const kept = group.keptOf(least)
  kept.totals ??= makeTotals(layers, layout, from)
  return kept.totals
}

function flagAt({ flags }: Layer, place: number): number {
  return place < flags.length ? (flags[place] ?? none) : none
}

/** Not a number where it is too large to be one. */
function amountAt(layer: Layer | undefined, flag: number, place: number): number {
  return (flag & stateBits) === nought ? 0 : (layer?.amounts[place] ?? Number.NaN)
}
