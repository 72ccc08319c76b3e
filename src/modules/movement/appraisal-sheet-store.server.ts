import { newId, type Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'
import type { AppraisalSheet, SheetPart, StandingMark, SubjectKind, SubjectRef } from './appraisal.ts'
import { storedPoints, type Points } from './scoring-points.ts'

type Province = Id<'Unit'>
type Owner = SubjectRef & { province: Province; unit: Id<'Unit'> }

/** A sheet with the subject it is of. */
export type SheetOfSubject = AppraisalSheet & { kind: SubjectKind; subject: Id<'AppraisalSubject'> }

/** The sheets of a round, or of one subject of it, with the points that stand on them. */
export async function sheetsOf(
  tx: Tx,
  province: Province,
  at: Pick<SubjectRef, 'round'> | SubjectRef,
): Promise<SheetOfSubject[]> {
  let asked = tx
    .selectFrom('appraisal_sheet')
    .selectAll()
    .where('province_id', '=', province)
    .where('round_id', '=', at.round)
  if ('id' in at) asked = asked.where('kind', '=', at.kind).where('subject_id', '=', at.id)
  const rows = await asked.orderBy('id').execute()
  const marks = await marksOf(
    tx,
    province,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id as Id<'AppraisalSheet'>,
    kind: row.kind as SubjectKind,
    subject: row.subject_id as Id<'AppraisalSubject'>,
    part: row.part as SheetPart,
    account: row.account_id as Id<'Account'> | null,
    isHandedIn: row.status === 'handed-in',
    wasHandedIn: row.was_handed_in,
    marks: marks.get(row.id) ?? new Map<string, StandingMark>(),
  }))
}

async function marksOf(
  tx: Tx,
  province: Province,
  sheets: readonly string[],
): Promise<Map<string, Map<string, StandingMark>>> {
  if (sheets.length === 0) return new Map()
  const rows = await tx
    .selectFrom('appraisal_mark')
    .select(['sheet_id', 'criterion', 'hundredths', 'note'])
    .where('province_id', '=', province)
    .where('sheet_id', 'in', sheets)
    .execute()
  const bySheet = Map.groupBy(rows, (row) => row.sheet_id)
  return new Map(
    [...bySheet].map(([sheet, own]) => [
      sheet,
      new Map(own.map((row) => [row.criterion, { points: storedPoints(row.hundredths), note: row.note }])),
    ]),
  )
}

/** Opens a sheet where there is none; the subject is locked, so two that come together open one. */
export async function openSheet(
  tx: Tx,
  owner: Owner,
  part: SheetPart,
  account: Id<'Account'> | null,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('appraisal_sheet')
    .values({
      ...{ province_id: owner.province, id: newId(at), round_id: owner.round, kind: owner.kind },
      ...{ subject_id: owner.id, unit_id: owner.unit, part, account_id: account },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function handInSheet(tx: Tx, province: Province, sheet: Id<'AppraisalSheet'>, at: Date): Promise<void> {
  await tx
    .updateTable('appraisal_sheet')
    .set({ status: 'handed-in', was_handed_in: true, handed_in_at: at })
    .where('province_id', '=', province)
    .where('id', '=', sheet)
    .execute()
}

export async function reopenSheet(tx: Tx, province: Province, sheet: Id<'AppraisalSheet'>): Promise<void> {
  await tx
    .updateTable('appraisal_sheet')
    .set({ status: 'open', handed_in_at: null })
    .where('province_id', '=', province)
    .where('id', '=', sheet)
    .execute()
}

/** Writes the points that now stand for a criterion, or takes them away, and keeps the number before with its reason. */
export async function saveMark(
  tx: Tx,
  owner: Owner & { sheet: Id<'AppraisalSheet'> },
  mark: { criterion: string; from: Points | null; to: Points | null; note: string },
  by: { account: Id<'Account'> | null; reason: string; at: Date },
): Promise<void> {
  const key = { province_id: owner.province, sheet_id: owner.sheet, criterion: mark.criterion }
  if (mark.to === null)
    await tx
      .deleteFrom('appraisal_mark')
      .where('province_id', '=', owner.province)
      .where('sheet_id', '=', owner.sheet)
      .where('criterion', '=', mark.criterion)
      .execute()
  else {
    const standing = { hundredths: mark.to as number, note: mark.note }
    await tx
      .insertInto('appraisal_mark')
      .values({ ...key, unit_id: owner.unit, ...standing })
      .onConflict((conflict) =>
        conflict
          .columns(['province_id', 'sheet_id', 'criterion'])
          .doUpdateSet((row) => ({ ...standing, version: row('appraisal_mark.version', '+', 1) })),
      )
      .execute()
  }
  if (mark.from === mark.to) return
  await tx
    .insertInto('appraisal_mark_change')
    .values({
      ...{ ...key, id: newId(by.at), unit_id: owner.unit, from_hundredths: mark.from, to_hundredths: mark.to },
      ...{ reason: by.reason, account_id: by.account, at: by.at },
    })
    .execute()
}

/** The appraisers of the subjects of a round, or of one of them. */
export async function appraisersOf(
  tx: Tx,
  province: Province,
  at: Pick<SubjectRef, 'round'> | SubjectRef,
): Promise<{ subject: Id<'AppraisalSubject'>; account: Id<'Account'> }[]> {
  let asked = tx
    .selectFrom('appraisal_appraiser')
    .select(['subject_id', 'account_id'])
    .where('province_id', '=', province)
    .where('round_id', '=', at.round)
  if ('id' in at) asked = asked.where('kind', '=', at.kind).where('subject_id', '=', at.id)
  const rows = await asked.orderBy('assigned_at').orderBy('account_id').execute()
  return rows.map((row) => ({
    subject: row.subject_id as Id<'AppraisalSubject'>,
    account: row.account_id as Id<'Account'>,
  }))
}

export async function assign(tx: Tx, owner: Owner, account: Id<'Account'>, at: Date): Promise<void> {
  await tx
    .insertInto('appraisal_appraiser')
    .values({
      ...{ province_id: owner.province, round_id: owner.round, kind: owner.kind, subject_id: owner.id },
      ...{ unit_id: owner.unit, account_id: account, assigned_at: at },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function unassign(tx: Tx, owner: Owner, account: Id<'Account'>): Promise<void> {
  await tx
    .deleteFrom('appraisal_appraiser')
    .where('province_id', '=', owner.province)
    .where('round_id', '=', owner.round)
    .where('kind', '=', owner.kind)
    .where('subject_id', '=', owner.id)
    .where('account_id', '=', account)
    .execute()
}

/** Who wrote on the unit's own sheet of a subject: they may not appraise it. */
export async function selfScorers(tx: Tx, province: Province, at: SubjectRef): Promise<Id<'Account'>[]> {
  const rows = await tx
    .selectFrom('appraisal_mark_change as change')
    .innerJoin('appraisal_sheet as sheet', (join) =>
      join.onRef('sheet.province_id', '=', 'change.province_id').onRef('sheet.id', '=', 'change.sheet_id'),
    )
    .select('change.account_id')
    .distinct()
    .where('sheet.province_id', '=', province)
    .where('sheet.round_id', '=', at.round)
    .where('sheet.kind', '=', at.kind)
    .where('sheet.subject_id', '=', at.id)
    .where('sheet.part', '=', 'self')
    .execute()
  return rows.flatMap((row) => (row.account_id === null ? [] : [row.account_id as Id<'Account'>]))
}
