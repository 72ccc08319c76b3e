import { error } from '@sveltejs/kit'
import { formatDay } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { tidy } from '#kernel/text.ts'
import { dutyLabel } from '#modules/access/labels.ts'
import { questionFilters, questionList, type QuestionFilter } from '#modules/reporting/question-queries.server.ts'
import { contextOf } from '../context.ts'
import { whenSaid } from '../when.ts'
import type { PageServerLoad } from './$types'

const wordOf: Record<QuestionFilter, string> = {
  open: 'cho-tra-loi',
  overdue: 'qua-han',
  answered: 'cho-xem',
  settled: 'da-xong',
  all: 'tat-ca',
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = questionFilters.find((one) => wordOf[one] === url.searchParams.get('loc')) ?? 'open'
  const words = tidy(url.searchParams.get('tim') ?? '').slice(0, 60)
  const wanted = Number(url.searchParams.get('trang') ?? '1')
  const page = Number.isSafeInteger(wanted) ? wanted : 1
  const outcome = await questionList(contextOf(locals), { filter, words, page })
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, counts, ...rest } = outcome.value
  return {
    ...rest,
    words,
    filter: wordOf[filter],
    counts: Object.fromEntries(questionFilters.map((one) => [wordOf[one], counts[one]])),
    lines: lines.map(({ assigned, due, at, period, cell, ...line }) => ({
      ...line,
      code: cell.dimension ? `${cell.code}:${cell.dimension}` : cell.code,
      period: periodName(period),
      due: due && formatDay(due),
      when: whenSaid(at),
      assigned: assigned === null ? null : 'duty' in assigned ? dutyLabel[assigned.duty] : assigned.name,
    })),
  }
}
