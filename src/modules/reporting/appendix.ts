import { localDate, partsOf } from '#kernel/local-date.ts'
import type { Qualifier } from '#kernel/numerals.ts'
import { rangeOf, type Period } from '#kernel/period.ts'
import { quantity, toDecimalText } from '#kernel/quantity.ts'
import { notYetKnown, type FigureValue } from '#modules/figures/figure.ts'
import type { UnitInSum } from './content.ts'

/**
 * Phụ lục: what a paper prints behind its report. Put together with the copy and frozen beside it, so that the numbers of the
 * communes go on adding up to the total that was handed in, whatever is amended afterwards (docs/adr/0076).
 */
export type ReportAppendix = {
  /** The cells that every list of figures below gives, in this order. */
  cells: readonly string[]
  /** The units of a sum; none for a report that sums nobody. */
  units: readonly UnitRow[]
  /** Of a review over more than one year; null for any other period. */
  years: YearsBeside | null
}

/** One unit of a sum with what it gave; `figures` is null where its report is not in the sum. */
export type UnitRow = UnitInSum & { figures: readonly ShortFigure[] | null }

/** The years of a review beside its total. */
export type YearsBeside = {
  columns: readonly YearColumn[]
  /** From the first whole year with figures to the last one: a rate a cell, null where it may not be told; null without two such years. */
  growth: { from: Period; to: Period; percent: readonly (string | null)[] } | null
}

export type YearColumn = {
  period: Period
  /** Null where nothing was accepted for it. */
  figures: readonly ShortFigure[] | null
  /** Came by another version of the template than the review. */
  isOtherVersion: boolean
  /** The cells that were counted by another definition then. */
  anew: readonly string[]
  /** Of a sum, how many units were in the number that had most of them; null for a single unit. */
  units: { counted: number; expected: number } | null
}

/**
 * A value in a few letters, since an appendix holds thousands: `1240`, `>3200` (trên), `0`, `-` (không áp dụng), nothing (chưa có
 * số).
 */
export type ShortFigure = string

const marks: Record<Qualifier, string> = { exact: '', over: '>', under: '<', about: '~', estimate: '^' }

export function shortFigure(value: FigureValue | undefined): ShortFigure {
  switch (value?.state) {
    case 'reported':
      return marks[value.qualifier] + toDecimalText(value.amount)
    case 'zero':
      return '0'
    case 'not-applicable':
      return '-'
    default:
      return ''
  }
}

/** Reads back what `shortFigure` wrote. */
export function readShort(short: ShortFigure): FigureValue {
  if (short === '') return notYetKnown
  if (short === '0') return { state: 'zero' }
  if (short === '-') return { state: 'not-applicable' }
  const hedged = (Object.keys(marks) as Qualifier[]).find((one) => marks[one] !== '' && short.startsWith(marks[one]))
  const qualifier = hedged ?? 'exact'
  return { state: 'reported', qualifier, amount: quantity(short.slice(marks[qualifier].length)) }
}

/** The calendar years that a period goes through, the first and last as far as they are in it; none where it lies within one. */
export function yearsOf({ from, to }: Period): Period[] {
  const [first, last] = [partsOf(from).year, partsOf(to).year]
  if (first === last) return []
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap((year) => {
    const begins = localDate(`${year}-01-01`)
    const ends = localDate(`${year}-12-31`)
    return rangeOf(from > begins ? from : begins, to < ends ? to : ends) ?? []
  })
}
