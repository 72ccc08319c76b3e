import type { FileKind } from '#kernel/file-kind.ts'
import { newId, type Id } from '#kernel/ids.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import type { CleanFile } from '#platform/files/intake.ts'
import type { FollowUpId } from './follow.ts'
import type { FileSaid, InitiativeFile, InitiativeFileId, PeopleInPicture } from './initiative-file.ts'
import type { InitiativeId } from './initiative.ts'
import type { InitiativeOwner } from './policy.ts'

/** What stands of an initiative's pictures and documents, in the order they came. */
export async function initiativeFilesOf(
  tx: Tx,
  province: Id<'Unit'>,
  initiative: InitiativeId,
): Promise<InitiativeFile[]> {
  const rows = await tx
    .selectFrom('initiative_file')
    .selectAll()
    .where('province_id', '=', province)
    .where('initiative_id', '=', initiative)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  // The checks of initiative_file hold kind and people to the known words.
  return rows.map((row) => ({
    id: row.id as InitiativeFileId,
    line: row.follow_id as FollowUpId | null,
    sha256: row.sha256,
    name: row.name,
    kind: row.kind as FileKind,
    bytes: row.bytes,
    alt: row.alt,
    caption: row.caption,
    people: row.people as PeopleInPicture,
    consentNote: row.consent_note,
    addedAt: row.added_at,
    by: row.person_name,
  }))
}

export async function insertInitiativeFile(
  tx: Tx,
  of: InitiativeOwner & { initiative: InitiativeId; line: FollowUpId | null },
  file: CleanFile,
  said: FileSaid & { people: PeopleInPicture },
  by: { account: Id<'Account'> | null; name: string; at: Date },
): Promise<InitiativeFileId> {
  const id = newId<'InitiativeFile'>(by.at)
  await tx
    .insertInto('initiative_file')
    .values({
      ...{ province_id: of.province, id, initiative_id: of.initiative, follow_id: of.line, unit_id: of.unit },
      ...{ sha256: file.sha256, name: file.name, kind: file.kind, bytes: file.content.length },
      ...{ alt: said.alt, caption: said.caption, people: said.people, consent_note: said.consentNote },
      ...{ added_at: by.at, account_id: by.account, person_name: by.name },
    })
    .execute()
  return id
}

export async function saveInitiativeFile(
  tx: Tx,
  province: Id<'Unit'>,
  id: InitiativeFileId,
  change: (FileSaid & { people: PeopleInPicture }) | { removedAt: Date },
): Promise<void> {
  await tx
    .updateTable('initiative_file')
    .set(
      'removedAt' in change
        ? { removed_at: change.removedAt }
        : { alt: change.alt, caption: change.caption, people: change.people, consent_note: change.consentNote },
    )
    .where('province_id', '=', province)
    .where('id', '=', id)
    .execute()
}

/** Which of these contents an initiative of any province still names, there or on a public page. */
export async function contentsOfInitiatives(
  db: Db,
  provinces: readonly Id<'Unit'>[],
  names: readonly string[],
): Promise<Set<string>> {
  const kept = new Set<string>()
  if (names.length === 0) return kept
  for (const province of provinces) {
    const rows = await inScope(db, { reach: 'province', province }, (tx) =>
      tx
        .selectFrom('initiative_file')
        .select('sha256')
        .where('province_id', '=', province)
        .where('removed_at', 'is', null)
        .where('sha256', 'in', [...names])
        .union(
          tx
            .selectFrom('library_photo')
            .select('sha256')
            .where('province_id', '=', province)
            .where('sha256', 'in', [...names]),
        )
        .execute(),
    )
    for (const { sha256 } of rows) kept.add(sha256)
  }
  return kept
}
