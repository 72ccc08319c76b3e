import { isCumulative, type Period } from '#kernel/period.ts'
import { formatValue, type FigureValue } from '#modules/figures/figure.ts'
import type { Indicator } from '#modules/figures/indicator.ts'
import type { ContentLine } from './content.ts'

/** Whether the number of last period may be taken over (lấy lại số kỳ trước), as the text that would be typed, or why not. */
export type Carried =
  { kind: 'text'; text: string } | { kind: 'no'; why: 'flow' | 'computed' | 'cumulative' | 'counted' | 'none' }

/**
 * A stock is what there is on the last day: it stands until something changes, so last period's number is a fair first answer.
 * A flow is what happened in the period's own days: taken over, it would report the same thing twice. Changes, ratios and scores
 * are worked out anew each time.
 */
export function carriedOf(
  line: Pick<ContentLine, 'previous' | 'numeral' | 'countedFrom'>,
  nature: Indicator['nature'],
  period: Period,
): Carried {
  if (line.countedFrom) return { kind: 'no', why: 'counted' }
  if (nature === 'flow') return { kind: 'no', why: 'flow' }
  if (nature !== 'stock') return { kind: 'no', why: 'computed' }
  // The column beside a report from 1 January on is the same time last year: a year lies between.
  if (isCumulative(period)) return { kind: 'no', why: 'cumulative' }
  return isKnown(line.previous)
    ? { kind: 'text', text: formatValue(line.previous, line.numeral) }
    : { kind: 'no', why: 'none' }
}

function isKnown(value: FigureValue | null): value is FigureValue {
  return value !== null && value.state !== 'not-yet-known'
}
