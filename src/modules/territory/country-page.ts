import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { countryOn, type CountedUnit, type CountryOnDay } from './country.ts'
import { unitPath } from './naming.ts'
import type { Register } from './register.ts'
import { countWords } from './unit-page.ts'

/** The country for everybody: its totals on some telling days and today, its provinces on one day. */
export function countryPage(register: Register, telling: readonly LocalDate[], day: LocalDate, today: LocalDate) {
  const linked = day === today ? null : day
  // A day that is asked for twice is counted once.
  const counted = new Map<LocalDate, CountryOnDay>()
  const on = (one: LocalDate): CountryOnDay => {
    const known = counted.get(one) ?? countryOn(register, one)
    counted.set(one, known)
    return known
  }
  const chosen = on(day)
  const days = [...telling.filter((one) => one < today), today].map(on)
  return {
    day: formatDay(day),
    isToday: day === today,
    columns: days.map((one) => (one.day === today ? 'Hôm nay' : formatDay(one.day))),
    rows: rowsOf(days),
    provinces: chosen.provinces.map((one) => tile(one, linked)),
    examples: chosen.examples.map((one) => tile(one, linked)),
  }
}

type Totals = CountryOnDay['totals']

function rowsOf(days: readonly CountryOnDay[]) {
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
