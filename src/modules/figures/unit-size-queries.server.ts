import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { peersOf, type Peers, type PeersWithin } from './peers.ts'
import type { NamedUnit } from './target-list.ts'
import { unitsNamed } from './unit-names.server.ts'
import { mayKeepSizes, mayReadSizes } from './unit-size-policy.ts'
import { unitSizeRows, unitSizes } from './unit-size-store.server.ts'
import { sizeOn, type UnitSize, type UnitSizeRow } from './unit-size.ts'

/** The units to compare one with on a day, by the sizes that are stated; what their figures are is the cube's to say. */
export async function peersOn(
  tx: Tx,
  unit: UnitId,
  province: UnitId,
  day: LocalDate,
  within: PeersWithin = 'province',
): Promise<Peers | null> {
  const sizes = await unitSizes(tx, within === 'country' ? 'country' : { province })
  return peersOf(await currentRegister(tx), sizes, unit, day, within)
}

/** One unit of the province with the size that it is compared by today. */
export type UnitSizeLine = NamedUnit & { size: UnitSize | null }

export type UnitSizesPage = { lines: UnitSizeLine[]; stated: number; mayKeep: boolean }

export async function unitSizesPage(ctx: Ctx): Promise<Outcome<UnitSizesPage>> {
  if (!mayReadSizes(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  const today = dayInVietnam(ctx.now)
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const units = await unitsNamed(tx, province, today)
    const sizes = await unitSizes(tx, { province })
    const lines = units.map((unit) => ({ ...unit, size: sizeOn(sizes, unit.unit, today) }))
    return done({ lines, stated: lines.filter(({ size }) => size).length, mayKeep: mayKeepSizes(ctx.actor) })
  })
}

/** One unit with all that was ever stated of its size. */
export async function unitSizeDetail(
  ctx: Ctx,
  code: string,
): Promise<Outcome<{ unit: NamedUnit; rows: UnitSizeRow[]; mayKeep: boolean }>> {
  if (!mayReadSizes(ctx.actor)) return forbidden()
  const { province } = ctx.actor
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const units = await unitsNamed(tx, province, dayInVietnam(ctx.now))
    const unit = units.find((one) => one.code === code)
    if (!unit) return notFound()
    return done({ unit, rows: await unitSizeRows(tx, province, unit.unit), mayKeep: mayKeepSizes(ctx.actor) })
  })
}

/** How many people each unit of a province had on a day, as far as anybody said. */
export async function peopleByUnit(tx: Tx, province: UnitId, day: LocalDate): Promise<ReadonlyMap<UnitId, number>> {
  const sizes = Map.groupBy(await unitSizes(tx, { province }), ({ unit }) => unit)
  return new Map(
    [...sizes].flatMap(([unit, own]): [UnitId, number][] => {
      const size = sizeOn(own, unit, day)
      return size ? [[unit, size.people]] : []
    }),
  )
}

/** How many people a unit had on a day as far as anybody said; null where nobody did. */
export async function peopleOf(tx: Tx, province: UnitId, unit: UnitId, day: LocalDate): Promise<number | null> {
  return sizeOn(await unitSizes(tx, { province }), unit, day)?.people ?? null
}
