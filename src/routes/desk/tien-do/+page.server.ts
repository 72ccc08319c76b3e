import { error } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { periodKey, periodName } from '#kernel/period.ts'
import {
  boardFilterName,
  boardFilterSlug,
  dueSaid,
  lateWord,
  pastStateName,
  stateSaid,
} from '#modules/reporting/board-labels.ts'
import { isOverdue, isOwing, type BoardFilter, type BoardRow } from '#modules/reporting/board.ts'
import type { BoardPast } from '#modules/reporting/board-past.server.ts'
import { boardPage } from '#modules/reporting/board-queries.server.ts'
import { missingSaid } from '#modules/reporting/completeness.ts'
import { offeredPeriods } from '#modules/reporting/period-choice.ts'
import { periodChoice } from '#modules/reporting/period-choice-queries.server.ts'
import { unitPath } from '#modules/territory/naming.ts'
import { pageIn } from '../activity-form.server.ts'
import { contextOf } from '../context.ts'
import { boardAskedOf, boardViewOf, columnOf } from './board-view.server.ts'
import { boardKind, pastKind } from './board-kind.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const asked = boardAskedOf(url, locals.now)
  const { view, kept } = boardViewOf(url)
  const outcome = await boardPage(ctx, asked, view, pageIn(url))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { rows, past, counts, timing, ...board } = outcome.value
  const { book, offered } = await periodChoice(ctx)
  const today = dayInVietnam(locals.now)
  const regimes = [...offered, ...board.regimes.filter((regime) => !offered.includes(regime))]
  const usual = offeredPeriods(regimes, today)
  const here = periodKey(asked.period)
  const periods = usual.some((one) => periodKey(one) === here) ? usual : [asked.period, ...usual]
  return {
    ...board,
    column: columnOf(asked),
    templateCode: asked.template,
    kept,
    view,
    timing,
    period: { key: here, name: periodName(asked.period, book), hasEnded: asked.period.to < today },
    periods: periods.map((one) => ({ key: periodKey(one), name: periodName(one, book) })),
    parts: chips(counts, [
      'all',
      'not-begun',
      'draft',
      'returned',
      'incomplete',
      'submitted',
      'accepted',
      'published',
      'waived',
      'not-owed',
    ]),
    marks: chips(counts, ['late', 'handed-in-late', 'asking', 'questions', 'extended', 'reminded']),
    counts,
    rows: rows.map((row) => ({
      ...rowShown(row),
      past: (past.cells.get(row.unit) ?? []).map((one) => ({
        ...{ kind: pastKind(one), word: pastSaid(one) },
      })),
    })),
    past: past.periods.map((one) => ({
      key: periodKey(one),
      name: periodName(one, book),
      short: shortName(periodName(one, book)),
      year: one.to.slice(0, 4),
      isNow: periodKey(one) === here,
    })),
  }
}

/** The chips that somebody could press: all of them that have a row, and the whole. */
function chips(counts: Record<BoardFilter, number>, filters: BoardFilter[]) {
  return filters
    .filter((one) => one === 'all' || counts[one] > 0)
    .map((one) => ({ filter: one, slug: boardFilterSlug[one], label: boardFilterName[one], count: counts[one] }))
}

function pastSaid({ status, late, short }: BoardPast): string {
  return [pastStateName[status], ...(late ? ['nộp muộn'] : []), ...(short ? [missingSaid(short)] : [])].join(', ')
}

function rowShown(row: BoardRow) {
  const late = lateWord(row)
  return {
    code: row.code,
    name: row.name,
    href: row.report ? `/desk/bao-cao/${row.report}` : unitPath(row.code),
    opensReport: row.report !== null,
    kind: boardKind(row),
    state: stateSaid(row),
    late,
    isOverdue: isOverdue(row),
    mayRemind: isOwing(row),
    due: dueSaid(row) || '–',
    handedIn: row.handedInOn ? formatDay(row.handedInOn) : null,
    asking: row.asking,
    questions: row.openQuestions,
    reminded: row.reminded && { times: row.reminded.times, on: formatDay(dayInVietnam(row.reminded.at)) },
  }
}

/** `III` of `quý III năm 2026`, `10` of `tháng 10 năm 2026`; what has no number in its year stays whole. */
function shortName(name: string): string {
  return /^(?:quý|tháng) (\S+) /.exec(name)?.[1] ?? name.replace(/ năm \d{4}$/, '')
}
