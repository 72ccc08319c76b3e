import { sql } from 'kysely'
import { done, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { assemble, groundOf } from './assemble.server.ts'
import { isOpenForEntry } from './lifecycle.ts'
import type { NarrativeGround } from './narrative-facts.ts'
import { copiedForward, type Copied } from './narrative-likeness.ts'
import { narrativeSections } from './narrative-section.ts'
import { sectionVersions, standingProse, type SectionVersion } from './narrative-store.server.ts'
import { citationViews, writeProse, type Prose, type ReportParagraph } from './narrative.ts'
import { reportPage, type ReportPage } from './queries.server.ts'
import type { Report, ReportId, TemplateSection } from './report.ts'
import { tasksOf } from './task-store.server.ts'
import type { PlanTask } from './task.ts'
import { newestCopy } from './copy-store.server.ts'
import { readTemplate, versionsOf } from './template-version-store.server.ts'

/**
 * The words of a report as they are printed: of one that is open for entry as they stand now, else of the copy that no longer
 * moves. What is open is its own unit's: whoever shows it to others takes `ReportContent.prose` of what that reader may see.
 */
export async function paragraphsOf(tx: Tx, report: Report): Promise<ReportParagraph[]> {
  const content = isOpenForEntry(report.status) ? await assemble(tx, report) : (await newestCopy(tx, report))?.content
  return content?.prose ?? []
}

/** One written section on its page. */
export type NarrativeSection = Pick<TemplateSection, 'code' | 'title' | 'hint'> & {
  /** As it is typed; empty for whoever only reads. */
  text: string
  prose: Prose
  /** The saving that stands: 0 before the first. */
  n: number
  by: string
  at: Date | null
  isOwn: boolean
  paragraphs: (ReportParagraph & { copied: Copied | null })[]
}

/** The page of a report's words: its officers write here, its reviewers read what was handed in. */
export type NarrativePage = {
  page: ReportPage
  sections: NarrativeSection[]
  /** What may be cited; null for whoever only reads. */
  ground: NarrativeGround | null
  tasks: PlanTask[]
}

export async function narrativePage(ctx: Ctx, id: ReportId): Promise<Outcome<NarrativePage>> {
  const found = await reportPage(ctx, id)
  if (!found.ok) return found
  const { report, content, unit, mayEnter } = found.value
  if (report.origin !== 'entered' || !content) return notFound()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const template = await readTemplate(tx, report.template)
    if (!template) throw new Error(`Report ${report.id} has lost its template`)
    const standing = mayEnter ? await standingProse(tx, report) : new Map<string, SectionVersion>()
    const earlier = await earlierParagraphs(tx, report, template.code)
    const sections = narrativeSections(template).map(({ code, title, hint }): NarrativeSection => {
      const version = standing.get(code)
      const paragraphs = (content.prose ?? []).filter((one) => one.section === code)
      const copied = copiedForward(paragraphs, earlier)
      return {
        ...{ code, title, hint, text: writeProse(version?.prose ?? []), prose: version?.prose ?? [] },
        ...{ n: version?.n ?? 0, by: version?.by ?? '', at: version?.at ?? null },
        isOwn: version?.account === ctx.actor.account,
        paragraphs: paragraphs.map((one, index) => ({ ...one, copied: copied[index] ?? null })),
      }
    })
    const ground = mayEnter ? await groundOf(tx, { report, template, unit, content }, new Set(citationViews)) : null
    const tasks = mayEnter ? await tasksOf(tx, report) : []
    return done({ page: found.value, sections, ground, tasks })
  })
}

/** The words of the unit's last report before this one that was handed in with any. */
async function earlierParagraphs(
  tx: Tx,
  report: Report,
  code: Parameters<typeof versionsOf>[1],
): Promise<ReportParagraph[]> {
  const row = await tx
    .selectFrom('report_copy as copy')
    .innerJoin('report', (join) =>
      join.onRef('report.province_id', '=', 'copy.province_id').onRef('report.id', '=', 'copy.report_id'),
    )
    .select(sql<unknown>`copy.content -> 'prose'`.as('prose'))
    .where('copy.province_id', '=', report.province)
    .where('report.unit_id', '=', report.unit)
    .where('report.template_version', 'in', versionsOf(tx, code))
    .where('report.period_to', '<', report.period.to)
    .where(sql<boolean>`copy.content -> 'prose' is not null`)
    .orderBy('report.period_to', 'desc')
    .orderBy('report.period_from', 'desc')
    .orderBy('copy.n', 'desc')
    .limit(1)
    .executeTakeFirst()
  // Written by `freeze` alone; prose holds no amounts.
  return (row?.prose ?? []) as ReportParagraph[]
}

/** Every saving of one section, newest first, for the officers of its unit. */
export type SectionHistory = { page: ReportPage; section: TemplateSection; versions: SectionVersion[] }

export async function sectionHistory(ctx: Ctx, id: ReportId, code: string): Promise<Outcome<SectionHistory>> {
  const found = await reportPage(ctx, id)
  if (!found.ok) return found
  // What was typed and taken back before the report was handed in is its own unit's.
  if (!found.value.isLive || found.value.report.origin !== 'entered') return notFound()
  const { report } = found.value
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const template = await readTemplate(tx, report.template)
    const section = template && narrativeSections(template).find((one) => one.code === code)
    if (!section) return notFound()
    return done({ page: found.value, section, versions: await sectionVersions(tx, report, code) })
  })
}
