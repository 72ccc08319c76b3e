import { done, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { assemble, groundOf } from './assemble.server.ts'
import { onOpenReport, recordMove } from './on-report.server.ts'
import { printed } from './narrative-facts.ts'
import type { NarrativeRefusal, SectionConflict } from './narrative-labels.ts'
import { longestSection, narrativeSections, type SectionEntry } from './narrative-section.ts'
import { saveSection, sectionVersions, standingProse, type SectionVersion } from './narrative-store.server.ts'
import { citationsIn, readProse, writeProse, type Citation, type Prose, type ReadProse } from './narrative.ts'
import { cellOf, type Report, type ReportId, type Template, type TemplateSection } from './report.ts'
import { touch } from './store.server.ts'
import { unitWithin } from '#modules/territory/queries.server.ts'

type Written = { section: TemplateSection; parts: ReadProse['parts']; text: string; standing: SectionVersion | null }

/**
 * Saves what was written, all sections of a form or none. Only what differs from what stands is saved; a section that a colleague
 * saved since the page was made is refused with both texts.
 */
export async function saveSections(
  ctx: Ctx,
  id: ReportId,
  entries: readonly SectionEntry[],
): Promise<Outcome<{ saved: number }, NarrativeRefusal>> {
  return onOpenReport<{ saved: number }, NarrativeRefusal>(ctx, id, async (tx, report, template) => {
    const standing = await standingProse(tx, report)
    const changed = changedOf(entries, template, standing)
    if ('refusal' in changed) return refused(changed.refusal)
    const conflicts = changed.written.filter(({ section, standing }) => {
      const entry = entries.find((one) => one.section === section.code)
      return (standing?.n ?? 0) !== (entry?.seen ?? 0)
    })
    if (conflicts.length > 0)
      return refused({ code: 'sections-changed-by-another', sections: conflicts.map((one) => conflictOf(ctx, one)) })
    if (changed.written.length === 0) return done({ saved: 0 })
    await saveAll(tx, ctx, report, template, changed.written)
    return done({ saved: changed.written.length })
  })
}

/** Puts back what a section said at an earlier saving, as a new one: history only grows. */
export async function restoreSection(
  ctx: Ctx,
  id: ReportId,
  wanted: { section: string; n: number; seen: number },
): Promise<Outcome<undefined, NarrativeRefusal>> {
  return onOpenReport<undefined, NarrativeRefusal>(ctx, id, async (tx, report, template) => {
    const section = narrativeSections(template).find(({ code }) => code === wanted.section)
    if (!section) return refused({ code: 'section-unknown' })
    const versions = await sectionVersions(tx, report, section.code)
    const [standing = null] = versions
    const earlier = versions.find(({ n }) => n === wanted.n)
    if (!earlier || !standing) return refused({ code: 'version-unknown' })
    if (standing.n !== wanted.seen) return refused({ code: 'changed-meanwhile' })
    if (earlier.n === standing.n) return done()
    const text = writeProse(earlier.prose)
    await saveAll(tx, ctx, report, template, [{ section, text, standing, parts: [...earlier.prose] }], earlier.n)
    return done()
  })
}

function changedOf(
  entries: readonly SectionEntry[],
  template: Template,
  standing: ReadonlyMap<string, SectionVersion>,
): { written: Written[] } | { refusal: NarrativeRefusal } {
  const cells = new Set(template.lines.map((line) => cellKey(cellOf(line))))
  const written: Written[] = []
  for (const entry of entries) {
    const section = narrativeSections(template).find(({ code }) => code === entry.section)
    if (!section) return { refusal: { code: 'section-unknown' } }
    const text = tidy(entry.text)
    const stands = standing.get(section.code) ?? null
    const { parts, unknown } = readProse(text, cells)
    if (writeProse(parts) === writeProse(stands?.prose ?? [])) continue
    if (unknown.length > 0) return { refusal: { code: 'citation-unknown', section: section.code, marks: unknown } }
    if (lengthOf(text) > longestSection)
      return { refusal: { code: 'section-too-long', section: section.code, most: longestSection } }
    if (holdsPersonalNumber(text)) return { refusal: { code: 'section-names-a-number', section: section.code } }
    written.push({ section, parts, text, standing: stands })
  }
  return { written }
}

function conflictOf(ctx: Ctx, { section, standing }: Written): SectionConflict {
  return {
    section: section.code,
    title: section.title,
    text: writeProse(standing?.prose ?? []),
    by: standing?.by ?? '',
    at: standing?.at ?? ctx.now,
    isOwn: standing?.account === ctx.actor.account,
  }
}

/** Save, record: each citation is kept with what it said, so that a number that moves later is seen. */
async function saveAll(
  tx: Tx,
  ctx: Ctx,
  report: Report,
  template: Template,
  written: readonly Written[],
  restored: number | null = null,
): Promise<void> {
  const said = await printer(tx, report, template, written)
  for (const { section, parts, standing } of written) {
    const prose: Prose = parts.map((part) => ('text' in part ? part : { ...citationOf(part), said: said(part) }))
    await saveSection(tx, report, section.code, { n: (standing?.n ?? 0) + 1, prose, at: ctx.now, actor: ctx.actor })
  }
  await touch(tx, report, ctx.now)
  const sections = written.map(({ section }) => section.code)
  await recordMove(tx, ctx, report, restored === null ? 'prose-saved' : 'prose-restored', {
    sections,
    ...(restored === null ? {} : { to: restored }),
  })
}

function citationOf({ cell, view }: Citation): Citation {
  return { cell, view }
}

async function printer(tx: Tx, report: Report, template: Template, written: readonly Written[]) {
  const views = new Set(written.flatMap(({ parts }) => citationsIn(parts)).map(({ view }) => view))
  if (views.size === 0) return () => ''
  const unit = await unitWithin(tx, report.unit, report.period)
  if (!unit) throw new Error(`Report ${report.id} has lost its unit`)
  const ground = await groundOf(tx, { report, template, unit, content: await assemble(tx, report) }, views)
  return (citation: Citation) => printed(ground, citation).text
}
