import { dayInVietnam } from '#kernel/local-date.ts'
import type { Id } from '#kernel/ids.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { lastNamesIn } from '#modules/territory/queries.server.ts'
import { ceremoniesOf, praiseOf, type Ceremony, type Praise } from './list-store.server.ts'
import { mayKeepList, mayReadRecord } from './policy.ts'
import { namedLines, type AwardLine } from './queries.server.ts'
import { readAward } from './store.server.ts'

const mostListed = 200

/** The newest praise that a reader follows; a province sees that of all its units. */
export async function praiseList(
  ctx: Ctx,
): Promise<Outcome<{ lines: (Praise & { unitName: string })[]; mayKeep: boolean }>> {
  if (ctx.actor.duty === 'administrator') return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const found = await praiseOf(tx, ctx.actor.province, ownUnit(ctx), mostListed)
    return done({ lines: await withUnits(tx, ctx, found), mayKeep: mayKeepList(ctx.actor, ctx.actor) })
  })
}

export async function ceremonyList(
  ctx: Ctx,
): Promise<Outcome<{ lines: (Ceremony & { unitName: string })[]; mayKeep: boolean }>> {
  if (ctx.actor.duty === 'administrator') return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const found = await ceremoniesOf(tx, ctx.actor.province, ownUnit(ctx), null, mostListed)
    return done({ lines: await withUnits(tx, ctx, found), mayKeep: mayKeepList(ctx.actor, ctx.actor) })
  })
}

/** One ceremony with the awards handed out there and, for those who keep it, the ones that still may be. */
export type CeremonyPage = {
  ceremony: Ceremony & { unitName: string }
  handedOut: AwardLine[]
  open: AwardLine[]
  mayKeep: boolean
}

export async function ceremonyPage(ctx: Ctx, id: Id<'Ceremony'>): Promise<Outcome<CeremonyPage>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const [found] = await withUnits(tx, ctx, await ceremoniesOf(tx, ctx.actor.province, null, id, 1))
    if (!found) return notFound()
    const owner = { province: ctx.actor.province, unit: found.unit }
    if (!mayReadRecord(ctx.actor, owner)) return forbidden()
    const mayKeep = mayKeepList(ctx.actor, owner) && found.voidReason === null
    const rows = await tx
      .selectFrom('award')
      .selectAll()
      .where('province_id', '=', ctx.actor.province)
      .where('state', '=', 'decided')
      .where('decided_on', '<=', found.day)
      .where((either) =>
        either.or([
          ...(found.handedOut.length > 0 ? [either('id', 'in', found.handedOut)] : []),
          either.not(
            either.exists(
              either
                .selectFrom('ceremony_award as given')
                .select('given.award_id')
                .whereRef('given.province_id', '=', 'award.province_id')
                .whereRef('given.award_id', '=', 'award.id'),
            ),
          ),
        ]),
      )
      .orderBy('decided_on', 'desc')
      .orderBy('id')
      .limit(mostListed)
      .execute()
    const lines = await namedLines(tx, ctx, rows.map(readAward))
    const isHandedOut = ({ award }: AwardLine): boolean => found.handedOut.includes(award.id)
    return done({
      ceremony: found,
      handedOut: lines.filter(isHandedOut),
      open: mayKeep ? lines.filter((line) => !isHandedOut(line)) : [],
      mayKeep,
    })
  })
}

function ownUnit({ actor }: Ctx): Id<'Unit'> | null {
  return actor.unit === actor.province ? null : actor.unit
}

async function withUnits<Row extends { unit: Id<'Unit'> }>(
  tx: Tx,
  ctx: Ctx,
  rows: readonly Row[],
): Promise<(Row & { unitName: string })[]> {
  const units = rows.map((row) => row.unit)
  const names = await lastNamesIn(tx, units, ctx.actor.province, dayInVietnam(ctx.now))
  return rows.map((row) => ({ ...row, unitName: names.get(row.unit) ?? '' }))
}
