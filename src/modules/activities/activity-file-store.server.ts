import { sql } from 'kysely'
import { newId, type Id } from '#kernel/ids.ts'
import type { FileKind } from '#kernel/file-kind.ts'
import type { Tx } from '#platform/database.ts'
import type { CleanFile } from '#platform/files/intake.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { ActivityFile, ActivityFileId, ActivityRecord, PeopleInPicture } from './activity-file.ts'

/** What stands beside a record now, in the order it came. */
export async function activityFilesOf(
  tx: Tx,
  province: Id<'Unit'>,
  kind: ActivityRecord,
  record: string,
): Promise<ActivityFile[]> {
  const rows = await tx
    .selectFrom('activity_file')
    .selectAll()
    .where('province_id', '=', province)
    .where('record_kind', '=', kind)
    .where('record_id', '=', record)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('id')
    .execute()
  // The checks of activity_file hold people to the known words; the kind is what the intake found.
  return rows.map((row) => ({
    id: row.id as ActivityFileId,
    sha256: row.sha256,
    name: row.name,
    kind: row.kind as FileKind,
    bytes: row.bytes,
    caption: row.caption,
    people: row.people as PeopleInPicture,
    isConclusion: row.is_conclusion,
    unit: row.unit_id as Id<'Unit'>,
    addedAt: row.added_at,
    by: row.person_name,
  }))
}

export async function insertActivityFile(
  tx: Tx,
  beside: { province: Id<'Unit'>; kind: ActivityRecord; id: string; otherUnit: Id<'Unit'> | null },
  file: CleanFile,
  about: { caption: string; people: PeopleInPicture; isConclusion: boolean; at: Date; actor: Actor },
): Promise<void> {
  await tx
    .insertInto('activity_file')
    .values({
      province_id: beside.province,
      id: newId<'ActivityFile'>(about.at),
      record_kind: beside.kind,
      record_id: beside.id,
      unit_id: about.actor.unit,
      other_unit_id: beside.otherUnit,
      sha256: file.sha256,
      name: file.name,
      kind: file.kind,
      bytes: file.content.length,
      caption: about.caption,
      people: about.people,
      is_conclusion: about.isConclusion,
      added_at: about.at,
      account_id: about.actor.account,
      person_name: about.actor.name,
    })
    .execute()
}

/** Takes a file away; the row stays with the moment. */
export async function removeActivityFileRow(tx: Tx, province: Id<'Unit'>, id: ActivityFileId, at: Date): Promise<void> {
  await tx
    .updateTable('activity_file')
    .set({ removed_at: at })
    .where('province_id', '=', province)
    .where('id', '=', id)
    .execute()
}
