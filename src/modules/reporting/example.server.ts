import { sql } from 'kysely'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { rulesInForce } from '#modules/figures/check-rule-rows.server.ts'
import { communesInForce, lastBreaks, unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { inventCumulative } from './cumulative-example.ts'
import type { ExampleTables } from './rows-example.ts'
import { ExampleReports } from './reports-example.server.ts'
import { inventReports } from './example.ts'
import { endedQuarters } from './obligation.ts'
import type { Template, TemplateCode } from './report.ts'
import { templateOn } from './template-version-store.server.ts'

/**
 * Fills an empty province with eight invented quarters in all stages of work. Rows are made by the same functions as the
 * commands make theirs, then written in bulk: eight hundred reports one by one would keep a newcomer waiting.
 */
export async function loadExampleReports(
  db: Db,
  province: UnitId,
  template: TemplateCode,
  now: Date,
): Promise<{ reports: number }> {
  return inScope(db, { reach: 'province', province }, async (tx) => {
    const today = dayInVietnam(now)
    const provinceNow = await unitOn(tx, province, today)
    if (!provinceNow) throw new Error('The example province is missing')
    const quarters = endedQuarters(today, 8).reverse()
    const communes = await communesByQuarter(tx, province, quarters)
    const mouldOn = await templatesOn(tx, template, quarters)
    const input = { communes: unitsOf(communes), linesOn: (day: LocalDate) => linesOf(mouldOn(day)), quarters }
    const invented = [...inventReports(input), ...inventCumulative(input)]
    const units = [...new Set([...communes.values()].flat().map(({ unit }) => unit))]
    const checking = {
      rules: await rulesInForce(tx, province, today),
      breaks: await lastBreaks(tx, units, today),
    }
    const reports = new ExampleReports(mouldOn, provinceNow, now, checking)
    for (const report of invented) {
      const unit = communes.get(report.period.to)?.find((commune) => commune.code === report.unitCode)
      if (unit) reports.add(report, unit)
    }
    await insertAll(tx, reports.tables)
    const changes = await insertChanges(tx, province)
    await tx.insertInto('figure_clock').values({ province_id: province, n: changes }).execute()
    await record(tx, {
      province,
      account: null,
      unit: province,
      kind: 'example-reports-loaded',
      object: { kind: 'template', id: template },
      changed: { reports: invented.length },
      at: now,
    })
    return { reports: invented.length }
  })
}

/** The version of the template for the last day of each quarter, which is also that of the longer periods. */
async function templatesOn(tx: Tx, template: TemplateCode, quarters: Period[]): Promise<(day: LocalDate) => Template> {
  const byDay = new Map<LocalDate, Template>()
  for (const { to } of quarters) {
    const mould = await templateOn(tx, template, to)
    if (mould) byDay.set(to, mould)
  }
  return (day) => {
    const mould = byDay.get(day)
    if (!mould) throw new Error(`No version of ${template} is valid on ${day}`)
    return mould
  }
}

/** By the last day of the quarter. */
async function communesByQuarter(tx: Tx, province: UnitId, quarters: Period[]): Promise<Map<string, UnitVersion[]>> {
  const entries: [string, UnitVersion[]][] = []
  for (const quarter of quarters) entries.push([quarter.to, await communesInForce(tx, province, quarter.to)])
  return new Map(entries)
}

function unitsOf(communes: ReadonlyMap<string, UnitVersion[]>) {
  const versions = new Map([...communes.values()].flat().map((unit) => [`${unit.unit} ${unit.from ?? ''}`, unit]))
  return [...versions.values()].map((unit) => ({
    id: unit.unit,
    code: unit.code,
    name: unit.name,
    from: unit.from,
    to: unit.until,
  }))
}

function linesOf(template: Template) {
  return template.lines.map(({ indicator, dimension }) => ({
    indicatorVersion: indicator.id,
    dimension,
    code: indicator.code,
    numeral: indicator.numeral,
    nature: indicator.nature,
    overTime: indicator.overTime,
  }))
}

async function insertAll(tx: Tx, tables: ExampleTables): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    if (rows.length === 0) continue
    const name = sql.table(table)
    const records = JSON.stringify(rows)
    // Named, because the database works out some columns itself.
    const columns = sql.join([...new Set(rows.flatMap((row) => Object.keys(row)))].map((column) => sql.ref(column)))
    const populated = sql`json_populate_recordset(null::${name}, ${records}::json)`
    await sql`insert into ${name} (${columns}) select ${columns} from ${populated}`.execute(tx)
  }
}

/** Every figure is its own first change, numbered in the order in which the reports were made. */
async function insertChanges(tx: Tx, province: UnitId): Promise<number> {
  const result = await sql`
    insert into figure_change (province_id, n, unit_id, indicator_version, dimension, period_from, period_to,
      state, qualifier, amount, raw, note, basis, changed_at, changed_by, set_id)
    select province_id, row_number() over (order by changed_at, unit_id, indicator_version, dimension), unit_id,
      indicator_version, dimension, period_from, period_to,
      state, qualifier, amount, raw, note, basis, changed_at, changed_by, set_id
    from figure_value
    where province_id = ${province}`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}
