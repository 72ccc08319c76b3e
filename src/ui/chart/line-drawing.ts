import { axisOf, isCutOff, placeOn, type Axis } from './axis.ts'
import { isFirm, isKnown, type ChartBreak, type ChartPoint, type ChartSeries, type KnownPoint } from './chart.ts'
import { spread } from './spread.ts'
import { wrapped } from './wrap.ts'

/** A point where it is drawn: `x` in hundredths of the width, `y` in pixels from the top. */
export type PlacedPoint = {
  point: KnownPoint
  index: number
  x: number
  y: number
  /** The keyboard stops here; the others are reached with the arrow keys or in the table. */
  isStop: boolean
  /** Too many points for a mark each: only what differs keeps its mark. */
  isMarked: boolean
  /** How many it counts stands beside it: only at the last of several, where one line is drawn. */
  isCounted: boolean
  tip: 'start' | 'middle' | 'end'
}

/** A stretch of a line; broken where it leads to or from a number that is not of all units. */
export type PlacedPath = { d: string; isPart: boolean }

export type PlacedLine = {
  series: ChartSeries
  /** Which of the looks of line: by place among the series, so that it stays the same beside a comparison. */
  look: number
  /** Paths over a ground 1000 wide; a gap or a break of definition ends one and begins the next. */
  paths: readonly PlacedPath[]
  points: readonly PlacedPoint[]
  /** Its name beside its last point, where there is room for it. */
  end: { y: number; lines: readonly string[] } | null
}

export type LineDrawing = {
  height: number
  axis: Axis
  isCutOff: boolean
  ticks: readonly { y: number; text: string; isZero: boolean }[]
  labels: readonly { x: number; text: string; wideOnly: boolean }[]
  breaks: readonly { x: number; number: number; note: string }[]
  lines: readonly PlacedLine[]
  /** No number at all: then there is nothing to draw. */
  isEmpty: boolean
  /** How many points the keyboard stops at. */
  stops: number
}

export type LineSize = { height: number; ticks: number; ends: boolean }
export const fullSize: LineSize = { height: 240, ticks: 6, ends: true }

const groundWidth = 1000
/** More links than this in a row tire whoever walks by keyboard: then only the notable ones are stops. */
const mostStops = 16
const mostMarks = 40
const lineHeight = 17
const nameLetters = 18

/** Where everything of a line chart stands. `axis` where several charts share one. */
export function lineDrawing(
  series: readonly ChartSeries[],
  breaks: readonly ChartBreak[],
  size: LineSize = fullSize,
  shared: Axis | null = null,
): LineDrawing {
  const axis = shared ?? axisOf(valuesOf(series), { most: size.ticks, fromZero: false })
  const count = Math.max(0, ...series.map(({ points }) => points.length))
  const isAlone = size.ends && series.filter(({ role }) => role === 'main').length === 1
  const place = { axis, count, height: size.height, breaks, isAlone }
  const lines = withEnds(
    series.map((one, look) => lineOf(one, look, place)),
    size,
  )
  return {
    height: size.height,
    axis,
    isCutOff: isCutOff(axis),
    ticks: axis.ticks.map(({ value, text }) => ({ y: yOf(place, value), text, isZero: value === 0 })),
    labels: labelsOf(series[0]?.points ?? []),
    breaks: breaks.map(({ at, note }, index) => ({ x: (at / Math.max(1, count)) * 100, number: index + 1, note })),
    lines,
    isEmpty: lines.every(({ points }) => points.length === 0),
    stops: lines.flatMap(({ points }) => points).filter(({ isStop }) => isStop).length,
  }
}

export function valuesOf(series: readonly ChartSeries[]): number[] {
  return series.flatMap(({ points }) => points.filter(isKnown).map(({ value }) => value))
}

type Place = { axis: Axis; count: number; height: number; breaks: readonly ChartBreak[]; isAlone: boolean }

function lineOf(series: ChartSeries, look: number, place: Place): PlacedLine {
  const known = series.points.flatMap((point, index) => (isKnown(point) ? [{ point, index }] : []))
  const isNotable = series.role === 'target' ? () => false : notableOf(known, series.points, place)
  const hasFew = known.length <= mostMarks
  const points = known.map(({ point, index }): PlacedPoint => {
    const x = xOf(place, index)
    const isLast = (series.points[index + 1]?.part ?? null) === null
    return {
      point,
      index,
      x,
      y: yOf(place, point.value),
      isStop: series.role !== 'target' && point.href !== null && (known.length <= mostStops || isNotable(index)),
      isMarked: hasFew || isNotable(index),
      isCounted: place.isAlone && series.role === 'main' && point.part !== null && isLast,
      tip: x < 20 ? 'start' : x > 80 ? 'end' : 'middle',
    }
  })
  const paths =
    series.role === 'target'
      ? stepsOf(points, place).map((d) => ({ d, isPart: false }))
      : runsOf(points, place.breaks).flatMap(stretchesOf)
  return { series, look, paths, points, end: null }
}

/** First, last, highest, lowest, beside a break or a gap, and what is hedged or divided. */
function notableOf(
  known: readonly { point: KnownPoint; index: number }[],
  all: readonly ChartPoint[],
  { breaks }: Place,
): (index: number) => boolean {
  const values = known.map(({ point }) => point.value)
  const [high, low] = [Math.max(...values), Math.min(...values)]
  const notable = new Set<number>()
  for (const wanted of [high, low]) {
    const found = known.find(({ point }) => point.value === wanted)
    if (found) notable.add(found.index)
  }
  for (const { index, point } of known) {
    const isEdge = [index - 1, index + 1].some((at) => (all[at]?.value ?? null) === null)
    const isBreak = breaks.some(({ at }) => at === index || at === index + 1)
    if (isEdge || isBreak || !isFirm(point) || point.flag === 'apportioned') notable.add(index)
  }
  return (index) => notable.has(index)
}

/** Neighbours only: a line through a missing month would tell a number that nobody gave. */
function runsOf(points: readonly PlacedPoint[], breaks: readonly ChartBreak[]): PlacedPoint[][] {
  const runs: PlacedPoint[][] = []
  for (const point of points) {
    const last = runs.at(-1)?.at(-1)
    const isNext = last?.index === point.index - 1 && !breaks.some(({ at }) => at === point.index)
    if (isNext) runs.at(-1)?.push(point)
    else runs.push([point])
  }
  return runs.filter((run) => run.length > 1)
}

/** A run cut where it begins or ceases to lead to numbers that are not of all: two numbers of unequal reach make no trend. */
function stretchesOf(run: readonly PlacedPoint[]): PlacedPath[] {
  const isPart = (at: number): boolean => (run[at - 1]?.point.part ?? run[at]?.point.part ?? null) !== null
  const starts = run.flatMap((_, at) => (at > 0 && (at === 1 || isPart(at) !== isPart(at - 1)) ? [at - 1] : []))
  return starts.map((from, at) => ({
    d: pathOf(run.slice(from, (starts[at + 1] ?? run.length - 1) + 1)),
    isPart: isPart(from + 1),
  }))
}

function pathOf(run: readonly PlacedPoint[]): string {
  return run.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${short(x * 10)} ${short(y)}`).join('')
}

/** A target holds for the whole of its period: a level stroke over each, joined where the next has one too. */
function stepsOf(points: readonly PlacedPoint[], { count }: Place): string[] {
  const half = groundWidth / Math.max(1, count) / 2
  return points.map(({ x, y, index }, at) => {
    const next = points[at + 1]
    const riser = next?.index === index + 1 && next.y !== y ? `V${short(next.y)}` : ''
    return `M${short(x * 10 - half)} ${short(y)}H${short(x * 10 + half)}${riser}`
  })
}

function withEnds(lines: readonly PlacedLine[], { height, ends }: LineSize): PlacedLine[] {
  const named = ends && lines.length > 1 ? lines.filter(({ points }) => points.length > 0) : []
  const names = named.map((line) => ({ line, lines: wrapped(line.series.name, nameLetters, 3) }))
  const tall = names.reduce((sum, { lines: text }) => sum + text.length * lineHeight, 0)
  if (tall > height) return [...lines]
  const tops = spread(
    names.map(({ line, lines: text }) => ({
      at: (line.points.at(-1)?.y ?? 0) - (text.length * lineHeight) / 2,
      size: text.length * lineHeight,
    })),
    height,
  )
  return lines.map((line) => {
    const at = names.findIndex((one) => one.line === line)
    const name = names[at]
    return name ? { ...line, end: { y: (tops[at] ?? 0) + lineHeight * 0.75, lines: name.lines } } : line
  })
}

const lettersWide = 84
const lettersNarrow = 30

/** Labels that fit, counted back from the last, which is the one that is looked for. */
function labelsOf(points: readonly ChartPoint[]): { x: number; text: string; wideOnly: boolean }[] {
  const longest = Math.max(1, ...points.map(({ label }) => label.length)) + 2
  const every = (letters: number): number => Math.max(1, Math.ceil(points.length / Math.max(1, letters / longest)))
  const wide = every(lettersWide)
  const narrow = Math.ceil(every(lettersNarrow) / wide) * wide
  return points.flatMap(({ label }, index) => {
    const back = points.length - 1 - index
    if (back % wide !== 0) return []
    return [{ x: ((index + 0.5) / points.length) * 100, text: label, wideOnly: back % narrow !== 0 }]
  })
}

function xOf({ count }: Place, index: number): number {
  return ((index + 0.5) / Math.max(1, count)) * 100
}

function yOf({ axis, height }: Place, value: number): number {
  return Math.round((1 - placeOn(axis, value)) * height * 100) / 100
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}
