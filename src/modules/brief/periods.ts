import { periodKey, previousPeriod, samePeriodLastYear, type Period, type PeriodBook } from '#kernel/period.ts'

/** How many periods before this one are looked at. */
const lookedBack = 8

/** What a figure is put beside: the periods before it, newest first, and the same one a year earlier. */
export type BesidePeriods = {
  past: readonly Period[]
  before: Period | null
  /** Null where it is the period before: six months are looked at beside the same months of last year anyway. */
  lastYear: Period | null
}

export function besidePeriods(period: Period, book: PeriodBook): BesidePeriods {
  const past: Period[] = []
  for (let one = previousPeriod(period, book); one && past.length < lookedBack; one = previousPeriod(one, book))
    past.push(one)
  const before = past[0] ?? null
  const year = samePeriodLastYear(period, book)
  return { past, before, lastYear: year && before && periodKey(year) === periodKey(before) ? null : year }
}
