import type { Tx } from '#platform/database.ts'
import type { Actor } from '#modules/access/actor.ts'
import { isAmendmentLive, type Amendment, type AmendmentMove, type AmendmentStatus } from './amendment.ts'
import type { Report } from './report.ts'

type AmendmentRow = {
  n: number
  status: string
  reason: string
  version: number
  base_copy: number
  copy: number | null
  at: Date
  changed_at: Date
}

const columns = ['n', 'status', 'reason', 'version', 'base_copy', 'copy', 'at', 'changed_at'] as const

// The check of amendment holds the status to the known words.
function readAmendment(row: AmendmentRow): Amendment {
  const { n, reason, version, copy, at } = row
  return {
    ...{ n, reason, version, copy, at },
    status: row.status as AmendmentStatus,
    baseCopy: row.base_copy,
    changedAt: row.changed_at,
  }
}

/** Every amendment of a report, the newest first; those that came to nothing among them. */
export async function amendmentsIn(tx: Tx, report: Pick<Report, 'province' | 'id'>): Promise<Amendment[]> {
  const rows = await tx
    .selectFrom('amendment')
    .select(columns)
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .orderBy('n', 'desc')
    .execute()
  return rows.map(readAmendment)
}

export function liveOne(amendments: readonly Amendment[]): Amendment | null {
  return amendments.find(({ status }) => isAmendmentLive(status)) ?? null
}

type Step = { move: AmendmentMove | 'open' | 'ask'; to: AmendmentStatus; note: string; at: Date; actor: Actor }

/** Opens an amendment under the next number. The caller has locked the report and seen that none is under way. */
export async function insertAmendment(
  tx: Tx,
  report: Report,
  begun: { n: number; baseCopy: number; reason: string },
  step: Step,
): Promise<void> {
  await tx
    .insertInto('amendment')
    .values({
      province_id: report.province,
      report_id: report.id,
      n: begun.n,
      unit_id: report.unit,
      status: step.to,
      reason: begun.reason,
      base_copy: begun.baseCopy,
      at: step.at,
      changed_at: step.at,
    })
    .execute()
  await saveEvent(tx, report, { n: begun.n, version: 0 }, step)
}

/** Moves an amendment and writes the line of its history; `copy` when its acceptance made one. */
export async function saveAmendmentMove(
  tx: Tx,
  report: Report,
  amendment: Amendment,
  step: Step,
  copy: number | null = null,
): Promise<void> {
  await tx
    .updateTable('amendment')
    .set({ status: step.to, version: amendment.version + 1, changed_at: step.at, copy })
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('n', '=', amendment.n)
    .execute()
  await saveEvent(tx, report, amendment, step)
}

async function saveEvent(
  tx: Tx,
  report: Report,
  { n, version }: Pick<Amendment, 'n' | 'version'>,
  step: Step,
): Promise<void> {
  await tx
    .insertInto('amendment_event')
    .values({
      province_id: report.province,
      report_id: report.id,
      n,
      // The version rises with every step, so it numbers them.
      step: version + 1,
      unit_id: report.unit,
      move: step.move,
      to_status: step.to,
      note: step.note,
      at: step.at,
      account_id: step.actor.account,
      person_name: step.actor.name,
    })
    .execute()
}

/** Something in an amendment was typed: the next form must be made from what stands now. */
export async function touchAmendment(tx: Tx, report: Report, amendment: Amendment, at: Date): Promise<void> {
  await tx
    .updateTable('amendment')
    .set({ version: amendment.version + 1, changed_at: at })
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('n', '=', amendment.n)
    .execute()
}

export type AmendmentEvent = { n: number; move: Step['move']; note: string; at: Date; by: string }

/** What happened to the amendments of a report, the newest first. */
export async function amendmentEvents(tx: Tx, report: Pick<Report, 'province' | 'id'>): Promise<AmendmentEvent[]> {
  const rows = await tx
    .selectFrom('amendment_event')
    .select(['n', 'move', 'note', 'at', 'person_name as by'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .orderBy('n', 'desc')
    .orderBy('step', 'desc')
    .execute()
  // Written by saveEvent and by nothing else.
  return rows.map((row) => ({ ...row, move: row.move as Step['move'] }))
}
