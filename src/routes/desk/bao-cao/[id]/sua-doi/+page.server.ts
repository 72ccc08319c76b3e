import { error, fail, redirect } from '@sveltejs/kit'
import { periodName } from '#kernel/period.ts'
import { askAmendment, openAmendment } from '#modules/reporting/amendment-commands.server.ts'
import { amendmentMovedName, amendmentRefusalText, amendmentStatusName } from '#modules/reporting/amendment-labels.ts'
import { amendmentList } from '#modules/reporting/amendment-queries.server.ts'
import { longest, textOf } from '#modules/reporting/forms.ts'
import { contextOf, idOf } from '../../../context.ts'
import { whenSaid } from '../../../when.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'
import { amendmentKind } from './kind.ts'

export const load: PageServerLoad = async ({ locals, params }) => {
  const outcome = await amendmentList(contextOf(locals), idOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { report, unit, amendments, events, may } = outcome.value
  return {
    may,
    reportId: report.id,
    unitName: unit.name,
    periodName: periodName(report.period),
    isCounted: report.status === 'accepted' || report.status === 'published',
    isPublic: report.status === 'published',
    amendments: amendments.map(({ n, status, reason }) => ({
      n,
      reason,
      status: amendmentStatusName[status],
      kind: amendmentKind[status],
      isAccepted: status === 'accepted',
      events: events
        .filter((event) => event.n === n)
        .map(({ move, note, at, by }) => ({
          iso: at.toISOString(),
          when: whenSaid(at),
          by,
          note,
          what: amendmentMovedName[move],
        })),
    })),
  }
}

export const actions: Actions = {
  mo: (event) => begin(event, openAmendment),
  'de-nghi': (event) => begin(event, askAmendment),
}

async function begin(event: RequestEvent, command: typeof openAmendment) {
  const reason = textOf(await event.request.formData(), 'ly-do', longest.question)
  const outcome = await command(contextOf(event.locals), idOf(event.params.id), reason)
  if (outcome.ok) redirect(303, `/desk/bao-cao/${event.params.id}/sua-doi/${outcome.value}`)
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  return fail(409, { errors: { 'ly-do': amendmentRefusalText(outcome.refusal) }, reason })
}
