import { operatingBodyFrom } from '#platform/operating-body.ts'
import { retentionLines } from '#platform/retention/retention.ts'
import { cookiesTold } from './cookies.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  operator: operatingBodyFrom(process.env),
  cookies: cookiesTold,
  retention: await retentionLines(locals.db),
})
