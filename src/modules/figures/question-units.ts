import { addDays, type LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import { nameOnDay } from '#modules/territory/labels.ts'
import { isUnnamed } from '#modules/territory/naming.ts'
import { dayKnown, lastVersionOf, unitAt, unitByCode, type Register } from '#modules/territory/register.ts'
import { searchUnits } from '#modules/territory/search.ts'
import { treeOn } from '#modules/territory/tree.ts'
import type { RegisterVersion, UnitId, UnitLevel } from '#modules/territory/unit.ts'
import { countryCode, wholeCountry } from './cube-country.ts'
import type { QuestionMap } from './cube-question.ts'
import type { AskedRefusal, NearCode } from './question-refusal.ts'
import type { AskedQuestion } from './question.ts'

/** A unit of an answer in words; `isTotal`: the others are its parts, and its number is asked for itself, never added up. */
export type AskedUnit = { unit: UnitId; code: string; name: string; level: UnitLevel | 'country'; isTotal: boolean }

type UnitsAsked = Pick<AskedQuestion, 'by' | 'unit' | 'level'>
type OnDays = { map: QuestionMap; periods: readonly Period[]; today: LocalDate }

/**
 * The units of an answer: those asked for, first, and all of one level below them on the days asked about. As reported over a
 * reorganisation that is every unit that stood on one of the days; the cells of the others say that they were not in force.
 */
export function unitsAsked(
  register: Register,
  asked: UnitsAsked,
  onDays: OnDays,
  /** The unit a question is about that names none; null: the country. */
  home: UnitId | null,
): { units: AskedUnit[] } | { refusal: AskedRefusal } {
  const { map, today } = onDays
  if (map.kind === 'day' && map.day < register.begins)
    return refusedFor({ code: 'before-register', begins: register.begins })
  const isCountry = (code: string): boolean => code === countryCode
  const unknown = asked.unit.find((code) => !isCountry(code) && unitByCode(register, code) === null)
  if (unknown !== undefined) {
    return refusedFor({ code: 'unknown-unit', given: unknown, nearest: nearestUnits(register, unknown, today) })
  }
  const tops: readonly (UnitId | null)[] =
    asked.unit.length > 0 ? asked.unit.map((code) => (isCountry(code) ? null : unitByCode(register, code))) : [home]
  const days = daysAsked(register, onDays)
  const level = levelAsked(asked) ?? (asked.unit.length === 0 && home === null ? 'province' : null)
  const found = new Map<UnitId, AskedUnit>()
  const add = (version: RegisterVersion, isTotal: boolean): void => {
    if (found.has(version.unit)) return
    const name = nameOnDay(version, map.kind === 'day' ? map.day : today)
    found.set(version.unit, { unit: version.unit, code: version.code, name, level: version.level, isTotal })
  }
  for (const top of tops) {
    if (top === null) found.set(wholeCountry, { ...country, isTotal: level !== null })
    const version = top === null ? null : versionOn(register, top, days)
    if (version) add(version, level !== null && version.level !== level)
  }
  if (level === null) return { units: [...found.values()] }
  for (const top of tops) {
    const below = days.flatMap((day) => unitsBelow(register, top, level, day))
    if (below.length === 0) return refusedFor(noneBelow(register, top, level, days))
    for (const version of below) add(version, false)
  }
  return { units: [...found.values()] }
}

const country = { unit: wholeCountry, code: countryCode, name: 'Cả nước', level: 'country' } as const

/** The latest first: units are listed as they stand last, and behind them what ended before. */
function daysAsked(register: Register, { map, periods }: OnDays): LocalDate[] {
  if (map.kind === 'day') return [map.day]
  const turns = turningDays(register)
  const last = new Map<string, LocalDate>()
  // Between two days on which the register changes all days are alike, and the tree of one is enough.
  for (const period of periods) {
    const day = dayKnown(register, period.to)
    last.set(turns.findLast((turn) => turn <= day) ?? '', day)
  }
  return [...last.values()].sort((a, b) => (a < b ? 1 : -1))
}

const turnsOf = new WeakMap<Register, readonly LocalDate[]>()

function turningDays(register: Register): readonly LocalDate[] {
  const known = turnsOf.get(register)
  if (known) return known
  const days = new Set(register.table.rows.flatMap(({ from }) => from ?? []))
  for (const { until } of register.table.rows) if (until) days.add(addDays(until, 1))
  const sorted = [...days].sort()
  turnsOf.set(register, sorted)
  return sorted
}

function levelAsked({ by, level }: UnitsAsked): UnitLevel | null {
  return level ?? by.find((one) => one === 'province' || one === 'district' || one === 'commune') ?? null
}

function unitsBelow(register: Register, top: UnitId | null, level: UnitLevel, day: LocalDate): RegisterVersion[] {
  const tree = treeOn(register, day)
  // A unit that a source did not name is asked for by its code; it is no part of the country.
  if (top === null) return tree.units(level).filter(({ code }) => !isUnnamed(code))
  const own = tree.unit(top)
  return own?.level === level ? [own] : [...tree.descendants(top, level)]
}

function versionOn(register: Register, unit: UnitId, days: readonly LocalDate[]): RegisterVersion | null {
  const standing = days.map((day) => unitAt(register, unit, day)).find((version) => version !== null)
  return standing ?? lastVersionOf(register, unit)
}

function noneBelow(register: Register, top: UnitId | null, level: UnitLevel, days: readonly LocalDate[]): AskedRefusal {
  const of = top === null ? 'Cả nước' : (lastVersionOf(register, top)?.name ?? '')
  return { code: 'no-such-level', level, of, on: days[0] ?? register.begins }
}

function nearestUnits(register: Register, given: string, today: LocalDate): NearCode[] {
  const { hits } = searchUnits(register, given.replaceAll('-', ' '), { today, most: 3 })
  return hits.map(({ now }) => ({ code: now.code, name: nameOnDay(now, today) }))
}

function refusedFor(refusal: AskedRefusal): { refusal: AskedRefusal } {
  return { refusal }
}
