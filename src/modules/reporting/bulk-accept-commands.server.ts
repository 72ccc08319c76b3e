import { done, forbidden, refused, type Outcome } from '#kernel/outcome.ts'
import { tell } from '#platform/notify/tell.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { setStanding } from '#modules/figures/commands.server.ts'
import { mayStillUndo, notAtOnce, type BoardAsked } from './board.ts'
import { boardList } from './board-queries.server.ts'
import type { AcceptAnswer, AcceptedRow, ChosenReport, UndoRefusal } from './bulk-accept.ts'
import { acceptReport } from './commands.server.ts'
import { onLocked, recordMove } from './on-report.server.ts'
import type { Refusal } from './labels.ts'
import { setStandingOf, unaccept } from './lifecycle.ts'
import { mayRead, mayReview, standingsOf } from './policy.ts'
import type { ReportId } from './report.ts'
import { builtUpon, lastMove } from './bulk-accept-queries.server.ts'
import { figureSetOf, saveMove } from './store.server.ts'

/**
 * Accepts the chosen reports of a period, each in its own transaction by the same command as one alone: what a colleague did
 * meanwhile, or what asks something now, stands in its row and holds up none of the others.
 */
export async function acceptTogether(
  ctx: Ctx,
  asked: BoardAsked,
  chosen: readonly ChosenReport[],
): Promise<Outcome<AcceptedRow[], { code: 'none-chosen' }>> {
  if (!mayReview(ctx.actor)) return forbidden()
  const board = await boardList(ctx, asked, { filter: 'all', words: '', order: 'name' })
  if (!board.ok) return board
  const rows = new Map(board.value.rows.flatMap((row) => (row.report ? [[row.report, row] as const] : [])))
  const wanted = [...new Map(chosen.map((one) => [one.report, one])).values()]
  const answers: AcceptedRow[] = []
  for (const { report, version } of wanted) {
    const row = rows.get(report)
    // Not on this board: another province's, another period's, or nothing at all. Nothing is said of it.
    if (!row) continue
    const found = row.state === 'submitted' ? notAtOnce(row) : null
    const answer = found ? { kind: 'by-itself' as const, found } : answerOf(await acceptReport(ctx, report, version))
    answers.push({ report, unitName: row.name, answer })
  }
  return answers.length === 0 ? refused({ code: 'none-chosen' }) : done(answers)
}

function answerOf(outcome: Outcome<undefined, Refusal>): AcceptAnswer {
  if (outcome.ok) return { kind: 'accepted' }
  return outcome.kind === 'refused' ? { kind: 'refused', refusal: outcome.refusal } : { kind: 'gone' }
}

/**
 * Takes back an acceptance: by who gave it, within ten minutes, and only as long as nothing has happened to the report since:
 * what was published once, or stands or stood to be amended, was relied on by others.
 * A move of its own in the history: what was accepted for some minutes stays told.
 */
export async function unacceptReport(ctx: Ctx, id: ReportId): Promise<Outcome<undefined, UndoRefusal>> {
  return onLocked<Outcome<undefined, UndoRefusal>>(ctx, id, mayRead, async (tx, report) => {
    if (report.origin !== 'entered' || !standingsOf(ctx.actor, report).includes(unaccept.by)) return forbidden()
    if (report.status !== unaccept.from) return refused({ code: 'not-accepted-now', status: report.status })
    const after = await builtUpon(tx, report)
    if (after) return refused({ code: after })
    const last = await lastMove(tx, report)
    if (last?.move !== 'accept' || last.account !== ctx.actor.account) return refused({ code: 'accepted-by-another' })
    if (!mayStillUndo(last.at, ctx.now)) return refused({ code: 'too-late-to-undo' })
    const { account, name: person } = ctx.actor
    await saveMove(tx, report, { move: 'unaccept', to: unaccept.to, at: ctx.now, account, person })
    await setStanding(tx, figureSetOf(report), setStandingOf[unaccept.to])
    await recordMove(tx, ctx, report, 'report-unaccept', { from: report.status, to: unaccept.to })
    await tell(tx, 'report-unaccept', { province: report.province, object: report.id, by: account, at: ctx.now })
    return done()
  })
}

/** The same for many, each in its own transaction; answers how many went back and why the others did not. */
export async function unacceptTogether(
  ctx: Ctx,
  reports: readonly ReportId[],
): Promise<Outcome<{ undone: number; refusals: UndoRefusal[] }>> {
  if (!mayReview(ctx.actor)) return forbidden()
  const answers: Outcome<undefined, UndoRefusal>[] = []
  for (const report of new Set(reports)) answers.push(await unacceptReport(ctx, report))
  const refusals = answers.flatMap((one) => (!one.ok && one.kind === 'refused' ? [one.refusal] : []))
  return done({ undone: answers.filter(({ ok }) => ok).length, refusals })
}
