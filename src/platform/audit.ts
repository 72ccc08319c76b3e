import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '../kernel/ids.ts'
import { inScope, type Db, type Tx } from './database.ts'

/** One thing that was done. Values of personal fields never stand here: their names do. */
export type AuditEntry = {
  province: Id<'Unit'>
  /** null when the system itself did it. */
  account: Id<'Account'> | null
  unit: Id<'Unit'> | null
  /** What was done, in English code words: `report-submitted`, `signed-in`. */
  kind: string
  object: { kind: string; id: string }
  changed?: Record<string, string | number | boolean | null | readonly string[]>
  at: Date
}

const first = Buffer.alloc(32)

/**
 * Writes one row into the province's chain, in the caller's transaction.
 * Call it last: the head stays locked to commit, and the lock order everywhere is object, public clock,
 * figure clock, audit head.
 */
export async function record(tx: Tx, entry: AuditEntry): Promise<void> {
  await recordAll(tx, [entry])
}

// A statement takes so many rows: far from the most parameters that one may have.
const rowsTogether = 500

/**
 * Writes what was done to many things together, in their order. A list of six hundred locks the head for two statements at its
 * end, and not from its first row on: everybody else of the province waits for the head.
 */
export async function recordAll(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  for (const [province, own] of Map.groupBy(entries, (entry) => entry.province)) await append(tx, province, own)
}

async function append(tx: Tx, province: Id<'Unit'>, entries: readonly AuditEntry[]): Promise<void> {
  const head = (await lockedHead(tx, province)) ?? (await firstHead(tx, province))
  let { n, hash } = head
  const rows = entries.map((entry) => {
    n += 1
    const row = {
      province_id: province,
      n,
      at: entry.at,
      account_id: entry.account,
      unit_id: entry.unit,
      kind: entry.kind,
      object_kind: entry.object.kind,
      object_id: entry.object.id,
      changed: JSON.stringify(entry.changed ?? {}),
    }
    const previous = hash
    hash = link(previous, row)
    return { ...row, previous_hash: previous, hash }
  })
  const last = rows.splice(-rowsTogether)
  for (let at = 0; at < rows.length; at += rowsTogether)
    await tx
      .insertInto('audit')
      .values(rows.slice(at, at + rowsTogether))
      .execute()
  await tx
    .with('written', (query) => query.insertInto('audit').values(last))
    .updateTable('audit_head')
    .set({ n, hash })
    .where('province_id', '=', province)
    .execute()
}

function lockedHead(tx: Tx, province: Id<'Unit'>): Promise<{ n: number; hash: Buffer } | undefined> {
  return tx
    .selectFrom('audit_head')
    .select(['n', 'hash'])
    .where('province_id', '=', province)
    .forUpdate()
    .executeTakeFirst()
}

/** Once for each province; when somebody else began its chain a moment ago, theirs is waited for. */
async function firstHead(tx: Tx, province: Id<'Unit'>): Promise<{ n: number; hash: Buffer }> {
  await tx
    .insertInto('audit_head')
    .values({ province_id: province, n: 0, hash: first })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const head = await lockedHead(tx, province)
  if (!head) throw new Error(`The chain of province ${province} has no head`)
  return head
}

type Link = {
  province_id: string
  n: number
  at: Date
  account_id: string | null
  unit_id: string | null
  kind: string
  object_kind: string
  object_id: string
  changed: string
}

/** The hash of a row: SHA-256 over the hash before it and the row's fields in a fixed order. */
function link(previous: Buffer, row: Link): Buffer {
  const fields = [
    row.province_id,
    row.n,
    row.at.toISOString(),
    row.account_id,
    row.unit_id,
    row.kind,
    row.object_kind,
    row.object_id,
  ]
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify([...fields, canonical(JSON.parse(row.changed))]))
    .digest()
}

// jsonb does not keep the order of keys: sort them, or the same row would hash differently when read back.
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => [key, canonical(part)])
}

const rowsAtOnce = 5_000

/**
 * The first link of a province's chain that does not fit, or null when the chain is whole. While people work, call it in a
 * transaction that sees one moment, or a row written meanwhile looks like a break.
 */
export async function firstBrokenLink(tx: Tx, province: Id<'Unit'>): Promise<number | null> {
  let last: { n: number; hash: Buffer } = { n: 0, hash: first }
  // In parts: a province writes millions of rows over the years.
  for (;;) {
    const rows = await rowsAfter(tx, province, last.n)
    for (const row of rows) {
      const expected = link(last.hash, { ...row, changed: JSON.stringify(row.changed) })
      if (row.n !== last.n + 1 || !row.previous_hash.equals(last.hash) || !row.hash.equals(expected)) return last.n + 1
      last = { n: row.n, hash: row.hash }
    }
    if (rows.length < rowsAtOnce) break
  }
  const head = await tx
    .selectFrom('audit_head')
    .select(['n', 'hash'])
    .where('province_id', '=', province)
    .executeTakeFirst()
  const whole = head ? head.n === last.n && head.hash.equals(last.hash) : last.n === 0
  return whole ? null : last.n + 1
}

function rowsAfter(tx: Tx, province: Id<'Unit'>, n: number) {
  return tx
    .selectFrom('audit')
    .selectAll()
    .where('province_id', '=', province)
    .where('n', '>', n)
    .orderBy('n')
    .limit(rowsAtOnce)
    .execute()
}

/** Looks at the whole chain of a province as it stands at this moment. */
export async function verifyChain(db: Db, province: Id<'Unit'>): Promise<{ rows: number } | { brokenAt: number }> {
  return inScope(db, { reach: 'province', province }, async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx)
    const brokenAt = await firstBrokenLink(tx, province)
    if (brokenAt !== null) return { brokenAt }
    const { rows } = await tx
      .selectFrom('audit')
      .select((count) => count.fn.countAll<number>().as('rows'))
      .where('province_id', '=', province)
      .executeTakeFirstOrThrow()
    return { rows }
  })
}
