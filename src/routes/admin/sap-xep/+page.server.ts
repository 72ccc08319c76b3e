import { error } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { statusLabel } from '#modules/reorganisation/labels.ts'
import { reorganisationList } from '#modules/reorganisation/queries.server.ts'
import { reorganisationCtx } from './answer.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const outcome = await reorganisationList(reorganisationCtx(locals))
  if (!outcome.ok) error(404, 'Không có trang này.')
  return {
    mayChange: outcome.value.mayChange,
    discarded: url.searchParams.get('da') === 'bo',
    lines: outcome.value.lines.map(({ day, status, ...line }) => ({
      ...line,
      day: day ? formatDay(day) : 'chưa có ngày',
      status,
      statusName: statusLabel[status],
    })),
  }
}
