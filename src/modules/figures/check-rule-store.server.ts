import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { writtenParameters } from './check-rule-reader.ts'
import type { CheckRule } from './check-rule.ts'
import type { RuleVersion } from './kept-rule.ts'

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
