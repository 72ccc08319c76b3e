import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import { record } from '../audit.ts'
import { inScope, type Db, type Tx } from '../database.ts'

/** How long a kind of kept thing stays: one line of db/reference/retention.csv. */
export type RetentionLine = { kind: string; months: number; happens: string; basis: string; verified: boolean }

/** Counts what is older than `before` and, unless only asked, erases it. */
export type Eraser =
  /** Rows of a province, in its own scope and transaction. */
  | { of: 'province'; erase(tx: Tx, province: Id<'Unit'>, before: Date, dryRun: boolean): Promise<number> }
  /** Rows that name their province, kept where `kheo_app` has no right: counted by province, `null` for those that name none. */
  | { of: 'installation'; erase(before: Date, dryRun: boolean): Promise<ReadonlyMap<Id<'Unit'> | null, number>> }

export type Erased = { kind: string; province: Id<'Unit'> | null; count: number }

/**
 * Erases what is past its months, by the table. A kind without an eraser, or an eraser without a kind, is a fault of ours:
 * what should have gone would stay without anybody noticing. Run twice it finds nothing the second time.
 */
export async function eraseExpired(
  db: Db,
  erasers: Readonly<Record<string, Eraser>>,
  now: Date,
  dryRun: boolean,
): Promise<Erased[]> {
  const lines = await retentionLines(db)
  const known = lines.map((line) => line.kind).sort()
  if (String(known) !== String(Object.keys(erasers).sort())) {
    throw new Error(
      `retention.csv says ${known.join(', ')}, the program knows ${Object.keys(erasers).sort().join(', ')}`,
    )
  }
  const erased: Erased[] = []
  for (const { kind, months } of lines) {
    const eraser = erasers[kind]
    const before = monthsBefore(now, months)
    if (eraser?.of === 'province') {
      for (const province of await provincesOf(db)) {
        erased.push({
          kind,
          province,
          count: await eraseIn(db, province, { kind, months, before, now, dryRun }, eraser),
        })
      }
    }
    if (eraser?.of === 'installation') {
      for (const [province, count] of await eraser.erase(before, dryRun)) {
        erased.push({ kind, province, count })
        if (province && count > 0 && !dryRun)
          await inProvince(db, province, (tx) => recordErased(tx, province, { kind, months, count, now }))
      }
    }
  }
  return erased
}

export async function retentionLines(db: Db): Promise<RetentionLine[]> {
  return db.selectFrom('retention').selectAll().orderBy('kind').execute()
}

/** The units that are provinces, in any year: their rows may be old. */
export async function provincesOf(db: Db): Promise<Id<'Unit'>[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct province_id as id from unit_version where unit_id = province_id order by id`.execute(db)
  return rows.map((row) => row.id as Id<'Unit'>)
}

/** The same day so many months ago, or the last of that month where it has no such day. */
export function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now)
  then.setUTCDate(1)
  then.setUTCMonth(then.getUTCMonth() - months)
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(now.getUTCDate(), last))
  return then
}

type Round = { kind: string; months: number; before: Date; now: Date; dryRun: boolean }

async function eraseIn(
  db: Db,
  province: Id<'Unit'>,
  { before, dryRun, ...round }: Round,
  eraser: Extract<Eraser, { of: 'province' }>,
): Promise<number> {
  return inProvince(db, province, async (tx) => {
    const count = await eraser.erase(tx, province, before, dryRun)
    if (count > 0 && !dryRun) await recordErased(tx, province, { ...round, count })
    return count
  })
}

function inProvince<T>(db: Db, province: Id<'Unit'>, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope(db, { reach: 'province', province }, work)
}

/** Counts, never what was erased. */
function recordErased(
  tx: Tx,
  province: Id<'Unit'>,
  { kind, months, count, now }: { kind: string; months: number; count: number; now: Date },
): Promise<void> {
  return record(tx, {
    province,
    account: null,
    unit: null,
    kind: 'expired-erased',
    object: { kind: 'retention', id: kind },
    changed: { months, count },
    at: now,
  })
}
