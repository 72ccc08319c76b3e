import { parseCellKey, cellKey } from '#modules/figures/indicator.ts'
import type { Tx } from '#platform/database.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { CitationView, Prose, ProsePart } from './narrative.ts'
import type { Report } from './report.ts'

/** One saving of a section (một lần ghi): the greatest `n` stands. */
export type SectionVersion = { section: string; n: number; prose: Prose; by: string; account: string | null; at: Date }

/** What stands in each section that anybody wrote in, by its code. */
export async function standingProse(
  tx: Tx,
  report: Pick<Report, 'province' | 'id'>,
): Promise<Map<string, SectionVersion>> {
  const rows = await versionRows(tx, report).distinctOn('section').orderBy('section').orderBy('n', 'desc').execute()
  return new Map(rows.map((row) => [row.section, readVersion(row)]))
}

/** Every saving of one section, newest first. */
export async function sectionVersions(
  tx: Tx,
  report: Pick<Report, 'province' | 'id'>,
  section: string,
): Promise<SectionVersion[]> {
  const rows = await versionRows(tx, report).where('section', '=', section).orderBy('n', 'desc').execute()
  return rows.map(readVersion)
}

function versionRows(tx: Tx, report: Pick<Report, 'province' | 'id'>) {
  return tx
    .selectFrom('report_paragraph')
    .select(['section', 'n', 'parts', 'person_name as by', 'account_id as account', 'at'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof versionRows>['execute']>>[number]

/** A part as it is kept: words, or the key of a cell with its view and what it said. */
type KeptPart = string | { cell: string; view: CitationView; said: string }

// The column is written by `saveSection` and by the invented reports, both through `keptParts`.
function readVersion({ parts, ...row }: VersionRow): SectionVersion {
  const prose = (parts as KeptPart[]).map((part): ProsePart =>
    typeof part === 'string' ? { text: part } : { ...part, cell: parseCellKey(part.cell) },
  )
  return { ...row, prose }
}

/** A section as the column keeps it. */
export function keptParts(prose: Prose): KeptPart[] {
  return prose.map((part): KeptPart => ('text' in part ? part.text : { ...part, cell: cellKey(part.cell) }))
}

/** Appends a saving; the caller has locked the report, so that no two take one number. */
export async function saveSection(
  tx: Tx,
  report: Report,
  section: string,
  written: { n: number; prose: Prose; at: Date; actor: Actor },
): Promise<void> {
  await tx
    .insertInto('report_paragraph')
    .values({
      province_id: report.province,
      report_id: report.id,
      section,
      n: written.n,
      unit_id: report.unit,
      parts: JSON.stringify(keptParts(written.prose)),
      account_id: written.actor.account,
      person_name: written.actor.name,
      at: written.at,
    })
    .execute()
}
