import type { Period } from '#kernel/period.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Columns } from './cube-columns.ts'
import { wholeCountry } from './cube-country.ts'
import type { Layer } from './cube-layer.ts'
import type { Layout } from './cube-layout.ts'
import type { Plan } from './cube-plan.ts'
import type { CubeQuestion } from './cube-question.ts'
import { isOfOneGroup, quickAmount, quickFormula, type QuickFormula, type Working } from './cube-quick-formula.ts'
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
  const layers = ownLayers(group, place)
  const [layer] = layers ?? []
  const flag = layer ? flagAt(layer, place) : none
  if (!layers || !isNumber(flag)) return layers !== null && putNoOwn(columns, at, layers, place)
  const amount = amountAt(layer, flag, place)
  if (Number.isNaN(amount)) return false
  columns.putKnown(at, amount, amount === 0 ? 0 : flag >> 3, 1, 1)
  return true
}

/** Null where this reader may not see it, or it is no unit that is added. */
function ownLayers({ layout, leasts, from, layersOf }: Group, place: number): readonly Layer[] | null {
  const least = leasts.byPlace[place] ?? never
  return least === never || (from === 'communes' && !layout.isCommune[place]) ? null : layersOf(least)
}

/** The first of its cells that is no number decides. */
function putNoOwn(columns: Columns, at: number, layers: readonly Layer[], place: number): boolean {
  for (const layer of layers) {
    const flag = flagAt(layer, place)
    if (isNumber(flag)) continue
    if (flag === none) columns.putNone(at, 'absent', 1)
    else if ((flag & stateBits) === notApplicable) columns.putNone(at, 'not-applicable', 0)
    else return false
    return true
  }
  return false
}

function putTotal(columns: Columns, at: number, totals: Totals, large: number): boolean {
  const counted = totals.counted[large] ?? 0
  if (counted === 0 || !totals.isPlain[large]) return putNoTotal(columns, at, totals, large)
  const expected = counted + (totals.missing[large] ?? 0)
  columns.putKnown(at, totals.amounts[large] ?? 0, totals.hedges[large] ?? 0, counted, expected)
  return true
}

function putNoTotal(columns: Columns, at: number, totals: Totals, large: number): boolean {
  if (!totals.isPlain[large] || (totals.counted[large] ?? 0) > 0) return false
  const missing = totals.missing[large] ?? 0
  const isNeeded = missing > 0 || totals.notApplicable[large] === 0
  columns.putNone(at, isNeeded ? 'absent' : 'not-applicable', missing)
  return true
}

function formulaWay(columns: Columns, formula: QuickFormula, groups: readonly Group[]): PutQuick {
  const working = workingOn(groups)
  const only = groups.length === 1 && isOfOneGroup(formula) ? groups[0] : undefined
  return (at, place) => {
    working.place = place
    const amount = quickAmount(formula, working)
    if (Number.isNaN(amount)) return only !== undefined && putNothing(columns, at, only, place)
    columns.putKnown(at, amount, working.hedge, working.counted, working.expected)
    return true
  }
}

/** A formula over one group, of a unit that is not in it. */
function putNothing(columns: Columns, at: number, group: Group, place: number): boolean {
  const large = group.layout.largeAt[place] ?? -1
  if (large < 0) {
    const layers = ownLayers(group, place)
    return layers !== null && putNoOwn(columns, at, layers, place)
  }
  const totals = totalsWithin(group, large)
  return totals !== null && putNoTotal(columns, at, totals, large)
}

/** Where a formula finds the numbers of the unit at `place`. */
function workingOn(groups: readonly Group[]): Working & { place: number } {
  const working = {
    ...{ place: 0, bottom: 1, hedge: 0, isDivided: false, counted: 0, expected: 0 },
    read(group: number, at: number): number {
      const found = groups[group]
      if (!found) return Number.NaN
      const large = found.layout.largeAt[working.place] ?? -1
      return large < 0 ? readOwn(working, found, at) : readTotal(working, found, at, large)
    },
    /** How many units gave every cell of the group: read as if it were its first. */
    count(group: number): number {
      const [counted, expected] = [working.counted, working.expected]
      working.counted = Number.POSITIVE_INFINITY
      const isKnown = !Number.isNaN(working.read(group, 0))
      const own = working.counted
      working.counted = Math.min(counted, own)
      working.expected = Math.max(expected, working.expected)
      return isKnown ? own : Number.NaN
    },
  }
  return working
}

function readOwn(working: Working & { place: number }, group: Group, at: number): number {
  const { place } = working
  const layers = ownLayers(group, place)
  // A unit is in the group only where it gave every cell of it.
  if (!layers?.every((layer) => isNumber(flagAt(layer, place)))) return Number.NaN
  const flag = layers[at] ? flagAt(layers[at], place) : none
  const amount = amountAt(layers[at], flag, place)
  note(working, amount === 0 ? 0 : flag >> 3, 1, 1)
  return amount
}

function readTotal(working: Working, group: Group, at: number, large: number): number {
  const totals = totalsWithin(group, large)
  const counted = totals?.counted[large] ?? 0
  if (!totals?.isPlain[large] || counted === 0) return Number.NaN
  const place = at * group.layout.larger.length + large
  note(working, totals.hedges[place] ?? 0, counted, counted + (totals.missing[large] ?? 0))
  return totals.amounts[place] ?? Number.NaN
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

function note(working: Working, hedge: number, counted: number, expected: number): void {
  working.hedge = hedge
  if (counted < working.counted) working.counted = counted
  if (expected > working.expected) working.expected = expected
}

function flagAt({ flags }: Layer, place: number): number {
  return place < flags.length ? (flags[place] ?? none) : none
}

/** Not a number where it is too large to be one. */
function amountAt(layer: Layer | undefined, flag: number, place: number): number {
  return (flag & stateBits) === nought ? 0 : (layer?.amounts[place] ?? Number.NaN)
}
