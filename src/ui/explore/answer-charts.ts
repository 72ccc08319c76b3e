import { periodName } from '#kernel/period.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import type { AnswerHead, AnswerHeads } from '#modules/figures/answer-heads.ts'
import type { AnswerPlace } from '#modules/figures/answer-table.ts'
import { cellText, cellWords } from '#modules/figures/cell-words.ts'
import { isOverTheChange } from '#modules/figures/compare.ts'
import type { CubeAnswer } from '#modules/figures/cube-answer.ts'
import type { QuestionView } from '#modules/figures/question.ts'
import type { MapGround } from '#modules/territory/map-ground.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { mostLines, type ChartBreak, type ChartPoint, type ChartSeries, type ChartWords } from '../chart/chart.ts'
import type { MapUnit } from '../chart/map-drawing.ts'
import type { ChartPanel } from '../chart/multiples.ts'

/** An answer that can be drawn: its cells, what they are called and where each opens. */
export type Drawable = {
  answer: CubeAnswer
  heads: AnswerHeads
  nameOf(unit: UnitId): string
  hrefOf(place: AnswerPlace): string
  mapOf: MapGround | null
}

/** One chart of an answer (biểu đồ của câu trả lời): a measure in its own unit of count. */
export type AnswerChart =
  | { kind: 'line'; words: ChartWords; series: ChartSeries[]; breaks: ChartBreak[] }
  | { kind: 'bars'; words: ChartWords; series: ChartSeries[] }
  | { kind: 'multiples'; words: ChartWords; panels: ChartPanel[] }
  | { kind: 'tiles'; words: ChartWords; ground: MapGround; units: MapUnit[] }

const mostBars = 120
const mostPanels = 60
const mostCharts = 12
/** More bars side by side cannot be told apart. */
const mostBarSeries = 3

/** Which ways of looking fit an answer: lines need time, bars and small charts need several of something. */
export function viewsOf({ measure, unit, period }: AnswerHeads): QuestionView[] {
  const views: QuestionView[] = ['table']
  if (period.length > 1) views.push('line')
  if (unit.length > 1 || period.length > 1) views.push('bars')
  if (period.length > 1 && (unit.length > 1 || measure.length > 1)) views.push('multiples')
  if (unit.filter(({ isWhole }) => !isWhole).length > 1) views.push('tiles')
  return views
}

/** The charts of a view, one a measure; `isCut`: there is more than can be drawn on one page. */
export function chartsOf(drawable: Drawable, view: QuestionView): { charts: AnswerChart[]; isCut: boolean } {
  const { measure, unit } = drawable.heads
  const measures = measure.slice(0, mostCharts)
  const most = view === 'bars' ? mostBars : view === 'multiples' ? mostPanels : view === 'tiles' ? Infinity : mostLines
  return {
    charts: measures.map((one) => chartOf(drawable, one, view)),
    isCut: measures.length < measure.length || unit.length > most,
  }
}

function chartOf(drawable: Drawable, measure: AnswerHead, view: QuestionView): AnswerChart {
  const { heads } = drawable
  const words = { title: measure.label, unit: measure.note ?? '', places: 'kỳ' }
  if (view === 'multiples') {
    const panels = heads.unit.slice(0, mostPanels).map((unit) => panelOf(drawable, measure, unit))
    return { kind: 'multiples', words, panels }
  }
  if (view === 'tiles') return mapChart(drawable, measure) ?? chartOf(drawable, measure, 'bars')
  if (view === 'bars' && heads.unit.length > 1) {
    const parts = heads.unit.filter(({ isWhole }) => !isWhole).slice(0, mostBars)
    const periods = heads.period.slice(-mostBarSeries)
    const series = periods.map((period) =>
      seriesOf(
        drawable,
        period,
        parts.map((unit) => ({ measure, unit, period, on: unit })),
      ),
    )
    return { kind: 'bars', words: { ...words, places: 'đơn vị' }, series }
  }
  const units = heads.unit.slice(0, mostLines)
  const series = units.map((unit) =>
    seriesOf(
      drawable,
      unit,
      heads.period.map((period) => ({ measure, unit, period, on: period })),
    ),
  )
  return view === 'bars'
    ? { kind: 'bars', words, series: series.slice(0, 1) }
    : { kind: 'line', words, series, breaks: breaksOf(drawable, measure) }
}

/** The units of the map with their numbers of the last period; null where there is no map to draw on. */
function mapChart(drawable: Drawable, measure: AnswerHead): AnswerChart | null {
  const { heads, mapOf, answer } = drawable
  const period = heads.period.at(-1)
  if (!mapOf || !period) return null
  const drawn = new Set(unitsOf(mapOf))
  const units = heads.unit.flatMap((unit): MapUnit[] => {
    const id = answer.question.units[unit.at]
    if (id === undefined || !drawn.has(id)) return []
    return [{ unit: id, point: pointOf(drawable, { measure, unit, period, on: unit }) }]
  })
  const title = heads.period.length > 1 ? `${measure.label}, ${period.label}` : measure.label
  return { kind: 'tiles', words: { title, unit: measure.note ?? '', places: 'đơn vị' }, ground: mapOf, units }
}

function unitsOf(ground: MapGround): readonly UnitId[] {
  if (ground.kind === 'tiles') return ground.tiles.map(({ unit }) => unit)
  return ground.kind === 'shapes' ? ground.shapes.map(({ unit }) => unit) : ground.groups.flatMap(({ units }) => units)
}

function panelOf(drawable: Drawable, measure: AnswerHead, unit: AnswerHead): ChartPanel {
  const points = drawable.heads.period.map((period) => ({ measure, unit, period, on: period }))
  return {
    key: unit.key,
    name: unit.label,
    href: null,
    series: [seriesOf(drawable, unit, points)],
    breaks: breaksOf(drawable, measure),
  }
}

type Point = { measure: AnswerHead; unit: AnswerHead; period: AnswerHead; on: AnswerHead }

function seriesOf(drawable: Drawable, of: AnswerHead, points: readonly Point[]): ChartSeries {
  return { key: of.key, name: of.label, role: 'main', points: points.map((point) => pointOf(drawable, point)) }
}

function pointOf({ answer, nameOf, hrefOf }: Drawable, { measure, unit, period, on }: Point): ChartPoint {
  const place = { measure: measure.at, unit: unit.at, period: period.at }
  const cell = answer.cell(place.measure, place.unit, place.period)
  const words = cellWords(cell, answer.question.measures[place.measure]?.numeral ?? 'count', nameOf)
  const asked = answer.question.periods[place.period]
  return {
    label: on.label.replace(/\/\d{4}$/, (year) => (on === period ? `/${year.slice(3)}` : year)),
    name: on === period && asked ? periodName(asked) : on.label,
    state: cell.state,
    value: cell.state === 'known' && cell.amount !== null ? Number(toDecimalText(cell.amount)) : null,
    text: cellText(words),
    why: words.reason ?? words.from,
    href: hrefOf(place),
    flag: cell.flag,
    hedge: words.hedge,
    part: words.from,
  }
}

/** Where a line must not be read across: another definition counts, or, as reported, other units do. */
function breaksOf({ answer, heads }: Drawable, measure: AnswerHead): ChartBreak[] {
  const { periods, map } = answer.question
  const anew = answer.breaks(measure.at).map(({ period }) => ({
    at: period,
    note: `Từ ${heads.period[period]?.label ?? ''} đếm theo cách khác: số trước và sau không so trực tiếp được.`,
  }))
  const turn = periods.findIndex((period, at) => {
    const before = periods[at - 1]
    return before !== undefined && isOverTheChange(map, before, period)
  })
  if (turn < 0 || anew.some(({ at }) => at === turn)) return anew
  const note =
    'Từ ngày 1/7/2025 đơn vị đã khác: số trước và sau không so trực tiếp được. Xem trên một bản đồ thì so được.'
  return [...anew, { at: turn, note }].toSorted((a, b) => a.at - b.at)
}
