import { addDays, type LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import type { IndicatorVersionId } from './indicator.ts'

/** For how long an indicator was counted by one definition (thời gian áp dụng của một định nghĩa). */
export type DefinitionSpan = {
  id: IndicatorVersionId
  validFrom: LocalDate | null
  validUntil: LocalDate | null
  /** False: what is counted from here on is something else, and is not held against what came before. */
  comparable: boolean
  changeNote: string
}

/** Where a series is counted by another definition from a day on (đổi cách tính), as a reader is told. */
export type DefinitionChange = {
  from: IndicatorVersionId
  to: IndicatorVersionId
  /** The first day of the new definition; null where it is not known, or nothing was counted for a while. */
  on: LocalDate | null
  comparable: boolean
  note: string
}

/** The definition by which a figure of a period is counted: the one of its last day. */
export function spanOn<Span extends DefinitionSpan>(spans: readonly Span[], day: LocalDate): Span | null {
  return (
    spans.find(
      ({ validFrom, validUntil }) =>
        (validFrom === null || validFrom <= day) && (validUntil === null || day <= validUntil),
    ) ?? null
  )
}

/**
 * What changed from one definition to another of the same indicator, whichever was first; null where they are one. Several
 * changes on the way are told together, and one of them that breaks the series breaks it for all.
 */
export function changeBetween(
  spans: readonly DefinitionSpan[],
  one: IndicatorVersionId,
  other: IndicatorVersionId,
): DefinitionChange | null {
  const places = [one, other].map((id) => spans.findIndex((span) => span.id === id)).sort((a, b) => a - b)
  const [first = -1, last = -1] = places
  if (first < 0) throw new Error(`Not two definitions of one indicator: ${one}, ${other}`)
  if (first === last) return null
  const crossed = spans.slice(first + 1, last + 1)
  const [from, to] = [spans[first], spans[last]]
  if (!from || !to) throw new Error('A place without a definition')
  return {
    from: from.id,
    to: to.id,
    on: crossed[0]?.validFrom ?? null,
    comparable: crossed.every(({ comparable }) => comparable),
    note: crossed
      .map(({ changeNote }) => changeNote)
      .filter((note) => note !== '')
      .join(' '),
  }
}

/** The change within a period that would put its parts together out of two things; null where they count the same. */
export function changeWithin(
  spans: readonly DefinitionSpan[],
  period: Pick<Period, 'from' | 'to'>,
): DefinitionChange | null {
  const [first, last] = [spanOn(spans, period.from), spanOn(spans, period.to)]
  const change = first && last ? changeBetween(spans, first.id, last.id) : null
  return change?.comparable === false ? change : null
}

/** What is wrong with the definitions of one indicator, oldest first: they overlap, or leave days out and say nothing of it. */
export type DefinitionFault = {
  code: 'overlap' | 'gap' | 'silent-break'
  from: IndicatorVersionId
  to: IndicatorVersionId
}

export function faultsOf(spans: readonly DefinitionSpan[]): DefinitionFault[] {
  return spans.slice(1).flatMap((to, at) => {
    const from = spans[at]
    if (!from) return []
    const fault = (code: DefinitionFault['code']): DefinitionFault => ({ code, from: from.id, to: to.id })
    if (from.validUntil === null || to.validFrom === null || to.validFrom <= from.validUntil) return [fault('overlap')]
    if (to.changeNote === '' && !to.comparable) return [fault('silent-break')]
    return to.validFrom > addDays(from.validUntil, 1) && to.changeNote === '' ? [fault('gap')] : []
  })
}
