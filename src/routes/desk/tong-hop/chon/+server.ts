import { redirect } from '@sveltejs/kit'
import { parsePeriodKey, periodKey, type Period } from '#kernel/period.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { periodChoice } from '#modules/reporting/period-choice-queries.server.ts'
import { typedPeriod } from '#modules/reporting/period-choice.ts'
import { currentTemplate } from '#modules/reporting/report.ts'
import { templateChoices } from '#modules/reporting/template-choice-queries.server.ts'
import { contextOf } from '../../context.ts'
import type { RequestHandler } from './$types'

/**
 * The period chosen or typed in the form of the board, with the template if it is used for that period, as an address of its
 * own; what is not understood goes back with it.
 */
export const GET: RequestHandler = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const typed = (url.searchParams.get('go') ?? '').slice(0, 100).trim()
  const mau = (url.searchParams.get('mau') ?? '').slice(0, 60)
  if (typed === '') {
    const period = parsePeriodKey(url.searchParams.get('ky') ?? '')
    redirect(303, period ? await boardOf(ctx, period, mau) : '/desk/tong-hop')
  }
  const { book } = await periodChoice(ctx)
  const period = typedPeriod(typed, book)
  if (!('problem' in period)) redirect(303, await boardOf(ctx, period, mau))
  const shown = parsePeriodKey(url.searchParams.get('dang-xem') ?? '')
  if (!shown) redirect(303, '/desk/tong-hop')
  const back = await boardOf(ctx, shown, mau)
  redirect(303, `${back}${back.includes('?') ? '&' : '?'}${new URLSearchParams({ go: typed })}`)
}

/** A form that is not used for a period has no sums there: the usual one is shown instead. */
async function boardOf(ctx: Ctx, period: Period, mau: string): Promise<string> {
  const address = `/desk/tong-hop/${periodKey(period)}`
  if (mau === '' || mau === currentTemplate) return address
  const isUsed = (await templateChoices(ctx, period.to)).some(({ code }) => code === mau)
  return isUsed ? `${address}?${new URLSearchParams({ mau })}` : address
}
