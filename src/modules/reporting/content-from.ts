import type { CheckInput, CheckLine, OverUnits } from '#modules/figures/check-input.ts'
import type { CheckRule } from '#modules/figures/check-rule.ts'
import { checkFigures } from '#modules/figures/checks.ts'
import { formatQuantity, zero } from '#kernel/quantity.ts'
import type { Counted } from '#modules/figures/counted-by.ts'
import { figure, isHedged, notYetKnown, type Figure, type FigureValue } from '#modules/figures/figure.ts'
import type { Finding } from '#modules/figures/finding.ts'
import { findingText } from '#modules/figures/finding-sentence.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { dimensionName } from '#modules/figures/labels.ts'
import type { RolledUp } from '#modules/figures/rollup.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import { asChecked, contentFinding, stillExplains } from './content-finding.ts'
import type { ContentFinding, ContentLine, ReportContent } from './content.ts'
import { correctedCount, type CountCorrection } from './count-correction.ts'
import { namesOf } from './line-names.ts'
import { cellOf, type Explanation, type Report, type Template, type TemplateLine } from './report.ts'

/** All that a report's content is made from. */
export type Ingredients = {
  report: Pick<Report, 'period' | 'origin' | 'source'>
  template: Template
  unit: UnitVersion
  provinceName: string
  typed: ReadonlyMap<string, Figure>
  /** What the unit's own registers come to in this period, by cell; such a cell is counted and not typed. */
  counted: ReadonlyMap<string, Counted>
  /** The counted cells in which another number was typed, with the reason. */
  corrections?: ReadonlyMap<string, CountCorrection>
  /** For a province's own report: the sums of its communes' accepted reports. */
  sums: { figures: ReadonlyMap<string, RolledUp>; expected: number; counted: number; candidates?: Candidates } | null
  previous: ReadonlyMap<string, FigureValue> | null
  divisor: CheckInput['divisor']
  /** What the same unit had accepted for the periods that this one is checked against; null without a ledger of them. */
  earlier: CheckInput['earlier']
  /** What it had accepted for earlier periods of the same kind, newest first, since its territory last changed. */
  history: CheckInput['history']
  /** What other units of its kind published, where a rule in force looks at it. */
  peers: CheckInput['peers']
  /** The rules in force on the last day of the period. */
  rules: readonly CheckRule[]
  /** By finding, with the fingerprint of the numbers they were written about. */
  explanations: ReadonlyMap<string, Explanation>
}

/** By cell, the numbers of single units that a gap between a typed total and their sum may be traced to. */
export type Candidates = ReadonlyMap<string, NonNullable<OverUnits['candidates']>>

/** Puts figures, last period's figures and findings together, without asking anybody anything. */
export function contentFrom(given: Ingredients): ReportContent {
  const { report, template, unit, sums } = given
  const corrections: ReadonlyMap<string, CountCorrection> = given.corrections ?? new Map()
  const own = withCounts(given.typed, given.counted, corrections)
  const figures = sums ? withSums(own, sums.figures) : own
  const lines = template.lines.map((line): ContentLine => {
    const key = cellKey(cellOf(line))
    const shown = figures.get(key) ?? {
      value: notYetKnown,
      raw: '',
      note: '',
      basis: report.origin === 'entered' ? 'typed' : 'published',
    }
    // What the province's own register counted is no sum: no number of communes stands beside it.
    const isSum = shown.basis === 'counted' && !given.counted.has(key)
    const unitsCounted = isSum ? (sums?.figures.get(key)?.unitsCounted ?? null) : null
    return contentLine(line, shown, {
      unitsCounted,
      countedFrom: countedFrom(given.counted.get(key), corrections.get(key)),
      previous: given.previous?.get(key) ?? null,
      isPublic: mayBePublic(line, unit),
    })
  })
  const input: CheckInput = {
    period: report.period,
    lines: template.lines.map(checkLine),
    figures: asSaidByTheUnit(figures, given.counted),
    earlier: given.earlier,
    history: given.history,
    peers: given.peers,
    divisor: divisorOf(given),
    overUnits: sums ? summedOver(sums.figures, sums.candidates ?? new Map()) : new Map(),
  }
  const findings = checkFigures(input, given.rules)
  const names = namesOf(lines)
  return {
    unitName: unit.name,
    unitUntil: unit.until,
    provinceName: given.provinceName,
    templateName: template.name,
    period: report.period,
    origin: report.origin,
    source: report.source,
    units: sums ? { expected: sums.expected, counted: sums.counted } : null,
    lines,
    findings: findings.map((finding) =>
      contentFinding(finding, findingText(finding, names), standingExplanation(finding, given.explanations)),
    ),
  }
}

/** A template's line as its checks need it. */
export function checkLine(line: TemplateLine): CheckLine {
  const { numeral, unitOfCount, nature, overTime } = line.indicator
  return { cell: cellOf(line), numeral, unitOfCount, nature, overTime }
}

function standingExplanation(
  finding: Finding,
  explanations: Ingredients['explanations'],
): ContentFinding['explanation'] {
  const given = explanations.get(finding.key)
  return given && stillExplains(given.about, finding) ? { text: given.text, by: given.by } : null
}

/** A template's line with a figure in it. */
export function contentLine(
  line: TemplateLine,
  figure: ContentLine['figure'],
  beside: Pick<ContentLine, 'unitsCounted' | 'countedFrom' | 'previous' | 'isPublic'>,
): ContentLine {
  return {
    section: line.section,
    cell: cellOf(line),
    name: line.indicator.name,
    dimensionName: dimensionName(line.dimension),
    unitOfCount: line.indicator.unitOfCount,
    numeral: line.indicator.numeral,
    counts: line.indicator.counts,
    figure,
    ...beside,
  }
}

/** The figure of a cell that records were counted into; its note stays the officer's. */
export function countedFigure(counted: Counted, note: string): Figure {
  const value: FigureValue = { state: 'reported', amount: counted.amount, qualifier: 'exact' }
  return { value, raw: formatQuantity(counted.amount), note, basis: 'counted' }
}

/** The figures of a unit with its registers counted in: what is counted takes the place of what was typed. */
export function withCounts(
  typed: ReadonlyMap<string, Figure>,
  counted: Ingredients['counted'],
  corrections: ReadonlyMap<string, CountCorrection>,
): Map<string, Figure> {
  const figures = new Map(typed)
  // Counted at an earlier submission, and since then every record of it was voided: nobody has said a number.
  for (const [key, { basis, note }] of typed) {
    if (basis === 'counted') figures.set(key, { value: notYetKnown, raw: '', note, basis: 'typed' })
  }
  for (const [key, count] of counted) {
    const note = typed.get(key)?.note ?? ''
    const correction = corrections.get(key)
    // Records are counted in whole numbers, whatever the indicator is called.
    figures.set(key, correction ? figure(correction.raw, 'count', note) : countedFigure(count, note))
  }
  return figures
}

function asSaidByTheUnit(figures: ReadonlyMap<string, Figure>, counted: Ingredients['counted']): Map<string, Figure> {
  return new Map([...figures].map(([key, one]) => [key, asChecked(one, counted.has(key))]))
}

function countedFrom(
  counted: Counted | undefined,
  correction: CountCorrection | undefined,
): ContentLine['countedFrom'] {
  if (!counted) return null
  const corrected = correctedCount(correction, counted)
  return { kind: counted.kind, records: counted.records, ...(corrected ? { corrected } : {}) }
}

/** Internal figures stay inside; those that may be known as totals only are not shown of a single commune. */
export function mayBePublic(line: TemplateLine, unit: UnitVersion): boolean {
  const { sensitivity } = line.indicator
  return sensitivity === 'public' || (sensitivity === 'total-only' && unit.level !== 'commune')
}

/** A province's cell is the sum of its communes unless its officers typed another figure into it. */
function withSums(typed: ReadonlyMap<string, Figure>, sums: ReadonlyMap<string, RolledUp>): Map<string, Figure> {
  const figures = new Map(typed)
  for (const [key, rolled] of sums) {
    const own = typed.get(key)
    if (!own || own.raw === '')
      figures.set(key, { value: rolled.value, raw: '', note: own?.note ?? '', basis: 'counted' })
  }
  return figures
}

/** What divides an average: for a sum the units in it, else those that the territory has. */
export function divisorOf({ sums, divisor }: Pick<Ingredients, 'sums' | 'divisor'>): CheckInput['divisor'] {
  return sums ? divisorOfSums(sums) : divisor
}

// An average per xã divides by the xã that gave its total; wards are not counted, whatever they wrote there.
function divisorOfSums(sums: NonNullable<Ingredients['sums']>): CheckInput['divisor'] {
  const units = sums.figures.get('I02')?.unitsCounted ?? 0
  return units > 0 ? { units, allUnits: sums.counted } : null
}

function summedOver(sums: ReadonlyMap<string, RolledUp>, candidates: Candidates): CheckInput['overUnits'] {
  return new Map(
    [...sums]
      .filter(([, { value, unitsCounted }]) => unitsCounted > 0 && value.state !== 'not-yet-known')
      .map(([key, { value, unitsCounted }]) => {
        const summed = value.state === 'reported' ? value.amount : zero
        return [key, { summed, unitsCounted, isHedged: isHedged(value), candidates: candidates.get(key) ?? [] }]
      }),
  )
}
