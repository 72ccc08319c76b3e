import { error, fail } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { formatDay, timeInVietnam } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { lateWord, notAtOnceSaid } from '#modules/reporting/board-labels.ts'
import { minutesToUndo } from '#modules/reporting/board.ts'
import { acceptTogether, unacceptTogether } from '#modules/reporting/bulk-accept-commands.server.ts'
import { acceptAnswerText, undoRefusalText } from '#modules/reporting/bulk-accept-labels.ts'
import { acceptPage } from '#modules/reporting/bulk-accept-queries.server.ts'
import type { ChosenReport } from '#modules/reporting/bulk-accept.ts'
import { contextOf } from '../../context.ts'
import { boardAskedOf, columnOf } from '../board-view.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = boardAskedOf(url, locals.now)
  const outcome = await acceptPage(contextOf(locals), asked)
  if (!outcome.ok) error(404, 'Không có trang này')
  const { ready, byThemselves, undoable } = outcome.value
  return {
    period: periodName(asked.period),
    column: columnOf(asked),
    minutes: minutesToUndo,
    ready: ready.map((row) => ({
      ...{ name: row.name, late: lateWord(row), href: `/desk/bao-cao/${row.report}` },
      value: `${row.report}:${row.version}`,
      handedIn: row.handedInOn ? formatDay(row.handedInOn) : '',
    })),
    byThemselves: byThemselves.map(({ row, found }) => ({
      ...{ name: row.name, why: notAtOnceSaid(found), href: `/desk/bao-cao/${row.report}` },
    })),
    undoable: undoable.map(({ report, unitName, at }) => ({ report, unitName, at: timeInVietnam(at) })),
  }
}

export const actions: Actions = {
  nhan: async ({ locals, request, url }) => {
    const chosen = chosenIn(await request.formData())
    const outcome = await acceptTogether(contextOf(locals), boardAskedOf(url, locals.now), chosen)
    if (outcome.ok) {
      const rows = outcome.value.map(({ report, unitName, answer }) => ({
        ...{ unitName, href: `/desk/bao-cao/${report}`, isAccepted: answer.kind === 'accepted' },
        said: acceptAnswerText(answer),
      }))
      return { accepted: rows }
    }
    if (outcome.kind !== 'refused') error(404, 'Không có trang này')
    return fail(409, { no: 'Chưa chọn báo cáo nào. Xin đánh dấu ít nhất một báo cáo rồi bấm nhận.' })
  },
  'hoan-tac': async ({ locals, request }) => {
    const form = await request.formData()
    const reports = form.getAll('r').flatMap((one) => {
      const id = typeof one === 'string' ? parseId<'Report'>(one) : null
      return id ? [id] : []
    })
    const outcome = await unacceptTogether(contextOf(locals), reports)
    if (!outcome.ok) error(404, 'Không có trang này')
    const { undone, refusals } = outcome.value
    return { undone: { count: undone, said: [...new Set(refusals.map(undoRefusalText))] } }
  },
}

const mostChosen = 1000

function chosenIn(form: FormData): ChosenReport[] {
  return form
    .getAll('r')
    .slice(0, mostChosen)
    .flatMap((one) => {
      const [id, version] = typeof one === 'string' ? one.split(':') : []
      const report = parseId<'Report'>(id ?? '')
      return report && /^\d{1,9}$/.test(version ?? '') ? [{ report, version: Number(version) }] : []
    })
}
