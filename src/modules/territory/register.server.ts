import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { addDays, localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { EventKind, LawfulAggregation, LegalAct, SuccessionLink, TerritorialEvent } from './event.ts'
import { placedVersions, type PlacedUnit } from './placed.ts'
import { registerOf, type Register } from './register.ts'
import { statedOver } from './stated.ts'
import { statedDivisions } from './stated-queries.server.ts'
import type { RegisterVersion, Tree, UnitId, UnitKind, UnitLevel } from './unit.ts'

/** The one register of this process. `key` says of which state of the database it is. */
let kept: { key: string; register: Register } | null = null
let loading: { key: string; register: Promise<Register> } | null = null

/**
 * The register as the database stands now, never older: one small query asks whether units, events or reference files changed
 * since it was read. Whoever changes units moves `territory_clock` first (docs/adr/0031).
 */
export async function currentRegister(tx: Tx): Promise<Register> {
  const { key, hasWritten } = await stateOf(tx)
  if (kept?.key === key) return kept.register
  // What a transaction wrote may still be rolled back: what it reads is for itself alone.
  if (hasWritten) return loadRegister(tx)
  if (loading?.key === key) return loading.register.catch(() => loadRegister(tx))
  const register = loadRegister(tx)
  loading = { key, register }
  try {
    kept = { key, register: await register }
    return kept.register
  } finally {
    if (loading?.register === register) loading = null
  }
}

/** Forgets the register, as a process that has just begun: for measuring and tests. */
export function forgetRegister(): void {
  kept = null
}

async function stateOf(tx: Tx): Promise<{ key: string; hasWritten: boolean }> {
  // xmin beside n: a number that was rolled back and given again by another transaction is another state.
  const { rows } = await sql<{ key: string; has_written: boolean }>`
    select current_database() || ' ' || n || ' ' || xmin || ' ' || coalesce(
        (select md5(string_agg(file || sha256 || at, ' ' order by file)) from reference_load), '') as key,
      pg_current_xact_id_if_assigned() is not null as has_written
    from territory_clock`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('territory_clock has lost its row')
  return { key: row.key, hasWritten: row.has_written }
}

/** Reads everything, whatever is kept. */
export async function loadRegister(tx: Tx): Promise<Register> {
  const before = await stateOf(tx)
  const versions = await readVersions(tx)
  const rows = {
    begins: await beginning(tx),
    versions: [...versions, ...placedVersions(versions, await readPlaces(tx))],
    events: await readEvents(tx),
    links: statedOver(await readLinks(tx), await statedDivisions(tx)),
    acts: await readActs(tx),
  }
  // Somebody committed between two of these queries: they may not fit together.
  return (await stateOf(tx)).key === before.key ? registerOf(rows) : loadRegister(tx)
}

async function beginning(tx: Tx): Promise<LocalDate> {
  const row = await tx.selectFrom('register_start').select('begins_on').executeTakeFirst()
  return row ? localDate(row.begins_on) : localDate('1900-01-01')
}

async function readVersions(tx: Tx): Promise<RegisterVersion[]> {
  const rows = await tx
    .selectFrom('unit_version as version')
    .innerJoin('unit', 'unit.id', 'version.unit_id')
    .select([
      'version.unit_id',
      'version.tree',
      'unit.code',
      'version.name',
      'version.kind',
      'version.level',
      'version.parent_id',
      'version.province_id',
      'version.official_code',
      'version.until_is_known',
      'version.act_number',
      'version.act_article',
      sql<string | null>`lower(version.valid)`.as('from'),
      sql<string | null>`upper(version.valid)`.as('before'),
    ])
    .execute()
  // Thirty thousand rows share a few dozen days, acts and parents: read once, and one text each.
  const shared = new Map<string, string>()
  const once = <T extends string>(text: string, read: (text: string) => T): T => {
    const known = shared.get(text)
    if (known !== undefined) return known as T
    const made = read(text)
    shared.set(text, made)
    return made
  }
  const same = <T extends string>(text: string): T => once(text, (one) => one as T)
  const sameOrNull = <T extends string>(text: string | null): T | null => (text === null ? null : same<T>(text))
  const lastDays = new Map<string, LocalDate>()
  const dayBefore = (text: string): LocalDate => {
    const day = lastDays.get(text) ?? addDays(localDate(text), -1)
    lastDays.set(text, day)
    return day
  }
  // The checks of unit_version hold tree, kind and level to the known words.
  return rows.map((row) => ({
    unit: same<UnitId>(row.unit_id),
    code: row.code,
    name: row.name,
    kind: same<UnitKind>(row.kind),
    level: same<UnitLevel>(row.level),
    parent: sameOrNull<UnitId>(row.parent_id),
    province: same<UnitId>(row.province_id),
    from: row.from === null ? null : once(row.from, localDate),
    until: row.before === null ? null : dayBefore(row.before),
    tree: same<Tree>(row.tree),
    officialCode: row.official_code,
    untilIsKnown: row.until_is_known,
    act: sameOrNull(row.act_number),
    article: sameOrNull(row.act_article),
  }))
}

/** What provinces said of the Party's and the Front's tree; slips of the pen never held. */
async function readPlaces(tx: Tx): Promise<PlacedUnit[]> {
  const rows = await tx
    .selectFrom('tree_membership')
    .select(['member_id', 'tree', 'parent_id', 'from_day', 'until_day'])
    .where('void_reason', 'is', null)
    .execute()
  // The check of tree_membership holds tree to the known words.
  return rows.map((row) => ({
    member: row.member_id as UnitId,
    tree: row.tree as PlacedUnit['tree'],
    parent: row.parent_id as UnitId,
    from: localDate(row.from_day),
    until: row.until_day === null ? null : localDate(row.until_day),
  }))
}

async function readEvents(tx: Tx): Promise<TerritorialEvent[]> {
  const rows = await tx
    .selectFrom('territorial_event')
    .select(['id', 'kind', 'happened_on', 'act_number', 'act_article', 'aggregation', 'note'])
    .execute()
  // The checks of territorial_event hold kind and aggregation to the known words.
  return rows.map((row) => ({
    id: row.id as Id<'TerritorialEvent'>,
    kind: row.kind as EventKind,
    on: localDate(row.happened_on),
    act: row.act_number,
    article: row.act_article,
    aggregation: row.aggregation as LawfulAggregation,
    note: row.note,
  }))
}

async function readLinks(tx: Tx): Promise<SuccessionLink[]> {
  const rows = await tx.selectFrom('territorial_link').selectAll().execute()
  // The check of territorial_link holds extent to the known words.
  return rows.map((row) => ({
    event: row.event_id as Id<'TerritorialEvent'>,
    from: row.from_unit_id as UnitId,
    to: row.to_unit_id as UnitId,
    extent: row.extent as SuccessionLink['extent'],
    share: row.share_ppm,
    backShare: row.back_share_ppm,
    shareSource: row.share_source,
  }))
}

async function readActs(tx: Tx): Promise<LegalAct[]> {
  const rows = await tx.selectFrom('legal_act').selectAll().execute()
  return rows.map((row) => ({
    number: row.number,
    issuedOn: row.issued_on === null ? null : localDate(row.issued_on),
    inForceOn: row.in_force_on === null ? null : localDate(row.in_force_on),
    issuer: row.issuer,
    title: row.title,
    source: row.source,
    isVerified: row.is_verified,
  }))
}
