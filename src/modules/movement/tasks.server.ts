import type { Id } from '#kernel/ids.ts'
import { inScope, type Db } from '#platform/database.ts'
import type { InitiativeId } from './initiative.ts'
import { lockInitiative, saveInitiative } from './store.server.ts'
import { countYear } from './year-frame.server.ts'
import { yearsOf } from './year-store.server.ts'

/**
 * Notes whether another place registered that it does the same as an initiative, and states its facts anew (B16). `by` is the
 * province where such a place was registered or withdrew; both provinces are asked, each in its own scope.
 */
export async function noteReplication(
  db: Db,
  of: { province: Id<'Unit'>; id: InitiativeId; by: Id<'Unit'> },
  now: Date,
): Promise<void> {
  const places = [...new Set([of.province, of.by])]
  let isReplicated = false
  for (const place of places) isReplicated ||= await hasChild(db, place, of)
  await inScope(db, { reach: 'province', province: of.province }, async (tx) => {
    const before = await lockInitiative(tx, of.province, of.id)
    if (!before || before.isReplicated === isReplicated) return
    await saveInitiative(tx, before, { isReplicated }, now)
    for (const year of await yearsOf(tx, of.province, [of.id])) await countYear(tx, { ...before, isReplicated }, year)
  })
}

async function hasChild(db: Db, place: Id<'Unit'>, of: { province: Id<'Unit'>; id: InitiativeId }): Promise<boolean> {
  return inScope(db, { reach: 'province', province: place }, async (tx) => {
    const row = await tx
      .selectFrom('initiative')
      .innerJoin('initiative_year', (join) =>
        join
          .onRef('initiative_year.province_id', '=', 'initiative.province_id')
          .onRef('initiative_year.initiative_id', '=', 'initiative.id'),
      )
      .select('initiative.id')
      .where('initiative.province_id', '=', place)
      .where('initiative.parent_province_id', '=', of.province)
      .where('initiative.parent_id', '=', of.id)
      .where('initiative_year.registered_on', 'is not', null)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  })
}
