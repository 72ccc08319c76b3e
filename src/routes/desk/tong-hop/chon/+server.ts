import { redirect } from '@sveltejs/kit'
import { parsePeriodKey } from '#kernel/period.ts'
import type { RequestHandler } from './$types'

/** The period chosen in the form of the board, as an address of its own. */
export const GET: RequestHandler = ({ url }) => {
  const key = url.searchParams.get('ky') ?? ''
  redirect(303, parsePeriodKey(key) ? `/desk/tong-hop/${key}` : '/desk/tong-hop')
}
