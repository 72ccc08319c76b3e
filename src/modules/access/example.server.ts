import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database.ts'
import type { Access } from './access.server.ts'
import { openAccount, whileOpening } from './administration.server.ts'
import { exampleAccounts, examplePassword, type ExampleAccount } from './example.ts'
import { setSecondFactor } from './identity.server.ts'
import { updateAccount } from './store.server.ts'
import { codeOfStep, fromBase32, stepAt } from './totp.server.ts'

/**
 * Opens the example accounts whose unit exists, each with its printed password and an enrolled second factor.
 * Called at every start: those that stand already only become fresh again, or they would be off after 45 days; and what a
 * start that was killed left undone is done now.
 */
export async function createExampleAccounts(access: Access, now: Date): Promise<{ opened: string[] }> {
  // Side by side: a password takes a tenth of a second of one core to hash.
  const answers = await Promise.all(
    exampleAccounts.map(async (example) => ((await ensureExample(access, example, now)) ? [example.signInName] : [])),
  )
  return { opened: answers.flat() }
}

/** Answers whether the account had to be opened. */
async function ensureExample(access: Access, example: ExampleAccount, now: Date): Promise<boolean> {
  const unit = await access.db
    .selectFrom('unit')
    .innerJoin('unit_version', 'unit_version.unit_id', 'unit.id')
    .select(['unit.id', 'unit_version.province_id'])
    .where('unit.code', '=', example.unitCode)
    .executeTakeFirst()
  if (!unit) return false
  const province = unit.province_id as Id<'Unit'>
  const opened = await whileOpening(access, { province, signInName: example.signInName }, async (tx) => {
    const standing = await tx
      .selectFrom('account')
      .select('id')
      .where('province_id', '=', province)
      .where('sign_in_name', '=', example.signInName)
      .executeTakeFirst()
    if (standing) {
      await updateAccount(tx, { province, id: standing.id as Id<'Account'> }, { last_active_at: now })
      return false
    }
    await openExample(access, tx, example, { province, unit: unit.id as Id<'Unit'>, now })
    return true
  })
  await enrolExample(access, example)
  return opened
}

async function openExample(
  access: Access,
  tx: Tx,
  example: ExampleAccount,
  at: { province: Id<'Unit'>; unit: Id<'Unit'>; now: Date },
): Promise<void> {
  const answer = await openAccount(
    access,
    tx,
    {
      signInName: example.signInName,
      displayName: example.name,
      kind: example.duty,
      unit: at.unit,
      province: at.province,
      password: examplePassword,
    },
    { actor: null, now: at.now },
  )
  if (!answer.ok) throw new Error(`Example account ${example.signInName} could not be opened.`)
}

/** Gives the printed second factor to an example account that has none; one enrolled since then stays. */
async function enrolExample(access: Access, example: ExampleAccount): Promise<void> {
  const user = await access.identity.authDb
    .selectFrom('user')
    .leftJoin('twoFactor', 'twoFactor.userId', 'user.id')
    .select(['user.id', 'user.twoFactorEnabled', 'twoFactor.verified'])
    .where('username', '=', example.signInName)
    .executeTakeFirstOrThrow()
  if (user.twoFactorEnabled && user.verified) return
  await setSecondFactor(access.identity, user.id, example.secret)
}

/** The six digits an example account needs now; null for a name that is not an example. */
export function exampleCode(signInName: string, now: Date): string | null {
  const found = exampleAccounts.find((example) => example.signInName === signInName)
  return found ? codeOfStep(fromBase32(found.secret), stepAt(now)) : null
}
