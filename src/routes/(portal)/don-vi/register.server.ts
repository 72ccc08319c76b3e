import { inScope } from '#platform/database.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import type { Register } from '#modules/territory/register.ts'

/** The register of units as everybody may read it. */
export async function publicRegister(db: App.Locals['db']): Promise<Register> {
  return inScope(db, { reach: 'public' }, currentRegister)
}
