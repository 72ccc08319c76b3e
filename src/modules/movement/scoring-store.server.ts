import type { Id } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { PatternCertainty } from './scoring-labels.ts'
import type { AreaKind, ScoredKind, ScoringLine, ScoringSetHead, ScoringSetId } from './scoring-set.ts'

type Province = Id<'Unit'>

/** One version of a province's set as it is kept (bản của bộ tiêu chí). */
export type ScoringSetVersion = ScoringSetHead & {
  set: ScoringSetId
  version: number
  lines: readonly ScoringLine[]
  reason: string
  account: Id<'Account'> | null
  at: Date
}

/** A published set to copy from (bộ có sẵn). */
export type ScoringPattern = ScoringSetHead & {
  code: string
  certainty: PatternCertainty
  lines: readonly ScoringLine[]
}

/** FOR UPDATE: two officers saving the same set must not both believe that theirs stands. */
export async function lockScoringSet(
  tx: Tx,
  province: Province,
  id: ScoringSetId,
): Promise<{ newest: number; revision: number } | null> {
  const row = await tx
    .selectFrom('scoring_set')
    .select(['newest', 'revision'])
    .where('province_id', '=', province)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** Answers whether the set is new; one that stands already is left as it is. */
export async function insertScoringSet(
  tx: Tx,
  province: Province,
  id: ScoringSetId,
  name: string,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scoring_set')
    .values({ province_id: province, id, name, created_at: at, changed_at: at })
    .onConflict((conflict) => conflict.columns(['province_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function writeVersion(tx: Tx, province: Province, version: ScoringSetVersion): Promise<void> {
  const words = {
    ...{ name: version.name, issuer: version.issuer, valid_from: version.validFrom, valid_to: version.validTo },
    ...{ applies_to: [...version.appliesTo], source: version.source, note: version.note, reason: version.reason },
    ...{ lines: JSON.stringify(version.lines), account_id: version.account, at: version.at },
  }
  await tx
    .insertInto('scoring_set_version')
    .values({ province_id: province, set_id: version.set, version: version.version, ...words })
    .onConflict((conflict) => conflict.columns(['province_id', 'set_id', 'version']).doUpdateSet(words))
    .execute()
}

export async function saveScoringSet(
  tx: Tx,
  province: Province,
  id: ScoringSetId,
  change: { name: string; newest: number; revision: number },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('scoring_set')
    .set({ ...change, changed_at: at })
    .where('province_id', '=', province)
    .where('id', '=', id)
    .execute()
}

/**
 * FOR UPDATE, which a round that is just being opened by this version holds back through its key: afterwards `isUsed` knows of it.
 */
export async function lockVersion(tx: Tx, province: Province, id: ScoringSetId, version: number): Promise<void> {
  await versions(tx, province).where('set_id', '=', id).where('version', '=', version).forUpdate().execute()
}

/** Whether somebody scores by this version: then it is never written again. */
export async function isUsed(tx: Tx, province: Province, id: ScoringSetId, version: number): Promise<boolean> {
  const row = await tx
    .selectFrom('appraisal_round')
    .select('id')
    .where('province_id', '=', province)
    .where('set_id', '=', id)
    .where('set_version', '=', version)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function versionOf(
  tx: Tx,
  province: Province,
  id: ScoringSetId,
  version: number,
): Promise<ScoringSetVersion | null> {
  const row = await versions(tx, province).where('set_id', '=', id).where('version', '=', version).executeTakeFirst()
  return row ? readVersion(row) : null
}

/** All versions of a set, newest first; without a set the newest of every one. */
export async function versionsOf(tx: Tx, province: Province, id: ScoringSetId | null): Promise<ScoringSetVersion[]> {
  const found = versions(tx, province)
  const rows =
    id === null
      ? await found.distinctOn('set_id').orderBy('set_id').orderBy('version', 'desc').execute()
      : await found.where('set_id', '=', id).orderBy('version', 'desc').execute()
  return rows.map(readVersion)
}

function versions(tx: Tx, province: Province) {
  return tx.selectFrom('scoring_set_version').selectAll().where('province_id', '=', province)
}

function readVersion(row: Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number]): ScoringSetVersion {
  return {
    set: row.set_id as ScoringSetId,
    version: row.version,
    ...readHead(row),
    // Written by `writeVersion` alone, after `readScoringLines` had read them.
    lines: row.lines as unknown as ScoringLine[],
    reason: row.reason,
    account: row.account_id as Id<'Account'> | null,
    at: row.at,
  }
}

type HeadRow = {
  name: string
  issuer: string
  valid_from: string
  valid_to: string | null
  applies_to: string[]
  source: string
  note: string
}

function readHead(row: HeadRow): ScoringSetHead {
  const until: LocalDate | null = row.valid_to === null ? null : localDate(row.valid_to)
  return {
    ...{ name: row.name, issuer: row.issuer, validFrom: localDate(row.valid_from), validTo: until },
    // The tables' checks hold these to the known words.
    appliesTo: row.applies_to as ScoredKind[],
    ...{ source: row.source, note: row.note },
  }
}

/** The published sets, the ones that were read first. */
export async function patternsOf(tx: Tx, code: string | null = null): Promise<ScoringPattern[]> {
  const all = tx.selectFrom('scoring_pattern').selectAll()
  const rows = await (code === null ? all : all.where('code', '=', code)).orderBy('certainty').orderBy('code').execute()
  if (rows.length === 0) return []
  const lines = await tx
    .selectFrom('scoring_pattern_line')
    .selectAll()
    .where(
      'pattern_code',
      'in',
      rows.map((row) => row.code),
    )
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    ...readHead(row),
    certainty: row.certainty as PatternCertainty,
    lines: lines
      .filter((line) => line.pattern_code === row.code)
      .map((line): ScoringLine => ({
        kind: line.kind as ScoringLine['kind'],
        ...{ name: line.name, points: line.points, levels: line.levels, part: line.part as ScoringLine['part'] },
        ...{ passes: line.passes, area: line.area as AreaKind | null, evidence: line.evidence, note: line.note },
      })),
  }))
}
