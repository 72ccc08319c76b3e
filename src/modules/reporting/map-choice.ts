import { parseLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { previousPeriod, type Period } from '#kernel/period.ts'
import { beforeRegister } from '#modules/territory/labels.ts'

/** Which of the three views of a figure is asked for: as reported, on today's map, on that of a chosen day (bản đồ để xem số). */
export type MapChoice = { kind: 'reported' } | { kind: 'today' } | { kind: 'day'; day: LocalDate }

/** What an address says of the map; what cannot be shown comes back with its sentence, and the usual view is shown. */
export function readMapChoice(
  text: string | null,
  usual: MapChoice,
  register: { begins: LocalDate },
): { choice: MapChoice; typed: string; error: string | null } {
  const typed = text?.replaceAll('\0', '').trim().slice(0, 40) ?? ''
  if (typed === '') return { choice: usual, typed, error: null }
  if (typed === 'bao-cao') return { choice: { kind: 'reported' }, typed: '', error: null }
  if (typed === 'hom-nay') return { choice: { kind: 'today' }, typed: '', error: null }
  const day = parseLocalDate(typed)
  if (!day) return { choice: usual, typed, error: `“${typed}” chưa phải một ngày. Ghi ngày như 30/6/2025.` }
  if (day < register.begins) return { choice: usual, typed, error: beforeRegister(register.begins) }
  return { choice: { kind: 'day', day }, typed, error: null }
}

export function mapDay(choice: MapChoice, today: LocalDate): LocalDate | null {
  return choice.kind === 'reported' ? null : choice.kind === 'today' ? today : choice.day
}

/**
 * The period before, to compare with on one map; null where it ended before the register began: whether the units were the same
 * then, nobody here knows.
 */
export function comparedWith({ begins }: { begins: LocalDate }, period: Period): Period | null {
  const before = previousPeriod(period)
  return before && before.to >= begins ? before : null
}

/** As it stands in an address. */
export function mapKey(choice: MapChoice): string {
  return choice.kind === 'reported' ? 'bao-cao' : choice.kind === 'today' ? 'hom-nay' : choice.day
}
