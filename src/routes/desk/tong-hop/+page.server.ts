import { redirect } from '@sveltejs/kit'
import { dayInVietnam } from '#kernel/local-date.ts'
import { periodKey } from '#kernel/period.ts'
import { endedQuarters } from '#modules/reporting/obligation.ts'
import type { PageServerLoad } from './$types'

/** The board opens on the quarter that ended last. */
export const load: PageServerLoad = ({ locals }) => {
  const [last] = endedQuarters(dayInVietnam(locals.now), 1)
  redirect(303, `/desk/tong-hop/${last ? periodKey(last) : ''}`)
}
