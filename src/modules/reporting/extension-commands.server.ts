import { newId, type Id } from '#kernel/ids.ts'
import { addDays, dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import type { Period } from '#kernel/period.ts'
import { tidy } from '#kernel/text.ts'
import { recordAll } from '#platform/audit.ts'
import type { Tx } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { onObligations, reasonFault, recordObligation, toldOf } from './obligation-commands.server.ts'
import type { ReportingAuditKind } from './audit-labels.ts'
import type { ObligationRefusal } from './obligation-labels.ts'
import { answeredObligations, type AnsweredObligation, type ObligationId } from './obligation-queries.server.ts'
import { stateOf } from './obligation-standing.ts'
import type { TemplateCode } from './report.ts'

export type ExtensionId = Id<'ObligationExtension'>

type Answer<Value> = Promise<Outcome<Value, ObligationRefusal>>

/** An extension is for a while: longer than this the rule is wrong, not the unit. */
const mostDays = 366

export type ExtensionAsked = {
  template: TemplateCode
  period: Period
  units: readonly UnitId[]
  until: LocalDate
  reason: string
}

/** Gives units more time for one report, all of them or none; a unit that had some gets the new day instead. */
export async function extendObligations(ctx: Ctx, asked: ExtensionAsked): Answer<{ units: number }> {
  return onObligations(ctx, async (tx) => {
    const chosen = await chosenOf(tx, ctx, asked)
    const [first] = chosen
    if (!first || chosen.length < new Set(asked.units).size) return refused({ code: 'no-unit-chosen' })
    if (chosen.some((one) => stateOf(one) !== 'open')) return refused({ code: 'obligation-met' })
    const due =
      chosen
        .map((one) => one.countedDue)
        .toSorted()
        .at(-1) ?? first.countedDue
    if (asked.until <= due) return refused({ code: 'extension-not-later', due })
    const today = dayInVietnam(ctx.now)
    const last = addDays(due > today ? due : today, mostDays)
    if (asked.until > last) return refused({ code: 'extension-too-far', last })
    const reason = tidy(asked.reason)
    const fault = reasonFault(reason)
    if (fault) return refused(fault)
    const ids = chosen.map(({ id }) => id)
    await withdrawStanding(tx, ctx, ids)
    const given = await insertExtensions(tx, ctx, chosen, { until: asked.until, reason })
    const { province, account, unit } = ctx.actor
    // Together: a hundred units recorded one by one would hold the head of the record for a hundred questions.
    await recordAll(
      tx,
      chosen.map((one) => ({
        ...{ province, account, unit, kind: 'obligation-extended' satisfies ReportingAuditKind },
        object: { kind: 'obligation', id: one.id },
        changed: { unit: one.unit, until: asked.until },
        at: ctx.now,
      })),
    )
    for (const id of given) await tell(tx, 'obligation-extended', toldOf(ctx, id))
    return done({ units: chosen.length })
  })
}

async function chosenOf(tx: Tx, { actor }: Ctx, asked: ExtensionAsked): Promise<AnsweredObligation[]> {
  if (asked.units.length === 0) return []
  const { to } = asked.period
  const owed = await answeredObligations(tx, {
    ...{ province: actor.province, units: asked.units, template: asked.template, from: to, to },
  })
  return owed.filter(({ period }) => period.from === asked.period.from)
}

async function insertExtensions(
  tx: Tx,
  { actor, now }: Ctx,
  chosen: readonly AnsweredObligation[],
  given: { until: LocalDate; reason: string },
): Promise<ExtensionId[]> {
  const rows = chosen.map((one) => ({
    ...{ province_id: actor.province, id: newId<'ObligationExtension'>(now), obligation_id: one.id },
    ...{ unit_id: one.unit, ...given, given_at: now, account_id: actor.account, person_name: actor.name },
  }))
  await tx.insertInto('obligation_extension').values(rows).execute()
  return rows.map(({ id }) => id)
}

async function withdrawStanding(tx: Tx, { actor, now }: Ctx, obligations: readonly ObligationId[]): Promise<void> {
  await tx
    .updateTable('obligation_extension')
    .set({ withdrawn_at: now, withdrawn_account_id: actor.account, withdrawn_name: actor.name })
    .where('province_id', '=', actor.province)
    .where('obligation_id', 'in', [...obligations])
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** Takes an extension back: the counted day holds again. */
export async function withdrawExtension(ctx: Ctx, id: ExtensionId): Answer<undefined> {
  return onObligations(ctx, async (tx) => {
    const row = await tx
      .selectFrom('obligation_extension')
      .select(['obligation_id', 'unit_id', 'withdrawn_at'])
      .where('province_id', '=', ctx.actor.province)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) return notFound()
    if (row.withdrawn_at) return refused({ code: 'changed-meanwhile' })
    const obligation = row.obligation_id as ObligationId
    await withdrawStanding(tx, ctx, [obligation])
    const changed = { unit: row.unit_id }
    await recordObligation(tx, ctx, 'obligation-extension-withdrawn', { kind: 'obligation', id: obligation }, changed)
    await tell(tx, 'obligation-extension-withdrawn', toldOf(ctx, id))
    return done()
  })
}
