import { error } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { meetingKindName } from '#modules/activities/meeting-labels.ts'
import { meetingsPage } from '#modules/activities/meeting-queries.server.ts'
import { mayReadRegisters } from '#modules/activities/policy.ts'
import { mayKeepActivities } from '#modules/activities/visit-policy.ts'
import { pageIn, said } from '../activity-form.server.ts'
import { contextOf } from '../context.ts'
import { countsSaid, meetingFilterOf } from './meeting-list.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const { filter, kept } = await meetingFilterOf(ctx, url)
  const outcome = await meetingsPage(ctx, filter, pageIn(url))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, sums, ...page } = outcome.value
  const uncounted = sums.uncounted > 0 ? `${said(sums.uncounted)} cuộc không đếm người dự` : null
  return {
    ...page,
    mayKeep: mayKeepActivities(ctx.actor, ctx.actor),
    seesAll: mayReadRegisters(ctx.actor),
    isAll: filter.unit === null,
    kind: filter.kind,
    year: filter.year,
    words: filter.words,
    kept,
    sums: [
      { label: 'Cuộc', amount: said(sums.meetings) },
      { label: 'Lượt người dự', amount: said(sums.attendances), note: uncounted },
      { label: 'Ý kiến', amount: said(sums.opinions) },
      { label: 'Ý kiến đã trả lời', amount: said(sums.answered) },
    ],
    rows: lines.map((line) => ({
      key: line.id,
      href: `/desk/hoi-nghi/${line.id}`,
      iso: line.heldOn,
      day: formatDay(line.heldOn),
      what: line.subject,
      mark: meetingKindName[line.facts.kind],
      meta: [...(filter.unit === null ? [line.unitName] : []), ...countsSaid(line.facts)].join(' · '),
      voidReason: line.voidReason,
    })),
    saved: url.searchParams.get('da'),
  }
}
