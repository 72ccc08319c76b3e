import { error, fail } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { parseId } from '#kernel/ids.ts'
import { periodName } from '#kernel/period.ts'
import { boardStateName, lateWord } from '#modules/reporting/board-labels.ts'
import { isOverdue, isOwing, isShown, type BoardRow } from '#modules/reporting/board.ts'
import { textOf } from '#modules/reporting/forms.ts'
import { remindUnits } from '#modules/reporting/reminder-commands.server.ts'
import { passedOverText, reminderRefusalText } from '#modules/reporting/reminder-labels.ts'
import { reminderPage, type ReminderChoice } from '#modules/reporting/reminder-queries.server.ts'
import { longestWords, mostInSending } from '#modules/reporting/reminder.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { contextOf } from '../../context.ts'
import { boardKind } from '../board-kind.ts'
import { boardAskedOf, boardViewOf, columnOf } from '../board-view.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const asked = boardAskedOf(url, locals.now)
  const { wanted, kept, all } = wantedOf(url)
  const outcome = await reminderPage(ctx, asked, wanted)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { choices, isDayOff } = outcome.value
  const open = choices.filter(({ passed }) => !passed)
  return {
    period: periodName(asked.period),
    column: columnOf(asked),
    kept,
    all,
    isDayOff,
    hasMail: locals.mail !== null,
    hasEnded: asked.period.to < dayInVietnam(locals.now),
    tooMany: open.length > mostInSending,
    most: mostInSending,
    longestWords,
    open: open.slice(0, mostInSending).map(choiceShown),
    people: sum(open.map(({ reach }) => reach.people)),
    byMail: sum(open.map(({ reach }) => reach.byMail)),
    leaders: sum(open.map(({ reach, withLeaders }) => withLeaders.people - reach.people)),
    passed: choices.flatMap(({ row, passed }) => (passed ? [{ name: row.name, why: passedOverText(passed) }] : [])),
  }
}

export const actions: Actions = {
  default: async ({ locals, request, url }) => {
    const form = await request.formData()
    const units = form
      .getAll('u')
      .flatMap((one) => (typeof one === 'string' ? [parseId<'Unit'>(one)] : []))
      .filter((one): one is UnitId => one !== null)
    const words = textOf(form, 'loi', 1000)
    const leaders = form.get('lanh-dao') === 'co'
    const outcome = await remindUnits(contextOf(locals), boardAskedOf(url, locals.now), { units, leaders, words })
    if (outcome.ok) {
      const passed = outcome.value.passed.map(({ name, passed: why }) => ({ name, why: passedOverText(why) }))
      return { sent: { units: outcome.value.units, passed } }
    }
    if (outcome.kind !== 'refused') error(404, 'Không có trang này')
    const { refusal } = outcome
    const field = refusal.code.startsWith('words') ? 'loi' : 'chon'
    return fail(409, { no: { field, message: reminderRefusalText(refusal) }, typed: { words, leaders, units } })
  },
}

/** Units by their codes where some were ticked on the board, else whom the filter names, else who is late. */
function wantedOf(url: URL): { wanted: (row: BoardRow) => boolean; kept: Record<string, string>; all: boolean } {
  const codes = new Set(url.searchParams.getAll('u').slice(0, 100))
  const { view, kept } = boardViewOf(url)
  if (codes.size > 0) return { wanted: (row) => codes.has(row.code), kept, all: false }
  if (view.filter === 'all') return { wanted: isOverdue, kept, all: true }
  return { wanted: (row) => isOwing(row) && isShown(view.filter, row), kept, all: true }
}

function choiceShown({ row, reach, withLeaders }: ReminderChoice) {
  return {
    id: row.unit,
    name: row.name,
    kind: boardKind(row),
    state: boardStateName[row.state],
    late: lateWord(row),
    people: reach.people,
    byMail: reach.byMail,
    leaders: withLeaders.people - reach.people,
    reminded: row.reminded
      ? `đã nhắc ${row.reminded.times} lần, lần cuối ${formatDay(dayInVietnam(row.reminded.at))}`
      : null,
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
