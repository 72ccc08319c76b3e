import type { Id } from '#kernel/ids.ts'
import { inScope } from '#platform/database.ts'
import type { Access } from './access.server.ts'
import { openAccount } from './administration.server.ts'
import { exampleAccounts, examplePassword } from './example.ts'
import { setSecondFactor } from './identity.server.ts'
import { updateAccount } from './store.server.ts'
import { codeOfStep, fromBase32, stepAt } from './totp.server.ts'

/**
 * Opens the example accounts whose unit exists, each with its printed password and an enrolled second factor.
 * Called at every start: those that stand already only become fresh again, or they would be off after 45 days.
 */
export async function createExampleAccounts(access: Access, now: Date): Promise<{ opened: string[] }> {
  const opened: string[] = []
  for (const example of exampleAccounts) {
    const unit = await access.db
      .selectFrom('unit')
      .innerJoin('unit_version', 'unit_version.unit_id', 'unit.id')
      .select(['unit.id', 'unit_version.province_id'])
      .where('unit.code', '=', example.unitCode)
      .executeTakeFirst()
    if (!unit) continue
    const province = unit.province_id as Id<'Unit'>
    await inScope(access.db, { reach: 'province', province }, async (tx) => {
      const standing = await tx
        .selectFrom('account')
        .select('id')
        .where('province_id', '=', province)
        .where('sign_in_name', '=', example.signInName)
        .executeTakeFirst()
      if (standing) {
        return updateAccount(tx, { province, id: standing.id as Id<'Account'> }, { last_active_at: now })
      }
      const answer = await openAccount(
        access,
        tx,
        {
          signInName: example.signInName,
          displayName: example.name,
          kind: example.duty,
          unit: unit.id as Id<'Unit'>,
          province,
          password: examplePassword,
        },
        { actor: null, now },
      )
      if (!answer.ok) throw new Error(`Example account ${example.signInName} could not be opened.`)
      opened.push(example.signInName)
    })
    if (opened.includes(example.signInName)) await enrolExample(access, example)
  }
  return { opened }
}

async function enrolExample(access: Access, example: { signInName: string; secret: string }): Promise<void> {
  const user = await access.identity.authDb
    .selectFrom('user')
    .select('id')
    .where('username', '=', example.signInName)
    .executeTakeFirstOrThrow()
  await setSecondFactor(access.identity, user.id, example.secret)
}

/** The six digits an example account needs now; null for a name that is not an example. */
export function exampleCode(signInName: string, now: Date): string | null {
  const found = exampleAccounts.find((example) => example.signInName === signInName)
  return found ? codeOfStep(fromBase32(found.secret), stepAt(now)) : null
}
