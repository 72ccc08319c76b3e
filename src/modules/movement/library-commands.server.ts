import { createHash } from 'node:crypto'
import { isImage } from '#kernel/file-kind.ts'
import { dayInVietnam } from '#kernel/local-date.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { putAll } from '#platform/files/arrived.ts'
import { shownImage } from '#platform/files/image.ts'
import type { FileStore } from '#platform/files/store.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import { mayPreparePage, mayPublishPage } from './follow-policy.ts'
import { mayBePublic, type InitiativeFile, type InitiativeFileId } from './initiative-file.ts'
import { initiativeFilesOf } from './initiative-file-store.server.ts'
import type { Initiative, InitiativeId } from './initiative.ts'
import type { LibraryAuditKind } from './library-audit-labels.ts'
import type { LibraryRefusal } from './library-labels.ts'
import { findDraft, putPage, putPhotos, saveDraft, withdrawPage, type PhotoWritten } from './library-store.server.ts'
import { writtenPage } from './library-writing.server.ts'
import { mostPhotos, type PageDraft, type PageSaid } from './library.ts'
import type { InitiativeOwner } from './policy.ts'
import { lockInitiative, readInitiative } from './store.server.ts'

type Done<Value> = Promise<Outcome<Value, LibraryRefusal>>

/** Keeps what is written for the public page; nobody outside sees it. `version` is the draft's that the officer had, 0 for none. */
export async function preparePage(
  ctx: Ctx,
  id: InitiativeId,
  version: number,
  said: PageSaid,
  photos: readonly InitiativeFileId[],
): Done<number> {
  return onInitiative(ctx, id, mayPreparePage, async (tx, initiative) => {
    const draft = await findDraft(tx, initiative)
    if ((draft?.version ?? 0) !== version) return refused({ code: 'changed-meanwhile' })
    const no = numberIn(said) ?? photosRefusal(await initiativeFilesOf(tx, initiative.province, id), photos)
    if (no) return refused(no)
    const by = { actor: ctx.actor, at: ctx.now }
    await saveDraft(tx, initiative, { said, photos: [...new Set(photos)], version: version + 1 }, by)
    await recordPage(tx, ctx, id, 'library-page-prepared', { photos: photos.length })
    return done(version + 1)
  })
}

/**
 * A leader of the unit or the province publishes what was prepared, as it stood before them. The pictures are made smaller before
 * anything is locked: nobody waits for them.
 */
export async function publishPage(ctx: Ctx, store: FileStore, id: InitiativeId, version: number): Done<undefined> {
  const ready = await onInitiative(
    ctx,
    id,
    mayPublishPage,
    (tx, initiative) => readyToPublish(tx, initiative, version),
    false,
  )
  if (!ready.ok) return ready
  const drawn = await shown(ready.value, store)
  if (
    !(await putAll(
      store,
      drawn.map(({ photo, content }) => ({ sha256: photo.sha256, content })),
    ))
  )
    return refused({ code: 'no-room' })
  return onInitiative(ctx, id, mayPublishPage, async (tx, initiative) => {
    // Asked again: between the two somebody may have written, or a year may have been taken back.
    const still = await readyToPublish(tx, initiative, version)
    if (!still.ok) return still
    const draft = await findDraft(tx, initiative)
    const page = draft && (await writtenPage(tx, initiative, draft.said, dayInVietnam(ctx.now)))
    if (!page) return refused({ code: 'not-in-list-yet' })
    await putPage(tx, initiative, page, ctx.now)
    await putPhotos(
      tx,
      initiative,
      drawn.map(({ photo }) => photo),
    )
    await markPublicChange(tx, initiative.province)
    await recordPage(tx, ctx, id, 'library-page-published', { photos: drawn.length })
    return done()
  })
}

/** Takes the public page back at once; the notice stays at its address. */
export async function withdrawLibraryPage(ctx: Ctx, id: InitiativeId, notice: string): Done<undefined> {
  return onInitiative(ctx, id, mayPublishPage, async (tx, initiative) => {
    if (notice === '') return refused({ code: 'notice-missing' })
    if (holdsPersonalNumber(notice)) return refused({ code: 'personal-number', field: 'notice' })
    if (!(await withdrawPage(tx, initiative, dayInVietnam(ctx.now), notice))) return refused({ code: 'not-published' })
    await markPublicChange(tx, initiative.province)
    await recordPage(tx, ctx, id, 'library-page-withdrawn', {})
    return done()
  })
}

async function onInitiative<Value>(
  ctx: Ctx,
  id: InitiativeId,
  may: (actor: Actor, owner: InitiativeOwner) => boolean,
  work: (tx: Tx, initiative: Initiative) => Done<Value>,
  locked = true,
): Done<Value> {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const initiative = await (locked ? lockInitiative : readInitiative)(tx, ctx.actor.province, id)
    if (!initiative) return notFound()
    return may(ctx.actor, initiative) ? work(tx, initiative) : forbidden()
  })
}

/** The pictures to be published, in their order; or why nothing can be yet. */
async function readyToPublish(tx: Tx, initiative: Initiative, version: number): Done<InitiativeFile[]> {
  const draft = await findDraft(tx, initiative)
  if (!draft) return refused({ code: 'nothing-prepared' })
  if (draft.version !== version) return refused({ code: 'changed-meanwhile' })
  const no = missingIn(initiative, draft)
  if (no) return refused(no)
  const files = await initiativeFilesOf(tx, initiative.province, initiative.id)
  const wrong = photosRefusal(files, draft.photos)
  if (wrong) return refused(wrong)
  return done(draft.photos.flatMap((photo) => files.find((file) => file.id === photo) ?? []))
}

function missingIn(initiative: Initiative, { said }: PageDraft): LibraryRefusal | null {
  if (said.summary === '') return { code: 'summary-missing' }
  if (said.story === '') return { code: 'story-missing' }
  return initiative.holderKind === 'individual' && said.consentNote === '' ? { code: 'consent-missing' } : null
}

function numberIn(said: PageSaid): LibraryRefusal | null {
  const field = Object.entries(said).find(([, text]) => holdsPersonalNumber(text))?.[0]
  return field === undefined ? null : { code: 'personal-number', field }
}

function photosRefusal(files: readonly InitiativeFile[], chosen: readonly InitiativeFileId[]): LibraryRefusal | null {
  if (new Set(chosen).size > mostPhotos) return { code: 'too-many-photos' }
  const isGood = (id: InitiativeFileId): boolean =>
    files.some((file) => file.id === id && isImage(file.kind) && mayBePublic(file))
  return chosen.every(isGood) ? null : { code: 'photo-not-public' }
}

type ShownPhoto = { photo: PhotoWritten; content: Buffer }

/** One after the other: an unpacked picture is large, and the server has other readers. */
async function shown(files: readonly InitiativeFile[], store: FileStore): Promise<ShownPhoto[]> {
  const photos: ShownPhoto[] = []
  for (const { id, kind, name, alt, caption, sha256: kept } of files) {
    if (!isImage(kind)) continue
    const whole = await store.get(kept)
    if (!whole) throw new Error(`The content ${kept} of a picture is gone`)
    const { content, width, height } = await shownImage(whole, kind)
    const sha256 = createHash('sha256').update(content).digest('hex')
    photos.push({ photo: { id, sha256, name, kind, bytes: content.length, width, height, alt, caption }, content })
  }
  return photos
}

async function recordPage(
  tx: Tx,
  ctx: Ctx,
  id: InitiativeId,
  kind: LibraryAuditKind,
  changed: Record<string, number>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'initiative', id }, changed, at: ctx.now })
}
