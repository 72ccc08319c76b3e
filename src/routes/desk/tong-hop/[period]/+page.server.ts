import { error, redirect } from '@sveltejs/kit'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { parsePeriodKey, periodKey, periodName, previousName, type Period } from '#kernel/period.ts'
import { fold } from '#kernel/text.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { amendmentSaid } from '#modules/reporting/amendment-labels.ts'
import { copyBehind } from '#modules/reporting/behind-queries.server.ts'
import { beginReport } from '#modules/reporting/commands.server.ts'
import { sectionsOf } from '#modules/reporting/content.ts'
import { isCounted } from '#modules/reporting/lifecycle.ts'
import { offeredPeriods, periodProblem } from '#modules/reporting/period-choice.ts'
import { periodChoice, type PeriodChoice } from '#modules/reporting/period-choice-queries.server.ts'
import { gapsSaid } from '#modules/reporting/period-standing.ts'
import { templateChoices } from '#modules/reporting/template-choice-queries.server.ts'
import { provincePage, type ProvincePage, type UnitStanding } from '#modules/reporting/province-queries.server.ts'
import { unitPath } from '#modules/territory/naming.ts'
import { downloadsOf } from '../../../download.server.ts'
import { rollUpFiles } from '../../../printable.server.ts'
import { contextOf } from '../../context.ts'
import { templateIn } from '../template-in.ts'
import type { Actions, PageServerLoad } from './$types'

const filters = ['chua-nhan', 'cho-duyet', 'tra-lai', 'chua-bat-dau', 'da-nhan', 'tat-ca'] as const
type Filter = (typeof filters)[number]

const shows: Record<Filter, (standing: UnitStanding) => boolean> = {
  'chua-nhan': (standing) => !isCounted(standing.status),
  'cho-duyet': (standing) => standing.status === 'submitted',
  'tra-lai': (standing) => standing.status === 'returned',
  'chua-bat-dau': (standing) => standing.status === 'not-begun' || standing.status === 'draft',
  'da-nhan': (standing) => isCounted(standing.status),
  'tat-ca': () => true,
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const period = periodOf(params.period)
  const template = templateIn(url)
  const choice = await periodChoice(ctx)
  const outcome = await provincePage(ctx, period, template)
  if (!outcome.ok) error(404, 'Không có trang này')
  const board = outcome.value
  const typed = url.searchParams.get('go')?.slice(0, 100) ?? ''
  return {
    period: {
      key: params.period,
      previous: previousName(period),
      name: periodName(period, choice.book),
      from: formatDay(period.from),
      to: formatDay(period.to),
      end: period.to,
    },
    periods: periodChoices(choice, dayInVietnam(locals.now), period),
    // What was typed and not understood: kept, with the sentence that says so.
    typed: typed === '' ? null : { text: typed, problem: periodProblem(typed) },
    province: board.province.name,
    provinceHref: unitPath(board.province.code),
    templateName: board.template.name,
    template: board.template.code,
    templates: await templateChoices(ctx, period.to),
    timing: board.timing,
    expected: board.expected,
    counted: board.counted,
    amended: board.amended.map(({ name, report, n, acceptedOn }) => ({
      ...{ href: `/desk/bao-cao/${report}/sua-doi/${n}`, name, said: amendmentSaid({ n, acceptedOn }) },
    })),
    ...unitsShown(board, url),
    matrixPeriods: board.matrix.periods.map((one) => ({
      key: periodKey(one),
      year: one.to.slice(0, 4),
      quarter: shortName(one),
      name: periodName(one),
      isNow: periodKey(one) === params.period,
    })),
    sections: sumsShown(board),
    downloads: await downloadsOf(
      'officer',
      rollUpFiles(board, url.origin + url.pathname, dayInVietnam(locals.now)),
      (kind) => `/desk/tong-hop/${params.period}/tai-ve.${kind}?${new URLSearchParams({ mau: board.template.code })}`,
    ),
    closing: board.closing ? (gapsSaid(board.gaps) ?? 'đủ mọi đơn vị') : null,
    odd: board.odd,
    districts: board.districts.map(({ unit, counted, expected }) => ({
      ...{ id: unit.unit, name: unit.name, counted, expected },
    })),
    mayBegin: board.mayBegin,
    behind: board.own && (await copyBehind(ctx, board.own)),
    own: board.own ? { id: board.own.id, status: board.own.status } : null,
  }
}

/** The units that fit the filter and the words of the address, and how many each filter would show. */
function unitsShown(board: ProvincePage, url: URL) {
  const filter = filters.find((one) => one === url.searchParams.get('loc')) ?? 'chua-nhan'
  const words = url.searchParams.get('tim')?.slice(0, 60) ?? ''
  const byName = (standing: UnitStanding): boolean => fold(standing.unit.name).includes(fold(words))
  const counts = filters.map((one) => [one, board.units.filter(shows[one]).length])
  return {
    filter,
    words,
    counts: Object.fromEntries(counts) as Record<Filter, number>,
    units: board.units
      .filter((standing) => shows[filter](standing) && byName(standing))
      .map((standing) => ({
        id: standing.unit.unit,
        name: standing.unit.name,
        href: unitPath(standing.unit.code),
        until: standing.unit.until,
        status: standing.status,
        report: standing.report,
        since: standing.since,
        history: board.matrix.cells.get(standing.unit.unit) ?? [],
      })),
  }
}

function sumsShown(board: ProvincePage) {
  return sectionsOf(board.lines).map(({ title, lines }) => ({
    title,
    lines: lines.map((line) => ({
      key: cellKey(line.cell),
      code: line.cell.code,
      name: line.name,
      dimensionName: line.dimensionName,
      unit: line.unitOfCount,
      value: formatValue(line.figure.value, line.numeral),
      previous: line.previous ? formatValue(line.previous, line.numeral) : null,
      unitsCounted: line.unitsCounted,
    })),
  }))
}

export const actions: Actions = {
  'lap-bao-cao': async ({ locals, params, url }) => {
    const ctx = contextOf(locals)
    const outcome = await beginReport(ctx, {
      unit: ctx.actor.province,
      template: templateIn(url),
      period: periodOf(params.period),
    })
    if (!outcome.ok) error(404, 'Không có trang này')
    redirect(303, `/desk/bao-cao/${outcome.value}`)
  },
}

function periodOf(key: string): Period {
  const period = parsePeriodKey(key)
  if (!period) error(404, 'Không có trang này')
  return period
}

function periodChoices(
  { book, offered }: PeriodChoice,
  today: Period['from'],
  shown: Period,
): { key: string; name: string }[] {
  const usual = offeredPeriods(offered, today)
  // A period opened by its address is in the list too, or the list would name another one.
  const all = usual.some((one) => periodKey(one) === periodKey(shown)) ? usual : [shown, ...usual]
  return all.map((one) => ({ key: periodKey(one), name: periodName(one, book) }))
}

function shortName(period: Period): string {
  return periodName(period).replace(/^quý (\S+) .*$/, '$1')
}
