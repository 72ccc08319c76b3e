import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { CheckRule, RuleKind } from './check-rule.ts'
import { missingOf, readCheckRule, writtenParameters } from './check-rule-reader.ts'
import { standingOf, type KeptRule, type RuleVersion } from './kept-rule.ts'

/** The rules that a report whose period ends on a day is checked by: of the house and of the province, those that are on. */
export async function rulesInForce(tx: Tx, province: UnitId, day: LocalDate): Promise<CheckRule[]> {
  return (await keptRules(tx, province, day))
    .map(standingOf)
    .filter(({ isOn }) => isOn)
    .map(({ rule }) => rule)
}

/** Every rule of a province with its versions: the house's in their order, then its own. */
export async function keptRules(tx: Tx, province: UnitId, day: LocalDate): Promise<KeptRule[]> {
  const house = await tx
    .selectFrom('check_rule')
    .selectAll()
    .where(sql<boolean>`valid @> ${day}::date`)
    .orderBy('position')
    .execute()
  const written = await tx
    .selectFrom('check_rule_version')
    .selectAll()
    .where('province_id', '=', province)
    .orderBy('key')
    .orderBy('version')
    .execute()
  const byKey = Map.groupBy(written, ({ key }) => key)
  const ofHouse = house.map((row): KeptRule => {
    const of = { id: row.rule, kind: row.kind, missing: row.missing }
    return {
      ...{ key: row.key, name: row.name, isFixed: row.is_fixed, source: row.source },
      house: readCheckRule({ ...of, ...row }),
      certainty: row.certainty as KeptRule['certainty'],
      versions: (byKey.get(row.key) ?? []).map((version) => readVersion(version, of)),
    }
  })
  const own = [...byKey].flatMap(([key, versions]): KeptRule[] => {
    const last = versions.at(-1)
    if (last?.origin !== 'own' || last.kind === null) return []
    const of = { id: key, kind: last.kind, missing: missingOf(last.kind as RuleKind) }
    const ours = { house: null, isFixed: false, source: '', certainty: 'own' as const }
    return [{ key, name: last.name ?? key, ...ours, versions: versions.map((version) => readVersion(version, of)) }]
  })
  return [...ofHouse, ...own]
}

type VersionRow = {
  version: number
  origin: string
  is_on: boolean
  severity: string | null
  parameters: unknown
  cause: string
  remedy: string
  reason: string
  account_id: string | null
  at: Date
}

function readVersion(row: VersionRow, of: { id: string; kind: string; missing: string }): RuleVersion {
  const { severity, parameters, cause, remedy } = row
  return {
    ...{ version: row.version, isOn: row.is_on, reason: row.reason, at: row.at },
    origin: row.origin as RuleVersion['origin'],
    rule: severity === null ? null : readCheckRule({ ...of, severity, parameters, cause, remedy }),
    account: row.account_id as Id<'Account'> | null,
  }
}

/** A version to be written: the next of its key. */
export type NewVersion = {
  province: UnitId
  key: string
  version: number
  origin: RuleVersion['origin']
  name: string | null
  isOn: boolean
  rule: CheckRule | null
  reason: string
  account: Id<'Account'> | null
  at: Date
}

// The number of the version is the lock: nothing here is ever changed, and who comes second waits for the first, then finds
// the number taken and is told so.
/** Writes a version; false where another one took its number first: two people who changed the same rule at once. */
export async function insertRuleVersion(tx: Tx, given: NewVersion): Promise<boolean> {
  const { rule, account } = given
  const inserted = await tx
    .insertInto('check_rule_version')
    .values({
      ...{ province_id: given.province, key: given.key, version: given.version, origin: given.origin },
      ...{ name: given.name, kind: given.origin === 'own' ? (rule?.kind ?? null) : null, is_on: given.isOn },
      severity: rule?.severity ?? null,
      parameters: rule ? JSON.stringify(writtenParameters(rule)) : null,
      ...{ cause: rule?.words?.cause ?? '', remedy: rule?.words?.remedy ?? '' },
      ...{ reason: given.reason, account_id: account, at: given.at },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}
