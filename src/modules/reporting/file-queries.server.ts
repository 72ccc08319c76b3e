import { parseId } from '#kernel/ids.ts'
import { done, forbidden, notFound, type Outcome } from '#kernel/outcome.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import type { FileKind } from '#kernel/file-kind.ts'
import type { FileStore } from '#platform/files/store.ts'
import { provincesRead, scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { unitWithin } from '#modules/territory/queries.server.ts'
import { filesOf, newestCopyNumber } from './file-store.server.ts'
import { isOpenForEntry } from './lifecycle.ts'
import { mayEnter, mayEnterNow, mayRead, standingsOf } from './policy.ts'
import { filesNow, filesOfCopy, mayChooseIn, type ReportFile, type ReportFileId } from './report-file.ts'
import type { Report, ReportId } from './report.ts'
import { findReportIn } from './store.server.ts'

/** The files of one report as its reader may see them: live while its own unit works on it, else those of the newest copy. */
export type ReportFilesPage = {
  report: Report
  unitName: string
  files: ReportFile[]
  /** False while the unit has never submitted: then a reviewer sees nothing, and is told so. */
  isThere: boolean
  mayEnter: boolean
  /** A leader of the unit, before publication. */
  mayChoose: boolean
}

export async function reportFilesPage(ctx: Ctx, id: ReportId): Promise<Outcome<ReportFilesPage>> {
  return inScope(ctx.db, scopeOf(ctx.actor), async (tx) => {
    const report = await findReportIn(tx, provincesRead(ctx.actor), id)
    if (!report) return notFound()
    if (!mayRead(ctx.actor, report)) return forbidden()
    const unit = await unitWithin(tx, report.unit, report.period)
    const isEntered = report.origin === 'entered'
    const seen = await filesSeen(tx, ctx, report)
    return done({
      report,
      unitName: unit?.name ?? '',
      files: seen ?? [],
      isThere: seen !== null,
      mayEnter: isEntered && mayEnterNow(ctx.actor, report, report.status),
      mayChoose: isEntered && standingsOf(ctx.actor, report).includes('own-leader') && mayChooseIn(report.status),
    })
  })
}

async function filesSeen(tx: Tx, ctx: Ctx, report: Report): Promise<ReportFile[] | null> {
  const files = await filesOf(tx, report)
  if (mayEnter(ctx.actor, report) && isOpenForEntry(report.status)) return filesNow(files)
  const copy = await newestCopyNumber(tx, report)
  return copy === 0 ? null : filesOfCopy(files, copy)
}

/** A file ready to be saved by its reader. */
export type FileToSave = { name: string; kind: FileKind; content: Buffer }

/** One file of a report, to those who may read it there. */
export async function reportFile(
  ctx: Ctx,
  store: FileStore,
  id: ReportId,
  fileId: ReportFileId,
): Promise<Outcome<FileToSave>> {
  const page = await reportFilesPage(ctx, id)
  if (!page.ok) return page
  const file = page.value.files.find((one) => one.id === fileId)
  return file ? done(await contentOf(store, file)) : notFound()
}

/** What everybody may download beside a published report. */
export type PublishedFile = { id: string; name: string; kind: FileKind; bytes: number; caption: string }

export async function publicReportFiles(db: Db, unitCode: string, idText: string): Promise<PublishedFile[]> {
  const rows = await publishedRows(db, unitCode, idText)
  return rows.map(({ id, name, kind, bytes, caption }) => ({ id, name, kind: kind as FileKind, bytes, caption }))
}

export async function publishedFile(
  db: Db,
  store: FileStore,
  unitCode: string,
  address: { report: string; file: string },
): Promise<FileToSave | null> {
  const rows = await publishedRows(db, unitCode, address.report)
  const row = rows.find((one) => one.id === parseId<'ReportFile'>(address.file))
  return row ? contentOf(store, row) : null
}

async function publishedRows(db: Db, unitCode: string, idText: string) {
  const id = parseId<'Report'>(idText)
  if (!id || !/^[a-z0-9-]+$/.test(unitCode)) return []
  return inScope(db, { reach: 'public' }, (tx) =>
    tx
      .selectFrom('publication_file as file')
      .innerJoin('unit', 'unit.id', 'file.unit_id')
      .select(['file.id', 'file.name', 'file.kind', 'file.bytes', 'file.caption', 'file.sha256'])
      .where('file.report_id', '=', id)
      .where('unit.code', '=', unitCode)
      .orderBy('file.position')
      .execute(),
  )
}

async function contentOf(store: FileStore, file: { name: string; kind: string; sha256: string }): Promise<FileToSave> {
  const content = await store.get(file.sha256)
  if (!content) throw new Error(`The content ${file.sha256} of a file is gone`)
  // The check of report_file holds the kind to the known words.
  return { name: file.name, kind: file.kind as FileKind, content }
}
