import { isImage, type FileLeft } from '#kernel/file-kind.ts'
import { done, forbidden, notFound, refused, type Outcome } from '#kernel/outcome.ts'
import { holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import { inScope, type Tx } from '#platform/database.ts'
import { putAll, takeAll, type ArrivedFile } from '#platform/files/arrived.ts'
import type { CleanFile } from '#platform/files/intake.ts'
import type { FileStore } from '#platform/files/store.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { readsOnly } from '#modules/access/policy.ts'
import type { ReportingAuditKind } from './audit-labels.ts'
import type { FileRefusal } from './file-labels.ts'
import { dropFile, filesOf, insertFile, newestCopyNumber, replaceFile, updateFile } from './file-store.server.ts'
import { isOpenForEntry } from './lifecycle.ts'
import { recordMove } from './on-report.server.ts'
import { mayEnter, mayRead, standingsOf } from './policy.ts'
import {
  filesNow,
  longestCaption,
  mayChooseIn,
  mostFiles,
  type PeopleSeen,
  type ReportFile,
  type ReportFileId,
} from './report-file.ts'
import type { Report, ReportId } from './report.ts'
import { findReport, lockReport, touch } from './store.server.ts'

type Done<Value> = Promise<Outcome<Value, FileRefusal>>

/** What the officer says of the files; `people` is null where nothing was said. */
export type FileAbout = { caption: string; people: PeopleSeen | null }

/**
 * Attaches files to a report that is open for entry. What may come in does; what may not is named with its reason. Content is
 * kept before its row: if the row is not saved, nobody names the content and it is swept.
 */
export async function attachFiles(
  ctx: Ctx,
  store: FileStore,
  id: ReportId,
  files: readonly ArrivedFile[],
  about: FileAbout,
): Done<{ attached: number; left: FileLeft[] }> {
  // Asked before anything is unpacked, so that nobody else can keep this server busy.
  const first = await onReport(ctx, id, mayEnter, false, async (_, report) => openOrRefused(report))
  if (!first.ok) return first
  if (files.length === 0) return refused({ code: 'no-file' })
  if (files.length > mostFiles) return refused({ code: 'too-many-files' })
  const caption = readCaption(about.caption)
  if (typeof caption !== 'string') return refused(caption)
  const { taken, left } = await takeAll(files)
  if (taken.length === 0) return refused({ code: 'none-taken', left })
  const people = about.people ?? (taken.some((file) => isImage(file.kind)) ? null : 'none')
  if (people === null) return refused({ code: 'people-not-said' })
  if (!(await putAll(store, taken))) return refused({ code: 'no-room' })
  return onReport(ctx, id, mayEnter, true, async (tx, report) => {
    const open = openOrRefused(report)
    if (!open.ok) return open
    const present = filesNow(await filesOf(tx, report))
    const fresh = taken.filter((file) => !present.some((one) => one.sha256 === file.sha256))
    if (present.length + fresh.length > mostFiles) return refused({ code: 'too-many-files' })
    const ids: string[] = []
    for (const file of fresh)
      ids.push(
        await insertFile(tx, report, file, { caption, people: seenIn(file, people), at: ctx.now, actor: ctx.actor }),
      )
    if (ids.length > 0) await saved(tx, ctx, report, 'files-attached', { files: ids })
    return done({ attached: ids.length, left })
  })
}

/**
 * Corrects what is said of a file. Whatever was chosen for the public page has to be chosen again. A copy that was submitted
 * keeps the words it was submitted with (docs/adr/0013).
 */
export async function describeFile(
  ctx: Ctx,
  id: ReportId,
  fileId: ReportFileId,
  about: { caption: string; people: PeopleSeen },
): Done<undefined> {
  return onFile(ctx, id, fileId, mayEnter, async (tx, report, file) => {
    const open = openOrRefused(report)
    if (!open.ok) return open
    const caption = readCaption(about.caption)
    if (typeof caption !== 'string') return refused(caption)
    if (caption === file.caption && about.people === file.people) return done()
    const said = { caption, people: about.people }
    if (file.firstCopy === null) await updateFile(tx, report, fileId, { ...said, isPublic: false })
    else await replaceFile(tx, report, file, said)
    await saved(tx, ctx, report, 'file-described', { file: fileId, people: about.people })
    return done()
  })
}

/** Takes a file away while the report is open; a copy that was submitted with it keeps it. */
export async function removeFile(ctx: Ctx, id: ReportId, fileId: ReportFileId): Done<undefined> {
  return onFile(ctx, id, fileId, mayEnter, async (tx, report, file) => {
    const open = openOrRefused(report)
    if (!open.ok) return open
    await dropFile(tx, report, file, await newestCopyNumber(tx, report))
    await saved(tx, ctx, report, 'file-removed', { file: fileId })
    return done()
  })
}

/** A leader of the unit chooses a file for the public page, or takes the choice back, until the report is published. */
export async function chooseFilePublic(
  ctx: Ctx,
  id: ReportId,
  fileId: ReportFileId,
  isPublic: boolean,
): Done<undefined> {
  return onFile(ctx, id, fileId, mayRead, async (tx, report, file) => {
    if (!standingsOf(ctx.actor, report).includes('own-leader')) return forbidden()
    if (!mayChooseIn(report.status)) return refused({ code: 'already-published' })
    if (isPublic && file.people === 'unasked') return refused({ code: 'people-unasked' })
    if (file.isPublic === isPublic) return done()
    await updateFile(tx, report, fileId, { isPublic })
    await saved(tx, ctx, report, isPublic ? 'file-chosen-public' : 'file-kept-internal', { file: fileId })
    return done()
  })
}

type InReport<Value> = (tx: Tx, report: Report) => Promise<Outcome<Value, FileRefusal>>

/** Lock, ask: the start of every command on the files of one report. */
async function onReport<Value>(
  ctx: Ctx,
  id: ReportId,
  may: typeof mayRead,
  locked: boolean,
  work: InReport<Value>,
): Done<Value> {
  // Before the lock: an auditor's transaction may not even lock.
  if (readsOnly(ctx.actor)) return forbidden()
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const report = await (locked ? lockReport : findReport)(tx, ctx.actor.province, id)
    if (!report) return notFound()
    return may(ctx.actor, report) && report.origin === 'entered' ? work(tx, report) : forbidden()
  })
}

async function onFile(
  ctx: Ctx,
  id: ReportId,
  fileId: ReportFileId,
  may: typeof mayRead,
  work: (tx: Tx, report: Report, file: ReportFile) => Promise<Outcome<undefined, FileRefusal>>,
): Done<undefined> {
  return onReport(ctx, id, may, true, async (tx, report) => {
    const file = filesNow(await filesOf(tx, report)).find((one) => one.id === fileId)
    return file ? work(tx, report, file) : notFound()
  })
}

function openOrRefused(report: Report): Outcome<undefined, FileRefusal> {
  return isOpenForEntry(report.status) ? done() : refused({ code: 'not-open-for-entry', status: report.status })
}

function readCaption(text: string): string | FileRefusal {
  const caption = tidy(text).replace(/\s+/g, ' ')
  if (lengthOf(caption) > longestCaption) return { code: 'caption-too-long' }
  return holdsPersonalNumber(caption) ? { code: 'personal-number' } : caption
}

/** What was said is said of the pictures; only that somebody was not asked holds for everything beside them. */
function seenIn(file: CleanFile, people: PeopleSeen): PeopleSeen {
  return isImage(file.kind) || people === 'unasked' ? people : 'none'
}

/** Touched, because the reviewer and the leader decide on what stands now; no name and no caption goes into the audit. */
async function saved(
  tx: Tx,
  ctx: Ctx,
  report: Report,
  kind: ReportingAuditKind,
  changed: Record<string, string | readonly string[]>,
): Promise<void> {
  await touch(tx, report, ctx.now)
  await recordMove(tx, ctx, report, kind, changed)
}
