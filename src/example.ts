import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import { yearOf } from '#kernel/period.ts'
import { inScope, openDatabase, type Db } from '#platform/database.ts'
import type { FileStore } from '#platform/files/store.ts'
import { loadReferenceFolder } from '#platform/reference.ts'
import { loadExampleDialogues, type ExampleRegisters } from '#modules/activities/example.server.ts'
import { loadExampleVisits } from '#modules/activities/example-visits.server.ts'
import { loadExampleAwards } from '#modules/commendation/example.server.ts'
import { loadExampleFormulas } from '#modules/figures/formula-example.server.ts'
import { loadExampleTargets } from '#modules/figures/example.server.ts'
import { figuresOf } from '#modules/figures/queries.server.ts'
import { loadExampleScoring } from '#modules/movement/scoring-example.server.ts'
import { loadExampleLibrary } from '#modules/movement/library-example.server.ts'
import { loadExampleDirectives } from '#modules/directives/example.server.ts'
import { loadExampleCampaigns } from '#modules/movement/campaign-example.server.ts'
import { loadExampleInitiatives } from '#modules/movement/example.server.ts'
import { loadExampleStructure } from '#modules/organisation/example.server.ts'
import { recordPublished } from '#modules/reporting/published-source-commands.server.ts'
import { loadExampleReports } from '#modules/reporting/example.server.ts'
import { loadExampleNumbers } from '#modules/reporting/number-example.server.ts'
import { loadExampleObligations } from '#modules/reporting/obligation-example.server.ts'
import { loadExampleReview } from '#modules/reporting/review-example.server.ts'
import { heroes } from '#modules/reporting/example.ts'
import { endedCumulative, endedQuarters } from '#modules/reporting/obligation.ts'
import { readPublishedSource } from '#modules/reporting/published-source.ts'
import { currentTemplate } from '#modules/reporting/report.ts'
import { loadExampleTemplate } from '#modules/reporting/template-example.server.ts'
import { lastKnownUnit } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'

const exampleProvince = 'vi-du'

/**
 * Loads what a newcomer sees: an invented province of about a hundred communes with eight quarters of reports, and the five
 * documents' figures that were already published elsewhere. Does nothing where it was done before.
 */
export async function loadExample(
  url: string,
  onProgress?: (sentence: string) => void,
  now: Date = new Date(),
  store: FileStore | null = null,
): Promise<void> {
  await loadReferenceFolder(url, join(process.cwd(), 'db', 'example'))
  const db = openDatabase(url, { max: 2 })
  try {
    if (await isLoaded(db)) return
    onProgress?.('Nạp dữ liệu ví dụ: Tỉnh Ví Dụ, tám quý báo cáo')
    await loadPublished(db, now)
    const province = await inScope(db, { reach: 'public' }, (tx) => lastKnownUnit(tx, exampleProvince))
    if (!province) throw new Error('db/example does not contain its province')
    await loadExampleReports(db, province.unit, currentTemplate, now)
    await loadExampleObligations(db, province.unit, currentTemplate, now)
    await loadExampleTemplate(db, province.unit, now)
    await loadExampleDialogues(db, province.unit, await registersOn(db, province.unit, now), now)
    await loadExampleVisits(db, province.unit, ['vi-du-song-xanh', 'vi-du-nui-vang'], now)
    await loadExampleInitiatives(db, province.unit, initiativesOn(now), now)
    await loadExampleStructure(db, province.unit, now)
    await loadExampleAwards(db, province.unit, heroes.toFill, now)
    await loadExampleDirectives(db, province.unit, heroes.toFill, now)
    await loadExampleCampaigns(db, province.unit, heroes.toFill, now)
    await loadExampleFormulas(db, province.unit, now)
    await loadExampleScoring(db, province.unit, partsOf(dayInVietnam(now)).year, now)
    await loadExampleLibrary(db, province.unit, now, store)
    const [quarter] = endedQuarters(dayInVietnam(now), 1)
    const [, , past] = endedQuarters(dayInVietnam(now), 3)
    const amended = { unitCode: heroes.toFill, template: currentTemplate }
    if (past) await loadExampleReview(db, province.unit, { ...amended, period: past }, now)
    const numbered = { unitCodes: [heroes.toFill, heroes.sentBack], template: currentTemplate }
    await loadExampleNumbers(db, province.unit, { ...numbered, periods: endedQuarters(dayInVietnam(now), 6) }, now)
    if (quarter) await loadExampleTargets(db, province.unit, yearOf(partsOf(quarter.to).year), now)
  } finally {
    await db.destroy()
  }
}

/** The commune with an open report over several quarters counts in it; the other one wrote its register up too late. */
async function registersOn(db: Db, province: UnitId, now: Date): Promise<ExampleRegisters> {
  const today = dayInVietnam(now)
  const [lastQuarter, earlier] = endedQuarters(today, 2)
  const [open] = endedCumulative(today)
  if (!lastQuarter || !earlier || !open) throw new Error('There is no ended period to invent a register for')
  const said = await inScope(db, { reach: 'province', province }, async (tx) => {
    const unit = await lastKnownUnit(tx, heroes.sentBack)
    return unit ? figuresOf(tx, { province, unit: unit.unit, from: open.from, to: open.to }) : null
  })
  const [meetings, thematic] = ['D03', 'D05'].map((code) => Number(said?.get(code)?.raw ?? 0))
  return {
    open: {
      ...{ unitCode: heroes.sentBack, period: open, before: lastQuarter },
      ...{ meetings: meetings || 0, thematic: thematic || 0 },
    },
    handedIn: { unitCode: heroes.toFill, period: earlier },
  }
}

async function isLoaded(db: Db): Promise<boolean> {
  return inScope(db, { reach: 'public' }, async (tx) => {
    const row = await tx
      .selectFrom('publication')
      .innerJoin('unit', 'unit.id', 'publication.province_id')
      .select('publication.report_id')
      .where('unit.code', '=', exampleProvince)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  })
}

/** Records the figures of `db/reference/published_*.csv`; those that stand already are left alone. */
export async function loadPublished(db: Db, now: Date): Promise<void> {
  const read = (name: string): Promise<string> => readFile(join(process.cwd(), 'db', 'reference', name), 'utf8')
  const sources = readPublishedSource(await read('published_report.csv'), await read('published_figure.csv'))
  for (const source of sources) {
    const unit = await inScope(db, { reach: 'public' }, (tx) => lastKnownUnit(tx, source.unitCode))
    if (!unit) throw new Error(`published_report.csv: no unit ${source.unitCode}`)
    const outcome = await recordPublished(db, source, { province: unit.province, unit: unit.unit }, now)
    if (!outcome.ok && outcome.kind !== 'refused')
      throw new Error(`published_report.csv: ${source.key} could not be recorded`)
  }
}

/** The year the invented communes are in, as far as it has gone. */
function initiativesOn(now: Date) {
  const lastDay = dayInVietnam(now)
  return { unitCodes: ['vi-du-song-xanh', 'vi-du-nui-vang', 'vi-du-bai-dau'], year: partsOf(lastDay).year, lastDay }
}
