import type { Qualifier } from '#kernel/numerals.ts'
import type { Quantity } from '#kernel/quantity.ts'
import type { Period } from '#kernel/period.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Layout } from './cube-layout.ts'
import { standings, type FigureSetId, type SetStanding } from './figure-set.ts'
import type { FigureValue } from './figure.ts'

/** What a unit's number is, in one byte: its state in the lower three bits, its hedge above them. */
export const none = 0
export const reported = 1
export const nought = 2
export const notApplicable = 3
export const notYetKnown = 4
/** Beside what a unit can say: why a period could not be put together for it (cube-time.ts). */
export const partsMissing = 5
export const notOverTime = 6
export const definitionChanged = 7
export const stateBits = 7

const states = ['none', 'reported', 'zero', 'not-applicable', 'not-yet-known'] as const
export const qualifiers: readonly Qualifier[] = ['exact', 'over', 'about', 'under', 'estimate']

/** Amounts in ten-thousandths; one that a number cannot hold exactly is NaN here and stands in `large`. */
export type Column = { amounts: Float64Array; flags: Uint8Array; large: Map<number, bigint> | null }

/** One cell of one period over all units (lát số liệu). `slots` says in which of its sets each unit gave it; null: all in the first. */
export type Slab = Column & { slots: Uint8Array | null; stamp: number }

/** The units of one period and how far the sets of each have come (khung của một kỳ). */
export type Frame = {
  readonly period: Period
  layout: Layout
  /** A unit may give several sets for one period: the first of each, the second of each. */
  readonly sets: SetColumn[]
  readonly setAt: Map<FigureSetId, { place: number; slot: number }>
  stamp: number
}

/** By place: 0 where there is no set, else 1 (open) to 4 (published); `isPublishedSource` is kept beside. */
export type SetColumn = { standing: Uint8Array; isPublishedSource: Uint8Array; ids: (FigureSetId | undefined)[] }

export function newFrame(period: Period, layout: Layout): Frame {
  return { period, layout, sets: [], setAt: new Map(), stamp: 0 }
}

/** Puts a set where it stands now, as often as one likes. */
export function putSet(
  frame: Frame,
  place: number,
  set: { id: FigureSetId; standing: number; isPublishedSource: boolean },
): void {
  const known = frame.setAt.get(set.id)
  const slot = known?.slot ?? freeSlot(frame, place)
  const column = frame.sets[slot]
  if (!column) throw new Error('A set has no column')
  column.standing[place] = set.standing
  column.isPublishedSource[place] = set.isPublishedSource ? 1 : 0
  column.ids[place] = set.id
  if (!known) frame.setAt.set(set.id, { place, slot })
  frame.stamp += 1
}

function freeSlot(frame: Frame, place: number): number {
  const free = frame.sets.findIndex(({ ids }) => ids[place] === undefined)
  if (free >= 0) {
    const column = frame.sets[free]
    if (column && place >= column.standing.length) {
      column.standing = longer(column.standing, frame.layout.units.length)
      column.isPublishedSource = longer(column.isPublishedSource, frame.layout.units.length)
    }
    return free
  }
  const length = frame.layout.units.length
  frame.sets.push({ standing: new Uint8Array(length), isPublishedSource: new Uint8Array(length), ids: [] })
  return frame.sets.length - 1
}

export function newSlab(length: number): Slab {
  return { amounts: new Float64Array(length), flags: new Uint8Array(length), large: null, slots: null, stamp: 0 }
}

/** Puts one value into a slab. */
export function putValue(slab: Slab, place: number, slot: number, flag: number, units: bigint | number): void {
  if (place >= slab.flags.length) {
    slab.flags = longer(slab.flags, place + 1)
    slab.amounts = longerAmounts(slab.amounts, place + 1)
    if (slab.slots) slab.slots = longer(slab.slots, place + 1)
  }
  slab.flags[place] = flag
  putAmount(slab, place, units)
  if (slot > 0) slab.slots ??= new Uint8Array(slab.flags.length)
  if (slab.slots) slab.slots[place] = slot
  slab.stamp += 1
}

export function putAmount(column: Column, place: number, units: bigint | number): void {
  const isSafe = units >= -Number.MAX_SAFE_INTEGER && units <= Number.MAX_SAFE_INTEGER
  column.amounts[place] = isSafe ? Number(units) : Number.NaN
  if (!isSafe) (column.large ??= new Map()).set(place, BigInt(units))
  else column.large?.delete(place)
}

export function amountAt({ amounts, large }: Column, place: number): bigint {
  const amount = amounts[place] ?? 0
  return Number.isNaN(amount) ? (large?.get(place) ?? 0n) : BigInt(amount)
}

/** `12.5000`, as numeric(20,4) is written, in ten-thousandths. */
export function unitsOf(text: string): bigint | number {
  const digits = text.replace('.', '')
  const number = Number(digits)
  return Number.isSafeInteger(number) ? number : BigInt(digits)
}

export function flagOf(state: string, qualifier: string): number {
  const at = states.indexOf(state as (typeof states)[number])
  if (at < 1) throw new Error(`Not a state of a figure: ${state}`)
  return at | (at === reported ? Math.max(0, qualifiers.indexOf(qualifier as Qualifier)) << 3 : 0)
}

export function isNumber(flag: number): boolean {
  const state = flag & stateBits
  return state === reported || state === nought
}

export function isAnswer(flag: number): boolean {
  return isNumber(flag) || (flag & stateBits) === notApplicable
}

export function qualifierOf(flag: number): Qualifier {
  return qualifiers[flag >> 3] ?? 'exact'
}

export function valueAt(column: Column, place: number): FigureValue | null {
  const flag = column.flags[place] ?? none
  const state = states[flag & stateBits] ?? 'none'
  if (state === 'none') return null
  if (state !== 'reported') return { state }
  return { state, amount: amountAt(column, place) as Quantity, qualifier: qualifierOf(flag) }
}

/** 1 for open to 4 for published; 0 is no set. */
export function standingNumber(standing: string): number {
  const at = standings.indexOf(standing as SetStanding)
  if (at < 0) throw new Error(`Not a standing of a set: ${standing}`)
  return at + 1
}

export type UnitSet = { id: FigureSetId; standing: SetStanding; origin: 'entered' | 'published-source' }

/** The set that a unit gave a value in. */
export function setOf(frame: Frame, slab: Slab, place: number): UnitSet | null {
  const column = frame.sets[slab.slots?.[place] ?? 0]
  const id = column?.ids[place]
  const standing = standings[(column?.standing[place] ?? 0) - 1]
  if (id === undefined || standing === undefined) return null
  return { id, standing, origin: column?.isPublishedSource[place] ? 'published-source' : 'entered' }
}

export function unitAtPlace(frame: Frame, place: number): UnitId {
  const unit = frame.layout.units[place]
  if (unit === undefined) throw new Error('A place without a unit')
  return unit
}

function longer(bytes: Uint8Array, length: number): Uint8Array {
  const made = new Uint8Array(length)
  made.set(bytes)
  return made
}

function longerAmounts(amounts: Float64Array, length: number): Float64Array {
  const made = new Float64Array(length)
  made.set(amounts)
  return made
}
