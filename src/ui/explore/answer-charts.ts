import { periodName } from '#kernel/period.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import type { AnswerHead, AnswerHeads } from '#modules/figures/answer-heads.ts'
import type { AnswerPlace } from '#modules/figures/answer-table.ts'
import { cellText, cellWords } from '#modules/figures/cell-words.ts'
import { isOverTheChange } from '#modules/figures/compare.ts'
import type { CubeAnswer, CubeCell } from '#modules/figures/cube-answer.ts'
import type { ExploredBeside } from '#modules/figures/beside.ts'
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
  /** What each number is put beside, as lines, bars and ticks. */
  drawn: readonly ExploredBeside[]
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
/** Points, bars and squares on one page: with more of them a page is heavy and nobody sees more. */
const mostMarks = 4000
const mostPeriods = { line: 120, multiples: 36 }
/** A second line beside each of more would be a tangle. */
const mostBeside = 2
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
  const shown = newest(drawable, view)
  const period = shown.heads.period
  const most = view === 'bars' ? mostBars : view === 'multiples' ? mostPanels : view === 'tiles' ? Infinity : mostLines
  const marks = Math.min(unit.length, most) * (view === 'tiles' ? 1 : period.length)
  const measures = measure.slice(0, Math.min(mostCharts, Math.max(1, Math.floor(mostMarks / marks))))
  return {
    charts: measures.map((one) => chartOf(shown, one, view)),
    isCut: measures.length < measure.length || unit.length > most || period.length < drawable.heads.period.length,
  }
}

/** Of many periods the newest, as many as can be told apart. */
function newest(drawable: Drawable, view: QuestionView): Drawable {
  const most = view === 'multiples' ? mostPeriods.multiples : mostPeriods.line
  return { ...drawable, heads: { ...drawable.heads, period: drawable.heads.period.slice(-most) } }
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
    const besides =
      periods.length === 1
        ? besideOf(
            drawable,
            parts.map((unit) => ({ measure, unit, period: periods[0] ?? unit, on: unit })),
          )
        : []
    return { kind: 'bars', words: { ...words, places: 'đơn vị' }, series: [...series, ...besides] }
  }
  const units = heads.unit.slice(0, mostLines)
  const series = units.map((unit) =>
    seriesOf(
      drawable,
      unit,
      heads.period.map((period) => ({ measure, unit, period, on: period })),
    ),
  )
  const besides = units.slice(0, units.length > mostBeside ? 0 : view === 'bars' ? 1 : mostBeside).flatMap((unit) =>
    besideOf(
      drawable,
      heads.period.map((period) => ({ measure, unit, period, on: period })),
      units.length > 1 ? unit : null,
    ),
  )
  return view === 'bars'
    ? { kind: 'bars', words, series: [...series.slice(0, 1), ...besides] }
    : { kind: 'line', words, series: [...series, ...besides], breaks: breaksOf(drawable, measure) }
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
    series: [seriesOf(drawable, unit, points), ...besideOf(drawable, points)],
    breaks: breaksOf(drawable, measure),
  }
}

type Point = { measure: AnswerHead; unit: AnswerHead; period: AnswerHead; on: AnswerHead }

function seriesOf(drawable: Drawable, of: AnswerHead, points: readonly Point[]): ChartSeries {
  return { key: of.key, name: of.label, role: 'main', points: points.map((point) => pointOf(drawable, point)) }
}

/** What the numbers are put beside, where there is any to draw; `of`: whose, where several are in one drawing. */
function besideOf(drawable: Drawable, points: readonly Point[], of: AnswerHead | null = null): ChartSeries[] {
  return drawable.drawn.flatMap(({ key, name, role, cell }): ChartSeries[] => {
    const drawn = points.map((point) => besidePoint(drawable, point, cell))
    if (drawn.every(({ value }) => value === null)) return []
    return [{ key: of ? `${of.key} ${key}` : key, name: of ? `${of.label}: ${name}` : name, role, points: drawn }]
  })
}

function besidePoint(drawable: Drawable, point: Point, cellOf: ExploredBeside['cell']): ChartPoint {
  const main = pointOf(drawable, point)
  const found = cellOf({ measure: point.measure.at, unit: point.unit.at, period: point.period.at })
  if (!found) return { ...main, state: 'absent', value: null, text: '', ...noWords }
  return { ...main, ...numberOf(drawable, point, found.cell), href: null, name: found.name ?? main.name }
}

const noWords = { why: null, href: null, flag: 'exact', hedge: null, part: null } as const

function pointOf(drawable: Drawable, point: Point): ChartPoint {
  const { measure, unit, period, on } = point
  const { answer, hrefOf } = drawable
  const place = { measure: measure.at, unit: unit.at, period: period.at }
  const asked = answer.question.periods[place.period]
  return {
    label: on.label.replace(/\/\d{4}$/, (year) => (on === period ? `/${year.slice(3)}` : year)),
    name: on === period && asked ? periodName(asked) : on.label,
    ...numberOf(drawable, point, answer.cell(place.measure, place.unit, place.period)),
    href: hrefOf(place),
  }
}

function numberOf({ answer, nameOf }: Drawable, { measure }: Point, cell: CubeCell) {
  const words = cellWords(cell, answer.question.measures[measure.at]?.numeral ?? 'count', nameOf)
  return {
    state: cell.state,
    value: cell.state === 'known' && cell.amount !== null ? Number(toDecimalText(cell.amount)) : null,
    text: cellText(words),
    why: words.reason ?? words.from,
    flag: cell.flag,
    hedge: words.hedge,
    part: words.from,
  }
}

/** Where a line must not be read across: another definition counts, or, as reported, other units do. By the places drawn. */
function breaksOf({ answer, heads }: Drawable, measure: AnswerHead): ChartBreak[] {
  const { periods, map } = answer.question
  const first = heads.period[0]?.at ?? 0
  const anew = answer.breaks(measure.at).map(({ period }) => ({
    at: period - first,
    note: `Từ ${heads.period[period - first]?.label ?? ''} đếm theo cách khác: số trước và sau không so trực tiếp được.`,
  }))
  const turn = periods.findIndex((period, at) => {
    const before = periods[at - 1]
    return at > first && before !== undefined && isOverTheChange(map, before, period)
  })
  const inSight = anew.filter(({ at }) => at > 0)
  if (turn < 0 || inSight.some(({ at }) => at === turn - first)) return inSight
  const note =
    'Từ ngày 1/7/2025 đơn vị đã khác: số trước và sau không so trực tiếp được. Xem trên một bản đồ thì so được.'
  return [...inSight, { at: turn - first, note, change: 'đơn vị đã khác' }].toSorted((a, b) => a.at - b.at)
}
