import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber, tidy } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { setStanding } from '#modules/figures/commands.server.ts'
import type { ReportingAuditKind } from './audit-labels.ts'
import type { Refusal } from './labels.ts'
import { advance, isOpenForEntry, setStandingOf, type Move } from './lifecycle.ts'
import { mayEnter, mayRead, standingsOf } from './policy.ts'
import type { Report, ReportId, Template } from './report.ts'
import { figureSetOf, lockReport, saveMove } from './store.server.ts'
import { isTold } from './tellers.server.ts'
import { readTemplate } from './template-version-store.server.ts'

/** What a command on reports answers. */
export type Done<Value> = Promise<Outcome<Value, Refusal>>

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

type NotOpen = Extract<Refusal, { code: 'not-open-for-entry' }>

/** The same for what is written beside the figures: by whoever types these, while they may be typed. */
export async function onOpenReport<Value, No extends { code: string }>(
  ctx: Ctx,
  id: ReportId,
  work: (tx: Tx, report: Report, template: Template) => Promise<Outcome<Value, No>>,
): Promise<Outcome<Value, No | NotOpen>> {
  return onLocked<Outcome<Value, No | NotOpen>>(ctx, id, mayEnter, async (tx, report) => {
    if (report.origin !== 'entered') return forbidden()
    if (!isOpenForEntry(report.status)) return refused({ code: 'not-open-for-entry', status: report.status })
    const template = await readTemplate(tx, report.template)
    if (!template) throw new Error(`Report ${report.id} has lost its template`)
    return work(tx, report, template)
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
