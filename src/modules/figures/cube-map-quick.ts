import type { Destination } from '#modules/territory/rebase.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Layer } from './cube-layer.ts'
import { areNought, divided, mayBeNothing, type Divisible } from './cube-map.ts'
import { weightsAt, type Placement } from './cube-placement.ts'
import { never } from './cube-rights-by-place.ts'
import { isNumber, none, notApplicable, nought, stateBits } from './cube-slab.ts'
import { noSums, stateAt, type Group, type Sums } from './cube-sums.ts'

/**
 * The sums of communes on another day's map, as `sumsOnMap` works them out, without a record of what became of each: a map of the
 * country has ten thousand. Null where there is more to say: a number that cannot be divided, a reason, one too large to be exact.
 */
export function quickSumsOnMap(group: Group, placement: Placement, divisible: Divisible, target: UnitId): Sums | null {
  if (group.from !== 'communes' || !divisible.isAdded || group.unitKind !== null) return null
  const sums = noSums(group.size)
  const size = { all: 0 }
  for (const place of placement.landing.get(target) ?? []) {
    if (!group.layout.isCommune[place]) continue
    const least = group.leasts.byPlace[place] ?? never
    if (least === never) {
      sums.missing += 1
      sums.unseen += 1
      continue
    }
    const layers = group.layersOf(least)
    const state = stateAt(group, layers, place)
    if (state === notApplicable) sums.notApplicable += 1
    else if (state === none) sums.missing += 1
    else if (state !== nought || !addOne(sums, size, layers, placement, divisible, { place, target })) return null
  }
  return size.all <= Number.MAX_SAFE_INTEGER ? sums : null
}

/** False where it cannot be put on this map. */
function addOne(
  sums: Sums,
  size: { all: number },
  layers: readonly Layer[],
  placement: Placement,
  divisible: Divisible,
  { place, target }: { place: number; target: UnitId },
): boolean {
  const destination = placement.destinations[place]
  if (!destination) return false
  const isNothing = divisible.isNeverNegative && mayBeNothing(destination) && areNought(layers, place)
  if (destination.flag === 'not-comparable' && !isNothing) return false
  sums.counted += 1
  if (isNothing) return true
  const isDivided = destination.flag === 'apportioned'
  if (isDivided) sums.isApportioned = true
  for (let cell = 0; cell < layers.length; cell += 1) {
    const layer = layers[cell]
    const flag = layer?.flags[place] ?? none
    if (!layer || !isNumber(flag) || (flag & stateBits) === nought) continue
    const amount = partOf(layer.amounts[place] ?? 0, isDivided ? placement : null, destination, place, target)
    if (amount === 0) continue
    // What is too large for a number is not one here, and then neither is the size of all.
    size.all += Math.abs(amount)
    sums.amounts[cell] = ((sums.amounts[cell] ?? 0) as number) + amount
    sums.hedges[cell] = (sums.hedges[cell] ?? 0) | (1 << (flag >> 3))
  }
  return true
}

function partOf(
  amount: number,
  placement: Placement | null,
  { parts }: Destination,
  place: number,
  target: UnitId,
): number {
  if (!placement || Number.isNaN(amount)) return amount
  const at = parts.findIndex(({ unit }) => unit === target)
  return Number(divided(BigInt(amount), weightsAt(placement, place))[at] ?? 0n)
}
