import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { shortestExplanation } from '#modules/figures/check-rule.ts'
import { writeFigures, type FigureWrite } from '#modules/figures/commands.server.ts'
import { figure } from '#modules/figures/figure.ts'
import { needsExplanation } from '#modules/figures/finding.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { amendedVersion, countedInCopy, givenElsewhere } from './amendment-content.server.ts'
import type { AmendmentRefusal } from './amendment-labels.ts'
import { saveAmendedExplanation, takeExplanations } from './amendment-entry-store.server.ts'
import { amendmentsIn, insertAmendment, liveOne, saveAmendmentMove, touchAmendment } from './amendment-store.server.ts'
import {
  advanceAmendment,
  differencesOf,
  isAmendmentOpen,
  needsNote,
  shortestAmendmentReason,
  type AmendedCell,
  type Amendment,
  type AmendmentMove,
} from './amendment.ts'
import { appendixOf } from './appendix-queries.server.ts'
import { behindOf } from './behind.ts'
import { onLocked, recordMove } from './on-report.server.ts'
import type { ReportContent } from './content.ts'
import { saveCorrection } from './count-correction-store.server.ts'
import { isCounted } from './lifecycle.ts'
import { mayEnter, mayRead, standingsOf } from './policy.ts'
import { replacePublication } from './publication-store.server.ts'
import { shortestQuestion, type Report, type ReportId } from './report.ts'
import { newestCopy, saveCopy } from './copy-store.server.ts'
import { figureSetOf, touch } from './store.server.ts'
import { linesByCell, readTemplate } from './template-version-store.server.ts'

export type AmendmentDone<Value> = Promise<Outcome<Value, AmendmentRefusal>>

/** Opens the next amendment of an accepted report, or takes up the one that the reviewer asked for; answers its number. */
export async function openAmendment(ctx: Ctx, id: ReportId, reason: string): AmendmentDone<number> {
  return begin(ctx, id, reason, { as: 'open', to: 'open', may: mayEnter })
}

/** The reviewer asks the unit to amend an accepted report; the unit then types it. */
export async function askAmendment(ctx: Ctx, id: ReportId, reason: string): AmendmentDone<number> {
  const may: typeof mayRead = (actor, owner) => standingsOf(actor, owner).includes('reviewer')
  return begin(ctx, id, reason, { as: 'ask', to: 'asked', may })
}

type Beginning = { as: 'open' | 'ask'; to: 'open' | 'asked'; may: typeof mayRead }

async function begin(ctx: Ctx, id: ReportId, text: string, { as, to, may }: Beginning): AmendmentDone<number> {
  return onLocked<Outcome<number, AmendmentRefusal>>(ctx, id, may, async (tx, report) => {
    if (report.origin !== 'entered') return forbidden()
    if (!isCounted(report.status)) return refused({ code: 'not-accepted-yet' })
    const amendments = await amendmentsIn(tx, report)
    const live = liveOne(amendments)
    if (live) return refused({ code: 'amendment-under-way', n: live.n })
    const reason = tidy(text)
    if (lengthOf(reason) < shortestAmendmentReason)
      return refused({ code: 'amendment-reason-too-short', least: shortestAmendmentReason })
    if (holdsPersonalNumber(reason)) return refused({ code: 'amendment-personal-number' })
    const copy = await newestCopy(tx, report)
    if (!copy) throw new Error(`Report ${report.id} was accepted without a copy`)
    const n = (amendments[0]?.n ?? 0) + 1
    await insertAmendment(
      tx,
      report,
      { n, baseCopy: copy.n, reason },
      { move: as, to, note: '', at: ctx.now, actor: ctx.actor },
    )
    await recordMove(tx, ctx, report, as === 'open' ? 'amendment-open' : 'amendment-ask', { amendment: n })
    if (as === 'ask') await tellOf(tx, ctx, report, 'ask')
    return done(n)
  })
}

/** Explains a finding about the amended numbers, where it may be explained. */
export async function explainAmended(
  ctx: Ctx,
  id: ReportId,
  n: number,
  key: string,
  text: string,
): AmendmentDone<undefined> {
  return onAmendment(ctx, id, n, async (tx, report, amendment) => {
    if (!mayEnter(ctx.actor, report)) return forbidden()
    if (!isAmendmentOpen(amendment.status)) return refused({ code: 'amendment-not-now', status: amendment.status })
    const { content } = await amendedVersion(tx, report, amendment)
    const finding = content.findings.find((one) => one.key === key)
    if (!finding || !needsExplanation(finding)) return refused({ code: 'amendment-nothing-to-explain' })
    const explanation = tidy(text)
    if (lengthOf(explanation) < shortestExplanation)
      return refused({ code: 'amendment-explanation-too-short', least: shortestExplanation })
    if (holdsPersonalNumber(explanation)) return refused({ code: 'amendment-personal-number' })
    await saveAmendedExplanation(tx, report, n, finding, { text: explanation, at: ctx.now, actor: ctx.actor })
    await touchAmendment(tx, report, amendment, ctx.now)
    await recordMove(tx, ctx, report, 'amendment-explained', { amendment: n, rule: key })
    return done()
  })
}

/** A step of an amendment: begun, handed in, taken back, returned, accepted, dropped. `version` is the one the person saw. */
export async function moveAmendment(
  ctx: Ctx,
  id: ReportId,
  n: number,
  step: { move: AmendmentMove; version: number; note: string },
): AmendmentDone<undefined> {
  const { move } = step
  return onAmendment(ctx, id, n, async (tx, report, amendment) => {
    const next = advanceAmendment(amendment.status, move, standingsOf(ctx.actor, report))
    if (next === 'not-you') return forbidden()
    if (next === 'not-now') return refused({ code: 'amendment-not-now', status: amendment.status })
    if (step.version !== amendment.version) return refused({ code: 'amendment-changed-meanwhile' })
    const note = tidy(step.note)
    if (needsNote(move) && lengthOf(note) < shortestQuestion) return refused({ code: 'amendment-note-missing' })
    if (holdsPersonalNumber(note)) return refused({ code: 'amendment-personal-number' })
    const worked = await workOf(tx, ctx, report, amendment, move)
    if (!worked.ok) return worked
    const event = { move, to: next.to, note, at: ctx.now, actor: ctx.actor }
    await saveAmendmentMove(tx, report, amendment, event, worked.value)
    await recordMove(tx, ctx, report, `amendment-${move}`, { amendment: n, from: amendment.status, to: next.to })
    if (isAmendmentTold(move)) await tellOf(tx, ctx, report, move)
    return done()
  })
}

/** What a move does beside moving; answers the copy that it made. */
async function workOf(
  tx: Tx,
  ctx: Ctx,
  report: Report,
  amendment: Amendment,
  move: AmendmentMove,
): Promise<Outcome<number | null, AmendmentRefusal>> {
  if (move === 'drop' || move === 'refuse' || move === 'recall' || move === 'return') return done(null)
  // Its acceptance may have been taken back meanwhile: then the report itself is typed, and nothing is left to amend.
  if (!isCounted(report.status)) return refused({ code: 'not-accepted-yet' })
  if ((await newestCopy(tx, report))?.n !== amendment.baseCopy) return refused({ code: 'amendment-outdated' })
  if (move === 'begin') return done(null)
  const { base, content, cells } = await amendedVersion(tx, report, amendment)
  const refusal = whatHoldsBack(base, content) ?? (await givenElsewhere(tx, report, [...cells.keys()]))
  if (refusal) return refused(refusal)
  return done(move === 'accept' ? await takeOver(tx, ctx, report, amendment, { base, content, cells }) : null)
}

function whatHoldsBack(base: ReportContent, content: ReportContent): AmendmentRefusal | null {
  // A sum whose number stayed may still be of other units than before: that is worth a version of its own.
  const isSame = differencesOf(base, content, new Map()).length === 0 && !behindOf(base.unitList, content.unitList)
  if (isSame) return { code: 'amendment-says-nothing-new' }
  const failing = content.findings.filter((finding) => finding.verdict === 'fails' && !finding.explanation)
  return failing.length > 0 ? { code: 'amendment-does-not-add-up', keys: failing.map(({ key }) => key) } : null
}

/** Writes the amended figures into the ledger, makes the copy that counts from here on, and puts it where the old one was public. */
async function takeOver(
  tx: Tx,
  ctx: Ctx,
  report: Report,
  amendment: Amendment,
  amended: { base: ReportContent; content: ReportContent; cells: ReadonlyMap<string, AmendedCell> },
): Promise<number> {
  await takeExplanations(tx, report, amendment.n)
  const mark = { n: amendment.n, reason: amendment.reason, acceptedOn: dayInVietnam(ctx.now) }
  const content = { ...amended.content, amendment: mark }
  await touch(tx, report, ctx.now)
  // Before the figures, as a publication does it: with the two clocks in another order each could wait for the other.
  await replacePublication(tx, report, content, { at: ctx.now, why: amendment.reason })
  await writeCells(tx, ctx, report, amendment, amended)
  return saveCopy(tx, report, content, ctx.now, { appendix: await appendixOf(tx, report), amendment: amendment.n })
}

/** Each number stays the work of who typed it. */
async function writeCells(
  tx: Tx,
  ctx: Ctx,
  report: Report,
  amendment: Amendment,
  { base, cells }: { base: ReportContent; cells: ReadonlyMap<string, AmendedCell> },
): Promise<void> {
  const template = await readTemplate(tx, report.template)
  if (!template) throw new Error(`Report ${report.id} has lost its template`)
  const lines = linesByCell(template)
  const counted = countedInCopy(base)
  for (const [account, some] of Map.groupBy(cells.values(), (cell) => cell.account)) {
    const writes = some.flatMap((cell): FigureWrite[] => {
      const line = lines.get(cellKey(cell.cell))
      if (!line) return []
      const numeral = counted.has(cellKey(cell.cell)) ? 'count' : line.indicator.numeral
      return [
        {
          indicator: line.indicator.id,
          dimension: line.dimension,
          figure: figure(cell.raw, numeral, cell.note, 'typed'),
        },
      ]
    })
    await writeFigures(tx, figureSetOf(report), writes, { account, at: ctx.now })
  }
  for (const [key, cell] of cells) {
    const count = counted.get(key)
    const typed = { raw: cell.raw, reason: cell.why || amendment.reason }
    if (count) await saveCorrection(tx, report, cell.cell, typed, count, { actor: ctx.actor, at: ctx.now })
  }
}

export type InAmendment<Value> = (
  tx: Tx,
  report: Report,
  amendment: Amendment,
) => Promise<Outcome<Value, AmendmentRefusal>>

/** Lock, ask: the report is locked, so that nobody accepts what a colleague is typing. */
export async function onAmendment<Value>(
  ctx: Ctx,
  id: ReportId,
  n: number,
  work: InAmendment<Value>,
): AmendmentDone<Value> {
  return onLocked<Outcome<Value, AmendmentRefusal>>(ctx, id, mayRead, async (tx, report) => {
    const amendment = (await amendmentsIn(tx, report)).find((one) => one.n === n)
    return amendment ? work(tx, report, amendment) : notFound()
  })
}

/** The steps that others are told of. */
export const toldAmendmentMoves = ['ask', 'hand-in', 'return', 'accept', 'refuse'] as const
export type ToldAmendmentMove = (typeof toldAmendmentMoves)[number]

function isAmendmentTold(move: string): move is ToldAmendmentMove {
  return toldAmendmentMoves.some((one) => one === move)
}

async function tellOf(tx: Tx, ctx: Ctx, report: Report, move: ToldAmendmentMove): Promise<void> {
  const told = { province: report.province, object: report.id, by: ctx.actor.account, at: ctx.now }
  await tell(tx, `amendment-${move}`, told)
}
