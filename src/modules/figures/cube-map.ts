import { apportion } from '#modules/territory/apportion.ts'
import type { Destination } from '#modules/territory/rebase.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Layer } from './cube-layer.ts'
import { weightsAt, type Placement } from './cube-placement.ts'
import { never } from './cube-rights-by-place.ts'
import { amountAt, isNumber, none, notApplicable, nought, stateBits } from './cube-slab.ts'
import { noSums, reasonAt, stateAt, type Group, type Sums } from './cube-sums.ts'
import type { MapReason } from './map-figure.ts'

/** How the cells of a group may be divided. */
export type Divisible = { isAdded: boolean; isNeverNegative: boolean }

/** What becomes of one unit's numbers on the map (docs/adr/0039), as `map-cell.ts` says it of one cell. */
export type MapUse =
  | { kind: 'counted'; isDivided: boolean }
  | { kind: 'not-applicable' | 'within' | 'missing' }
  | { kind: 'refused' | 'set-aside'; reason: MapReason | null }

export type MapSums = { sums: Sums; uses: ReadonlyMap<number, MapUse>; missing: readonly UnitId[] }

/** The sums of a group over a unit of another day's map, with what became of each unit's numbers. */
export function sumsOnMap(group: Group, placement: Placement, divisible: Divisible, target: UnitId): MapSums {
  const landing = placement.landing.get(target) ?? []
  const uses = usesOf(group, placement, divisible, target, landing)
  const sums = { ...noSums(group.size), amounts: new Array<number | bigint>(group.size).fill(0n) }
  for (const [place, use] of uses) {
    if (use.kind === 'counted') addCounted(group, placement, sums, { place, target, isDivided: use.isDivided })
    else if (use.kind === 'not-applicable') sums.notApplicable += 1
    else if (use.kind === 'refused') sums.refusal ??= { reason: use.reason }
    else if (use.kind === 'missing') note(group, sums, place)
  }
  // “Không áp dụng” is the answer only where everybody's is.
  if ([...uses.values()].some(({ kind }) => kind === 'within' || kind === 'set-aside')) sums.notApplicable = 0
  const missing = group.from === 'communes' ? missingCommunes(group, uses) : missingOf(placement, uses, target)
  sums.missing = missing.length
  return { sums, uses, missing }
}

function usesOf(
  group: Group,
  placement: Placement,
  divisible: Divisible,
  target: UnitId,
  landing: readonly number[],
): Map<number, MapUse> {
  const uses = new Map<number, MapUse>()
  const speaking = new Set<number>()
  for (const place of landing) {
    if (group.from === 'communes' && !group.layout.isCommune[place]) continue
    const use = useAt(group, placement, divisible, target, place)
    uses.set(place, use)
    if (use.kind === 'counted') for (const above of placesAbove(group, place)) speaking.add(above)
  }
  // It cannot be divided among the units of this map, but its parts have spoken for themselves.
  for (const [place, use] of uses) {
    if (use.kind === 'refused' && speaking.has(place)) uses.set(place, { kind: 'set-aside', reason: use.reason })
  }
  return uses
}

function useAt(group: Group, placement: Placement, divisible: Divisible, target: UnitId, place: number): MapUse {
  const layers = layersAt(group, place)
  const state = layers ? stateAt(group, layers, place) : none
  if (!layers || (state !== nought && state !== notApplicable)) return { kind: 'missing' }
  for (const above of placesAbove(group, place)) {
    if (placement.destinations[above]?.flag !== 'not-comparable' && isNumberAt(group, above)) return { kind: 'within' }
  }
  if (state === notApplicable) return { kind: 'not-applicable' }
  if (!divisible.isAdded) {
    if (placement.isSame(place, target)) return { kind: 'counted', isDivided: false }
    return { kind: 'refused', reason: { why: 'not-additive' } }
  }
  const destination = placement.destinations[place]
  if (!destination) return { kind: 'missing' }
  const unit = group.layout.units[place] as UnitId
  if (group.unitKind !== null) {
    if (group.divisorAt(place) === null) return { kind: 'refused', reason: { why: 'divisor-unknown', unit } }
    if (destination.flag === 'apportioned') return { kind: 'refused', reason: { why: 'divisor-divided', unit } }
  } else if (divisible.isNeverNegative && mayBeNothing(destination) && areNought(layers, place)) {
    return { kind: 'counted', isDivided: false }
  }
  if (destination.flag === 'not-comparable') return { kind: 'refused', reason: destination.reason }
  return { kind: 'counted', isDivided: destination.flag === 'apportioned' }
}

/** Nothing divided is nothing, whatever the shares. */
export function mayBeNothing({ flag, reason }: Destination): boolean {
  const isDivision = reason !== null && ['share-unknown', 'shares-incomplete', 'not-divided'].includes(reason.why)
  return flag !== 'not-comparable' || isDivision
}

export function areNought(layers: readonly Layer[], place: number): boolean {
  return layers.every(({ flags }) => ((flags[place] ?? none) & stateBits) === nought)
}

function layersAt(group: Group, place: number): readonly Layer[] | null {
  const least = group.leasts.byPlace[place] ?? never
  return least === never ? null : group.layersOf(least)
}

const nobodyAbove: readonly number[] = []

function isNumberAt(group: Group, place: number): boolean {
  const layers = layersAt(group, place)
  return layers !== null && stateAt(group, layers, place) === nought
}

function placesAbove({ layout, from }: Group, place: number): readonly number[] {
  // Of communes alone nobody stands above another; a table of the country asks this a million times.
  if (from === 'communes') return nobodyAbove
  const above: number[] = []
  for (let at = layout.parent[place] ?? -1; at >= 0; at = layout.parent[at] ?? -1) above.push(at)
  return above
}

type Counted = { place: number; target: UnitId; isDivided: boolean }

function addCounted(group: Group, placement: Placement, sums: Sums, { place, target, isDivided }: Counted): void {
  sums.counted += 1
  sums.divisor += group.divisorAt(place) ?? 0
  if (isDivided) sums.isApportioned = true
  const layers = layersAt(group, place) ?? []
  const at = isDivided ? placement.destinations[place]?.parts.findIndex(({ unit }) => unit === target) : -1
  layers.forEach((layer, cell) => {
    const flag = layer.flags[place] ?? none
    if (!isNumber(flag) || (flag & stateBits) === nought) return
    const amount = amountAt(layer, place)
    const part = at === undefined || at < 0 ? amount : (divided(amount, weightsAt(placement, place))[at] ?? 0n)
    if (part === 0n) return
    sums.amounts[cell] = BigInt(sums.amounts[cell] ?? 0) + part
    // A hedge stays with each part: a third of “trên 300” is “trên 100”.
    sums.hedges[cell] = (sums.hedges[cell] ?? 0) | (1 << (flag >> 3))
  })
}

/** In the precision that the number was given in: one person, or a tenth of a hectare where it says 12,5. */
export function divided(amount: bigint, weights: readonly bigint[]): bigint[] {
  return apportion(amount, weights, [10_000n, 1_000n, 100n, 10n].find((step) => amount % step === 0n) ?? 1n)
}

function note(group: Group, sums: Sums, place: number): void {
  const layers = layersAt(group, place)
  if (!layers) sums.unseen += 1
  else sums.reason ??= reasonAt(layers, place, stateAt(group, layers, place))
}

function missingCommunes({ layout }: Group, uses: ReadonlyMap<number, MapUse>): UnitId[] {
  return [...uses].flatMap(([place, { kind }]) => (kind === 'missing' ? (layout.units[place] ?? []) : []))
}

/** As `map-coverage.ts`: a unit that gave none is opened where somebody under it did; else it is what is missing. */
function missingOf(placement: Placement, uses: ReadonlyMap<number, MapUse>, target: UnitId): UnitId[] {
  const { layout } = placement
  const withParts = new Set<number>()
  for (const [place, { kind }] of uses) {
    if (kind === 'missing') continue
    for (let at = layout.parent[place] ?? -1; at >= 0; at = layout.parent[at] ?? -1) withParts.add(at)
  }
  const landing = new Set(uses.keys())
  const open = placement.topsOf(target).map((unit) => layout.placeOf.get(unit) ?? -1)
  const seen = new Set(open)
  const missing: UnitId[] = []
  for (let place = open.shift(); place !== undefined; place = open.shift()) {
    const kind = uses.get(place)?.kind ?? 'missing'
    if (kind === 'counted' || kind === 'within' || kind === 'refused') continue
    const below = withParts.has(place) ? childrenAt(placement, place).filter((child) => landing.has(child)) : []
    if (below.length === 0 && kind === 'missing') missing.push(layout.units[place] as UnitId)
    for (const child of below) {
      if (seen.has(child)) continue
      seen.add(child)
      open.push(child)
    }
  }
  return missing
}

function childrenAt({ layout }: Placement, place: number): number[] {
  const children: number[] = []
  for (let at = place + 1; at < (layout.end[place] ?? 0); at = layout.end[at] ?? at + 1) children.push(at)
  return children
}
