import { redirect } from '@sveltejs/kit'
import { parsePeriodKey, periodKey } from '#kernel/period.ts'
import { periodChoice } from '#modules/reporting/period-choice-queries.server.ts'
import { typedPeriod } from '#modules/reporting/period-choice.ts'
import { contextOf } from '../../context.ts'
import type { RequestHandler } from './$types'

/** The period chosen or typed in the form of the board, as an address of its own; what is not understood goes back with it. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const mau = url.searchParams.get('mau')
  const to = (key: string, more: Record<string, string> = {}): string => {
    const query = new URLSearchParams({ ...(mau ? { mau } : {}), ...more }).toString()
    return `/desk/tong-hop/${key}${query === '' ? '' : `?${query}`}`
  }
  const typed = (url.searchParams.get('go') ?? '').slice(0, 100).trim()
  if (typed === '') {
    const key = url.searchParams.get('ky') ?? ''
    redirect(303, parsePeriodKey(key) ? to(key) : '/desk/tong-hop')
  }
  const { book } = await periodChoice(contextOf(locals))
  const period = typedPeriod(typed, book)
  if (!('problem' in period)) redirect(303, to(periodKey(period)))
  const shown = url.searchParams.get('dang-xem') ?? ''
  const back = parsePeriodKey(shown) ? shown : ''
  redirect(303, back ? to(back, { go: typed }) : '/desk/tong-hop')
}
