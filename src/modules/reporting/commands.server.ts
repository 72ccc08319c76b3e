import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import type { Period } from '#kernel/period.ts'
import { holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { shortestExplanation } from '#modules/figures/check-rule.ts'
import { setStanding, writeFigures, type FigureWrite } from '#modules/figures/commands.server.ts'
import { figure, type Figure } from '#modules/figures/figure.ts'
import { needsExplanation } from '#modules/figures/finding.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { countsOf } from '#modules/figures/counted-by.server.ts'
import { figuresOf, newestChanges } from '#modules/figures/queries.server.ts'
import { unitOn } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { appendixOf } from './appendix-queries.server.ts'
import { assemble, countedIn } from './assemble.server.ts'
import { withCounts } from './content-from.ts'
import { correctionsOf } from './count-correction-store.server.ts'
import { linesOfCells } from './entry-lines.server.ts'
import { saveStep } from './entry-store.server.ts'
import { keepFilesWithCopy } from './file-store.server.ts'
import type { ReportingAuditKind } from './audit-labels.ts'
import type { CellEntry } from './forms.ts'
import type { CellConflict, Refusal } from './labels.ts'
import { figuresSeen, heldElsewhere, lockCells } from './held-cells.server.ts'
import { heldRefusal } from './held-cells.ts'
import { advance, isOpenForEntry, setStandingOf, type Move } from './lifecycle.ts'
import { mayEnter, mayRead, standingsOf } from './policy.ts'
import { putOut } from './publication-store.server.ts'
import type { PublishedReport } from './published-source.ts'
import type { QuestionId, Report, ReportId, TemplateCode, TemplateVersionId } from './report.ts'
import {
  dropExplanationsBut,
  questionsOf,
  saveExplanation,
  saveMessage,
  saveQuestion,
  setQuestionStatus,
  settleAnswered,
} from './question-store.server.ts'
import {
  figureSetOf,
  insertReport,
  linesByCell,
  lockReport,
  newestCopy,
  readTemplate,
  reportFor,
  saveCopy,
  saveMove,
  savePublication,
  templateOn,
  touch,
  versionsOf,
} from './store.server.ts'
import { holdTemplate } from './template-store.server.ts'
import { isTold } from './tellers.server.ts'

/** What a command on reports answers. */
export type Done<Value> = Promise<Outcome<Value, Refusal>>

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

/**
 * Saves what was typed. Only cells whose text differs from what the page showed are written; a cell that a colleague changed
 * in the meantime is refused by name and nothing of the form is lost. `imported`: the numbers came in a file, and say so.
 */
export async function saveCells(
  ctx: Ctx,
  id: ReportId,
  entries: CellEntry[],
  basis: 'typed' | 'imported' = 'typed',
): Done<{ saved: number }> {
  return onReport(ctx, id, mayEnter, async (tx, report) => {
    if (report.origin !== 'entered') return forbidden()
    if (!isOpenForEntry(report.status)) return refused({ code: 'not-open-for-entry', status: report.status })
    const lines = await linesOfCells(
      tx,
      report.template,
      entries.map(({ cell }) => cell),
    )
    const indicators = [...lines.values()].map(({ indicator }) => indicator.id)
    await lockCells(tx, report)
    const stored = await figuresOf(tx, figureSetOf(report), indicators)
    const counted = await countsOf(tx, figureSetOf(report))
    const changed = entries
      .map((entry) => ({
        ...entry,
        raw: tidy(entry.raw),
        note: tidy(entry.note),
        was: { raw: tidy(entry.was.raw), note: tidy(entry.was.note) },
      }))
      .map((entry) => (counted.has(cellKey(entry.cell)) ? withStoredNumber(entry, stored) : entry))
      .filter((entry) => lines.has(cellKey(entry.cell)) && differs(entry, entry.was))
    const held = await heldElsewhere(tx, report)
    const elsewhere = heldRefusal(
      changed.map((entry) => cellKey(entry.cell)),
      held,
    )
    if (elsewhere) return refused(elsewhere)
    const closed = changed
      .filter((entry) => counted.has(cellKey(entry.cell)) && entry.raw !== entry.was.raw)
      .map((entry) => cellKey(entry.cell))
    if (closed.length > 0) return refused({ code: 'cells-are-counted', keys: closed })
    const conflicts = changed.filter((entry) => {
      const now = textsOf(stored.get(cellKey(entry.cell)))
      return differs(now, entry.was) && differs(now, entry)
    })
    if (conflicts.length > 0)
      return refused({ code: 'cells-changed-by-another', cells: await conflictsOf(tx, ctx, report, conflicts) })
    const personal = changed.filter((entry) => holdsPersonalNumber(entry.note)).map((entry) => cellKey(entry.cell))
    if (personal.length > 0) return refused({ code: 'personal-number' })
    const writes = changed.map((entry): FigureWrite => {
      const line = lines.get(cellKey(entry.cell))
      if (!line) throw new Error(`No line for ${cellKey(entry.cell)}`)
      return {
        indicator: line.indicator.id,
        dimension: line.dimension,
        figure: counted.has(cellKey(entry.cell))
          ? { ...(stored.get(cellKey(entry.cell)) ?? figure('', line.indicator.numeral)), note: entry.note }
          : figure(
              entry.raw,
              line.indicator.numeral,
              entry.note,
              entry.raw === entry.was.raw ? basisOf(stored, entry, basis) : basis,
            ),
      }
    })
    if (writes.length === 0) return done({ saved: 0 })
    // Before the figures: from their clock on the whole province waits for this transaction.
    await touch(tx, report, ctx.now)
    const written = await writeFigures(tx, figureSetOf(report), writes, { account: ctx.actor.account, at: ctx.now })
    if (written) await saveStep(tx, report, ctx.actor.account, written, ctx.now)
    await recordMove(tx, ctx, report, 'figures-saved', { cells: changed.map((entry) => cellKey(entry.cell)) })
    return done({ saved: writes.length })
  })
}

/** A number that was not touched came as it came; only its note is new. */
function basisOf(
  stored: ReadonlyMap<string, Figure>,
  { cell }: CellEntry,
  basis: 'typed' | 'imported',
): Figure['basis'] {
  return stored.get(cellKey(cell))?.basis ?? basis
}

/** The page of a counted cell shows the count and posts its note: what was stored below the count stays as it is. */
function withStoredNumber(entry: CellEntry, stored: ReadonlyMap<string, Figure>): CellEntry {
  if (entry.raw !== entry.was.raw) return entry
  const raw = stored.get(cellKey(entry.cell))?.raw ?? ''
  return { ...entry, raw, was: { ...entry.was, raw } }
}

/** Explains a finding that may be explained, in at least twenty characters, for the reviewer's copy and the public page. */
export async function explainFinding(ctx: Ctx, id: ReportId, key: string, text: string): Done<undefined> {
  return onReport(ctx, id, mayEnter, async (tx, report) => {
    if (!isOpenForEntry(report.status)) return refused({ code: 'not-open-for-entry', status: report.status })
    const finding = (await assemble(tx, report)).findings.find((one) => one.key === key)
    if (!finding || !needsExplanation(finding)) return refused({ code: 'nothing-to-explain' })
    const explanation = tidy(text)
    if (lengthOf(explanation) < shortestExplanation)
      return refused({ code: 'explanation-too-short', least: shortestExplanation })
    if (holdsPersonalNumber(explanation)) return refused({ code: 'personal-number' })
    await saveExplanation(tx, report, finding, { text: explanation, at: ctx.now, actor: ctx.actor })
    await touch(tx, report, ctx.now)
    await recordMove(tx, ctx, report, 'finding-explained', { rule: key })
    return done()
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
    await fixCounts(tx, ctx, report)
    const content = await assemble(tx, report)
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
    if (asked.some((question) => lengthOf(question.text) < 5)) return refused({ code: 'question-too-short' })
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

/** Answers one question on a cell. */
export async function answerQuestion(ctx: Ctx, id: ReportId, questionId: QuestionId, text: string): Done<undefined> {
  return onReport(ctx, id, mayEnter, async (tx, report) => {
    const question = (await questionsOf(tx, report)).find((one) => one.id === questionId)
    if (!question) return notFound()
    if (question.status === 'settled') return refused({ code: 'question-settled' })
    const answer = tidy(text)
    if (answer === '') return refused({ code: 'answer-empty' })
    if (holdsPersonalNumber(answer)) return refused({ code: 'personal-number' })
    const place = { question: questionId, n: question.messages.length + 1, fromReviewer: false }
    await saveMessage(tx, report, place, { text: answer, at: ctx.now, actor: ctx.actor })
    await setQuestionStatus(tx, report, [questionId], 'answered')
    await recordMove(tx, ctx, report, 'question-answered', { question: questionId, cell: cellKey(question.cell) })
    const told = { province: report.province, object: questionId, by: ctx.actor.account, at: ctx.now }
    // What is answered before a submission is told by the submission.
    if (!isOpenForEntry(report.status)) await tell(tx, 'question-answered', told)
    return done()
  })
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
    await savePublication(tx, report, content, { at: now, acceptedAt: null })
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

export type InReport<Value> = (tx: Tx, report: Report) => Promise<Outcome<Value, Refusal>>

/** Lock, ask: the start of every command on one report. */
export async function onReport<Value>(ctx: Ctx, id: ReportId, may: typeof mayRead, work: InReport<Value>): Done<Value> {
  return onLocked<Outcome<Value, Refusal>>(ctx, id, may, work)
}

/** The same for commands that say no in other words. */
export async function onLocked<Answer>(
  ctx: Ctx,
  id: ReportId,
  may: typeof mayRead,
  work: (tx: Tx, report: Report) => Promise<Answer>,
): Promise<Answer | Outcome<never>> {
  // Before the lock: an auditor's transaction may not even lock.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const report = await lockReport(tx, ctx.actor.province, id)
    if (!report) return notFound()
    return may(ctx.actor, report) ? work(tx, report) : forbidden()
  })
}

/** Lock, ask, decide, save, record, tell: a move of the lifecycle, with what it needs in between; `words` say why. */
export async function move(
  ctx: Ctx,
  id: ReportId,
  step: Move,
  version: number,
  work: InReport<undefined>,
  words = '',
): Done<undefined> {
  return onReport(ctx, id, mayRead, async (tx, report) => {
    if (report.origin !== 'entered') return forbidden()
    const next = advance(report.status, step, standingsOf(ctx.actor, report))
    if (next === 'not-you') return forbidden()
    if (next === 'not-now') return refused({ code: 'not-now', status: report.status })
    if (version !== report.version) return refused({ code: 'changed-meanwhile' })
    const note = tidy(words)
    if (holdsPersonalNumber(note)) return refused({ code: 'personal-number' })
    const outcome = await work(tx, report)
    if (!outcome.ok) return outcome
    await saveMove(tx, report, {
      move: step,
      to: next.to,
      at: ctx.now,
      account: ctx.actor.account,
      person: ctx.actor.name,
      note,
    })
    await setStanding(tx, figureSetOf(report), setStandingOf[next.to])
    await recordMove(tx, ctx, report, `report-${step}`, { from: report.status, to: next.to })
    const told = { province: report.province, object: report.id, by: ctx.actor.account, at: ctx.now }
    if (isTold(step)) await tell(tx, `report-${step}`, told)
    return done()
  })
}

/** Record: the last thing a command on a report does. */
export async function recordMove(
  tx: Tx,
  ctx: Ctx,
  report: Report,
  kind: ReportingAuditKind,
  changed: Record<string, string | number | readonly string[]> = {},
): Promise<void> {
  await record(tx, {
    province: report.province,
    account: ctx.actor.account,
    unit: ctx.actor.unit,
    kind,
    object: { kind: 'report', id: report.id },
    changed,
    at: ctx.now,
  })
}

type Texts = { raw: string; note: string }

function textsOf(stored: Figure | undefined): Texts {
  return { raw: stored?.raw ?? '', note: stored?.note ?? '' }
}

function differs(one: Texts, other: Texts): boolean {
  return one.raw !== other.raw || one.note !== other.note
}

/** What stands in each of these cells now, with who wrote it and when. */
async function conflictsOf(tx: Tx, ctx: Ctx, report: Report, entries: CellEntry[]): Promise<CellConflict[]> {
  const newest = await newestChanges(tx, figureSetOf(report))
  const changes = entries.map((entry) => newest.get(cellKey(entry.cell)))
  const people = await displayNames(
    tx,
    report.province,
    changes.map((change) => change?.account ?? null),
  )
  return entries.map((entry, index) => {
    const change = changes[index]
    return {
      key: cellKey(entry.cell),
      now: change?.raw ?? '',
      note: change?.note ?? '',
      by: people.get(change?.account ?? '') ?? '',
      at: change?.at ?? report.changedAt,
      isOwn: change?.account === ctx.actor.account,
    }
  })
}
