import { dayInVietnam } from '#kernel/local-date.ts'
import { setsOffered } from '#modules/programmes/queries.server.ts'
import { contextOf } from '../context.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const { db, now } = contextOf(locals)
  const sets = await setsOffered(db, dayInVietnam(now))
  return { sets: sets.map(({ code, name, about, version, source }) => ({ code, name, about, version, source })) }
}
