import { addDays, localDate, weekdayOf, type LocalDate } from './local-date.ts'
import { firstOfLunarMonth, tetOf } from './lunar.ts'
import type { CalendarDay } from './working-days.ts'

const offByLaw = 'Bộ luật Lao động 45/2019/QH14 Điều 112'
const compensated = 'Bộ luật Lao động 45/2019/QH14 Điều 111 khoản 3'
const cultureDay = 'Nghị quyết 28/2026/QH16 Điều 2'

type Holiday = { day: LocalDate; name: string; basis: string; isCompensated: boolean }

/**
 * The days off of a year as the law alone gives them, before any notice. What the notice decides is taken as it most often
 * was: Tết with two days before and three after, Quốc khánh with the neighbour that makes the longer break, nothing swapped.
 * An estimate (ước tính): a form starts from it, no legal deadline rests on it.
 */
export function estimateYear(year: number, daysBeforeTet: 1 | 2 = 2): CalendarDay[] {
  const basisOf = (basis: string): string => `ước tính, chưa có thông báo năm ${year}: ${basis}`
  const holidays = holidaysOf(year, daysBeforeTet)
  const taken = new Set(holidays.map(({ day }) => day))
  const days: CalendarDay[] = []
  for (const { day, name, basis, isCompensated } of holidays) {
    if (weekdayOf(day) <= 5) {
      days.push({ day, kind: 'off', name, basis: basisOf(basis), official: false })
    } else if (isCompensated) {
      const instead = nextFree(day, taken)
      taken.add(instead)
      days.push({
        day: instead,
        kind: 'compensation',
        name: `Nghỉ bù ${name}`,
        basis: basisOf(compensated),
        official: false,
      })
    }
  }
  return days.filter(({ day }) => day.startsWith(`${year}-`)).sort((one, other) => (one.day < other.day ? -1 : 1))
}

/** Điều 112: eleven days, and from 2026 the 24th of November, which is not given back when it falls on a weekend. */
function holidaysOf(year: number, daysBeforeTet: 1 | 2): Holiday[] {
  const holiday = (day: LocalDate, name: string): Holiday => ({ day, name, basis: offByLaw, isCompensated: true })
  const tet = tetOf(year)
  const hungKings = firstOfLunarMonth(year, 3)
  const national = localDate(`${year}-09-02`)
  return [
    holiday(localDate(`${year}-01-01`), 'Tết Dương lịch'),
    ...[0, 1, 2, 3, 4].map((at) => holiday(addDays(tet, at - daysBeforeTet), 'Tết Nguyên đán')),
    ...(hungKings ? [holiday(addDays(hungKings, 9), 'Giỗ Tổ Hùng Vương')] : []),
    holiday(localDate(`${year}-04-30`), 'Ngày Chiến thắng'),
    holiday(localDate(`${year}-05-01`), 'Ngày Quốc tế Lao động'),
    holiday(national, 'Quốc khánh'),
    holiday(besideNationalDay(national), 'Quốc khánh, ngày liền kề'),
    ...(year < 2026
      ? []
      : [
          {
            ...{ day: localDate(`${year}-11-24`), name: 'Ngày Văn hóa Việt Nam' },
            ...{ basis: cultureDay, isCompensated: false },
          },
        ]),
  ].sort((one, other) => (one.day < other.day ? -1 : 1))
}

/** The day before, unless it is no working day or the day after joins the weekend. */
function besideNationalDay(national: LocalDate): LocalDate {
  const [before, after] = [addDays(national, -1), addDays(national, 1)]
  if (weekdayOf(before) > 5) return after
  return weekdayOf(after) === 5 ? after : before
}

function nextFree(day: LocalDate, taken: ReadonlySet<LocalDate>): LocalDate {
  let next = addDays(day, 1)
  while (weekdayOf(next) > 5 || taken.has(next)) next = addDays(next, 1)
  return next
}
