import { sql } from 'kysely'
import { newId, type Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'
import type { CleanFile } from '#platform/files/intake.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { Award } from './award.ts'

/** A piece of evidence beside a proposal; its content is kept outside the database. */
export type AwardFile = {
  id: Id<'AwardFile'>
  sha256: string
  name: string
  kind: string
  bytes: number
  caption: string
}

export async function filesOfAward(tx: Tx, award: Pick<Award, 'province' | 'id'>): Promise<AwardFile[]> {
  const rows = await tx
    .selectFrom('award_file')
    .select(['id', 'sha256', 'name', 'kind', 'bytes', 'caption'])
    .where('province_id', '=', award.province)
    .where('award_id', '=', award.id)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as Id<'AwardFile'> }))
}

export async function insertAwardFile(
  tx: Tx,
  award: Award,
  file: CleanFile,
  about: { caption: string; at: Date; actor: Actor },
): Promise<string> {
  const id = newId<'AwardFile'>(about.at)
  await tx
    .insertInto('award_file')
    .values({
      province_id: award.province,
      id,
      award_id: award.id,
      unit_id: award.unit,
      sha256: file.sha256,
      name: file.name,
      kind: file.kind,
      bytes: file.content.length,
      caption: about.caption,
      added_at: about.at,
      account_id: about.actor.account,
    })
    .execute()
  return id
}

export async function removeAwardFile(tx: Tx, award: Award, id: Id<'AwardFile'>, at: Date): Promise<void> {
  await tx
    .updateTable('award_file')
    .set({ removed_at: at })
    .where('province_id', '=', award.province)
    .where('award_id', '=', award.id)
    .where('id', '=', id)
    .execute()
}
