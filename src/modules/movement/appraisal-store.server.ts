import type { Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { RegistrationScope } from './initiative.ts'
import type {
  AppraisalRound,
  AppraisalRoundEntry,
  AppraisalRoundId,
  AppraisalSubject,
  SubjectKind,
  SubjectRef,
} from './appraisal.ts'
import type { AreaKind, ScoredKind, ScoringSetId } from './scoring-set.ts'
import type { ScoreResult } from './scoring.ts'

type Province = Id<'Unit'>

export function rounds(tx: Tx, province: Province) {
  return tx.selectFrom('appraisal_round').selectAll().where('province_id', '=', province)
}

type RoundRow = Awaited<ReturnType<ReturnType<typeof rounds>['execute']>>[number]

export function readRound(row: RoundRow): AppraisalRound {
  return {
    id: row.id as AppraisalRoundId,
    province: row.province_id as Province,
    holder: row.holder_id as Id<'Unit'>,
    title: row.title,
    year: row.year,
    // The table's checks hold these to the known words.
    subjectKind: row.subject_kind as SubjectKind,
    scope: row.scope as RegistrationScope | null,
    set: row.set_id as ScoringSetId,
    setVersion: row.set_version,
    status: row.status as AppraisalRound['status'],
    council: {
      metOn: row.met_on === null ? null : localDate(row.met_on),
      ...{ members: row.members, present: row.present, minutes: row.minutes },
    },
    decision: row.decision,
    decidedOn: row.decided_on === null ? null : localDate(row.decided_on),
    version: row.version,
  }
}

/** Answers whether the round is new; one that stands already is left as it is. */
export async function insertRound(
  tx: Tx,
  round: AppraisalRoundEntry & Pick<AppraisalRound, 'id' | 'province' | 'holder' | 'setVersion'>,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('appraisal_round')
    .values({
      ...{ province_id: round.province, id: round.id, holder_id: round.holder, title: round.title, year: round.year },
      ...{ subject_kind: round.subjectKind, scope: round.scope, set_id: round.set, set_version: round.setVersion },
      ...{ created_at: at, changed_at: at },
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function roundOf(tx: Tx, province: Province, id: AppraisalRoundId): Promise<AppraisalRound | null> {
  const row = await rounds(tx, province).where('id', '=', id).executeTakeFirst()
  return row ? readRound(row) : null
}

// FOR UPDATE: two officers closing or deciding the same round must not both do it.
export async function lockRound(tx: Tx, province: Province, id: AppraisalRoundId): Promise<AppraisalRound | null> {
  const row = await rounds(tx, province).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? readRound(row) : null
}

export async function saveRound(
  tx: Tx,
  round: AppraisalRound,
  change: Partial<Pick<AppraisalRound, 'status' | 'council' | 'decision' | 'decidedOn'>>,
  at: Date,
): Promise<void> {
  const next = { ...round, ...change }
  await tx
    .updateTable('appraisal_round')
    .set({
      ...{ status: next.status, decision: next.decision, decided_on: next.decidedOn },
      ...{ met_on: next.council.metOn, members: next.council.members, present: next.council.present },
      ...{ minutes: next.council.minutes, version: round.version + 1, changed_at: at },
    })
    .where('province_id', '=', round.province)
    .where('id', '=', round.id)
    .execute()
}

export function subjects(tx: Tx, province: Province, round: AppraisalRoundId) {
  return tx
    .selectFrom('appraisal_subject')
    .selectAll()
    .where('province_id', '=', province)
    .where('round_id', '=', round)
}

type SubjectRow = Awaited<ReturnType<ReturnType<typeof subjects>['execute']>>[number]

export function readSubject(row: SubjectRow): AppraisalSubject {
  return {
    round: row.round_id as AppraisalRoundId,
    kind: row.kind as SubjectKind,
    id: row.subject_id as Id<'AppraisalSubject'>,
    unit: row.unit_id as Id<'Unit'>,
    name: row.name,
    scoredKind: row.scored_kind as ScoredKind,
    area: row.area as AreaKind,
    notEligible: row.not_eligible,
    // Written by `saveResult` alone.
    result: row.result as unknown as ScoreResult | null,
    place: row.place,
  }
}

/** Answers how many of them are new in the round. */
export async function insertSubjects(
  tx: Tx,
  province: Province,
  added: readonly AppraisalSubject[],
  at: Date,
): Promise<number> {
  if (added.length === 0) return 0
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('appraisal_subject')
    .values(
      added.map((one) => ({
        ...{ province_id: province, round_id: one.round, kind: one.kind, subject_id: one.id, unit_id: one.unit },
        ...{ name: one.name, scored_kind: one.scoredKind, area: one.area, added_at: at },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0n)
}

// FOR UPDATE: points given while a round is being closed wait here, and then learn that it was.
export async function lockSubject(tx: Tx, province: Province, at: SubjectRef): Promise<AppraisalSubject | null> {
  const row = await subjects(tx, province, at.round)
    .where('kind', '=', at.kind)
    .where('subject_id', '=', at.id)
    .forUpdate()
    .executeTakeFirst()
  return row ? readSubject(row) : null
}

export async function lockSubjects(tx: Tx, round: AppraisalRound): Promise<AppraisalSubject[]> {
  const rows = await subjects(tx, round.province, round.id).orderBy('kind').orderBy('subject_id').forUpdate().execute()
  return rows.map(readSubject)
}

export async function saveSubject(
  tx: Tx,
  province: Province,
  at: SubjectRef,
  change: { not_eligible: string | null } | { area: AreaKind } | { result: string | null; place: number | null },
): Promise<void> {
  await tx
    .updateTable('appraisal_subject')
    .set(change)
    .where('province_id', '=', province)
    .where('round_id', '=', at.round)
    .where('kind', '=', at.kind)
    .where('subject_id', '=', at.id)
    .execute()
}

export async function deleteSubject(tx: Tx, province: Province, at: SubjectRef): Promise<void> {
  for (const table of ['appraisal_appraiser', 'appraisal_subject'] as const)
    await tx
      .deleteFrom(table)
      .where('province_id', '=', province)
      .where('round_id', '=', at.round)
      .where('kind', '=', at.kind)
      .where('subject_id', '=', at.id)
      .execute()
}
