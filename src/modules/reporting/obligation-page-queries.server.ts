import { sql } from 'kysely'
import { addDays, dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { periodKey, type Period } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { ExtensionId } from './extension-commands.server.ts'
import { keepObligations } from './obligation-arising.server.ts'
import { answeredObligations, type AnsweredObligation } from './obligation-queries.server.ts'
import type { ObligationRule } from './obligation-rule.ts'
import { daysLate, rateOf, stateOf, type MetRate, type ObligationState } from './obligation-standing.ts'
import { rulesOf } from './obligation-store.server.ts'
import { mayReview, maySeeProvince } from './policy.ts'
import type { TemplateCode } from './report.ts'

/** What the province asks for, and how the last periods were met. */
export type ObligationsPage = {
  rules: ObligationRule[]
  templateNames: ReadonlyMap<string, string>
  periods: { template: TemplateCode; period: Period; due: LocalDate; rate: MetRate }[]
  mayChange: boolean
  today: LocalDate
}

const shownDays = 800

export async function obligationsPage(ctx: Ctx): Promise<Outcome<ObligationsPage>> {
  if (!maySeeProvince(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  const today = dayInVietnam(ctx.now)
  await keepObligations(ctx.db, province, ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const owed = await answeredObligations(tx, { province, from: addDays(today, -shownDays), to: addDays(today, -1) })
    const groups = [...Map.groupBy(owed, (one) => `${one.template} ${periodKey(one.period)}`).values()]
    return done({
      rules: await rulesOf(tx, province),
      templateNames: await namesOfTemplates(tx),
      periods: groups.flatMap((group) => {
        const [first] = group
        if (!first) return []
        return [{ template: first.template, period: first.period, due: first.countedDue, rate: rateOf(group, today) }]
      }),
      ...{ mayChange: mayReview(ctx.actor), today },
    })
  })
}

/** What each template is called by its newest version. */
async function namesOfTemplates(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('template_version').select(['template_code', 'name']).orderBy('version').execute()
  return new Map(rows.map(({ template_code: code, name }) => [code, name]))
}

/** One unit's obligation in words: whose, where it stands, how late. */
export type OwedLine = AnsweredObligation & { unitName: string; state: ObligationState; daysLate: number }

/** One extension that was given, standing or taken back (lịch sử gia hạn). */
export type ExtensionLine = {
  id: ExtensionId
  unitName: string
  until: string
  reason: string
  by: string
  at: Date
  withdrawn: { by: string; at: Date } | null
}

export type OwedPeriodPage = {
  template: TemplateCode
  templateName: string
  period: Period
  due: LocalDate
  rate: MetRate
  lines: OwedLine[]
  extensions: ExtensionLine[]
  mayChange: boolean
}

/** Who owes one report for one period, with the extensions given for it. */
export async function owedPeriodPage(
  ctx: Ctx,
  { template, period }: { template: TemplateCode; period: Period },
): Promise<Outcome<OwedPeriodPage>> {
  if (!maySeeProvince(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  const today = dayInVietnam(ctx.now)
  await keepObligations(ctx.db, province, ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const all = await answeredObligations(tx, { province, template, from: period.to, to: period.to })
    const owed = all.filter((one) => one.period.from === period.from)
    const [first] = owed
    if (!first) return notFound()
    const names = await unitNames(tx, province, period.to)
    const lines = owed.map((one) => ({
      ...{ ...one, unitName: names.get(one.unit)?.name ?? '', state: stateOf(one) },
      daysLate: daysLate(one, today),
    }))
    const place = (one: OwedLine): number => names.get(one.unit)?.place ?? 0
    return done({
      ...{ template, period, due: first.countedDue, rate: rateOf(owed, today) },
      templateName: (await namesOfTemplates(tx)).get(template) ?? template,
      lines: lines.sort((one, other) => place(one) - place(other)),
      extensions: await extensionsOf(tx, province, owed, names),
      mayChange: mayReview(ctx.actor),
    })
  })
}

type Names = ReadonlyMap<UnitId, { name: string; place: number }>

async function unitNames(tx: Tx, province: UnitId, day: LocalDate): Promise<Names> {
  const rows = await tx
    .selectFrom('unit_version')
    .select(['unit_id', 'name'])
    .where('province_id', '=', province)
    .where('tree', '=', 'state')
    .where(sql<boolean>`valid @> ${day}::date`)
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('unit_id')
    .execute()
  return new Map(rows.map(({ unit_id, name }, place) => [unit_id as UnitId, { name, place }]))
}

async function extensionsOf(
  tx: Tx,
  province: UnitId,
  owed: readonly AnsweredObligation[],
  names: Names,
): Promise<ExtensionLine[]> {
  const rows = await tx
    .selectFrom('obligation_extension')
    .selectAll()
    .where('province_id', '=', province)
    .where('obligation_id', '=', sql<string>`any(${owed.map(({ id }) => id)}::uuid[])`)
    .orderBy('given_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id as ExtensionId, unitName: names.get(row.unit_id as UnitId)?.name ?? '', until: row.until },
    ...{ reason: row.reason, by: row.person_name, at: row.given_at },
    withdrawn: row.withdrawn_at && { by: row.withdrawn_name ?? '', at: row.withdrawn_at },
  }))
}
