import { sql } from 'kysely'
import pg from 'pg'
import type { Actor } from '#modules/access/actor.ts'
import { sumProvince } from '#modules/reporting/assemble.server.ts'
import { reportDocument } from '#modules/reporting/documents.ts'
import { endedQuarters } from '#modules/reporting/obligation.ts'
import { currentTemplate } from '#modules/reporting/report.ts'
import { provincePage } from '#modules/reporting/province-queries.server.ts'
import { publishedReport, publishedReports } from '#modules/reporting/public-queries.server.ts'
import { reportPage } from '#modules/reporting/queries.server.ts'
import { templateOn } from '#modules/reporting/store.server.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import { lastKnownUnit } from '#modules/territory/queries.server.ts'
import type { Id } from '#kernel/ids.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { periodKey } from '#kernel/period.ts'
import { add, parseQuantity, type Quantity } from '#kernel/quantity.ts'
import { inScope, openDatabase, type Tx } from '#platform/database.ts'
import { migrate } from '#platform/migrations.ts'
import { writeDocx } from '#platform/office/docx.ts'
import { writePdf } from '#platform/office/pdf.ts'
import { loadReference } from '#platform/reference.ts'
import { loadExample } from '../../src/example.ts'
import { startCluster } from '../support/cluster.ts'

const rounds = 25

const cluster = await startCluster()
try {
  await bench(await loaded())
} finally {
  await cluster.stop()
}

async function loaded(): Promise<string> {
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  await client.query('create database bench')
  await client.end()
  const url = cluster.url('bench')
  await migrate(url)
  await loadReference(url)
  await loadExample(url)
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query('vacuum analyze')
  await owner.end()
  return url
}

async function bench(url: string): Promise<void> {
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
  rows.push([
    'Its PDF, warm',
    () => writePdf(reportDocument(published.content, published.publishedOn, { isDraft: false, isExample: false })),
  ])
  rows.push([
    'Its Word file, warm',
    () => writeDocx(reportDocument(published.content, published.publishedOn, { isDraft: false, isExample: false })),
  ])

  process.stdout.write(`${periodKey(quarter)}, ${rounds} rounds, each row taken in turn within a round\n\n`)
  process.stdout.write('| what | median ms | least | most | × first row |\n|---|---:|---:|---:|---:|\n')
  const times = await measured(rows.map(([, work]) => work))
  const first = median(times[0] ?? [])
  rows.forEach(([name], index) => {
    const own = times[index] ?? []
    const cells = [
      median(own).toFixed(1),
      Math.min(...own).toFixed(1),
      Math.max(...own).toFixed(1),
      (median(own) / first).toFixed(2),
    ]
    process.stdout.write(`| ${name} | ${cells.join(' | ')} |\n`)
  })
  await owner.destroy()
  await db.destroy()
}

/** Every round runs each piece once, so that a noisy moment of the machine touches all of them alike. */
async function measured(works: (() => Promise<unknown>)[]): Promise<number[][]> {
  const times: number[][] = works.map(() => [])
  for (let round = -2; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      const began = performance.now()
      await work()
      if (round >= 0) times[index]?.push(performance.now() - began)
    }
  }
  return times
}

function median(times: number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN
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
