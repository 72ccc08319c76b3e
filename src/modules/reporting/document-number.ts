import type { Layout } from '#kernel/document.ts'
import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { ReportId } from './report.ts'

export type DocumentNumberId = Id<'DocumentNumber'>

export const numberedTypes = ['report', 'letter'] as const

/** What is numbered: a report (BC) and an official letter (CV) are counted apart. */
export type NumberedType = (typeof numberedTypes)[number]

/** By the paper office, which tells the number; or here, in order. */
export type NumberingWay = 'by-hand' | 'reserved'

/** Cách lấy số: how a unit numbers what it issues in one layout. */
export type Numbering = {
  layout: Layout
  way: NumberingWay
  /** Nhiệm kỳ, for the Party: `2025-2030`. */
  term: string
  /** How far the paper register had come in this series before numbers were reserved here. */
  startSeries: string
  last: Record<NumberedType, number>
  version: number
}

/** One line of the outgoing register (sổ đăng ký văn bản đi). */
export type RegisteredNumber = {
  id: DocumentNumberId
  report: ReportId
  layout: Layout
  type: NumberedType
  series: string
  number: number
  symbol: string
  about: string
  sentTo: readonly string[]
  signedOn: LocalDate
  way: NumberingWay
  by: string
  /** Why the number was given to nothing in the end; null while it stands. */
  cancelledFor: string | null
}

/** Until a unit says otherwise, its paper office numbers. */
export function paperNumbering(layout: Layout): Numbering {
  return { layout, way: 'by-hand', term: '', startSeries: '', last: { report: 0, letter: 0 }, version: 0 }
}

/**
 * Within what numbers run: the year for the State (Nghị định 30/2020/NĐ-CP, Điều 15), the term for the Party (Hướng dẫn
 * 05-HD/VPTW, second-hand), the year for the Front (not verified). Without a term known, the Party's runs in the year too.
 */
export function seriesOf({ layout, term }: Pick<Numbering, 'layout' | 'term'>, day: LocalDate): string {
  return layout === 'party' && term !== '' ? term : day.slice(0, 4)
}

/** The number after the last one: of this register, or of the paper one it goes on from. Cancelled numbers are never given again. */
export function nextNumber(numbering: Numbering, type: NumberedType, series: string, given: readonly number[]): number {
  const onPaper = numbering.startSeries === series ? numbering.last[type] : 0
  return Math.max(onPaper, ...given) + 1
}

/** `07` and `7` are one number; null for what is none. */
export function parseNumber(text: string): number | null {
  const found = /^0*([1-9]\d{0,4})$/.exec(text.trim())
  return found ? Number(found[1]) : null
}

export type Gap = { from: number; to: number }

/** The numbers below the highest that this register does not hold: given on paper to other documents, or lost. */
export function gapsOf(numbers: readonly number[]): Gap[] {
  const sorted = [...new Set(numbers)].toSorted((one, other) => one - other)
  return sorted.flatMap((number, at) => {
    const before = sorted[at - 1] ?? 0
    return number - before > 1 ? [{ from: before + 1, to: number - 1 }] : []
  })
}
