import type { LocalDate } from '#kernel/local-date.ts'
import { periodsWithin, quartersWithin, type Period } from '#kernel/period.ts'
import { breakAmong, definitionOn } from './cube-definitions.ts'
import type { Layout } from './cube-layout.ts'
import { daysKey, frameOf, slabOf, type Definition, type Memory } from './cube-memory.ts'
import { none, notYetKnown, stateBits, type Column, type Frame } from './cube-slab.ts'
import { putTogether } from './cube-time.ts'
import type { SummedFrom } from './cube-question.ts'
import type { Totals } from './cube-totals.ts'
import type { CellRef } from './indicator.ts'

/** Which figures a layer holds: from how far on their sets count, and of which units. */
export type Cut = { least: number; from: SummedFrom }

/**
 * What each unit says of one cell for one period, as far as it counts (lớp số liệu): its own number, or what its quarters and
 * months come to. Of a period whose parts are missing, `amounts` holds how many of `of` were given.
 */
export type Layer = Column & {
  readonly frame: Frame
  readonly definition: Definition | null
  readonly of: number
  /** The first day of the definition that keeps the period from being put together; null where none does. */
  readonly changedOn: LocalDate | null
  /** What it was made from: when the sum of their stamps moved, it is made again. */
  readonly sources: readonly { stamp: number }[]
  stamp: number
  checkedAt: number
  /** What it comes to over every larger unit, once that was asked for. */
  totals: Totals | null
}

/** The shorter periods that a period is put together from: quarters, and of a quarter its months. */
export function partsOfPeriod(period: Period): Period[] {
  const quarters = quartersWithin(period)
  if (quarters.length > 0) return quarters
  if (period.regime === 'quarter') return periodsWithin(period, 'month')
  return period.regime === 'quarter-15' ? periodsWithin(period, 'month-15') : []
}

/** A period with every shorter one that it may be put together from. */
export function periodsBehind(period: Period): Period[] {
  return [period, ...partsOfPeriod(period).flatMap(periodsBehind)]
}

/** Layers that were made, by what they are of. */
export type Layers = { kept: Map<string, Layer>; bytes: number }

export function layerOf(memory: Memory, layers: Layers, cell: CellRef, period: Period, cut: Cut): Layer {
  const key = `${cell.code}:${cell.dimension} ${daysKey(period)} ${cut.least} ${cut.from}`
  const known = layers.kept.get(key)
  if (known && isCurrent(memory, known)) return known
  const made = makeLayer(memory, layers, cell, period, cut)
  if (!known) layers.bytes += made.flags.byteLength + made.amounts.byteLength
  layers.kept.set(key, made)
  return made
}

function isCurrent(memory: Memory, layer: Layer): boolean {
  if (layer.checkedAt === memory.stamp) return true
  if (stampOf(layer.sources) !== layer.stamp) return false
  layer.checkedAt = memory.stamp
  return true
}

function stampOf(sources: readonly { stamp: number }[]): number {
  let sum = 0
  for (const { stamp } of sources) sum += stamp
  return sum
}

function makeLayer(memory: Memory, layers: Layers, cell: CellRef, period: Period, cut: Cut): Layer {
  const frame = frameOf(memory, period)
  const definition = definitionOn(memory, cell.code, period.to)
  const slab = definition && slabOf(memory, definition, cell.dimension, period)
  const periods = partsOfPeriod(period)
  const own = slab ? slab.amounts : new Float64Array(0)
  const parts = periods.map((one) => layerOf(memory, layers, cell, one, cut))
  // Where nobody gave anything there is nothing to keep: most years of a question of seventy.
  const isEmpty = !slab && parts.every(({ flags }) => flags.length === 0)
  const length = isEmpty ? 0 : frame.layout.units.length
  const broken =
    definition &&
    breakAmong(
      memory,
      definition,
      parts.map((part) => part.definition),
    )
  const changedOn = broken?.on ?? parts.find((part) => part.changedOn !== null)?.changedOn ?? null
  const layer = {
    ...{ changedOn },
    ...{ frame, definition, of: periods.length, checkedAt: memory.stamp, flags: new Uint8Array(length) },
    ...{ amounts: periods.length > 0 ? new Float64Array(length) : own, large: slab?.large ?? null },
  }
  if (slab) keepCounted(layer.flags, slab, frame, cut)
  const sources: { stamp: number }[] = [frame, ...(slab ? [slab] : [])]
  if (periods.length > 0) {
    layer.amounts.set(own)
    layer.large = slab?.large ? new Map(slab.large) : null
    for (const part of parts) sources.push(...part.sources)
    putTogether(
      layer,
      definition && { overTime: definition.overTime, isBroken: broken !== null },
      parts.map((part) => ({ layer: part, places: placesFrom(frame.layout, part.frame.layout) })),
    )
  }
  return { ...layer, sources, stamp: stampOf(sources), totals: null }
}

/** Copies what stands in a set that has come far enough; “chưa có số” is no number. */
function keepCounted(
  into: Uint8Array,
  slab: { flags: Uint8Array; slots: Uint8Array | null },
  frame: Frame,
  { least, from }: Cut,
): void {
  const { isCommune } = frame.layout
  const onlyCommunes = from === 'communes'
  for (let place = 0; place < slab.flags.length; place += 1) {
    const flag = slab.flags[place] ?? none
    if (flag === none || (flag & stateBits) === notYetKnown) continue
    const set = frame.sets[slab.slots?.[place] ?? 0]
    if (!set || (set.standing[place] ?? 0) < least) continue
    if (onlyCommunes && (!isCommune[place] || set.isPublishedSource[place])) continue
    into[place] = flag
  }
}

const placesKept = new WeakMap<Layout, WeakMap<Layout, Int32Array>>()

/** Where the units of one layout stand in another; null where both are one. -1: not there. */
export function placesFrom(one: Layout, other: Layout): Int32Array | null {
  if (one === other) return null
  const known = placesKept.get(one)?.get(other)
  if (known) return known
  const made = Int32Array.from(one.units, (unit) => other.placeOf.get(unit) ?? -1)
  const ofOne = placesKept.get(one) ?? new WeakMap<Layout, Int32Array>()
  placesKept.set(one, ofOne.set(other, made))
  return made
}
