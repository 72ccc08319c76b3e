import { addDays, daysBetween, localDate, partsOf, type LocalDate } from './local-date.ts'

/** A day of the Vietnamese lunar calendar. */
export type LunarDay = { day: number; month: number; year: number; isLeap: boolean }

/**
 * The lunar calendar of Vietnam, by astronomy: a month begins on the day of the new moon, the eleventh holds the winter
 * solstice, and of the thirteen months between two solstices the first without a principal term is leap. Everything is judged
 * at UTC+7 (Quyết định 121-CP of 1967): ICU's Chinese calendar judges at UTC+8 and gets Tết 2007 and 2030 wrong.
 * New moons and the sun's longitude by J. Meeus, Astronomical Algorithms: minutes exact, and 1900–2100 has no closer call.
 */
export function lunarDayOf(day: LocalDate): LunarDay {
  const number = numberOf(day)
  let moon = Math.floor((number - firstMoon) / moonMonth)
  while (newMoonDay(moon + 1) <= number) moon += 1
  while (newMoonDay(moon) > number) moon -= 1
  const { year } = partsOf(day)
  const solsticeYear = moon >= eleventhMoon(year) ? year : year - 1
  const eleventh = eleventhMoon(solsticeYear)
  const leap = leapMoon(solsticeYear)
  const steps = moon - eleventh - (leap !== null && moon >= leap ? 1 : 0)
  const month = ((steps + 10) % 12) + 1
  return {
    day: number - newMoonDay(moon) + 1,
    month,
    year: solsticeYear + (steps >= 2 ? 1 : 0),
    isLeap: moon === leap,
  }
}

/** The day on which the first of a lunar month falls, of an ordinary month or of the leap one; null when there is no such month. */
export function firstOfLunarMonth(year: number, month: number, isLeap = false): LocalDate | null {
  const solsticeYear = month >= 11 ? year : year - 1
  const leap = leapMoon(solsticeYear)
  const steps = month >= 11 ? month - 11 : month + 1
  const ordinary = eleventhMoon(solsticeYear) + steps
  const shifted = leap !== null && ordinary >= leap ? ordinary + 1 : ordinary
  if (!isLeap) return dayOf(newMoonDay(shifted))
  return leap === shifted + 1 || leap === ordinary + 1 ? leapDay(leap, month) : null
}

/** The first day of the lunar year (mùng Một Tết). */
export function tetOf(year: number): LocalDate {
  const tet = firstOfLunarMonth(year, 1)
  if (!tet) throw new Error(`No lunar year ${year}`)
  return tet
}

/** The month that stands twice in a lunar year; null when none does. */
export function leapMonthOf(year: number): number | null {
  for (let day = tetOf(year); day < tetOf(year + 1); day = addDays(day, 15)) {
    const { month, isLeap } = lunarDayOf(day)
    if (isLeap) return month
  }
  return null
}

function leapDay(leap: number, month: number): LocalDate | null {
  const first = dayOf(newMoonDay(leap))
  return lunarDayOf(first).month === month ? first : null
}

const moonMonth = 29.530588853
/** The new moon of 1 January 1900, in Julian days; moons are numbered from it. */
const firstMoon = 2_415_021.076998695
const julianOf2000 = 2_451_545
const radian = Math.PI / 180

/** The number of the moon whose month is the eleventh of a year: the last one that begins by the solstice. */
function eleventhMoon(year: number): number {
  let moon = Math.floor((numberOf(localDate(`${year}-12-31`)) - firstMoon) / moonMonth) + 1
  while (newMoonDay(moon) > numberOf(localDate(`${year}-12-31`)) || sunSector(newMoonDay(moon)) >= 9) moon -= 1
  return moon
}

/** The leap moon between the solstice of a year and the next; null in a year of twelve moons. */
function leapMoon(year: number): number | null {
  const [from, to] = [eleventhMoon(year), eleventhMoon(year + 1)]
  if (to - from < 13) return null
  for (let moon = from + 1; moon < to; moon += 1) {
    if (sunSector(newMoonDay(moon)) === sunSector(newMoonDay(moon + 1))) return moon
  }
  return null
}

/** The Julian day number, in Vietnam, of a new moon. */
function newMoonDay(moon: number): number {
  return Math.floor(newMoon(moon) + 0.5 + 7 / 24)
}

function newMoon(moon: number): number {
  const t = moon / 1236.85
  const sin = (degrees: number): number => Math.sin(degrees * radian)
  const mean =
    2_415_020.75933 +
    29.53058868 * moon +
    0.0001178 * t ** 2 -
    0.000000155 * t ** 3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t ** 2)
  const sun = 359.2242 + 29.10535608 * moon - 0.0000333 * t ** 2 - 0.00000347 * t ** 3
  const own = 306.0253 + 385.81691806 * moon + 0.0107306 * t ** 2 + 0.00001236 * t ** 3
  const node = 21.2964 + 390.67050646 * moon - 0.0016528 * t ** 2 - 0.00000239 * t ** 3
  const correction =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(own) +
    0.0161 * sin(2 * own) -
    0.0004 * sin(3 * own) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + own) -
    0.0074 * sin(sun - own) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + own) +
    0.001 * sin(2 * node - own) +
    0.0005 * sin(2 * own + sun)
  const dynamicalTime = -0.000278 + 0.000265 * t + 0.000262 * t ** 2
  return mean + correction - dynamicalTime
}

/** Which twelfth of the ecliptic the sun stands in when a day begins in Vietnam; 9 begins with the winter solstice. */
function sunSector(dayNumber: number): number {
  const t = (dayNumber - 0.5 - 7 / 24 - julianOf2000) / 36_525
  const sin = (degrees: number): number => Math.sin(degrees * radian)
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t ** 2 - 0.00000048 * t ** 3
  const longitude =
    280.46645 +
    36_000.76983 * t +
    0.0003032 * t ** 2 +
    (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.00029 * sin(3 * anomaly) -
    0.00569 -
    0.00478 * sin(125.04 - 1934.136 * t)
  return Math.floor((((longitude % 360) + 360) % 360) / 30)
}

/** The Julian day number at noon of a day. */
function numberOf(day: LocalDate): number {
  return daysBetween(localDate('2000-01-01'), day) + julianOf2000
}

function dayOf(number: number): LocalDate {
  return addDays(localDate('2000-01-01'), number - julianOf2000)
}
