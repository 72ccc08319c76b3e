import { sql } from 'kysely'
import { dayInVietnam, localDate, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, type Outcome } from '#kernel/outcome.ts'
import { yearOf } from '#kernel/period.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { communesInForce, lastVersionIn } from '#modules/territory/queries.server.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'
import { mayReadRegisters } from './policy.ts'

/** One commune's register as the province sees it from above: what it holds of one year, and the newest meeting in it. */
export type RegisterLine = { unit: UnitVersion; meetings: number; attendances: number; newest: LocalDate | null }

/** The registers of a province in one year: every commune of today, and those that ended but held a meeting in it. */
export async function registersPage(ctx: Ctx, year: number): Promise<Outcome<RegisterLine[]>> {
  if (!mayReadRegisters(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const held = await heldIn(tx, province, year)
    const inForce = await communesInForce(tx, province, dayInVietnam(ctx.now))
    const known = new Set(inForce.map(({ unit }) => unit))
    const ended: UnitVersion[] = []
    for (const unit of held.keys()) {
      // The province's own dialogues stand in a register of their own.
      if (unit === province) continue
      const version = known.has(unit) ? null : await lastVersionIn(tx, unit, province, dayInVietnam(ctx.now))
      if (version) ended.push(version)
    }
    return done(
      [...inForce, ...ended].map((unit) => ({
        unit,
        ...(held.get(unit.unit) ?? { meetings: 0, attendances: 0, newest: null }),
      })),
    )
  })
}

/** The code by which the province's own register is opened. */
export async function ownRegisterCode(ctx: Ctx): Promise<string> {
  const { province } = ctx.actor
  const version = await inScope(ctx.db, scopeOf(ctx.actor), (tx) =>
    lastVersionIn(tx, province, province, dayInVietnam(ctx.now)),
  )
  if (!version) throw new Error(`Province ${province} has no version`)
  return version.code
}

async function heldIn(tx: Tx, province: UnitId, year: number): Promise<Map<UnitId, Omit<RegisterLine, 'unit'>>> {
  const { from, to } = yearOf(year)
  const rows = await tx
    .selectFrom('dialogue')
    .select([
      'unit_id as unit',
      sql<number>`count(*)`.as('meetings'),
      sql<number>`coalesce(sum(attendances), 0)`.as('attendances'),
      sql<string>`max(held_on)`.as('newest'),
    ])
    .where('province_id', '=', province)
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .where('void_reason', 'is', null)
    .where('state', 'not in', ['planned', 'announced', 'cancelled'])
    .groupBy('unit_id')
    .execute()
  return new Map(rows.map(({ unit, newest, ...sums }) => [unit as UnitId, { ...sums, newest: localDate(newest) }]))
}
