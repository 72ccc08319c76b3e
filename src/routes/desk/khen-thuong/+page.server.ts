import { error } from '@sveltejs/kit'
import { formatQuantity, quantity } from '#kernel/quantity.ts'
import { awardStates } from '#modules/commendation/award.ts'
import { recipientName, stateName } from '#modules/commendation/labels.ts'
import { awardList } from '#modules/commendation/queries.server.ts'
import { contextOf } from '../context.ts'
import { wordsOf } from './award-form.server.ts'
import { stateShape } from './state-shape.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = contextOf(locals)
  const state = awardStates.find((one) => one === url.searchParams.get('trang-thai')) ?? null
  const page = Number(/^\d{1,5}$/.exec(url.searchParams.get('trang') ?? '')?.[0] ?? 1)
  const outcome = await awardList(ctx, { state, page })
  if (!outcome.ok) error(404, 'Không có trang này')
  const { lines, states, book, ...rest } = outcome.value
  return {
    ...rest,
    state,
    isProvince: ctx.actor.unit === ctx.actor.province,
    total: formatQuantity(quantity(rest.total)),
    states: states.map((one) => ({ ...one, name: stateName[one.state] })),
    lines: lines.map(({ award, unitName }) => ({
      id: award.id,
      ...wordsOf(book, award),
      recipient: award.recipient,
      kind: recipientName[award.recipientKind],
      achievement: award.achievement,
      year: award.year,
      state: stateName[award.state],
      shape: stateShape[award.state],
      decision: award.decision?.number ?? null,
      unitName,
    })),
    saved: url.searchParams.get('da'),
  }
}
