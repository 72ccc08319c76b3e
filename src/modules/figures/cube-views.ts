import type { Period } from '#kernel/period.ts'
import type { UnitId, UnitKind } from '#modules/territory/unit.ts'
import { layerOf, type Layer, type Layers } from './cube-layer.ts'
import type { Layout } from './cube-layout.ts'
import { daysKey, frameOf, type Memory } from './cube-memory.ts'
import type { PlannedGroup } from './cube-plan.ts'
import type { CubeQuestion } from './cube-question.ts'
import { leastsOf, never, type LeastsKept } from './cube-rights-by-place.ts'
import type { Reader } from './cube-rights.ts'
import type { PlacementsKept } from './cube-placement.ts'
import { ownSums, sumsIn, type Group, type KeptSums, type Sums } from './cube-sums.ts'
import { cellKey, type Indicator } from './indicator.ts'

/** What is worked out of the figures and kept until one of them changes. */
export type Derived = {
  layers: Layers
  leasts: LeastsKept
  /** `count` is how many sums there are in all. */
  sums: { kept: Map<string, KeptSums>; count: number }
  placements: PlacementsKept
  divisors: WeakMap<Layout, Map<string, Int32Array>>
}

export function newDerived(): Derived {
  return {
    layers: { kept: new Map(), bytes: 0 },
    leasts: new WeakMap(),
    sums: { kept: new Map(), count: 0 },
    ...{ placements: new WeakMap(), divisors: new WeakMap() },
  }
}

export type Asking = {
  memory: Memory
  derived: Derived
  reader: Reader
  question: Pick<CubeQuestion, 'counts' | 'from'>
}

/** A group of cells for one period, cut to what its reader may see. */
export function groupFor(asking: Asking, planned: PlannedGroup, period: Period): Group {
  const { memory, derived, reader, question } = asking
  const { layout } = frameOf(memory, period)
  const leasts = leastsOf(derived.leasts, layout, reader, strictest(memory, planned), question.counts)
  const byLeast = new Map<number, readonly Layer[]>()
  const layersOf = (least: number): readonly Layer[] => {
    const known = byLeast.get(least)
    if (known) return known
    const cut = { least, from: question.from }
    const made = planned.cells.map((cell) => layerOf(memory, derived.layers, cell, period, cut))
    byLeast.set(least, made)
    return made
  }
  const divisors = planned.unitKind === null ? null : divisorsOf(asking, layout, planned.unitKind, period)
  const divisorAt = (place: number): number | null => {
    const divisor = divisors?.[place] ?? -1
    return divisor < 0 ? null : divisor
  }
  const keptByLeast = new Map<number, KeptSums>()
  const keptOf: Group['keptOf'] = (least) => {
    const known = keptByLeast.get(least) ?? keptFor(asking, planned, layersOf(least), `${daysKey(period)} ${least}`)
    keptByLeast.set(least, known)
    return known
  }
  return {
    layout,
    from: question.from,
    leasts,
    layersOf,
    keptOf,
    size: planned.cells.length,
    unitKind: planned.unitKind,
    divisorAt,
  }
}

/** The sums of a group over a unit; where one limit holds for all of it, they are kept for every reader with that limit. */
export function sumsOf(asking: Asking, planned: PlannedGroup, group: Group, period: Period, place: number): Sums {
  const work = (of: Group): Sums => (planned.isAdded ? sumsIn(of, place) : ownSums(of, place))
  const least = group.leasts.within[place] ?? 0
  const isLarge = (group.layout.end[place] ?? 0) - place > 1
  if (!isLarge || least === 0 || least === never) return work(group)
  const kept = group.keptOf(least)
  const known = kept.of.get(place)
  return known ?? keep(asking, kept, place, work(group))
}

export function keep({ derived }: Asking, kept: KeptSums, at: number | UnitId, sums: Sums): Sums {
  kept.of.set(at, sums)
  derived.sums.count += 1
  return sums
}

/** The sums that were worked out of these layers already. */
export function keptFor(
  { derived, question }: Asking,
  planned: PlannedGroup,
  layers: readonly Layer[],
  days: string,
): KeptSums {
  const key = `${planned.cells.map(cellKey).join()} ${planned.unitKind ?? ''} ${planned.isAdded ? '+' : ''} ${days} ${question.from}`
  const known = derived.sums.kept.get(key)
  // A layer is made anew when anything in it changed, so the same layers have the same sums.
  if (known?.layers.length === layers.length && known.layers.every((layer, at) => layer === layers[at])) return known
  const made: KeptSums = { layers, of: new Map(), totals: null }
  derived.sums.kept.set(key, made)
  derived.sums.count += 1 - (known ? known.of.size + 1 : 0)
  return made
}

const strictestKept = new WeakMap<PlannedGroup, Pick<Indicator, 'sensitivity'>>()

/** A plan is made for one question, against the definitions of its moment. */
function strictest(memory: Memory, planned: PlannedGroup): Pick<Indicator, 'sensitivity'> {
  const known = strictestKept.get(planned)
  if (known) return known
  const order = ['public', 'total-only', 'internal'] as const
  const found = planned.cells.flatMap(({ code }) => memory.definitions.byCode.get(code) ?? [])
  const made = {
    sensitivity: order.findLast((one) => found.some(({ sensitivity }) => sensitivity === one)) ?? 'internal',
  }
  strictestKept.set(planned, made)
  return made
}

/** By place, how many units of a kind a unit is or has, as stated or as in the register; -1 where nobody knows. */
function divisorsOf({ memory, derived }: Asking, layout: Layout, kind: UnitKind, { to }: Period): Int32Array {
  const key = `${kind} ${to}`
  const ofLayout = derived.divisors.get(layout) ?? new Map<string, Int32Array>()
  derived.divisors.set(layout, ofLayout)
  const known = ofLayout.get(key)
  if (known) return known
  const counts = Int32Array.from(layout.versions, (version) =>
    version.level === 'commune' && version.kind === kind ? 1 : 0,
  )
  for (let place = counts.length - 1; place >= 0; place -= 1) {
    const above = layout.parent[place] ?? -1
    if (above >= 0) counts[above] = (counts[above] ?? 0) + (counts[place] ?? 0)
  }
  layout.versions.forEach(({ unit, level }, place) => {
    if (level === 'commune') return
    const stated = (memory.definitions.composition.get(unit) ?? []).filter(
      ({ from, until }) => (from === null || from <= to) && (until === null || until >= to),
    )
    const ofKind = stated.filter((one) => one.kind === kind).reduce((sum, { count }) => sum + count, 0)
    const count = stated.length > 0 ? ofKind : (counts[place] ?? 0)
    counts[place] = count > 0 ? count : -1
  })
  ofLayout.set(key, counts)
  return counts
}
