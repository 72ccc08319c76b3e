import type { Id } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { codeAfter, type Formula, type FormulaEntry, type FormulaVersion } from './formula.ts'

type FormulaRow = {
  province_id: string
  code: string
  version: number
  retired_from: string | null
  retire_reason: string | null
}

type VersionRow = {
  code: string
  version: number
  name: string
  expression: string
  unit_of_count: string
  reason: string
  valid_from: string
  account_id: string | null
  at: Date
}

function readVersion(row: VersionRow): FormulaVersion {
  return {
    version: row.version,
    name: row.name,
    text: row.expression,
    unitOfCount: row.unit_of_count,
    reason: row.reason,
    validFrom: localDate(row.valid_from),
    account: row.account_id as Id<'Account'> | null,
    at: row.at,
  }
}

function readFormula(row: FormulaRow, versions: readonly VersionRow[]): Formula {
  const { retired_from: from, retire_reason: reason } = row
  return {
    province: row.province_id as UnitId,
    code: row.code,
    version: row.version,
    retired: from === null ? null : { from: localDate(from), reason: reason ?? '' },
    versions: versions.map(readVersion),
  }
}

/** Every formula a province ever had, in the order of their codes. */
export async function formulasOf(tx: Tx, province: UnitId): Promise<Formula[]> {
  const rows = await tx
    .selectFrom('formula')
    .select(['province_id', 'code', 'version', 'retired_from', 'retire_reason'])
    .where('province_id', '=', province)
    .orderBy('code')
    .execute()
  if (rows.length === 0) return []
  const versions = await tx
    .selectFrom('formula_version')
    .select(['code', 'version', 'name', 'expression', 'unit_of_count', 'reason', 'valid_from', 'account_id', 'at'])
    .where('province_id', '=', province)
    .orderBy('code')
    .orderBy('version')
    .execute()
  const byCode = Map.groupBy(versions, ({ code }) => code)
  return rows.map((row) => readFormula(row, byCode.get(row.code) ?? []))
}

// FOR UPDATE, all of a province in one order: formulas use each other, and two officers who each saw a formula of the other
// before it was saved could close a circle, or give two of them one name.
export async function lockFormulas(tx: Tx, province: UnitId): Promise<void> {
  await tx
    .selectFrom('formula')
    .select('code')
    .where('province_id', '=', province)
    .orderBy('code')
    .forUpdate()
    .execute()
}

type Writing = { province: UnitId; entry: FormulaEntry; unitOfCount: string; account: Id<'Account'> | null; at: Date }

const mostTries = 20

/** Gives the next code of the province; null where another formula in use is already called so. */
export async function insertFormula(tx: Tx, writing: Writing): Promise<string | null> {
  const { province, entry, at } = writing
  // Two officers at once: the second waits for the first to commit, finds the code taken, and goes on to the next.
  for (let tried = 0; tried < mostTries; tried += 1) {
    const known = await tx
      .selectFrom('formula')
      .select(['code', 'name', 'retired_from'])
      .where('province_id', '=', province)
      .execute()
    if (known.some(({ name, retired_from }) => retired_from === null && isSameName(name, entry.name))) return null
    const code = codeAfter(known.map((row) => row.code))
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('formula')
      .values({ province_id: province, code, name: entry.name, changed_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) {
      await insertVersion(tx, writing, { code, version: 1 })
      return code
    }
  }
  throw new Error('No code was free for a formula')
}

export function isSameName(one: string, other: string): boolean {
  return one.toLocaleLowerCase('vi') === other.toLocaleLowerCase('vi')
}

/** Adds a version; the earlier ones stay as they are. */
export async function addVersion(tx: Tx, formula: Formula, writing: Writing): Promise<void> {
  const version = formula.version + 1
  await tx
    .updateTable('formula')
    .set({ version, name: writing.entry.name, changed_at: writing.at })
    .where('province_id', '=', formula.province)
    .where('code', '=', formula.code)
    .execute()
  await insertVersion(tx, writing, { code: formula.code, version })
}

async function insertVersion(tx: Tx, writing: Writing, of: { code: string; version: number }): Promise<void> {
  const { province, entry, unitOfCount, account, at } = writing
  await tx
    .insertInto('formula_version')
    .values({
      ...{ province_id: province, ...of, name: entry.name, expression: entry.text, unit_of_count: unitOfCount },
      ...{ reason: entry.reason, valid_from: entry.validFrom, account_id: account, at },
    })
    .execute()
}

export async function saveRetirement(
  tx: Tx,
  { province, code }: Formula,
  retired: { from: LocalDate; reason: string },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('formula')
    .set({ retired_from: retired.from, retire_reason: retired.reason, changed_at: at })
    .where('province_id', '=', province)
    .where('code', '=', code)
    .execute()
}
