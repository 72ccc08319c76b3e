import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'
import type { Actor } from '#modules/access/actor.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import {
  isAmendmentLive,
  type AmendedCell,
  type Amendment,
  type AmendmentMove,
  type AmendmentStatus,
} from './amendment.ts'
import type { Explanation, Report } from './report.ts'

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

export type AmendmentEvent = { n: number; move: string; note: string; at: Date; by: string }

/** What happened to the amendments of a report, the newest first. */
export async function amendmentEvents(tx: Tx, report: Pick<Report, 'province' | 'id'>): Promise<AmendmentEvent[]> {
  return tx
    .selectFrom('amendment_event')
    .select(['n', 'move', 'note', 'at', 'person_name as by'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .orderBy('n', 'desc')
    .orderBy('step', 'desc')
    .execute()
}

/** What an amendment says of each cell it touches, by cell key. */
export async function amendedCells(
  tx: Tx,
  report: Pick<Report, 'province' | 'id'>,
  n: number,
): Promise<Map<string, AmendedCell>> {
  const rows = await tx
    .selectFrom('amendment_cell as cell')
    .innerJoin('indicator_version as indicator', 'indicator.id', 'cell.indicator_version')
    .select([
      ...(['indicator.indicator_code as code', 'cell.dimension', 'cell.raw', 'cell.note', 'cell.why'] as const),
      ...(['cell.person_name as by', 'cell.account_id as account', 'cell.at'] as const),
    ])
    .where('cell.province_id', '=', report.province)
    .where('cell.report_id', '=', report.id)
    .where('cell.n', '=', n)
    .execute()
  return new Map(
    rows.map(({ code, dimension, account, ...said }) => [
      cellKey({ code, dimension }),
      { cell: { code, dimension }, ...said, account: account as Id<'Account'> | null },
    ]),
  )
}

/** Writes what a cell is to say; null lets it say what was accepted. */
export async function saveAmendedCell(
  tx: Tx,
  report: Report,
  n: number,
  cell: { indicator: string; dimension: string },
  said: { raw: string; note: string; why: string; at: Date; actor: Actor } | null,
): Promise<void> {
  if (said === null) {
    await tx
      .deleteFrom('amendment_cell')
      .where('province_id', '=', report.province)
      .where('report_id', '=', report.id)
      .where('n', '=', n)
      .where('indicator_version', '=', cell.indicator)
      .where('dimension', '=', cell.dimension)
      .execute()
    return
  }
  const { raw, note, why, at, actor } = said
  const changing = { raw, note, why, at, account_id: actor.account, person_name: actor.name }
  await tx
    .insertInto('amendment_cell')
    .values({
      province_id: report.province,
      report_id: report.id,
      n,
      indicator_version: cell.indicator,
      dimension: cell.dimension,
      unit_id: report.unit,
      ...changing,
    })
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'report_id', 'n', 'indicator_version', 'dimension']).doUpdateSet(changing),
    )
    .execute()
}

/** What was explained about the amended numbers, by the key of the finding. */
export async function amendedExplanations(
  tx: Tx,
  report: Pick<Report, 'province' | 'id'>,
  n: number,
): Promise<Map<string, Explanation>> {
  const rows = await tx
    .selectFrom('amendment_explanation')
    .select(['rule', 'text', 'about', 'person_name as by'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where('n', '=', n)
    .execute()
  return new Map(rows.map(({ rule, ...given }) => [rule, given]))
}

export async function saveAmendedExplanation(
  tx: Tx,
  report: Report,
  n: number,
  finding: { key: string; about: string },
  said: { text: string; at: Date; actor: Actor },
): Promise<void> {
  const changing = {
    text: said.text,
    about: finding.about,
    at: said.at,
    account_id: said.actor.account,
    person_name: said.actor.name,
  }
  await tx
    .insertInto('amendment_explanation')
    .values({
      province_id: report.province,
      report_id: report.id,
      n,
      rule: finding.key,
      unit_id: report.unit,
      ...changing,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'report_id', 'n', 'rule']).doUpdateSet(changing))
    .execute()
}

/** Once it is accepted, what was explained about the amended numbers stands with the report. */
export async function takeExplanations(tx: Tx, report: Report, n: number): Promise<void> {
  const kept = [
    'province_id',
    'report_id',
    'rule',
    'unit_id',
    'text',
    'about',
    'account_id',
    'person_name',
    'at',
  ] as const
  await tx
    .insertInto('report_explanation')
    .columns([...kept])
    .expression((from) =>
      from
        .selectFrom('amendment_explanation')
        .select([...kept])
        .where('province_id', '=', report.province)
        .where('report_id', '=', report.id)
        .where('n', '=', n),
    )
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'report_id', 'rule']).doUpdateSet((eb) => ({
        text: eb.ref('excluded.text'),
        about: eb.ref('excluded.about'),
        account_id: eb.ref('excluded.account_id'),
        person_name: eb.ref('excluded.person_name'),
        at: eb.ref('excluded.at'),
      })),
    )
    .execute()
}
