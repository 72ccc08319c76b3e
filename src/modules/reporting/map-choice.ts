import { formatDay, parseLocalDate, type LocalDate } from '#kernel/local-date.ts'

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

/** Said wherever a map is asked for that nobody has. */
export function beforeRegister(begins: LocalDate): string {
  return `Sổ đơn vị bắt đầu từ ngày ${formatDay(begins)}. Xin chọn ngày đó hoặc ngày sau.`
}

export function mapDay(choice: MapChoice, today: LocalDate): LocalDate | null {
  return choice.kind === 'reported' ? null : choice.kind === 'today' ? today : choice.day
}

/** As it stands in an address. */
export function mapKey(choice: MapChoice): string {
  return choice.kind === 'reported' ? 'bao-cao' : choice.kind === 'today' ? 'hom-nay' : choice.day
}
