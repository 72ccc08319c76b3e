import { error } from '@sveltejs/kit'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { endedPeriods, parsePeriodKey, type Period } from '#kernel/period.ts'
import type { SetStanding } from '#modules/figures/figure-set.ts'
import { sheetPage, type AskedSheet, type SheetPage } from '#modules/programmes/queries.server.ts'
import { writtenForOfficer } from '#modules/programmes/written.server.ts'
import { mapDay, mapKey, readMapChoice, type MapChoice } from '#modules/reporting/map-choice.ts'
import { typedPeriod } from '#modules/reporting/period-choice.ts'
import { publishedValues } from '#modules/reporting/published-values.server.ts'
import { dayKnown, lastVersionOf, unitAt, unitByCode, type Register } from '#modules/territory/register.ts'
import type { PeriodChoice } from '#modules/reporting/period-choice-queries.server.ts'
import type { RegisterVersion } from '#modules/territory/unit.ts'
import { contextOf } from '../../context.ts'

export const countings = ['accepted', 'handed-in', 'open'] as const satisfies readonly SetStanding[]
export type Counting = (typeof countings)[number]

/** What the form of a sheet says, with a sentence for each part that could not be read; the sheet then shows the usual one. */
export type SheetForm = {
  asked: AskedSheet
  unit: RegisterVersion
  map: string
  typedMap: string
  typedPeriod: string
  counting: Counting
  errors: { field: 'ky' | 'ban-do' | 'don-vi'; text: string }[]
}

export function askedSheet(
  locals: App.Locals,
  set: string,
  url: URL,
  register: Register,
  choice: PeriodChoice,
): SheetForm {
  const { actor, now } = contextOf(locals)
  const today = dayInVietnam(now)
  const errors: SheetForm['errors'] = []
  const period = periodIn(url, choice, today, errors)
  const code = (url.searchParams.get('don-vi') ?? '').slice(0, 120)
  const found = code === '' ? actor.unit : unitByCode(register, code)
  if (!found) errors.push({ field: 'don-vi', text: 'Không có đơn vị nào mang mã này. Xin chọn trong danh sách.' })
  const id = found ?? actor.unit
  // A unit that had not begun by then is read on the map on which it stands.
  const usual: MapChoice = unitAt(register, id, dayKnown(register, period.to))
    ? { kind: 'reported' }
    : { kind: 'today' }
  const map = readMapChoice(url.searchParams.get('ban-do'), usual, register)
  if (map.error) errors.push({ field: 'ban-do', text: map.error })
  const day = mapDay(map.choice, today)
  const unit = unitAt(register, id, day ?? period.to) ?? lastVersionOf(register, id)
  if (!unit) error(404, 'Không có trang này')
  const counting = countings.find((one) => one === url.searchParams.get('tinh')) ?? 'accepted'
  return {
    asked: {
      ...{ set, register, unit: unit.unit, period, counts: counting },
      map: day === null ? { kind: 'reported' } : { kind: 'day', day },
    },
    unit,
    map: mapKey(map.choice),
    typedMap: map.typed,
    typedPeriod: (url.searchParams.get('go') ?? '').slice(0, 100).trim(),
    counting,
    errors,
  }
}

/** A typed period goes before the one in the list; what cannot be read is said, and the last quarter that ended is shown. */
function periodIn(url: URL, { book }: PeriodChoice, today: LocalDate, errors: SheetForm['errors']): Period {
  const [usual] = endedPeriods('quarter', today, 1)
  if (!usual) throw new Error('No quarter has ended yet')
  const typed = (url.searchParams.get('go') ?? '').slice(0, 100).trim()
  if (typed !== '') {
    const period = typedPeriod(typed, book)
    if (!('problem' in period)) return period
    errors.push({ field: 'ky', text: period.problem })
    return usual
  }
  const key = url.searchParams.get('ky') ?? ''
  const period = key === '' ? usual : parsePeriodKey(key)
  if (period) return period
  errors.push({
    field: 'ky',
    text: `Chưa hiểu “${key.slice(0, 40)}” là kỳ nào. Xin chọn trong danh sách hoặc gõ tên kỳ.`,
  })
  return usual
}

/** The sheet for the officer of the page; a set that holds on no such day is no page. */
export async function officerSheet(locals: App.Locals, { asked, unit }: SheetForm): Promise<SheetPage> {
  const { db, actor } = contextOf(locals)
  const written = writtenForOfficer(db, actor, unit, asked.period, asked.counts)
  const page = await sheetPage(db, locals.cube, { kind: 'officer', actor }, asked, async (cells) => {
    const own = await written(cells)
    return own.size > 0 ? own : publishedValues(db, asked.register, asked.unit, asked.period)
  })
  if (!page) error(404, 'Không có trang này')
  return page
}
