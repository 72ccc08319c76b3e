import type { LocalDate } from '#kernel/local-date.ts'
import { formatAmount, hedgeWord } from '#kernel/numerals.ts'
import { formatValue, type FigureValue } from '#modules/figures/figure.ts'
import { cellKey, type Indicator } from '#modules/figures/indicator.ts'
import { dimensionName } from '#modules/figures/labels.ts'
import { flagOf, type MapFigure, type MapPart, type UnitFigures } from '#modules/figures/map-figure.ts'
import type { DefinitionChange } from '#modules/figures/definition-change.ts'
import { growthBetween, mayGrow } from '#modules/figures/map-growth.ts'
import { growthText, mapReasonText, useText } from '#modules/figures/map-labels.ts'
import { nameOnDay } from '#modules/territory/labels.ts'
import type { Flag } from '#modules/territory/rebase.ts'
import { lastVersionOf, unitAt, type Register } from '#modules/territory/register.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { cellOf, type TemplateLine } from './report.ts'

/** One unit's number behind a number of the map, in words. */
export type MapPartWords = {
  unitName: string
  unitCode: string
  /** What the unit reported, and where that stands. */
  reported: string
  href: string | null
  /** What of it counts here; null where nothing does. */
  given: string | null
  use: string
}

/** A number read on a map, in words (dòng số liệu trên bản đồ). */
export type MapLine = {
  key: string
  code: string
  section: string
  name: string
  dimensionName: string | null
  unit: string
  hedge: string | null
  amount: string | null
  absent: string | null
  flag: Flag | null
  reason: string | null
  counted: number
  expected: number
  /** Growth since the period before, or the sentence why it is not told; null where nothing is compared. */
  growth: string | null
  isGrowth: boolean
  parts: MapPartWords[]
  missing: string[]
}

/** What the words need to know: units by name as of the reader's day, and where a number stands. */
export type MapWords = {
  register: Register
  today: LocalDate
  hrefOf(part: Pick<MapPart, 'unit' | 'report'>, key: string): string | null
}

/** The lines of a unit of the map that have something to say, in the order of the template. */
export function mapLines(
  lines: readonly TemplateLine[],
  now: ReadonlyMap<string, MapFigure>,
  before: ReadonlyMap<string, MapFigure> | null,
  words: MapWords,
  changes: ReadonlyMap<string, DefinitionChange> = new Map(),
): MapLine[] {
  return lines.flatMap((line) => {
    const key = cellKey(cellOf(line))
    const figure = now.get(key)
    if (!figure || (figure.standing.kind === 'absent' && figure.parts.length === 0)) return []
    const earlier = { figure: before?.get(key) ?? null, change: changes.get(line.indicator.code) ?? null }
    return mapLine(line, figure, earlier, words)
  })
}

type Earlier = { figure: MapFigure | null; change: DefinitionChange | null }

function mapLine(line: TemplateLine, figure: MapFigure, before: Earlier, words: MapWords): MapLine {
  const { indicator } = line
  const key = cellKey(cellOf(line))
  const nameOf = namesOn(words)
  const { standing } = figure
  const growth = before.figure && mayGrow(indicator) ? growthBetween(before.figure, figure, before.change) : null
  return {
    key,
    ...headOf(line),
    ...valueWords(standing.kind === 'known' ? standing.value : null, indicator),
    flag: flagOf(figure),
    reason: standing.kind === 'not-comparable' ? mapReasonText(standing.reason, nameOf) : null,
    counted: figure.counted,
    expected: figure.expected,
    growth: growth && growthText(growth, nameOf),
    isGrowth: growth?.kind === 'rate',
    parts: figure.parts.map((part) => partWords(part, key, indicator, words)),
    // Their names alone: that they ended is what the whole page is about.
    missing: figure.missing.map((unit) => lastVersionOf(words.register, unit)?.name ?? nameOf(unit)),
  }
}

/** A value as its hedge, its amount, or the words where there is no amount. */
export function valueWords(value: FigureValue | null, { numeral }: Pick<Indicator, 'numeral'>) {
  if (value?.state !== 'reported')
    return {
      hedge: null,
      amount: value?.state === 'zero' ? '0' : null,
      absent: value?.state === 'zero' ? null : value ? formatValue(value) : null,
    }
  return { hedge: hedgeWord(value.qualifier), amount: formatAmount(value.amount, 'exact', numeral), absent: null }
}

function partWords(part: MapPart, key: string, { numeral }: Indicator, words: MapWords): MapPartWords {
  const { unit, value, use } = part
  return {
    unitName: namesOn(words)(unit),
    unitCode: lastVersionOf(words.register, unit)?.code ?? '',
    reported: formatValue(value, numeral),
    href: words.hrefOf(part, key),
    given: use.kind === 'counted' ? formatValue(use.given, numeral) : null,
    use: useText(use, namesOn(words)),
  }
}

/** One line as several units reported it, each under its own name (dòng số liệu như đã báo cáo). */
export type ReportedLine = Pick<MapLine, 'key' | 'code' | 'section' | 'name' | 'dimensionName' | 'unit'> & {
  entries: {
    unitName: string
    href: string | null
    hedge: string | null
    amount: string | null
    absent: string | null
  }[]
}

/** The lines that somebody answered, with each unit's own number: nothing is added, nothing is moved. */
export function reportedLines(
  lines: readonly TemplateLine[],
  sources: readonly UnitFigures[],
  words: MapWords,
): ReportedLine[] {
  const nameOf = namesOn(words)
  return lines.flatMap((line): ReportedLine[] => {
    const key = cellKey(cellOf(line))
    const entries = sources.flatMap(({ unit, report, values }) => {
      const value = values.get(key)
      if (!value || value.state === 'not-yet-known') return []
      return [
        { unitName: nameOf(unit), href: words.hrefOf({ unit, report }, key), ...valueWords(value, line.indicator) },
      ]
    })
    return entries.length > 0 ? [{ key, ...headOf(line), entries }] : []
  })
}

function headOf({ section, indicator, dimension }: TemplateLine) {
  const { code, name, unitOfCount } = indicator
  return { section, code, name, dimensionName: dimensionName(dimension), unit: unitOfCount }
}

/** A unit as a reader of today names it: `Huyện Quế Sơn (cũ), đến 30/6/2025`. */
export function namesOn({ register, today }: Pick<MapWords, 'register' | 'today'>): (unit: UnitId) => string {
  return (unit) => {
    const version = unitAt(register, unit, today) ?? lastVersionOf(register, unit)
    return version ? nameOnDay(version, today) : 'đơn vị không rõ tên'
  }
}
