import { error } from '@sveltejs/kit'
import { dayInVietnam } from '#kernel/local-date.ts'
import { parsePeriodKey, yearOf, type Period } from '#kernel/period.ts'
import { sheetPage, type AskedSheet, type SheetPage } from '#modules/programmes/queries.server.ts'
import { mapDay, mapKey, readMapChoice, type MapChoice } from '#modules/reporting/map-choice.ts'
import { publishedPeriods, publishedValues } from '#modules/reporting/published-values.server.ts'
import { dayKnown, lastVersionOf, unitAt, unitByCode } from '#modules/territory/register.ts'
import type { RegisterVersion } from '#modules/territory/unit.ts'
import { publicRegister } from '../../../register.server.ts'

export type PublicSheet = {
  asked: AskedSheet
  unit: RegisterVersion
  page: SheetPage
  periods: readonly Period[]
  map: string
  typedMap: string
  errors: { field: 'ky' | 'ban-do'; text: string }[]
}

/** A programme of a unit out of what was published; a unit or set that is none is no page, what else cannot be read is said. */
export async function publicSheet(
  locals: App.Locals,
  params: { code: string; set: string },
  url: URL,
): Promise<PublicSheet> {
  const today = dayInVietnam(locals.now)
  const register = await publicRegister(locals.db)
  const id = unitByCode(register, params.code)
  const unit = id && (unitAt(register, id, today) ?? lastVersionOf(register, id))
  if (!id || !unit) error(404, 'Không có trang này')
  const errors: PublicSheet['errors'] = []
  const periods = await publishedPeriods(locals.db, register, id)
  const key = url.searchParams.get('ky') ?? ''
  const typed = key === '' ? null : parsePeriodKey(key)
  if (key !== '' && !typed)
    errors.push({ field: 'ky', text: `Chưa hiểu “${key.slice(0, 40)}” là kỳ nào. Xin chọn một kỳ trong danh sách.` })
  const period = typed ?? periods[0] ?? yearOf(Number(today.slice(0, 4)))
  // A unit that had not begun by then is read on the map on which it stands.
  const usual: MapChoice = unitAt(register, id, dayKnown(register, period.to))
    ? { kind: 'reported' }
    : { kind: 'today' }
  const map = readMapChoice(url.searchParams.get('ban-do'), usual, register)
  if (map.error) errors.push({ field: 'ban-do', text: map.error })
  const day = mapDay(map.choice, today)
  const asked: AskedSheet = {
    ...{ set: params.set, register, unit: id, period, counts: 'published' },
    map: day === null ? { kind: 'reported' } : { kind: 'day', day },
  }
  const page = await sheetPage(locals.db, locals.cube, { kind: 'public' }, asked, () =>
    publishedValues(locals.db, register, id, period),
  )
  if (!page) error(404, 'Không có trang này')
  return { asked, unit, page, periods, map: mapKey(map.choice), typedMap: map.typed, errors }
}
