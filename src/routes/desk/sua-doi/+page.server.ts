import { error } from '@sveltejs/kit'
import { periodName } from '#kernel/period.ts'
import {
  amendmentBoard,
  amendmentFilters,
  type AmendmentFilter,
} from '#modules/reporting/amendment-board-queries.server.ts'
import { amendmentStatusName } from '#modules/reporting/amendment-labels.ts'
import { amendmentKind } from '../bao-cao/[id]/sua-doi/kind.ts'
import { contextOf } from '../context.ts'
import { whenSaid } from '../when.ts'
import type { PageServerLoad } from './$types'

const wordOf: Record<AmendmentFilter, string> = {
  'to-decide': 'cho-duyet',
  'under-way': 'dang-nhap',
  accepted: 'da-nhan',
  dropped: 'da-bo',
  all: 'tat-ca',
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = amendmentFilters.find((one) => wordOf[one] === url.searchParams.get('loc')) ?? 'all'
  const wanted = Number(url.searchParams.get('trang') ?? '1')
  const outcome = await amendmentBoard(contextOf(locals), { filter, page: Number.isSafeInteger(wanted) ? wanted : 1 })
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, counts, ...rest } = outcome.value
  return {
    ...rest,
    filter: wordOf[filter],
    counts: Object.fromEntries(amendmentFilters.map((one) => [wordOf[one], counts[one]])),
    lines: lines.map(({ status, period, changedAt, ...line }) => ({
      ...line,
      period: periodName(period),
      when: whenSaid(changedAt),
      status: amendmentStatusName[status],
      kind: amendmentKind[status],
    })),
  }
}
