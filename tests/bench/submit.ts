import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { quarterOf } from '#kernel/period.ts'
import { parseCellKey } from '#modules/figures/indicator.ts'
import { verifyChain } from '#platform/audit.ts'
import { openDatabase, type Db } from '#platform/database.ts'
import { startEmbedded } from '#platform/launcher.ts'
import { migrate } from '#platform/migrations.ts'
import { loadReference } from '#platform/reference.ts'
import { beginReport, submitReport } from '#modules/reporting/commands.server.ts'
import { saveCells } from '#modules/reporting/entry-commands.server.ts'
import { reportPage } from '#modules/reporting/queries.server.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import { benchTemplate, codeAt, lossesIn, settleCountry, valueAt, valuesOfReport } from './submit/country.ts'
import type { BenchCommune } from './submit/country.ts'

/** As many as Vietnam has. */
const wholeCountry = 3_321
/** One hour for all of it, and the bursts that a last evening brings. */
const averageNeeded = (wholeCountry * valuesOfReport) / 3_600
const burst = 20
/** As many officers at once as the server has connections for writing, four times over: the others wait for one. */
const atOnce = 40

/** Every commune of the country types or imports two hundred values and submits; `tenth`: a tenth of them. */
export async function bench(sizes: readonly string[]): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kheo-bench-submit-'))
  const server = await startEmbedded({ dataDir })
  try {
    await migrate(server.url)
    await loadReference(server.url)
    const communes = await settleCountry(server.url, sizes.includes('tenth') ? wholeCountry / 10 : wholeCountry)
    const db = openDatabase(server.url)
    try {
      await measure(db, communes)
      await check(db, server.url, communes)
    } finally {
      await db.destroy()
    }
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function measure(db: Db, communes: BenchCommune[]): Promise<void> {
  process.stdout.write(
    `\nSubmitting: ${communes.length} communes × ${valuesOfReport} values, ${atOnce} at once, load ${load()}; needed ${averageNeeded.toFixed(0)} values/s, in bursts ${(averageNeeded * burst).toFixed(0)}\n\n`,
  )
  process.stdout.write(
    '| what | commands | values/s | p50 ms | p95 ms | p99 ms | our processor, ms each |\n|---|---:|---:|---:|---:|---:|---:|\n',
  )
  const reports = new Map<number, ReportId>()
  const all = cells(0, valuesOfReport)
  const typing = communes.slice(0, Math.ceil(communes.length / 10))
  const alone = communes.filter(({ officer }) => officer.province === communes[0]?.officer.province)
  const done = new Map<number, Set<string>>()
  const save = (commune: BenchCommune, keys: readonly string[], basis: 'typed' | 'imported') =>
    saveSome(db, commune, reports.get(commune.at), keys, basis, done)
  await phase('a report begun', 0, communes, 1, async (commune) => {
    reports.set(commune.at, await begin(db, commune))
  })
  await phase('one value saved when its cell is left, all over the country', 1, typing, 20, (commune, time) =>
    save(commune, cells(time, 1), 'typed'),
  )
  await phase('the same by the communes of one province alone', 1, alone, 20, (commune, time) =>
    save(commune, cells(20 + time, 1), 'typed'),
  )
  await phase('ten values by one form', 10, typing, 4, (commune, time) =>
    save(commune, cells(40 + time * 10, 10), 'typed'),
  )
  await phase('a file of 200 values', valuesOfReport, communes, 1, (commune) => save(commune, all, 'imported'))
  await phase('a report submitted, with its copy', 0, communes, 1, (commune) =>
    submit(db, commune, reports.get(commune.at)),
  )
  process.stdout.write(
    `\nMemory of the process at the end: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB; load ${load()}\n`,
  )
}

/** Every commune does its work so many times, `atOnce` communes at a time; each command is timed with its waiting. */
async function phase(
  name: string,
  values: number,
  communes: readonly BenchCommune[],
  times: number,
  work: (commune: BenchCommune, time: number) => Promise<void>,
): Promise<void> {
  const took: number[] = []
  let next = 0
  async function lane(): Promise<void> {
    for (let at = next++; at < communes.length; at = next++) {
      const commune = communes[at]
      for (let time = 0; commune && time < times; time += 1) {
        const began = performance.now()
        await work(commune, time)
        took.push(performance.now() - began)
      }
    }
  }
  const [began, processor] = [performance.now(), process.cpuUsage()]
  await Promise.all(Array.from({ length: atOnce }, lane))
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(processor)
  took.sort((one, other) => one - other)
  const at = (share: number): string => (took[Math.floor((took.length - 1) * share)] ?? 0).toFixed(1)
  const rate =
    values === 0 ? `${(took.length / seconds).toFixed(0)} reports/s` : ((took.length * values) / seconds).toFixed(0)
  process.stdout.write(
    `| ${[name, took.length, rate, at(0.5), at(0.95), at(0.99), ((user + system) / 1000 / took.length).toFixed(1)].join(' | ')} |\n`,
  )
}

const period = quarterOf(2026, 3)
const now = (): Date => new Date('2026-10-05T02:00:00Z')

async function begin(db: Db, { unit, officer }: BenchCommune): Promise<ReportId> {
  const begun = await beginReport({ db, actor: officer, now: now() }, { unit, template: benchTemplate, period })
  if (!begun.ok) throw new Error(JSON.stringify(begun))
  return begun.value
}

async function saveSome(
  db: Db,
  commune: BenchCommune,
  report: ReportId | undefined,
  keys: readonly string[],
  basis: 'typed' | 'imported',
  done: Map<number, Set<string>>,
): Promise<void> {
  if (!report) throw new Error('The report was not begun')
  const before = done.get(commune.at) ?? new Set()
  const entries = keys.map((key) => {
    const raw = String(valueAt(commune.at, Number(key.slice(1))))
    return { cell: parseCellKey(key), raw, note: '', was: { raw: before.has(key) ? raw : '', note: '' } }
  })
  done.set(commune.at, new Set([...before, ...keys]))
  const saved = await saveCells({ db, actor: commune.officer, now: now() }, report, entries, basis)
  if (!saved.ok) throw new Error(JSON.stringify(saved))
}

async function submit(db: Db, { officer }: BenchCommune, report: ReportId | undefined): Promise<void> {
  if (!report) throw new Error('The report was not begun')
  const ctx = { db, actor: officer, now: now() }
  const page = await reportPage(ctx, report)
  const sent = await submitReport(ctx, report, page.ok ? page.value.report.version : -1)
  if (!sent.ok) throw new Error(JSON.stringify(sent))
}

/** Nothing may be lost: every value, its history, its report, and the chain of each province. */
async function check(db: Db, url: string, communes: readonly BenchCommune[]): Promise<void> {
  const losses = await lossesIn(url)
  process.stdout.write(
    `\n${Object.entries(losses)
      .map(([name, count]) => `${name}: ${count}`)
      .join('; ')}\n`,
  )
  const { 'values that must be there': _, ...must } = losses
  const lost = Object.entries(must).filter(([, count]) => count !== 0)
  if (lost.length > 0) throw new Error(`Something was lost: ${JSON.stringify(lost)}`)
  const province = communes[0]?.officer.province
  if (!province) throw new Error('There is no province')
  const chain = await verifyChain(db, province)
  if ('brokenAt' in chain) throw new Error(`The chain of a province breaks at ${chain.brokenAt}`)
  process.stdout.write(`The audit chain of a province is whole: ${chain.rows} rows\n`)
}

function cells(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) => codeAt(from + at))
}

function load(): string {
  return loadavg()[0]?.toFixed(1) ?? ''
}
