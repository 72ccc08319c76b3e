import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { countryOn, type CountedUnit } from './country.ts'
import { unitPath } from './naming.ts'
import type { Register } from './register.ts'
import { countWords } from './unit-page.ts'

/** The country for everybody: its totals on some telling days and today, its provinces on one day. */
export function countryPage(register: Register, telling: readonly LocalDate[], day: LocalDate, today: LocalDate) {
  const chosen = countryOn(register, day)
  const linked = day === today ? null : day
  const days = [...telling.filter((one) => one < today), today].map((one) => countryOn(register, one))
  return {
    day: formatDay(day),
    isToday: day === today,
    isBeforeRegister: day < register.begins,
    begins: formatDay(register.begins),
    columns: days.map((one) => (one.day === today ? 'Hôm nay' : formatDay(one.day))),
    rows: rowsOf(days),
    provinces: chosen.provinces.map((one) => tile(one, linked)),
    examples: chosen.examples.map((one) => tile(one, linked)),
  }
}

type Totals = ReturnType<typeof countryOn>['totals']

function rowsOf(days: readonly ReturnType<typeof countryOn>[]) {
  const totals = days.map((one) => one.totals)
  const words = [...new Set(totals.flatMap(({ communes }) => communes.map(({ word }) => word)))]
  const row = (name: string, read: (total: Totals) => number, isPart: boolean) => ({
    name,
    isPart,
    counts: totals.map((total) => read(total).toLocaleString('vi-VN')),
  })
  return [
    row('Tỉnh, thành phố', ({ province }) => province, false),
    row('Cấp huyện', ({ district }) => district, false),
    row('Cấp xã', ({ commune }) => commune, false),
    ...words.map((word) => row(word, ({ communes }) => communes.find((one) => one.word === word)?.count ?? 0, true)),
  ]
}

function tile({ unit, counts }: CountedUnit, day: LocalDate | null) {
  return { code: unit.code, name: unit.name, href: unitPath(unit.code, day), counts: countWords(counts) }
}
