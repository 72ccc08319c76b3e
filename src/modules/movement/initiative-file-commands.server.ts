import { isImage, type FileLeft } from '#kernel/file-kind.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { putAll, takeAll, type ArrivedFile } from '#platform/files/arrived.ts'
import type { CleanFile } from '#platform/files/intake.ts'
import type { FileStore } from '#platform/files/store.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { FollowUpId } from './follow.ts'
import { mayFollow } from './follow-policy.ts'
import { followUpsOf } from './follow-store.server.ts'
import {
  longestFileWords,
  mostInitiativeFiles,
  type FileSaid,
  type InitiativeFile,
  type InitiativeFileId,
  type PeopleInPicture,
} from './initiative-file.ts'
import type { InitiativeFileRefusal } from './initiative-file-labels.ts'
import { initiativeFilesOf, insertInitiativeFile, saveInitiativeFile } from './initiative-file-store.server.ts'
import type { Initiative, InitiativeId } from './initiative.ts'
import type { LibraryAuditKind } from './library-audit-labels.ts'
import { isOnPage } from './library-store.server.ts'
import { lockInitiative, readInitiative } from './store.server.ts'

type Done<Value> = Promise<Outcome<Value, InitiativeFileRefusal>>

/**
 * Adds pictures and documents to an initiative or to one line of it. What may come in does; what may not is named with its reason.
 * Content is kept before its row: if the row is not saved, nobody names the content and it is swept.
 */
export async function attachInitiativeFiles(
  ctx: Ctx,
  store: FileStore,
  at: { initiative: InitiativeId; line: FollowUpId | null },
  files: readonly ArrivedFile[],
  about: FileSaid,
): Done<{ attached: number; left: FileLeft[] }> {
  // Asked before anything is unpacked, so that nobody else can keep this server busy.
  const first = await onInitiative(ctx, at.initiative, false, async () => done())
  if (!first.ok) return first
  if (files.length === 0) return refused({ code: 'no-file' })
  if (files.length > mostInitiativeFiles) return refused({ code: 'too-many-files' })
  const { taken, left } = await takeAll(files)
  if (taken.length === 0) return refused({ code: 'none-taken', left })
  const said = wordsOf(
    about,
    taken.some((file) => isImage(file.kind)),
  )
  if ('code' in said) return refused(said)
  if (!(await putAll(store, taken))) return refused({ code: 'no-room' })
  return onInitiative(ctx, at.initiative, true, async (tx, owner) => {
    if (at.line !== null && !(await isLineOf(tx, owner, at.line))) return notFound()
    const present = await initiativeFilesOf(tx, owner.province, owner.id)
    const fresh = taken.filter((file) => !present.some((one) => one.sha256 === file.sha256))
    if (present.length + fresh.length > mostInitiativeFiles) return refused({ code: 'too-many-files' })
    const { province, unit } = owner
    const by = { account: ctx.actor.account, name: ctx.actor.name, at: ctx.now }
    for (const file of fresh) await insertInitiativeFile(tx, { province, unit, ...at }, file, ofFile(said, file), by)
    if (fresh.length > 0) await recordFile(tx, ctx, owner.id, 'initiative-files-attached', { files: fresh.length })
    return done({ attached: fresh.length, left })
  })
}

/** Corrects what is said of a picture or document; a public page keeps the words with which it was published. */
export async function describeInitiativeFile(
  ctx: Ctx,
  initiative: InitiativeId,
  id: InitiativeFileId,
  about: FileSaid,
): Done<undefined> {
  return onFile(ctx, initiative, id, async (tx, owner, file) => {
    const said = wordsOf(about, isImage(file.kind))
    if ('code' in said) return refused(said)
    // Somebody says now that people were not asked: such a picture may not stay where everybody sees it.
    if (said.people === 'unasked' && (await isOnPage(tx, owner, id))) return refused({ code: 'on-public-page' })
    await saveInitiativeFile(tx, owner.province, id, said)
    await recordFile(tx, ctx, owner.id, 'initiative-file-described', { file: id, people: said.people })
    return done()
  })
}

/** Takes a picture or document away; not one that everybody sees on the public page. */
export async function removeInitiativeFile(ctx: Ctx, initiative: InitiativeId, id: InitiativeFileId): Done<undefined> {
  return onFile(ctx, initiative, id, async (tx, owner) => {
    if (await isOnPage(tx, owner, id)) return refused({ code: 'on-public-page' })
    await saveInitiativeFile(tx, owner.province, id, { removedAt: ctx.now })
    await recordFile(tx, ctx, owner.id, 'initiative-file-removed', { file: id })
    return done()
  })
}

async function onInitiative<Value>(
  ctx: Ctx,
  id: InitiativeId,
  locked: boolean,
  work: (tx: Tx, owner: Initiative) => Promise<Outcome<Value, InitiativeFileRefusal>>,
): Done<Value> {
  // Before the lock: the transaction of who only reads takes none.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const owner = await (locked ? lockInitiative : readInitiative)(tx, ctx.actor.province, id)
    if (!owner) return notFound()
    return mayFollow(ctx.actor, owner) ? work(tx, owner) : forbidden()
  })
}

function onFile(
  ctx: Ctx,
  initiative: InitiativeId,
  id: InitiativeFileId,
  work: (tx: Tx, owner: Initiative, file: InitiativeFile) => Done<undefined>,
): Done<undefined> {
  return onInitiative(ctx, initiative, true, async (tx, owner) => {
    const file = (await initiativeFilesOf(tx, owner.province, owner.id)).find((one) => one.id === id)
    return file ? work(tx, owner, file) : notFound()
  })
}

async function isLineOf(tx: Tx, owner: Initiative, line: FollowUpId): Promise<boolean> {
  return (await followUpsOf(tx, owner.province, owner.id)).some((one) => one.id === line && one.voidReason === null)
}

type Said = FileSaid & { people: PeopleInPicture }

function wordsOf(about: FileSaid, hasPicture: boolean): Said | InitiativeFileRefusal {
  const [alt = '', caption = '', consentNote = ''] = [about.alt, about.caption, about.consentNote].map((text) =>
    tidy(text).replace(/\s+/g, ' '),
  )
  const isLong = lengthOf(alt) > longestFileWords.alt || lengthOf(caption) > longestFileWords.caption
  if (isLong || lengthOf(consentNote) > longestFileWords.consentNote) return { code: 'words-too-long' }
  if (holdsPersonalNumber(`${alt}\n${caption}\n${consentNote}`)) return { code: 'personal-number' }
  if (hasPicture && alt === '') return { code: 'alt-missing' }
  if (hasPicture && about.people === null) return { code: 'people-not-said' }
  if (about.people === 'consented' && consentNote === '') return { code: 'consent-not-noted' }
  return { alt, caption, consentNote, people: about.people ?? 'none' }
}

/** What was said is said of the pictures; only that somebody was not asked holds for everything beside them. */
function ofFile(said: Said, file: CleanFile): Said {
  if (isImage(file.kind)) return said
  return { ...said, alt: '', ...(said.people === 'consented' ? { people: 'none' as const, consentNote: '' } : {}) }
}

/** Ids and counts only: no name of a file and no word about a picture goes into the audit. */
async function recordFile(
  tx: Tx,
  ctx: Ctx,
  initiative: InitiativeId,
  kind: LibraryAuditKind,
  changed: Record<string, string | number>,
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, {
    province,
    account,
    unit,
    kind,
    object: { kind: 'initiative', id: initiative },
    changed,
    at: ctx.now,
  })
}
