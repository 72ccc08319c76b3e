import { previousPeriod, type Period } from '#kernel/period.ts'
import type { Tx } from '#platform/database.ts'
import { checkFigures, type CheckInput } from '#modules/figures/checks.ts'
import { notYetKnown, type Figure, type FigureValue } from '#modules/figures/figure.ts'
import { findingText, type CellNames } from '#modules/figures/finding-sentence.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { dimensionName } from '#modules/figures/labels.ts'
import { figuresOf, sumOver } from '#modules/figures/queries.server.ts'
import { rollUp, type RolledUp } from '#modules/figures/rollup.ts'
import { communesInForce, divisorOn, unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import type { ContentLine, ReportContent } from './content.ts'
import { cellOf, type Report, type Template, type TemplateVersionId } from './report.ts'
import { explanationsOf, figureSetOf, readTemplate } from './store.server.ts'

/** The sums of a province for one period: what was accepted, over the communes in force on its last day. */
export type ProvinceSums = {
  figures: Map<string, RolledUp>
  communes: UnitVersion[]
  countedUnits: UnitId[]
}

/** Counted live from accepted reports, so that it is exact at the next request after an acceptance. */
export async function sumProvince(tx: Tx, province: UnitId, template: Template, period: Period, within?: UnitId[]): Promise<ProvinceSums> {
  const all = await communesInForce(tx, province, period.to)
  const communes = within ? all.filter((commune) => within.includes(commune.unit)) : all
  const countedUnits = await acceptedUnits(tx, province, template.id, period, communes.map((commune) => commune.unit))
  const sums = await sumOver(tx, { province, from: period.from, to: period.to }, countedUnits)
  return { figures: rollUp(template.lines, sums), communes, countedUnits }
}

async function acceptedUnits(tx: Tx, province: UnitId, template: TemplateVersionId, period: Period, units: UnitId[]): Promise<UnitId[]> {
  if (units.length === 0) return []
  const rows = await tx
    .selectFrom('report')
    .select('unit_id')
    .where('province_id', '=', province)
    .where('template_version', '=', template)
    .where('regime', '=', period.regime)
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
    .where('status', 'in', ['accepted', 'published'])
    .where('unit_id', 'in', units)
    .execute()
  return rows.map((row) => row.unit_id as UnitId)
}

/** Everything a report says now, from the ledger: figures, sums, last period, findings with their explanations. */
export async function assemble(tx: Tx, report: Report): Promise<ReportContent> {
  const template = await readTemplate(tx, report.template)
  const unit = await unitOn(tx, report.unit, report.period.to)
  const province = await unitOn(tx, report.province, report.period.to)
  if (!template || !unit || !province) throw new Error(`Report ${report.id} belongs to a unit or template that is gone`)
  const typed = await figuresOf(tx, figureSetOf(report))
  const sums = report.origin === 'entered' && unit.level === 'province' ? await sumProvince(tx, report.province, template, report.period) : null
  const figures = sums ? withSums(typed, sums) : typed
  const previous = await previousFigures(tx, report, unit, template)
  const lines = template.lines.map((line): ContentLine => {
    const cell = cellOf(line)
    const key = cellKey(cell)
    const counted = figures.get(key)?.basis === 'counted' ? sums?.figures.get(key) : undefined
    return {
      section: line.section,
      cell,
      name: line.indicator.name,
      dimensionName: dimensionName(line.dimension),
      unitOfCount: line.indicator.unitOfCount,
      numeral: line.indicator.numeral,
      counts: line.indicator.counts,
      isPublic: line.indicator.sensitivity !== 'internal',
      figure: figures.get(key) ?? { value: notYetKnown, raw: '', note: '', basis: report.origin === 'entered' ? 'typed' : 'published' },
      unitsCounted: counted?.unitsCounted ?? null,
      previous: previous?.get(key) ?? null,
    }
  })
  const input: CheckInput = {
    lines: template.lines.map((line) => ({ cell: cellOf(line), numeral: line.indicator.numeral })),
    figures,
    divisor: sums ? divisorOfSums(sums) : await divisorOn(tx, unit, report.period.to),
    overUnits: sums ? summedOver(sums) : new Map(),
  }
  const explanations = await explanationsOf(tx, report)
  const names = namesOf(lines)
  return {
    unitName: unit.name,
    unitUntil: unit.until,
    provinceName: province.name,
    templateName: template.name,
    period: report.period,
    origin: report.origin,
    source: report.source,
    units: sums ? { expected: sums.communes.length, counted: sums.countedUnits.length } : null,
    lines,
    findings: checkFigures(input).map((finding) => ({
      rule: finding.rule,
      key: finding.key,
      verdict: finding.verdict,
      explainable: finding.explainable,
      cells: finding.cells,
      text: findingText(finding, names),
      explanation: explanations.get(finding.key) ?? null,
    })),
  }
}

/** A province's cell is the sum of its communes unless its officers typed another figure into it. */
function withSums(typed: Map<string, Figure>, sums: ProvinceSums): Map<string, Figure> {
  const figures = new Map(typed)
  for (const [key, rolled] of sums.figures) {
    const own = typed.get(key)
    if (!own || own.raw === '') figures.set(key, { value: rolled.value, raw: '', note: own?.note ?? '', basis: 'counted' })
  }
  return figures
}

// An average per xã divides by the xã that gave its total; wards say "không áp dụng" there and are not counted.
function divisorOfSums(sums: ProvinceSums): CheckInput['divisor'] {
  const units = sums.figures.get('I01')?.unitsCounted ?? 0
  return units > 0 ? { units, allUnits: sums.countedUnits.length } : null
}

function summedOver(sums: ProvinceSums): CheckInput['overUnits'] {
  const entries = [...sums.figures].flatMap(([key, { value, unitsCounted }]) =>
    unitsCounted > 0 && value.state !== 'not-yet-known' ? [[key, { summed: value.state === 'reported' ? value.amount : 0n, unitsCounted }] as const] : [],
  )
  return new Map(entries) as CheckInput['overUnits']
}

async function previousFigures(tx: Tx, report: Report, unit: UnitVersion, template: Template): Promise<Map<string, FigureValue> | null> {
  const period = previousPeriod(report.period)
  if (!period || report.origin !== 'entered') return null
  if (unit.level === 'province') {
    const sums = await sumProvince(tx, report.province, template, period)
    return new Map([...sums.figures].map(([key, rolled]) => [key, rolled.value]))
  }
  const figures = await figuresOf(tx, { ...figureSetOf(report), from: period.from, to: period.to })
  return new Map([...figures].map(([key, figure]) => [key, figure.value]))
}

function namesOf(lines: ContentLine[]): CellNames {
  const byKey = new Map(lines.map((line) => [cellKey(line.cell), line]))
  return (cell) => {
    const line = byKey.get(cellKey(cell))
    if (!line) return { name: cell.code, unit: '' }
    return { name: line.dimensionName ? `${line.name}, ${line.dimensionName}` : line.name, unit: line.unitOfCount }
  }
}

