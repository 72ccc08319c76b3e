import type { LocalDate } from '#kernel/local-date.ts'
import { periodBetween, type Period } from '#kernel/period.ts'
import type { Register } from '#modules/territory/register.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { layoutOn, withUnit, type Layout } from './cube-layout.ts'
import { newFrame, newSlab, putAmount, putSet, putValue, type Frame, type Slab } from './cube-slab.ts'
import type { DefinitionSpan } from './definition-change.ts'
import type { FigureSetId } from './figure-set.ts'
import type { Indicator, IndicatorVersionId } from './indicator.ts'

/** By province, the number of its last change that is in what was read. */
export type Clocks = ReadonlyMap<UnitId, number>

/** An indicator as it was defined, with the days for which that definition holds and the parts it is given in. */
export type Definition = Indicator & {
  from: LocalDate | null
  until: LocalDate | null
  parts: readonly string[]
} & Pick<DefinitionSpan, 'comparable' | 'changeNote'>

export type Definitions = {
  byCode: ReadonlyMap<string, readonly Definition[]>
  byId: ReadonlyMap<IndicatorVersionId, Definition>
  /** Stated numbers of units of a kind within a unit (unit_composition), by unit. */
  composition: ReadonlyMap<UnitId, readonly Composition[]>
}

export type Composition = { kind: string; count: number; from: LocalDate | null; until: LocalDate | null }

/** All figures of one indicator for the periods that end in one calendar year. `clocks` null: as of the memory's own clocks. */
export type Book = { code: string; year: number; slabs: Map<string, Slab>; bytes: number; clocks: Clocks | null }

/** All sets of the periods that end in one calendar year, by period. */
export type YearOfSets = { year: number; frames: Map<string, Frame>; clocks: Clocks | null }

/** What one process keeps of the figures (trí nhớ của khối số liệu); PostgreSQL is the truth, this may be dropped at any moment. */
export type Memory = {
  register: Register
  definitions: Definitions
  clocks: Clocks
  layouts: Map<number, Layout>
  years: Map<number, YearOfSets>
  books: Map<string, Book>
  /** Moves with everything that changes, so that what is derived knows in one look that nothing did. */
  stamp: number
  /** Values whose set is not known yet: it is in the next tail. */
  waiting: ValueRow[]
}

export type SetRow = {
  id: FigureSetId
  unit: UnitId
  from: LocalDate
  to: LocalDate
  standing: number
  isPublishedSource: boolean
}

export type ValueRow = {
  version: IndicatorVersionId
  dimension: string
  unit: UnitId
  from: LocalDate
  to: LocalDate
  flag: number
  units: bigint | number
  set: FigureSetId
}

export function newMemory(register: Register, definitions: Definitions, clocks: Clocks): Memory {
  return {
    ...{ register, definitions, clocks, layouts: new Map(), years: new Map(), books: new Map() },
    ...{ stamp: 1, waiting: [] },
  }
}

export const bookKey = (code: string, year: number): string => `${code} ${year}`

export const yearOfDay = (day: LocalDate): number => Number(day.slice(0, 4))

export const daysKey = ({ from, to }: Pick<Period, 'from' | 'to'>): string => `${from} ${to}`

export const slabKey = (version: string, dimension: string, days: string): string => `${version}:${dimension} ${days}`

export function slabOf(memory: Memory, definition: Definition, dimension: string, period: Period): Slab | null {
  const book = memory.books.get(bookKey(definition.code, yearOfDay(period.to)))
  return book?.slabs.get(slabKey(definition.id, dimension, daysKey(period))) ?? null
}

/** The frame of a period, made where nobody gave anything for it. Its year has been read. */
export function frameOf(memory: Memory, period: Pick<Period, 'from' | 'to'>): Frame {
  const year = memory.years.get(yearOfDay(period.to))
  if (!year) throw new Error(`The sets of ${period.to} were not read`)
  const key = daysKey(period)
  const known = year.frames.get(key)
  if (known) return known
  const layout = layoutOn(memory.register, period.to, memory.layouts)
  const frame = newFrame(periodBetween(period.from, period.to), layout)
  year.frames.set(key, frame)
  return frame
}

export function placeIn(memory: Memory, frame: Frame, unit: UnitId): number {
  const known = frame.layout.placeOf.get(unit)
  if (known !== undefined) return known
  frame.layout = withUnit(frame.layout, memory.register, unit)
  return frame.layout.units.length - 1
}

export function applySet(memory: Memory, row: SetRow): void {
  if (!memory.years.has(yearOfDay(row.to))) return
  const frame = frameOf(memory, row)
  putSet(frame, placeIn(memory, frame, row.unit), row)
  memory.stamp += 1
}

/** Puts a value where it is kept; what nobody asked for yet is not kept. False where its set is not known yet. */
export function applyValue(memory: Memory, row: ValueRow): boolean {
  const definition = memory.definitions.byId.get(row.version)
  if (!definition) throw new Error(`A figure of an unknown definition: ${row.version}`)
  const book = memory.books.get(bookKey(definition.code, yearOfDay(row.to)))
  if (!book) return true
  const frame = frameOf(memory, row)
  const at = frame.setAt.get(row.set)
  if (!at) return false
  const slab = slabIn(book, frame, row)
  putValue(slab, at.place, at.slot, row.flag, row.units)
  memory.stamp += 1
  return true
}

/** Values that came before their sets did. Once everything stands at one snapshot each has its set, or the ledger is broken. */
export function settleWaiting(memory: Memory, isOneSnapshot: boolean): void {
  const waiting = memory.waiting.splice(0)
  for (const row of waiting) {
    if (applyValue(memory, row)) continue
    if (isOneSnapshot) throw new Error(`Figures stand in a set that is not there: ${row.set}`)
    memory.waiting.push(row)
  }
}

function slabIn(book: Book, frame: Frame, row: Pick<ValueRow, 'version' | 'dimension' | 'from' | 'to'>): Slab {
  const key = slabKey(row.version, row.dimension, daysKey(row))
  const known = book.slabs.get(key)
  if (known) return known
  const slab = newSlab(frame.layout.units.length)
  book.slabs.set(key, slab)
  book.bytes += slab.amounts.byteLength + slab.flags.byteLength
  // What was put together without this slab has to be put together again.
  frame.stamp += 1
  return slab
}

/** One cell of one period as it comes from a filling: the same places in every list. */
export type SlabRows = {
  version: IndicatorVersionId
  dimension: string
  from: LocalDate
  to: LocalDate
  count: number
  unit(at: number): UnitId
  set(at: number): FigureSetId
  flag(at: number): number
  amount(at: number): bigint | number
}

/** Puts a filled slab into its book in one go. */
export function installSlab(memory: Memory, book: Book, rows: SlabRows): void {
  const frame = frameOf(memory, rows)
  const slab = slabIn(book, frame, rows)
  const [first] = frame.sets
  for (let at = 0; at < rows.count; at += 1) {
    const unit = rows.unit(at)
    const set = rows.set(at)
    const place = frame.layout.placeOf.get(unit)
    if (place !== undefined && place < slab.flags.length && first?.ids[place] === set) {
      slab.flags[place] = rows.flag(at)
      putAmount(slab, place, rows.amount(at))
      continue
    }
    const known = frame.setAt.get(set)
    if (known) putValue(slab, known.place, known.slot, rows.flag(at), rows.amount(at))
    else {
      const { version, dimension, from, to } = rows
      memory.waiting.push({ version, dimension, unit, from, to, flag: rows.flag(at), units: rows.amount(at), set })
    }
  }
  slab.stamp += 1
  memory.stamp += 1
}

/** How many bytes the figures take; sets are counted by what they hold for a unit. */
export function bytesIn(memory: Memory): number {
  let bytes = 0
  for (const book of memory.books.values()) bytes += book.bytes
  for (const { frames } of memory.years.values()) {
    for (const frame of frames.values()) bytes += frame.setAt.size * 200
  }
  return bytes
}
