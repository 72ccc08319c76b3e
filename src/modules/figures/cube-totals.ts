import type { Layer } from './cube-layer.ts'
import type { Layout } from './cube-layout.ts'
import { isNumber, none, notApplicable, nought, qualifiers, stateBits } from './cube-slab.ts'
import type { SummedFrom } from './cube-question.ts'
import { hedgeOfSum } from './rollup.ts'

/**
 * What cells come to over every unit that has others in it, in columns by `Layout.larger` (các tổng): worked out in one pass over
 * the units, so that a table of the country takes an addition a figure and not an object a cell.
 */
export type Totals = {
  /** 0 where there is more to say than the columns hold: a reason, a number too large to be exact. */
  readonly isPlain: Uint8Array
  /** Cell after cell. */
  readonly amounts: Float64Array
  readonly hedges: Uint8Array
  readonly counted: Int32Array
  readonly missing: Int32Array
  readonly notApplicable: Int32Array
}

/** The totals of one cell stay with its layer, which is made anew when anything in it changes. */
export function totalsOf(layer: Layer, layout: Layout, from: SummedFrom): Totals {
  layer.totals ??= makeTotals([layer], layout, from)
  return layer.totals
}

/** As `sumsIn` (cube-sums.ts) of every larger unit at once, for a reader with one limit for all of it and no kind of unit. */
export function makeTotals(layers: readonly Layer[], layout: Layout, from: SummedFrom): Totals {
  const { larger, largeAt, parent, isCommune } = layout
  const work = newWork(layers, larger.length)
  const onlyCommunes = from === 'communes'
  // Backwards: what lies in a unit comes after it, so it is added up before the unit itself is come to.
  for (let place = layout.units.length - 1; place >= 0; place -= 1) {
    const own = largeAt[place] ?? -1
    const above = parent[place] ?? -1
    const into = above < 0 ? -1 : (largeAt[above] ?? -1)
    if (own < 0) {
      if (into >= 0 && (!onlyCommunes || isCommune[place])) addOwn(work, place, into, false)
      continue
    }
    if (!onlyCommunes) standBefore(work, place, own)
    else if (isCommune[place]) addOwn(work, place, own, false)
    if (into >= 0) addBelow(work, own, into)
  }
  return settle(work)
}

type Work = Totals & {
  readonly layers: readonly Layer[]
  readonly large: number
  /** The sum of all sizes: while that is exact, every sum on the way is. */
  readonly sizes: Float64Array
  readonly hasGiven: Uint8Array
}

function newWork(layers: readonly Layer[], large: number): Work {
  const [size, numbers] = [layers.length * large, () => new Int32Array(large)]
  return {
    ...{ layers, large, sizes: new Float64Array(size), hasGiven: new Uint8Array(large) },
    ...{ isPlain: new Uint8Array(large).fill(1), amounts: new Float64Array(size), hedges: new Uint8Array(size) },
    ...{ counted: numbers(), missing: numbers(), notApplicable: numbers() },
  }
}

/** The first of a unit's cells that is no number decides for all. */
function stateIn({ layers }: Work, place: number): number {
  for (let cell = 0; cell < layers.length; cell += 1) {
    const flags = layers[cell]?.flags
    const flag = flags && place < flags.length ? (flags[place] ?? none) : none
    if (!isNumber(flag)) return flag & stateBits
  }
  return nought
}

function addOwn(work: Work, place: number, into: number, isAlone: boolean): void {
  const state = stateIn(work, place)
  if (state === nought) {
    if (isAlone) clear(work, into)
    work.counted[into] = (work.counted[into] ?? 0) + 1
    addNumbers(work, place, into)
  } else if (state === notApplicable) work.notApplicable[into] = (work.notApplicable[into] ?? 0) + 1
  else {
    work.missing[into] = (work.missing[into] ?? 0) + 1
    // It gave something that could not be put together, and why has to be said.
    if (state !== none) work.isPlain[into] = 0
  }
  if (state === nought || state === notApplicable) work.hasGiven[into] = 1
}

function addNumbers({ layers, large, amounts, sizes, hedges }: Work, place: number, into: number): void {
  for (let cell = 0; cell < layers.length; cell += 1) {
    const layer = layers[cell]
    const flag = layer?.flags[place] ?? none
    if (!layer || (flag & stateBits) === nought) continue
    const at = cell * large + into
    const amount = layer.amounts[place] ?? 0
    amounts[at] = (amounts[at] ?? 0) + amount
    sizes[at] = (sizes[at] ?? 0) + Math.abs(amount)
    hedges[at] = (hedges[at] ?? 0) | (1 << (flag >> 3))
  }
}

/** A larger unit's own number stands before its parts; where neither it nor anybody in it gave one, it is what is missing. */
function standBefore(work: Work, place: number, at: number): void {
  const { missing, hasGiven } = work
  const state = stateIn(work, place)
  if (state === nought) return addOwn(work, place, at, true)
  if (!hasGiven[at]) missing[at] = 0
  if (state === notApplicable) return addOwn(work, place, at, false)
  if (state !== none) work.isPlain[at] = 0
  if (!hasGiven[at]) missing[at] = 1
}

function clear(work: Work, at: number): void {
  const { large, layers, amounts, sizes, hedges } = work
  for (const numbers of [work.counted, work.missing, work.notApplicable]) numbers[at] = 0
  work.isPlain[at] = 1
  for (let cell = at; cell < layers.length * large; cell += large) {
    amounts[cell] = 0
    sizes[cell] = 0
    hedges[cell] = 0
  }
}

function addBelow(work: Work, from: number, into: number): void {
  const { large, layers, amounts, sizes, hedges, isPlain, hasGiven } = work
  for (const numbers of [work.counted, work.missing, work.notApplicable]) {
    numbers[into] = (numbers[into] ?? 0) + (numbers[from] ?? 0)
  }
  if (!isPlain[from]) isPlain[into] = 0
  if (hasGiven[from]) hasGiven[into] = 1
  for (let cell = 0; cell < layers.length * large; cell += large) {
    amounts[cell + into] = (amounts[cell + into] ?? 0) + (amounts[cell + from] ?? 0)
    sizes[cell + into] = (sizes[cell + into] ?? 0) + (sizes[cell + from] ?? 0)
    hedges[cell + into] = (hedges[cell + into] ?? 0) | (hedges[cell + from] ?? 0)
  }
}

/** What is one hedge of several, as `hedgeOfSum` says it, by the bits of those that were added. */
export const hedgeOfAll = Uint8Array.from({ length: 1 << qualifiers.length }, (_, bits) =>
  qualifiers.indexOf(hedgeOfSum(qualifiers.filter((_hedge, at) => bits & (1 << at)))),
)

function settle(work: Work): Totals {
  const { large, sizes, hedges, amounts, isPlain, counted, missing } = work
  for (let at = 0; at < sizes.length; at += 1) {
    // Not a number where one of them is held elsewhere, since it is too large.
    if (!((sizes[at] ?? 0) <= Number.MAX_SAFE_INTEGER)) isPlain[at % large] = 0
    hedges[at] = amounts[at] === 0 ? 0 : (hedgeOfAll[hedges[at] ?? 0] ?? 0)
  }
  return { isPlain, amounts, hedges, counted, missing, notApplicable: work.notApplicable }
}
