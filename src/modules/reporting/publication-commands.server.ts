import type { Id } from '#kernel/ids.ts'
import { done, forbidden, refused } from '#kernel/outcome.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { setStanding } from '#modules/figures/commands.server.ts'
import { move, onReport, recordMove, type Done } from './on-report.server.ts'
import { advance, setStandingOf } from './lifecycle.ts'
import { mayRead, standingsOf } from './policy.ts'
import { dropPlan, planOf, putOut, savePlan, takeBack } from './publication-store.server.ts'
import type { Report, ReportId } from './report.ts'
import { newestCopy } from './copy-store.server.ts'
import { figureSetOf, lockReport, saveMove } from './store.server.ts'

/** A reason that everybody will read needs at least so many letters. */
export const shortestWithdrawalReason = 10

/** Sets the moment at which an accepted report goes out; another moment takes the place of the first. */
export async function planPublication(
  ctx: Ctx,
  id: ReportId,
  version: number,
  publishAt: Date | null,
): Done<undefined> {
  return onReport(ctx, id, mayRead, async (tx, report) => {
    const next = advance(report.status, 'publish', standingsOf(ctx.actor, report))
    if (next === 'not-you' || report.origin !== 'entered') return forbidden()
    if (next === 'not-now') return refused({ code: 'not-now', status: report.status })
    if (version !== report.version) return refused({ code: 'changed-meanwhile' })
    if (publishAt === null) return refused({ code: 'moment-not-read' })
    if (publishAt <= ctx.now) return refused({ code: 'moment-passed' })
    await savePlan(tx, report, { publishAt, at: ctx.now, account: ctx.actor.account, person: ctx.actor.name })
    await recordMove(tx, ctx, report, 'publication-planned', { at: publishAt.toISOString() })
    return done()
  })
}

/** Lets an accepted report stay inside after all. */
export async function cancelPublicationPlan(ctx: Ctx, id: ReportId): Done<undefined> {
  return onReport(ctx, id, mayRead, async (tx, report) => {
    if (advance(report.status, 'publish', standingsOf(ctx.actor, report)) === 'not-you') return forbidden()
    if (!(await dropPlan(tx, report))) return refused({ code: 'nothing-planned' })
    await recordMove(tx, ctx, report, 'publication-plan-cancelled')
    return done()
  })
}

/** Takes a published report back: its address says that, when and why; its figures count on in the sums above. */
export async function withdrawReport(ctx: Ctx, id: ReportId, version: number, text: string): Done<undefined> {
  const why = tidy(text)
  return move(
    ctx,
    id,
    'withdraw',
    version,
    async (tx, report) => {
      if (lengthOf(why) < shortestWithdrawalReason)
        return refused({ code: 'withdrawal-without-reason', least: shortestWithdrawalReason })
      await takeBack(tx, report, { at: ctx.now, why })
      return done()
    },
    why,
  )
}

/** Publishes what a province planned for a moment that has come; answers how many. Whoever runs it, and how often. */
export async function publishPlanned(db: Db, province: Id<'Unit'>, now: Date): Promise<number> {
  const due = await inScope(db, { reach: 'province', province }, (tx) =>
    tx
      .selectFrom('publication_plan')
      .select('report_id')
      .where('province_id', '=', province)
      .where('publish_at', '<=', now)
      .orderBy('publish_at')
      .orderBy('report_id')
      .execute(),
  )
  // One transaction each: what stands in the way of one keeps no other waiting.
  const failures: unknown[] = []
  let count = 0
  for (const { report_id: id } of due) {
    try {
      const isOut = await inScope(db, { reach: 'province', province }, (tx) =>
        publishOne(tx, province, id as ReportId, now),
      )
      if (isOut) count += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} planned publications failed`)
  return count
}

// Who planned it saw what was accepted then: taken back and accepted anew, it may say something else.
async function lastAcceptance(tx: Tx, report: Report): Promise<Date> {
  const row = await tx
    .selectFrom('report_event')
    .select('at')
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('move', '=', 'accept')
    .orderBy('n', 'desc')
    .executeTakeFirst()
  return row?.at ?? new Date(0)
}

async function publishOne(tx: Tx, province: Id<'Unit'>, id: ReportId, now: Date): Promise<boolean> {
  const report = await lockReport(tx, province, id)
  const plan = report && (await planOf(tx, report))
  // Cancelled, moved to later, or published by somebody since it was looked for.
  if (!report || !plan || plan.publishAt > now) return false
  const said = {
    province: report.province,
    account: null,
    unit: null,
    object: { kind: 'report', id: report.id },
    at: now,
  }
  const copy = await newestCopy(tx, report)
  if (report.status !== 'accepted' || !copy || plan.at < (await lastAcceptance(tx, report))) {
    await dropPlan(tx, report)
    await record(tx, { ...said, kind: 'publication-plan-lapsed', changed: { status: report.status } })
    return false
  }
  await putOut(tx, report, copy.content, now)
  await saveMove(tx, report, { move: 'publish', to: 'published', at: now, account: null, person: plan.by })
  await setStanding(tx, figureSetOf(report), setStandingOf.published)
  await record(tx, { ...said, kind: 'report-publish', changed: { from: report.status, to: 'published' } })
  await tell(tx, 'report-publish', { province: report.province, object: report.id, by: null, at: now })
  return true
}
