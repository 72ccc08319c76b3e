import { sql } from 'kysely'
import type { Actor } from '#modules/access/actor.ts'
import { sumProvince } from '#modules/reporting/assemble.server.ts'
import type { Layout } from '#kernel/document.ts'
import { rulePage } from '#modules/reporting/check-rule-queries.server.ts'
import { publishedDocument } from '#modules/reporting/document-queries.server.ts'
import { reportDocument } from '#modules/reporting/documents.ts'
import { chosenBody } from '#modules/reporting/issuing-body.ts'
import { reportWorkbook } from '#modules/reporting/sheets.ts'
import { endedQuarters } from '#modules/reporting/obligation.ts'
import { currentTemplate } from '#modules/reporting/report.ts'
import { provincePage } from '#modules/reporting/province-queries.server.ts'
import { publishedReport, publishedReports } from '#modules/reporting/public-queries.server.ts'
import { reportPage } from '#modules/reporting/queries.server.ts'
import { templateOn } from '#modules/reporting/template-version-store.server.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import { lastKnownUnit } from '#modules/territory/queries.server.ts'
import type { Id } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { periodKey } from '#kernel/period.ts'
import { add, parseQuantity, type Quantity } from '#kernel/quantity.ts'
import { inScope, openDatabase, type Tx } from '#platform/database.ts'
import { writeDocx } from '#platform/office/docx.ts'
import { writePdf } from '#platform/office/pdf.ts'
import { writeWorkbook } from '#platform/office/xlsx.ts'
import { inExampleProvince } from './place.ts'
import { inRounds, printTable, timed } from './table.ts'

const rounds = 25

/** What one process asks of the database: the province's sums and pages, and the documents made from them. */
export async function bench(): Promise<void> {
  await inExampleProvince(measure)
}

async function measure(url: string): Promise<void> {
  const db = openDatabase(url, { max: 4 })
  const province = await inScope(db, { reach: 'public' }, (tx) => lastKnownUnit(tx, 'vi-du'))
  const today = dayInVietnam(new Date())
  const [quarter] = endedQuarters(today, 1)
  const template = await inScope(db, { reach: 'public' }, (tx) => templateOn(tx, currentTemplate, today))
  if (!province || !template || !quarter) throw new Error('The example province is not there')
  const actor: Actor = {
    account: crypto.randomUUID() as Id<'Account'>,
    name: 'Đo',
    duty: 'province-officer',
    unit: province.unit,
    province: province.unit,
  }
  const ctx = { db, actor, now: new Date() }
  const scope = { reach: 'province', province: province.unit } as const
  const rows: [string, () => Promise<unknown>][] = []

  rows.push([
    `Sum of a province in SQL: 100 communes × ${template.lines.length} lines`,
    () => inScope(db, scope, (tx) => sumProvince(tx, province.unit, template, quarter)),
  ])
  rows.push([
    'The same sum by fetching every figure and adding here',
    () => inScope(db, scope, (tx) => sumHere(tx, province.unit, quarter)),
  ])
  rows.push([
    'The province board: sums, last quarter, 100 units × 8 quarters, odd numbers',
    () => provincePage(ctx, quarter),
  ])

  rows.push([
    'A rule over every line, tried on the accepted reports of twelve months, 100 communes',
    () => rulePage(ctx, 'Q26', true),
  ])

  const secured = sql`select count(*) from figure_value where province_id = ${province.unit} and period_to = ${quarter.to}`
  rows.push([
    'Count of a quarter’s figures as kheo_app, row security on',
    () => inScope(db, scope, (tx) => secured.execute(tx)),
  ])
  const owner = openDatabase(url, { max: 2, role: 'kheo_reader' })
  rows.push(['The same count as kheo_reader, no row filter', () => inScope(owner, scope, (tx) => secured.execute(tx))])

  const listed = await publishedReports(db, 'xa song xanh', 1)
  const anyReport = listed.reports[0] ?? (await publishedReports(db, '', 1)).reports[0]
  const path = anyReport?.path.split('/') ?? []
  const published = await publishedReport(db, path[2] ?? '', path[4] ?? '')
  if (!published) throw new Error('Nothing is published')
  rows.push(['A published report from the database', () => publishedReport(db, path[2] ?? '', path[4] ?? '')])
  rows.push(['A published report’s page at the desk, with its findings', () => reportPage(ctx, path[4] as ReportId)])
  const printable = await publishedDocument(db, path[2] ?? '', path[4] ?? '')
  if (!printable) throw new Error('Nothing can be printed')
  const marks = { isDraft: false, isExample: false }
  const { content, bodies, publishedOn } = printable
  const official = (layout: Layout) => reportDocument(content, chosenBody(bodies, layout), publishedOn, marks)
  const origin = { issuer: content.unitName, address: 'http://localhost', day: publishedOn, marks }
  rows.push(['Its PDF, warm', () => writePdf(official('state'))])
  rows.push(['Its PDF in the Party layout, warm', () => writePdf(official('party'))])
  rows.push(['Its Word file, warm', () => writeDocx(official('state'))])
  rows.push(['Its Excel file, warm', () => writeWorkbook(reportWorkbook(content, origin))])

  const pieces = rows.map(([name, work]) => ({ name, work: () => timed(work) }))
  const title = `Reading, ${periodKey(quarter)}: ${rounds} rounds`
  printTable(title, 'ms', await inRounds(rounds, pieces, 2))
  await owner.destroy()
  await db.destroy()
}

async function sumHere(
  tx: Tx,
  province: string,
  quarter: { from: string; to: string },
): Promise<Map<string, Quantity>> {
  const figures = await tx
    .selectFrom('figure_value as value')
    .innerJoin('report', (join) =>
      join
        .onRef('report.province_id', '=', 'value.province_id')
        .onRef('report.unit_id', '=', 'value.unit_id')
        .onRef('report.period_from', '=', 'value.period_from')
        .onRef('report.period_to', '=', 'value.period_to'),
    )
    .select(['value.indicator_version', 'value.dimension', 'value.amount'])
    .where('value.province_id', '=', province)
    .where('value.period_to', '=', quarter.to)
    .where('report.status', 'in', ['accepted', 'published'])
    .execute()
  const sums = new Map<string, Quantity>()
  for (const figure of figures) {
    const key = `${figure.indicator_version} ${figure.dimension}`
    const amount = parseQuantity(figure.amount ?? '0')
    if (amount !== null) sums.set(key, add(sums.get(key) ?? (0n as Quantity), amount))
  }
  return sums
}
