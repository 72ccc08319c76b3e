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

export const notCarriedText: Record<Extract<Carried, { kind: 'no' }>['why'], string> = {
  flow: 'Số này đếm việc phát sinh trong kỳ; lấy lại số kỳ trước là báo cáo hai lần cùng một việc nên không lấy lại được.',
  computed: 'Tỷ lệ, điểm và số tăng giảm phải tính theo kỳ này nên không lấy lại được.',
  cumulative: 'Báo cáo tính từ đầu năm chỉ có số cùng kỳ năm trước, không phải kỳ liền trước, nên không lấy lại được.',
  counted: 'Ô này do sổ tự đếm.',
  none: 'Kỳ trước chưa có số được nhận.',
}
