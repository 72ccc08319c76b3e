import { layoutOf, type AnswerAxis, type TableLayout } from '#modules/figures/answer-heads.ts'
import { answerTable, rowsMissing, tableText, type AnswerPlace } from '#modules/figures/answer-table.ts'
import type { SetStanding } from '#modules/figures/figure-set.ts'
import { exploreAddress } from '#modules/figures/explore-form.ts'
import type { Explored } from '#modules/figures/explore.server.ts'
import type { AskedQuestion, QuestionView } from '#modules/figures/question.ts'
import { chartsOf, viewsOf } from '#ui/explore/answer-charts.ts'
import type { ExploredResult } from '#ui/explore/result.ts'

const mostMissingShown = 60

/** An answer as the page at `path` shows it. */
export function resultOf(explored: Explored, columns: AnswerAxis | null, path: string): ExploredResult {
  const { asked, answer, heads, nameOf, beside, sentence, question } = explored
  const layout = layoutOf(heads, columns)
  const table = answerTable(answer, { heads, layout, sort: asked.sort, page: asked.page, nameOf, beside })
  const missing = rowsMissing(answer, heads)
  const query = (more: Partial<AskedQuestion>, across = columns): string =>
    exploreAddress({ ...asked, ...more }, across)
  const at = (more: Partial<AskedQuestion>, across = columns): string => `${path}?${query(more, across)}`
  const isAllAbsent = isNothingKnown(explored)
  const views = isAllAbsent ? (['table'] as const) : viewsOf(heads)
  const view = views.find((one) => one === asked.view) ?? 'table'
  const hrefOf = (place: AnswerPlace): string => openHref(explored, path, place)
  const drawn =
    view === 'table'
      ? { charts: [], isCut: false }
      : chartsOf({ answer, heads, nameOf, hrefOf, mapOf: explored.mapOf, drawn: explored.drawn }, view)
  return {
    sentence,
    besideNote: explored.besideNote,
    countryNote: explored.countryNote,
    countsText: countsText[question.counts],
    view,
    views: views.map((one) => ({ href: at({ view: one, page: 1 }), label: viewName[one], current: one === view })),
    ...drawn,
    tableHref: at({ view: 'table' }),
    table,
    rowTitle: rowTitleOf(layout),
    keys: {
      measure: heads.measure.map(({ key }) => key),
      unit: heads.unit.map(({ key }) => key),
      period: heads.period.map(({ key }) => key),
    },
    openBase: openBaseOf(asked),
    sort: asked.sort,
    sortBase: at({ sort: null, page: 1 }),
    pageQuery: query({ page: 1 }),
    pivots: (['period', 'measure', 'unit'] as const)
      .filter((axis) => heads[axis].length > 1)
      .map((axis) => ({
        label: axisName[axis],
        href: at({ page: 1, sort: null }, axis),
        current: layout.columns === axis,
      })),
    missing: missing.slice(0, mostMissingShown).map(({ unit, missing: many, of }) => ({ name: unit.label, many, of })),
    missingUnits: isAllAbsent ? 0 : missing.length,
    isAllAbsent,
    whyAbsent: isNobodyThere(explored) ? nobodyThere : whyAbsent(question.counts),
    onToday:
      asked.map === 'reported' && asked.compare === 'same-period' && crosses(explored) ? at({ map: 'today' }) : null,
    text: tableText(table),
  }
}

const viewName: Record<QuestionView, string> = {
  table: 'Bảng',
  line: 'Đường',
  bars: 'Thanh',
  multiples: 'Nhiều ô nhỏ',
  tiles: 'Bản đồ ô',
}

function openHref({ asked, heads }: Explored, path: string, place: AnswerPlace): string {
  const one = new URLSearchParams(openBaseOf(asked))
  one.set('indicators', heads.measure[place.measure]?.key ?? '')
  one.set('unit', heads.unit[place.unit]?.key ?? '')
  one.set('period', heads.period[place.period]?.key ?? '')
  return `${path}/o?${one}`
}

const axisName: Record<AnswerAxis, string> = { period: 'kỳ', measure: 'chỉ tiêu', unit: 'đơn vị' }

function rowTitleOf({ rows }: TableLayout): string {
  return rows === 'unit' ? 'Đơn vị' : rows === 'measure' ? 'Chỉ tiêu' : 'Kỳ'
}

const countsText: Record<SetStanding, string> = {
  published: 'Chỉ gồm số đã công bố.',
  accepted: 'Gồm số của báo cáo đã được nhận.',
  'handed-in': 'Gồm cả số đã nộp, chờ duyệt.',
  open: 'Gồm cả số đơn vị mình đang nhập, chưa nộp.',
}

function whyAbsent(counts: SetStanding): string {
  return counts === 'published'
    ? 'Số hiện ở đây khi đơn vị công bố báo cáo của kỳ này. Xin chọn kỳ khác, nơi khác, hoặc cộng từ mọi cấp.'
    : 'Số hiện ở đây khi báo cáo của kỳ này được nhận. Xin chọn kỳ khác, hoặc tính cả số chưa duyệt.'
}

const nobodyThere =
  'Đơn vị được hỏi không có vào cuối kỳ này. Xin chọn kỳ khi đơn vị còn, hoặc mở trang của đơn vị để biết nay nơi nào trả lời thay.'

/** Whether no unit of the question was there at the end of any of its periods: then no report is awaited. */
function isNobodyThere({ answer, heads }: Explored): boolean {
  return heads.measure.every((measure) =>
    heads.unit.every((unit) =>
      heads.period.every((period) => answer.cell(measure.at, unit.at, period.at).reason?.why === 'not-in-force'),
    ),
  )
}

/** The parameters that the page of sources shares with the question. */
function openBaseOf({ map, from, counts }: AskedQuestion): string {
  const shared = new URLSearchParams()
  if (map !== 'reported') shared.set('map', map)
  if (from !== 'communes') shared.set('from', from)
  if (counts !== null) shared.set('counts', counts)
  return shared.toString()
}

function isNothingKnown({ answer, heads }: Explored): boolean {
  return heads.measure.every((measure) =>
    heads.unit.every((unit) =>
      heads.period.every((period) => answer.cell(measure.at, unit.at, period.at).state === 'absent'),
    ),
  )
}

function crosses({ question }: Explored): boolean {
  return question.periods.some(({ to }) => to >= '2025-07-01' && to < '2026-07-01')
}
