import { afterAll, beforeAll } from 'vitest'
import { newId, type Id } from '../../src/kernel/ids.ts'
import { openAccess, type Access } from '../../src/modules/access/access.server.ts'
import type { Actor } from '../../src/modules/access/actor.ts'
import { signIn, verifyCode } from '../../src/modules/access/commands.server.ts'
import { createExampleAccounts } from '../../src/modules/access/example.server.ts'
import { exampleAccounts, examplePassword } from '../../src/modules/access/example.ts'
import type { CookieChange, Visit } from '../../src/modules/access/identity.server.ts'
import { actorOf, currentSession, type Session } from '../../src/modules/access/session.server.ts'
import { codeOfStep, fromBase32, stepAt } from '../../src/modules/access/totp.server.ts'
import type { TestDatabase } from './database.ts'

export const testSecret = 'a-secret-for-tests-only-a-secret-for-tests-only'

type Units = { province: Id<'Unit'>; songXanh: Id<'Unit'>; nuiVang: Id<'Unit'>; otherProvince: Id<'Unit'> }
export type TestAccess = { access: Access; units: Units }

/** The example province with its accounts, and a second province without any. */
export function useAccess(database: TestDatabase): TestAccess {
  const held: Partial<TestAccess> = {}
  beforeAll(async () => {
    held.units = await insertUnits(database)
    held.access = openAccess({ db: database.db, url: database.url, secret: testSecret })
    await createExampleAccounts(held.access, new Date())
  })
  afterAll(() => held.access?.identity.close())
  return new Proxy({} as TestAccess, { get: (_, key: keyof TestAccess) => held[key] })
}

async function insertUnits(database: TestDatabase): Promise<Units> {
  const units = {
    province: newId<'Unit'>(),
    songXanh: newId<'Unit'>(),
    nuiVang: newId<'Unit'>(),
    otherProvince: newId<'Unit'>(),
  }
  const insert = async (id: string, code: string, name: string, level: string, province: string): Promise<void> => {
    await database.asOwner('insert into unit (id, code) values ($1, $2)', [id, code])
    await database.asOwner(
      `insert into unit_version (unit_id, valid, name, kind, level, parent_id, province_id)
       values ($1, '[2025-07-01,)', $2, $3, $3, $4, $5)`,
      [id, name, level, level === 'province' ? null : province, province],
    )
  }
  await insert(units.province, 'vi-du', 'Tỉnh Ví Dụ', 'province', units.province)
  await insert(units.otherProvince, 'vi-du-khac', 'Tỉnh Ví Dụ Khác', 'province', units.otherProvince)
  await insert(units.songXanh, 'vi-du-song-xanh', 'Xã Sông Xanh', 'commune', units.province)
  await insert(units.nuiVang, 'vi-du-nui-vang', 'Xã Núi Vàng', 'commune', units.province)
  return units
}

export function visit(change: Partial<Visit> = {}): Visit {
  return { now: new Date(), address: '203.0.113.7', cookies: '', ...change }
}

export function cookieHeader(changes: readonly CookieChange[]): string {
  return changes
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ')
}

/** The code an example account's telephone shows now, or `later` steps from now. */
export function codeOf(signInName: string, later = 0): string {
  const example = exampleAccounts.find((account) => account.signInName === signInName)
  if (!example) throw new Error(`${signInName} is not an example account`)
  return codeOfStep(fromBase32(example.secret), stepAt(new Date()) + later)
}

/** Signs an example account in, both steps, and answers its cookies. Each account can do this once in a test file. */
export async function signedIn(
  access: Access,
  signInName: string,
): Promise<{ cookies: string; session: Session; actor: Actor }> {
  const first = await signIn(access, visit(), { signInName, password: examplePassword })
  if (!first.ok) throw new Error(`${signInName} could not sign in: ${JSON.stringify(first)}`)
  const second = await verifyCode(access, visit({ cookies: cookieHeader(first.value.cookies) }), codeOf(signInName))
  if (!second.ok) throw new Error(`${signInName}'s code was not taken: ${JSON.stringify(second)}`)
  const cookies = cookieHeader(second.value.cookies)
  const now = await currentSession(access, visit({ cookies }))
  const actor = now.state === 'awake' ? actorOf(now.session) : null
  if (now.state !== 'awake' || !actor) throw new Error(`${signInName} is signed in but may not act`)
  return { cookies, session: now.session, actor }
}
