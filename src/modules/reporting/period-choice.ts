import type { LocalDate } from '#kernel/local-date.ts'
import {
  endedPeriods,
  parsePeriod,
  periodContaining,
  type Period,
  type PeriodBook,
  type RuledRegime,
} from '#kernel/period.ts'

/** What is said where a typed period is not understood: what is wrong, and what can be typed. */
export function periodProblem(typed: string): string {
  return typed.trim() === ''
    ? 'Xin gõ tên kỳ, ví dụ: quý III/2026, tháng 3/2026, 9 tháng 2026.'
    : `Chưa hiểu “${typed.trim().slice(0, 60)}” là kỳ nào. Gõ như: quý III/2026, tháng 3/2026, 9 tháng 2026, 6 tháng cuối năm 2026, 2019-2022, 1/1/2019 - 13/10/2022, nhiệm kỳ 2020-2025.`
}

/** Reads what was typed, or says why not. */
export function typedPeriod(typed: string, book: PeriodBook): Period | { problem: string } {
  return parsePeriod(typed, book) ?? { problem: periodProblem(typed) }
}

/** The periods that a list offers: of each regime the running one and those that ended last, more of the short ones. */
export function offeredPeriods(offered: readonly RuledRegime[], today: LocalDate): Period[] {
  return offered.flatMap((regime) => {
    const count = regime.startsWith('month') ? 6 : regime.startsWith('quarter') ? 8 : 2
    const running = periodContaining(regime, today)
    return [...(running ? [running] : []), ...endedPeriods(regime, today, count)]
  })
}
