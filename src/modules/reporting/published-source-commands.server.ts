import { done, notFound, refused } from '#kernel/outcome.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db } from '#platform/database.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import { setStanding, writeFigures, type FigureWrite } from '#modules/figures/commands.server.ts'
import { figure } from '#modules/figures/figure.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { assemble } from './assemble.server.ts'
import type { Done } from './on-report.server.ts'
import type { PublishedReport } from './published-source.ts'
import type { ReportId, TemplateVersionId } from './report.ts'
import { saveCopy } from './copy-store.server.ts'
import { savePublication } from './publication-store.server.ts'
import { figureSetOf, insertReport, reportFor, saveMove } from './store.server.ts'
import { readTemplate } from './template-version-store.server.ts'

/**
 * Records figures that a unit had already published elsewhere (số liệu đã công bố): no officer, not summed from below,
 * checked like any other, and public at once. The system itself does it, from reference files; nobody can ask for it.
 */
export async function recordPublished(
  db: Db,
  source: PublishedReport,
  owner: { province: UnitId; unit: UnitId },
  now: Date,
): Done<ReportId> {
  return inScope(db, { reach: 'province', province: owner.province }, async (tx) => {
    const template = await readTemplate(tx, source.templateVersion as TemplateVersionId)
    if (!template) return notFound()
    const wanted = { unit: owner.unit, template, period: source.period }
    if (await reportFor(tx, owner.province, { ...wanted, template: template.code }))
      return refused({ code: 'already-recorded' })
    const inserted = await insertReport(tx, {
      province: owner.province,
      ...wanted,
      at: now,
      source: { title: source.sourceTitle, note: source.sourceNote },
    })
    if (!inserted?.isNew) return refused({ code: 'already-recorded' })
    const { report } = inserted
    const writes = source.figures.map((given): FigureWrite => {
      const line = template.lines.find(
        (one) => one.indicator.id === given.indicatorVersion && one.dimension === given.dimension,
      )
      if (!line) throw new Error(`${source.key}: ${given.indicatorVersion} is not a line of ${template.id}`)
      return {
        indicator: line.indicator.id,
        dimension: line.dimension,
        figure: figure(given.raw, line.indicator.numeral, given.note, 'published'),
      }
    })
    // The public clock before the figures', here as everywhere.
    await markPublicChange(tx, report.province)
    await writeFigures(tx, figureSetOf(report), writes, { account: null, at: now })
    await saveMove(tx, report, { move: 'record', to: 'published', at: now, account: null, person: '' })
    await setStanding(tx, figureSetOf(report), 'published')
    const content = await assemble(tx, report)
    await saveCopy(tx, report, content, now)
    await savePublication(tx, report, content, { at: now, acceptedAt: null, handedInOn: null })
    await record(tx, {
      province: report.province,
      account: null,
      unit: report.unit,
      kind: 'published-source-recorded',
      object: { kind: 'report', id: report.id },
      changed: { figures: writes.length },
      at: now,
    })
    return done(report.id)
  })
}
