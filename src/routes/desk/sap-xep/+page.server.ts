import { formatDay } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { statusName } from '#modules/reporting/labels.ts'
import { predecessorsPage, type ChangeAhead } from '#modules/reporting/predecessors-queries.server.ts'
import { contextOf } from '../context.ts'
import type { PageServerLoad } from './$types'

/** What changes for the reader's unit, and what the units before it left to be read. */
export const load: PageServerLoad = async ({ locals }) => {
  const { before, ahead, called } = await predecessorsPage(contextOf(locals))
  return {
    ahead: ahead.map(aheadSaid),
    called: called.map(aheadSaid),
    before: before.map(({ unit, code, name, until, reports }) => ({
      ...{ unit, code, name, until: until ? formatDay(until) : '' },
      reports: reports.map(({ id, period, status }) => ({
        id,
        period: periodName(period),
        status: statusName[status],
      })),
    })),
  }
}

function aheadSaid({ day, to, act }: ChangeAhead) {
  return { day: formatDay(day), to: to.join(', '), act: act ?? '' }
}
