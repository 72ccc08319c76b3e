import type { Tx } from '#platform/database.ts'
import { differenceBetween, isOverTheChange } from '#modules/figures/compare.ts'
import { valuesOfUnits } from '#modules/figures/counted-figures.server.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import { communesInForce, unitWithin } from '#modules/territory/queries.server.ts'
import {
  shortFigure,
  yearsOf,
  type ReportAppendix,
  type UnitRow,
  type YearColumn,
  type YearsBeside,
} from './appendix.ts'
import { countedFor } from './assemble.server.ts'
import { isCounted } from './lifecycle.ts'
import { cubeCellOf, type CountedValue } from './narrative-facts.ts'
import { cellOf, type Report, type Template } from './report.ts'
import { readTemplate, templateOn } from './template-version-store.server.ts'
import { unitListOf } from './unit-list-queries.server.ts'

/** What the paper of a report prints behind it, as the ledger has it now; null where there is nothing to print. */
export async function appendixOf(tx: Tx, report: Report): Promise<ReportAppendix | null> {
  // Most reports are a commune's, of a quarter: nothing is asked for them.
  if (report.origin !== 'entered' || (report.unit !== report.province && yearsOf(report.period).length === 0))
    return null
  const template = await readTemplate(tx, report.template)
  if (!template) throw new Error(`Report ${report.id} has lost its template`)
  const units = await unitRows(tx, report, template)
  const years = await yearsBeside(tx, report, template)
  if (units.length === 0 && years === null) return null
  return { cells: cellsOf(template), units, years }
}

/** The same as it was frozen with the newest copy of a report. */
export async function appendixOfCopy(
  tx: Tx,
  { province, id }: Pick<Report, 'province' | 'id'>,
): Promise<ReportAppendix | null> {
  const row = await tx
    .selectFrom('report_copy')
    .select('appendix')
    .where('province_id', '=', province)
    .where('report_id', '=', id)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  // saveCopy writes the column and nothing else does.
  return (row?.appendix ?? null) as ReportAppendix | null
}

function cellsOf(template: Template): string[] {
  return template.lines.map((line) => cellKey(cellOf(line)))
}

async function unitRows(tx: Tx, report: Report, template: Template): Promise<UnitRow[]> {
  if (report.unit !== report.province) return []
  const { period, province } = report
  const communes = await communesInForce(tx, province, period.to)
  const standings = await unitListOf(tx, report, template.code, communes)
  const isIn = (at: number): boolean => isCounted(standings[at]?.status ?? 'not-begun')
  const counted = communes.filter((_, at) => isIn(at)).map(({ unit }) => unit)
  const values = await valuesOfUnits(tx, { province, from: period.from, to: period.to }, counted)
  const cells = cellsOf(template)
  return communes.flatMap(({ unit }, at) => {
    const standing = standings[at]
    if (!standing) return []
    const own = values.get(unit)
    return [{ ...standing, figures: isIn(at) ? cells.map((cell) => shortFigure(own?.get(cell))) : null }]
  })
}

type YearFound = { column: YearColumn; values: ReadonlyMap<string, CountedValue> }

async function yearsBeside(tx: Tx, report: Report, template: Template): Promise<YearsBeside | null> {
  const found: YearFound[] = []
  for (const period of yearsOf(report.period)) found.push(await yearOf(tx, report, template, period))
  if (found.length === 0) return null
  return { columns: found.map(({ column }) => column), growth: growthOf(found, template) }
}

async function yearOf(tx: Tx, report: Report, template: Template, period: Report['period']): Promise<YearFound> {
  const unit = await unitWithin(tx, report.unit, period)
  const then = await templateOn(tx, template.code, period.to)
  // A unit that was not there yet, or a form that was not: nothing can have been accepted.
  const values = unit && then ? await countedFor(tx, report, template, unit, period) : null
  const cells = cellsOf(template)
  const definition = new Map(template.lines.map((line) => [cellKey(cellOf(line)), line.indicator.id]))
  const given = cells.filter((cell) => (values?.get(cell)?.indicator ?? null) !== null)
  return {
    values: values ?? new Map(),
    column: {
      period,
      figures: values && cells.map((cell) => shortFigure(values.get(cell)?.value)),
      isOtherVersion: then !== null && then.id !== template.id,
      anew: given.filter((cell) => values?.get(cell)?.indicator !== definition.get(cell)),
      units: report.unit === report.province && values ? mostUnits([...values.values()]) : null,
    },
  }
}

function mostUnits(values: readonly CountedValue[]): YearColumn['units'] {
  const most = values.toSorted((one, other) => other.counted - one.counted)[0]
  return most ? { counted: most.counted, expected: most.expected } : null
}

/** Between whole years only, and by the rules of every comparison here: both sides known in full, exactly, by one definition, on one map. */
function growthOf(found: readonly YearFound[], template: Template): YearsBeside['growth'] {
  const whole = found.filter(({ column }) => column.period.regime === 'year' && column.figures !== null)
  const [first, last] = [whole[0], whole.at(-1)]
  if (!first || !last || first === last) return null
  const [from, to] = [first.column.period, last.column.period]
  const percent = template.lines.map((line) => {
    const [before, now] = [first, last].map(({ values }) => values.get(cellKey(cellOf(line))))
    if (!before || !now) return null
    const { nature } = line.indicator
    const difference = differenceBetween(cubeCellOf(before), cubeCellOf(now), {
      grows: nature === 'flow' || nature === 'stock',
      isOverTheChange: isOverTheChange({ kind: 'reported' }, from, to),
      isDefinedAnew: before.indicator !== now.indicator,
    })
    return difference.kind === 'told' && difference.percent !== null ? toDecimalText(difference.percent) : null
  })
  return { from, to, percent }
}
