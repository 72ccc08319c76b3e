import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import { followUnits, type FollowingDuty } from '#modules/access/following.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { Written } from './draft-text.ts'
import { dueReorganisations, lockReorganisation, saveReorganisation, type Reorganisation } from './store.server.ts'

/**
 * On its day a decided reorganisation is in force because its rows say so; this marks it, moves the duties that were given at
 * its units after the decision, and tells the officers. Run twice it finds nothing left. Answers how many it marked.
 */
export async function applyReorganisations(db: Db, province: UnitId, now: Date): Promise<number> {
  const today = dayInVietnam(now)
  return inScope(db, { reach: 'province', province }, async (tx) => {
    const due = await dueReorganisations(tx, province, today)
    let applied = 0
    for (const id of due) {
      const row = await lockReorganisation(tx, { province, id })
      if (row?.status === 'decided' && row.written && row.draft.day) {
        await apply(tx, row, row.written, row.draft.day, now)
        applied += 1
      }
    }
    return applied
  })
}

async function apply(tx: Tx, row: Reorganisation, written: Written, day: LocalDate, now: Date): Promise<void> {
  const { province, id } = row
  const late = await followUnits(tx, province, await givenSince(tx, province, written, day), day, now)
  await saveReorganisation(
    tx,
    row,
    { status: 'applied', written: { ...written, duties: [...written.duties, ...late] } },
    now,
  )
  // From today the pages that name these units say something else.
  await markPublicChange(tx, province)
  await record(tx, {
    province,
    account: null,
    unit: province,
    kind: 'reorganisation-applied',
    object: { kind: 'reorganisation', id },
    changed: { day, duties: late.length },
    at: now,
  })
  await tell(tx, 'reorganisation-applied', { province, object: id, by: null, at: now })
}

/** Duties at ended units that were given after the decision; of a divided unit they wait for an administrator. */
async function givenSince(tx: Tx, province: UnitId, written: Written, day: LocalDate): Promise<FollowingDuty[]> {
  if (written.ended.length === 0 || written.events.length === 0) return []
  const links = await tx
    .selectFrom('territorial_link')
    .select(['from_unit_id', 'to_unit_id'])
    .where('event_id', 'in', written.events)
    .execute()
  const ways = Map.groupBy(links, (link) => link.from_unit_id)
  const duties = await tx
    .selectFrom('duty')
    .select(['id', 'unit_id'])
    .where('province_id', '=', province)
    .where('unit_id', 'in', written.ended)
    .where(sql<boolean>`not isempty(valid) and (upper_inf(valid) or upper(valid) > ${day}::date)`)
    .orderBy('id')
    .execute()
  return duties.flatMap((duty) => {
    const [only, second] = ways.get(duty.unit_id) ?? []
    return only && !second ? [{ duty: duty.id as Id<'Duty'>, to: only.to_unit_id as UnitId }] : []
  })
}
