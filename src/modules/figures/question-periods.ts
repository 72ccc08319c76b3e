import { partsOf, type LocalDate } from '#kernel/local-date.ts'
import { periodKey, periodsWithin, yearOf, type Period, type RuledRegime } from '#kernel/period.ts'
import type { AskedRefusal } from './question-refusal.ts'
import { timeAxes, type AskedQuestion, type TimeAxis } from './question.ts'

/**
 * The periods of an answer in the order of time: those asked for, or the stretches of them that the question is divided in.
 * Where none is asked for, the year it is.
 */
export function periodsAsked(
  { year, period, by }: Pick<AskedQuestion, 'year' | 'period' | 'by'>,
  today: LocalDate,
): { periods: Period[] } | { refusal: AskedRefusal } {
  const named = [...year.map(yearOf), ...period]
  const whole = named.length > 0 ? named : [yearOf(partsOf(today).year)]
  const axis = timeAxes.find((one) => by.includes(one))
  const found = new Map<string, Period>()
  for (const within of whole) {
    const stretches = axis === undefined ? [within] : stretchesOf(within, axis)
    if (axis !== undefined && stretches.length === 0) return { refusal: { code: 'no-such-periods', axis, within } }
    for (const one of stretches) found.set(periodKey(one), one)
  }
  return { periods: [...found.values()].sort(inOrder) }
}

/** What begins on the 15th is divided into what begins on the 15th. */
function stretchesOf(period: Period, axis: TimeAxis): Period[] {
  const regime: RuledRegime = period.regime.endsWith('-15') ? `${axis}-15` : axis
  return periodsWithin(period, regime)
}

function inOrder(a: Period, b: Period): number {
  return a.from === b.from ? compare(a.to, b.to) : compare(a.from, b.from)
}

function compare(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}
