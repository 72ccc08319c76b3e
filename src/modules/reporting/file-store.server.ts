import { sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'
import type { CleanFile } from '#platform/files/intake.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { PeopleSeen, ReportFile, ReportFileId } from './report-file.ts'
import type { Report } from './report.ts'

/** Every file a report has or had in a copy, in the order it came. */
export async function filesOf(tx: Tx, report: Report): Promise<ReportFile[]> {
  const rows = await tx
    .selectFrom('report_file')
    .selectAll()
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .orderBy('added_at')
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('id')
    .execute()
  // The checks of report_file hold people to the known words.
  return rows.map((row) => ({
    id: row.id as ReportFileId,
    sha256: row.sha256,
    name: row.name,
    kind: row.kind,
    bytes: row.bytes,
    caption: row.caption,
    people: row.people as PeopleSeen,
    isPublic: row.is_public,
    firstCopy: row.first_copy,
    lastCopy: row.last_copy,
    addedAt: row.added_at,
    by: row.person_name,
  }))
}

export async function insertFile(
  tx: Tx,
  report: Report,
  file: CleanFile,
  about: { caption: string; people: PeopleSeen; at: Date; actor: Actor },
): Promise<ReportFileId> {
  const id = newId<'ReportFile'>(about.at)
  await tx
    .insertInto('report_file')
    .values({
      province_id: report.province,
      id,
      report_id: report.id,
      unit_id: report.unit,
      sha256: file.sha256,
      name: file.name,
      kind: file.kind,
      bytes: file.content.length,
      caption: about.caption,
      people: about.people,
      added_at: about.at,
      account_id: about.actor.account,
      person_name: about.actor.name,
    })
    .execute()
  return id
}

export async function updateFile(
  tx: Tx,
  report: Report,
  id: ReportFileId,
  to: { caption?: string; people?: PeopleSeen; isPublic: boolean },
): Promise<void> {
  await tx
    .updateTable('report_file')
    .set({
      is_public: to.isPublic,
      ...(to.caption === undefined ? {} : { caption: to.caption }),
      ...(to.people === undefined ? {} : { people: to.people }),
    })
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('id', '=', id)
    .execute()
}

/** Takes a file away: for good where nobody has read it, else from now on, so that the submitted copies stay whole. */
export async function dropFile(tx: Tx, report: Report, file: ReportFile, newest: number): Promise<void> {
  if (file.firstCopy === null) {
    await tx
      .deleteFrom('report_file')
      .where('province_id', '=', report.province)
      .where('report_id', '=', report.id)
      .where('id', '=', file.id)
      .execute()
    return
  }
  await tx
    .updateTable('report_file')
    .set({ last_copy: newest, is_public: false })
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('id', '=', file.id)
    .execute()
}

/** Says something else of a submitted file: its copies keep the old row, the draft has a new one of the same content and giver. */
export async function replaceFile(
  tx: Tx,
  report: Report,
  file: ReportFile,
  said: { caption: string; people: PeopleSeen },
): Promise<void> {
  await tx
    .insertInto('report_file')
    .columns([...keptColumns, 'id', 'caption', 'people'])
    .expression((from) =>
      from
        .selectFrom('report_file')
        .select(keptColumns)
        .select([
          sql<string>`${newId()}::uuid`.as('id'),
          sql<string>`${said.caption}::text`.as('caption'),
          sql<string>`${said.people}::text`.as('people'),
        ])
        .where('province_id', '=', report.province)
        .where('report_id', '=', report.id)
        .where('id', '=', file.id),
    )
    .execute()
  await dropFile(tx, report, file, await newestCopyNumber(tx, report))
}

const keptColumns = [
  ...(['province_id', 'report_id', 'unit_id', 'sha256', 'name', 'kind', 'bytes'] as const),
  ...(['added_at', 'account_id', 'person_name'] as const),
] as const

/** The number of the newest submitted copy, 0 before the first. */
export async function newestCopyNumber(tx: Tx, report: Report): Promise<number> {
  const row = await tx
    .selectFrom('report_copy')
    .select(sql<number>`coalesce(max(n), 0)`.as('n'))
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** The files that are attached now stand in the copy that was just made. */
export async function keepFilesWithCopy(tx: Tx, report: Report): Promise<void> {
  await tx
    .updateTable('report_file')
    .set({ first_copy: await newestCopyNumber(tx, report) })
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('first_copy', 'is', null)
    .execute()
}

/** What a leader chose goes beside the publication, where everybody may read it. */
export async function publishFiles(tx: Tx, report: Report): Promise<void> {
  const chosen = (await filesOf(tx, report)).filter((file) => file.isPublic && file.lastCopy === null)
  if (chosen.length === 0) return
  await tx
    .insertInto('publication_file')
    .values(
      chosen.map((file, index) => ({
        province_id: report.province,
        id: file.id,
        report_id: report.id,
        unit_id: report.unit,
        position: index + 1,
        sha256: file.sha256,
        name: file.name,
        kind: file.kind,
        bytes: file.bytes,
        caption: file.caption,
      })),
    )
    .execute()
}
