import { sql } from 'kysely'
import type { ImageKind } from '#kernel/file-kind.ts'
import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { InitiativeFileId } from './initiative-file.ts'
import type { Initiative, InitiativeId } from './initiative.ts'
import type { PageContent, PageDraft, PageSaid } from './library.ts'

type Of = { province: Id<'Unit'>; id: InitiativeId }

/** What is prepared for a public page; null before anybody began. */
export async function findDraft(tx: Tx, of: Of): Promise<PageDraft | null> {
  const row = await tx
    .selectFrom('library_draft')
    .select(['said', 'photos', 'version', 'person_name', 'changed_at'])
    .where('province_id', '=', of.province)
    .where('initiative_id', '=', of.id)
    .executeTakeFirst()
  if (!row) return null
  // Written by saveDraft alone.
  const said = row.said as PageSaid
  const photos = row.photos as InitiativeFileId[]
  return { said, photos, version: row.version, by: row.person_name, at: row.changed_at }
}

export async function saveDraft(
  tx: Tx,
  of: Of & { unit: Id<'Unit'> },
  draft: Pick<PageDraft, 'said' | 'photos' | 'version'>,
  by: { actor: Pick<Actor, 'name'> & { account: Actor['account'] | null }; at: Date },
): Promise<void> {
  const written = {
    ...{ said: JSON.stringify(draft.said), photos: [...draft.photos], version: draft.version },
    ...{ changed_at: by.at, account_id: by.actor.account, person_name: by.actor.name },
  }
  await tx
    .insertInto('library_draft')
    .values({ province_id: of.province, initiative_id: of.id, unit_id: of.unit, ...written })
    .onConflict((conflict) => conflict.columns(['province_id', 'initiative_id']).doUpdateSet(written))
    .execute()
}

/** What is written of a page when it is published. */
export type PageWritten = {
  content: PageContent
  field: string
  people: number | null
  years: { from: number; to: number }
  isOutstanding: boolean
  words: string
  likeness: string
}

/** A picture as it goes to the public page: made smaller, with the words it was published with. */
export type PhotoWritten = {
  id: InitiativeFileId
  sha256: string
  name: string
  kind: ImageKind
  bytes: number
  width: number
  height: number
  alt: string
  caption: string
}

/** Puts a page where everybody reads it, in the place of what stood there. */
export async function putPage(tx: Tx, initiative: Initiative, page: PageWritten, at: Date): Promise<void> {
  const { content } = page
  const written = {
    ...{ name: initiative.name, summary: content.summary, holder_kind: content.holderKind, field: page.field },
    ...{ unit_kind: content.unit.kind, people: page.people, year_from: page.years.from, year_to: page.years.to },
    ...{ is_outstanding: page.isOutstanding, content: JSON.stringify(content), likeness: page.likeness },
    ...{ parent_province_id: initiative.parent?.province ?? null, parent_id: initiative.parent?.id ?? null },
    ...{ withdrawn_on: null, withdrawn_notice: null },
  }
  await tx
    .insertInto('library_page')
    .values({
      ...{ province_id: initiative.province, initiative_id: initiative.id, unit_id: initiative.unit },
      ...written,
      ...{ words: sql`${page.words}::tsvector`, published_at: at },
    })
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'initiative_id']).doUpdateSet({
        ...written,
        words: sql`${page.words}::tsvector`,
        published_at: at,
        version: sql`library_page.version + 1`,
      }),
    )
    .execute()
}

export async function putPhotos(tx: Tx, initiative: Initiative, photos: readonly PhotoWritten[]): Promise<void> {
  await dropPhotos(tx, initiative)
  if (photos.length === 0) return
  const { province, id, unit } = initiative
  await tx
    .insertInto('library_photo')
    .values(
      photos.map((photo, index) => ({
        ...{ province_id: province, initiative_id: id, unit_id: unit, position: index + 1 },
        ...photo,
      })),
    )
    .execute()
}

function dropPhotos(tx: Tx, of: Of) {
  return tx
    .deleteFrom('library_photo')
    .where('province_id', '=', of.province)
    .where('initiative_id', '=', of.id)
    .execute()
}

/** Takes a page back: nothing it said stays but the notice. Answers whether it stood. */
export async function withdrawPage(tx: Tx, of: Of, on: LocalDate, notice: string): Promise<boolean> {
  await dropPhotos(tx, of)
  const { numUpdatedRows } = await tx
    .updateTable('library_page')
    .set({
      ...{ name: '', summary: '', likeness: '', content: '{}', words: sql`''::tsvector` },
      ...{ withdrawn_on: on, withdrawn_notice: notice },
      version: sql`version + 1`,
    })
    .where('province_id', '=', of.province)
    .where('initiative_id', '=', of.id)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether everybody sees this picture now. */
export async function isOnPage(tx: Tx, of: Of, photo: InitiativeFileId): Promise<boolean> {
  const row = await tx
    .selectFrom('library_photo')
    .select('id')
    .where('province_id', '=', of.province)
    .where('initiative_id', '=', of.id)
    .where('id', '=', photo)
    .executeTakeFirst()
  return row !== undefined
}
