import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused } from '#kernel/outcome.ts'
import type { Period } from '#kernel/period.ts'
import { holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { holdFigures, writeFigures, type FigureWrite } from '#modules/figures/commands.server.ts'
import { countsOf } from '#modules/figures/counted-by.server.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { figuresOf } from '#modules/figures/queries.server.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { appendixOf } from './appendix-queries.server.ts'
import { assemble, countedIn } from './assemble.server.ts'
import { saysNothing } from './completeness.ts'
import { withCounts } from './content-from.ts'
import { correctionsOf } from './count-correction-store.server.ts'
import { keepFilesWithCopy } from './file-store.server.ts'
import { figuresSeen, heldElsewhere, lockCells } from './held-cells.server.ts'
import type { Refusal } from './labels.ts'
import { move, recordMove, type Done, type InReport } from './on-report.server.ts'
import { mayEnter } from './policy.ts'
import { putOut } from './publication-store.server.ts'
import { dropExplanationsBut, questionsOf, saveQuestion, settleAnswered } from './question-store.server.ts'
import { shortestQuestion, type Report, type ReportId, type TemplateCode } from './report.ts'
import { newestCopy, saveCopy } from './copy-store.server.ts'
import { figureSetOf, insertReport, reportFor, saveMove } from './store.server.ts'
import { linesByCell, readTemplate, templateOn, versionsOf } from './template-version-store.server.ts'
import { holdTemplate } from './template-store.server.ts'

/** Opens the report of a unit for a period, or finds the one that is already open. */
export async function beginReport(
  ctx: Ctx,
  wanted: { unit: UnitId; template: TemplateCode; period: Period },
): Done<ReportId> {
  if (!mayEnter(ctx.actor, { province: ctx.actor.province, unit: wanted.unit })) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const existing = await reportFor(tx, ctx.actor.province, wanted)
    if (existing) return done(existing.id)
    await holdTemplate(tx, wanted.template)
    const template = await templateOn(tx, wanted.template, wanted.period.to)
    // A province that followed another reads its forms and reports by none of them.
    if (template?.province && template.province !== ctx.actor.province) return notFound()
    if (!template) {
      const exists = await versionsOf(tx, wanted.template).executeTakeFirst()
      return exists ? refused({ code: 'template-not-valid' }) : notFound()
    }
    if (wanted.period.from > dayInVietnam(ctx.now)) return refused({ code: 'period-not-begun' })
    const unit = await unitOn(tx, wanted.unit, wanted.period.to)
    if (!unit || unit.province !== ctx.actor.province) return refused({ code: 'unit-not-in-force' })
    if (!template.carriedBy.includes(unit.level)) return refused({ code: 'template-not-carried' })
    const report = await insertReport(tx, { province: ctx.actor.province, ...wanted, template, at: ctx.now })
    if (!report) throw new Error('The report was opened by a colleague a moment ago and cannot be seen')
    if (report.isNew) {
      await saveMove(tx, report.report, {
        move: 'begin',
        to: 'draft',
        at: ctx.now,
        account: ctx.actor.account,
        person: ctx.actor.name,
      })
      await recordMove(tx, ctx, report.report, 'report-begun')
    }
    return done(report.report.id)
  })
}

/** Hands a report to its reviewer, with a copy that no longer moves. `version` is the one the officer had checked. */
export async function submitReport(ctx: Ctx, id: ReportId, version: number): Done<undefined> {
  return move(ctx, id, 'submit', version, async (tx, report) => {
    if (report.period.to >= dayInVietnam(ctx.now)) return refused({ code: 'period-not-ended', last: report.period.to })
    const open = (await questionsOf(tx, report)).filter((question) => question.status === 'open')
    if (open.length > 0) return refused({ code: 'questions-unanswered', count: open.length })
    const waiting = await heldWhileOpen(tx, report)
    if (waiting) return refused(waiting)
    // The sum and the rows behind it are of one moment, whoever is accepted meanwhile.
    if (report.unit === report.province) await holdFigures(tx, report.province)
    await fixCounts(tx, ctx, report)
    const content = await assemble(tx, report)
    if (saysNothing(content)) return refused({ code: 'says-nothing', asked: content.lines.length })
    const unsettled = content.findings.filter((finding) => finding.verdict === 'fails' && !finding.explanation)
    if (unsettled.length > 0) return refused({ code: 'does-not-add-up', keys: unsettled.map((finding) => finding.key) })
    const explained = content.findings.filter((finding) => finding.explanation).map((finding) => finding.key)
    await dropExplanationsBut(tx, report, explained)
    await saveCopy(tx, report, content, ctx.now, { appendix: await appendixOf(tx, report) })
    await keepFilesWithCopy(tx, report)
    return done()
  })
}

/** What stands in a report that can still change would change under the reviewer of this one: that one is handed in first. */
async function heldWhileOpen(tx: Tx, report: Report): Promise<Refusal | null> {
  const template = await readTemplate(tx, report.template)
  const asked = new Set(template ? linesByCell(template).keys() : [])
  const counted = template ? await countedIn(tx, report, template) : new Map()
  const held = [...(await heldElsewhere(tx, report))].filter(
    ([key, { isOpen }]) => isOpen && asked.has(key) && !counted.has(key),
  )
  const [first] = held
  return first ? { code: 'held-report-open', templateName: first[1].templateName, count: held.length } : null
}

/** Writes down what the registers come to at this moment: from here on these are figures like any other, and are summed. */
async function fixCounts(tx: Tx, ctx: Ctx, report: Report): Promise<void> {
  const kept = await figuresOf(tx, figureSetOf(report))
  // Most units keep no register yet: then there is nothing to fix.
  const isCounting = (await countsOf(tx, figureSetOf(report))).size > 0
  if (!isCounting && ![...kept.values()].some(({ basis }) => basis === 'counted')) return
  const template = await readTemplate(tx, report.template)
  if (!template) throw new Error(`Report ${report.id} has lost its template`)
  const lines = linesByCell(template)
  await lockCells(tx, report)
  const stored = await figuresSeen(tx, report)
  const counted = await countedIn(tx, report, template)
  const writes = [...withCounts(stored, counted, await correctionsOf(tx, report))].flatMap(
    ([key, figure]): FigureWrite[] => {
      const [line, was] = [lines.get(key), stored.get(key)]
      if (!line || (was?.basis === figure.basis && was.raw === figure.raw)) return []
      return [{ indicator: line.indicator.id, dimension: line.dimension, figure }]
    },
  )
  await writeFigures(tx, figureSetOf(report), writes, { account: ctx.actor.account, at: ctx.now })
}

/** Takes a submitted report back to correct it, as long as nobody has decided on it. */
export async function recallReport(ctx: Ctx, id: ReportId, version: number): Done<undefined> {
  return move(ctx, id, 'recall', version, async () => done())
}

/** Sends a report back with at least one question on a single cell. */
export async function returnReport(
  ctx: Ctx,
  id: ReportId,
  version: number,
  questions: { cell: { code: string; dimension: string }; text: string }[],
  note = '',
): Done<undefined> {
  const work: InReport<undefined> = async (tx, report) => {
    const template = await readTemplate(tx, report.template)
    if (!template) throw new Error(`Report ${report.id} has lost its template`)
    const lines = linesByCell(template)
    const asked = questions
      .map((question) => ({ ...question, text: tidy(question.text) }))
      .filter((question) => lines.has(cellKey(question.cell)))
    if (asked.length === 0) return refused({ code: 'no-question' })
    if (asked.some((question) => lengthOf(question.text) < shortestQuestion))
      return refused({ code: 'question-too-short' })
    if (asked.some((question) => holdsPersonalNumber(question.text))) return refused({ code: 'personal-number' })
    await settleAnswered(tx, report)
    for (const question of asked) {
      const line = lines.get(cellKey(question.cell))
      if (!line) continue
      const cell = { indicator: line.indicator.id, dimension: line.dimension }
      await saveQuestion(tx, report, cell, { text: question.text, at: ctx.now, actor: ctx.actor })
    }
    return done()
  }
  return move(ctx, id, 'return', version, work, note)
}

/** Takes a report over into the sums above it. `version` is the one the reviewer had before him. */
export async function acceptReport(ctx: Ctx, id: ReportId, version: number, note = ''): Done<undefined> {
  const work: InReport<undefined> = async (tx, report) => {
    const copy = await newestCopy(tx, report)
    if (!copy) throw new Error(`Report ${report.id} was submitted without a copy`)
    await settleAnswered(tx, report)
    return done()
  }
  return move(ctx, id, 'accept', version, work, note)
}

/** Puts an accepted report where everybody can read it, exactly as it was accepted. */
export async function publishReport(ctx: Ctx, id: ReportId, version: number): Done<undefined> {
  return move(ctx, id, 'publish', version, async (tx, report) => {
    const copy = await newestCopy(tx, report)
    if (!copy) throw new Error(`Report ${report.id} was accepted without a copy`)
    await putOut(tx, report, copy.content, ctx.now)
    return done()
  })
}
