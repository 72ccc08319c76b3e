import { addDays, formatDay, partsOf } from './local-date.ts'
import { ruleBetween, standardBook, type Period, type PeriodBook } from './period-rule.ts'

const roman = ['I', 'II', 'III', 'IV']

/**
 * As people say it in a sentence: `quý III năm 2026`, `9 tháng đầu năm 2020`, `tháng 3/2026`, `giai đoạn 2019-2022`,
 * `từ 1/1/2019 đến 13/10/2022`. What does not begin on the first of a month says its two days: no two periods have one name.
 */
export function periodName(period: Period, book: PeriodBook = standardBook): string {
  return named(period, book, 'sentence')
}

/** As a heading has it: `Quý III/2026`, `9 tháng đầu năm 2020`, `Giai đoạn 2019-2022`. */
export function periodTitle(period: Period, book: PeriodBook = standardBook): string {
  const name = named(period, book, 'title')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function named(period: Period, book: PeriodBook, form: 'sentence' | 'title'): string {
  const days = `từ ${formatDay(period.from)} đến ${formatDay(period.to)}`
  const found = ruleBetween(book.rules, period.from, period.to)
  if (!found) return outsideTheRules(period, book) ?? days
  const { rule, year, index } = found
  const base = {
    1: `tháng ${index + 1}/${year}`,
    3: `quý ${roman[index] ?? ''}${form === 'title' ? '/' : ' năm '}${year}`,
    6: `6 tháng ${index === 0 ? 'đầu' : 'cuối'} năm ${year}`,
    9: `9 tháng đầu năm ${year}`,
    12: `năm ${year}`,
  }[rule.months]
  return rule.anchorDay === 1 ? base : `${base} (${days})`
}

function outsideTheRules({ from, to }: Period, book: PeriodBook): string | null {
  const { year, month } = partsOf(to)
  const own = book.named.find((one) => one.from === from && one.to === to)
  if (own) return own.name
  if (from.endsWith('-01-01')) {
    const isMonthEnd = addDays(to, 1).endsWith('-01')
    if (partsOf(from).year === year) {
      return isMonthEnd ? `${month} tháng đầu năm ${year}` : `từ đầu năm đến ${formatDay(to)}`
    }
    if (to.endsWith('-12-31')) return `giai đoạn ${partsOf(from).year}-${year}`
  }
  const term = book.named.find((one) => one.regime === 'term' && one.from === from && to < one.to)
  return term ? `từ đầu ${term.name} đến ${formatDay(to)}` : null
}
