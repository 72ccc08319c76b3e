import { dayInVietnam, formatDay, timeInVietnam } from '#kernel/local-date.ts'
import { periodName, type Period } from '#kernel/period.ts'
import { besideText, cellText, targetText } from './labels.ts'
import type { BriefFigure } from './brief.ts'
import type { Brief } from './facts.ts'
import { boardPath, partsPath, reportPath } from './paths.ts'

/** A few words of a sentence, with the place where they are opened. */
export type Piece = { text: string; href?: string; bold?: boolean }

/** One part of a brief in words: what it says in lines, or why it says nothing. */
export type BriefSection = {
  id: string
  title: string
  groups: readonly { title: string | null; lines: readonly (readonly Piece[])[] }[]
  /** Said in place of lines. */
  empty: string | null
  /** Said under them. */
  note: string | null
}

/** A period in the small line; a sum without all of its units is no number to be compared, and is drawn hollow. */
export type SparkPoint = { value: number; isWhole: boolean }

/** A chosen figure in words. */
export type FigureRow = {
  key: string
  name: string
  unitOfCount: string
  value: string
  href: string | null
  /** `từ 87 trên 100 xã, phường`; null where the number is not a sum. */
  of: string | null
  before: FigureBeside | null
  lastYear: FigureBeside | null
  target: string | null
  line: { points: readonly (SparkPoint | null)[]; text: string }
}

export type FigureBeside = { value: string; change: string }

export function figureRows(brief: Brief): FigureRow[] {
  const isSummed = brief.unit.level === 'province'
  return brief.figures.map((figure) => {
    const { of, now } = figure
    const { key, name, unitOfCount } = of.measure
    const isTold = isSummed && now.expected > 0
    return {
      ...{ key, name, unitOfCount },
      value: cellText(now, of),
      href: sourceOf(brief, key),
      of: isTold ? `từ ${now.counted} trên ${now.expected} xã, phường` : null,
      before: besideWords(figure, 'before'),
      lastYear: besideWords(figure, 'lastYear'),
      target: figure.targets.length > 0 ? figure.targets.map((one) => targetText(one, of)).join('; ') : null,
      line: lineWords(figure),
    }
  })
}

function besideWords(figure: BriefFigure, which: 'before' | 'lastYear'): FigureBeside | null {
  const beside = figure[which]
  if (beside === null) return null
  return { value: cellText(beside.cell, figure.of), change: besideText(beside, figure.of) }
}

/** Where a figure of the brief's own unit is opened: the report of a commune; of a province the numbers of its units. */
export function sourceOf({ unit, period, standing }: Brief, key: string): string | null {
  if (unit.level === 'province') return partsPath(key, unit, [period])
  const report = standing.reports[0]?.report
  return report ? reportPath(report, key) : null
}

function lineWords({ line, of }: BriefFigure): FigureRow['line'] {
  const told = line.map(({ period, cell }) => {
    const units = cell.counted < cell.expected ? ` (${cell.counted}/${cell.expected} đơn vị)` : ''
    return `${shortPeriod(period)}: ${cellText(cell, of)}${cell.state === 'known' ? units : ''}`
  })
  return {
    points: line.map(({ cell }) =>
      cell.state === 'known' && cell.amount !== null
        ? { value: Number(cell.amount) / 10_000, isWhole: cell.counted >= cell.expected }
        : null,
    ),
    text: `${of.measure.name}, ${told.join('; ')}`,
  }
}

function shortPeriod(period: Period): string {
  return periodName(period).replace(/ năm /, '/')
}

/** `Tóm tắt quý III năm 2026`. */
export function briefTitle({ period }: Pick<Brief, 'period'>): string {
  return `Tóm tắt ${periodName(period)}`
}

/** What stands under the title: that it is internal, and of which moment. */
export function briefNature({ asOf }: Pick<Brief, 'asOf'>): string {
  return `Bản tóm tắt nội bộ. Số liệu lúc ${timeInVietnam(asOf)} ngày ${formatDay(dayInVietnam(asOf))}.`
}

/** The whole list behind a line that was cut. */
export function moreOf(count: number, period: Period, filter: string): Piece[] {
  return count > 0 ? [{ text: ' và ' }, { text: `${count} đơn vị nữa`, href: boardPath(period, { filter }) }] : []
}

/** How much of each part is said: a sheet of paper ends, and what is left is counted instead. */
export type Cut = {
  changes: number
  contributors: number
  strange: number
  remarks: number
  asked: number
  names: number
}

/** From what the screen shows down to what always fits a sheet. */
export const cuts: readonly [Cut, ...Cut[]] = [
  { changes: 3, contributors: 3, strange: 4, remarks: 3, asked: 3, names: 5 },
  { changes: 2, contributors: 2, strange: 3, remarks: 2, asked: 2, names: 4 },
  { changes: 2, contributors: 1, strange: 2, remarks: 1, asked: 1, names: 2 },
  { changes: 1, contributors: 1, strange: 1, remarks: 1, asked: 1, names: 1 },
]

/** The name of a unit in the midst of a sentence. */
export function nameIn({ nameOf }: Brief, unit: string): string {
  return nameOf.get(unit) ?? 'đơn vị khác'
}

export function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}
