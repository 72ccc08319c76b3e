import { newId, type Id } from '#kernel/ids.ts'
import { done, forbidden, notFound, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber } from '#kernel/text.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { documentText } from '#platform/files/document-text.ts'
import { putAll } from '#platform/files/arrived.ts'
import { takeIn, type CleanFile } from '#platform/files/intake.ts'
import type { FileStore } from '#platform/files/store.ts'
import { searchText } from '#platform/search-text.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { SheetAnswer } from '#modules/access/sheet-commands.server.ts'
import { lockSheet } from '#modules/access/sheet-rows.server.ts'
import { mayKeepSheets, type Sheet } from '#modules/access/sheet.ts'
import type { DirectiveEntry, LocalDirectiveId } from './directive.ts'
import { filesOf, localDirectives, type DirectiveFile } from './directive-store.server.ts'
import type { DirectiveRefusal } from './labels.ts'

type Done<Value> = SheetAnswer<Value, DirectiveRefusal>

const mostFiles = 5

/**
 * Keeps a file of a document, typed by its content. The content is kept before its row: if the row is not saved, nobody names
 * the content and it is swept.
 */
export async function attachDirectiveFile(
  ctx: Ctx,
  store: FileStore,
  id: LocalDirectiveId,
  given: { name: string; content: Buffer } | null,
): Done<undefined> {
  // Asked before anything is unpacked, so that nobody else can keep this server busy.
  const first = await onDirective(ctx, id, () => Promise.resolve(done()))
  if (!first.ok) return first
  if (given === null) return refused({ code: 'no-file' })
  const intake = await takeIn(given.name, given.content)
  if (!intake.ok) return refused({ code: 'file-problem', name: given.name.slice(0, 120), problem: intake.problem })
  if (holdsPersonalNumber(intake.file.name)) return refused({ code: 'personal-number' })
  const body = searchText(await documentText(intake.file.kind, intake.file.content))
  if (!(await putAll(store, [intake.file]))) return refused({ code: 'no-room' })
  return onDirective(ctx, id, async (tx, directive) => {
    const files = await filesOf(tx, directive, id)
    if (files.some(({ sha256 }) => sha256 === intake.file.sha256)) return done()
    if (files.length >= mostFiles) return refused({ code: 'too-many-files' })
    await insertFile(tx, ctx, directive, intake.file, body)
    await recordOnFile(tx, ctx, id, 'directive-file-attached')
    return done()
  })
}

export async function removeDirectiveFile(ctx: Ctx, id: LocalDirectiveId, file: Id<'DirectiveFile'>): Done<undefined> {
  return onDirective(ctx, id, async (tx, directive) => {
    const files = await filesOf(tx, directive, id)
    if (!files.some((one) => one.id === file)) return notFound()
    const published = await tx
      .selectFrom('directive_publication')
      .select('files')
      .where('province_id', '=', directive.province)
      .where('id', '=', id)
      .where('withdrawn_on', 'is', null)
      .executeTakeFirst()
    // What everybody may download stays until it is withdrawn: files are named in the publication by their id.
    if ((published?.files as unknown as DirectiveFile[] | undefined)?.some((one) => one.id === file))
      return refused({ code: 'still-public' })
    await tx.deleteFrom('directive_file').where('province_id', '=', directive.province).where('id', '=', file).execute()
    await recordOnFile(tx, ctx, id, 'directive-file-removed')
    return done()
  })
}

async function onDirective(
  ctx: Ctx,
  id: LocalDirectiveId,
  work: (tx: Tx, directive: Sheet & DirectiveEntry) => Done<undefined>,
): Done<undefined> {
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const directive = await lockSheet(tx, localDirectives, ctx.actor.province, id)
    if (!directive) return notFound()
    if (!mayKeepSheets(ctx.actor, directive)) return forbidden()
    return directive.voidReason === null ? work(tx, directive) : refused({ code: 'already-void' })
  })
}

async function insertFile(tx: Tx, ctx: Ctx, directive: Sheet, file: CleanFile, body: string): Promise<void> {
  await tx
    .insertInto('directive_file')
    .values({
      ...{ province_id: directive.province, id: newId<'DirectiveFile'>(ctx.now), unit_id: directive.unit },
      ...{ directive_id: directive.id, sha256: file.sha256, name: file.name, kind: file.kind },
      ...{ bytes: file.content.length, body, added_at: ctx.now, account_id: ctx.actor.account },
    })
    .execute()
}

async function recordOnFile(
  tx: Tx,
  ctx: Ctx,
  id: LocalDirectiveId,
  kind: 'directive-file-attached' | 'directive-file-removed',
): Promise<void> {
  const { province, account, unit } = ctx.actor
  await record(tx, { province, account, unit, kind, object: { kind: 'directive', id }, at: ctx.now })
}
