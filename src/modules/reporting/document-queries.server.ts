import type { Layout } from '#kernel/document.ts'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { parseId } from '#kernel/ids.ts'
import { done, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { appendixOf, appendixOfCopy } from './appendix-queries.server.ts'
import type { ReportAppendix } from './appendix.ts'
import { publicContent, type ReportContent } from './content.ts'
import { chosenBody, type IssuingBody } from './issuing-body.ts'
import { wordsDay } from './handed-in-day.server.ts'
import { issuingBodiesOf } from './issuing-store.server.ts'
import { publishedReport } from './public-queries.server.ts'
import { reportPage, type ReportPage } from './queries.server.ts'
import type { ReportId } from './report.ts'

/** A report as it can be taken home: what it says, what goes behind it, and under which names it may be issued. */
export type PrintableReport = {
  page: ReportPage
  content: ReportContent
  appendix: ReportAppendix | null
  bodies: IssuingBody[]
}

/** For whoever may read the report; what is shown to them is what they get in the file. */
export async function printableReport(ctx: Ctx, id: ReportId): Promise<Outcome<PrintableReport>> {
  const outcome = await reportPage(ctx, id)
  if (!outcome.ok) return outcome
  const page = outcome.value
  const { content, report } = page
  if (!content) return notFound()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) =>
    done({
      ...{ page, content },
      appendix: page.isLive ? await appendixOf(tx, report) : await appendixOfCopy(tx, report),
      bodies: await issuingBodiesOf(tx, { ...report, day: await wordsDay(tx, report, dayInVietnam(ctx.now)) }),
    }),
  )
}

/** Under which names another document of a unit is printed on a day, in the layout asked for or the one the data sets first. */
export async function issuerOn(
  ctx: Ctx,
  owner: { unit: UnitId; province: UnitId },
  day: LocalDate,
  layout: Layout,
): Promise<IssuingBody> {
  const of = { ...owner, period: { from: day, to: day }, day }
  const bodies = await inScope(ctx.db, scopeOf(ctx.actor), (tx) => issuingBodiesOf(tx, of))
  return chosenBody(bodies, layout)
}

/** A published report, under which names, and what its source leaves open. */
export type PublishedDocument = {
  content: ReportContent
  publishedOn: LocalDate
  bodies: IssuingBody[]
  questions: string[]
}

/** A published report as everybody may take it home; null when there is none at that address. */
export async function publishedDocument(db: Db, unitCode: string, idText: string): Promise<PublishedDocument | null> {
  const published = await publishedReport(db, unitCode, idText)
  const id = parseId<'Report'>(idText)
  if (!published || !id) return null
  const content = publicContent(published.content)
  return inScope(db, { reach: 'public' }, async (tx) => {
    const row = await tx
      .selectFrom('publication')
      .select(['unit_id', 'province_id', 'handed_in_on'])
      .where('report_id', '=', id)
      .executeTakeFirstOrThrow()
    const of = { unit: row.unit_id as UnitId, province: row.province_id as UnitId }
    // The same words as on the paper that was signed.
    const day = row.handed_in_on === null ? published.publishedOn : localDate(row.handed_in_on)
    const bodies = await issuingBodiesOf(tx, { ...of, period: content.period, day })
    const questions = content.origin === 'published-source' ? await questionsOf(tx, unitCode, content.period) : []
    return { content, publishedOn: published.publishedOn, bodies, questions }
  })
}

async function questionsOf(tx: Tx, unitCode: string, { from, to }: ReportContent['period']): Promise<string[]> {
  const rows = await tx
    .selectFrom('published_question')
    .select('question')
    .where('unit_code', '=', unitCode)
    .where('period_from', '=', from)
    .where('period_to', '=', to)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.question)
}
