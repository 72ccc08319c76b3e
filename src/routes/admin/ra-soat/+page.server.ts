import { error, fail, redirect } from '@sveltejs/kit'
import { accountsToReview } from '#modules/access/account-queries.server.ts'
import { needsALook } from '#modules/access/account-state.ts'
import { dutyLabel, refusalText } from '#modules/access/labels.ts'
import { reviewsOf } from '#modules/access/life-queries.server.ts'
import { completeReview } from '#modules/access/review.server.ts'
import { parseId, type Id } from '#kernel/ids.ts'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { ctxOf } from '../context.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const ctx = ctxOf(locals)
  const accounts = await accountsToReview(locals.access, ctx)
  const reviews = await reviewsOf(locals.access, ctx)
  if (!accounts || !reviews) error(404, 'Không có trang này.')
  const rows = accounts.map(({ lastActiveAt, duties, ...account }) => ({
    ...account,
    needsALook: needsALook(account.state),
    lastActive: formatDay(dayInVietnam(lastActiveAt)),
    duties: duties.map((duty) => `${dutyLabel[duty.kind]} – ${duty.unitName}`),
  }))
  return {
    // First what needs a look; within both, by name as they come.
    accounts: [...rows.filter((row) => row.needsALook), ...rows.filter((row) => !row.needsALook)],
    doubtful: rows.filter((row) => row.needsALook && !row.isSelf).length,
    dueSince: reviews.dueSince ? formatDay(dayInVietnam(reviews.dueSince)) : null,
    months: locals.access.guard.monthsBetweenReviews,
    reviews: reviews.done.map(({ completedAt, ...review }) => ({
      ...review,
      at: completedAt.toISOString(),
      on: formatDay(dayInVietnam(completedAt)),
    })),
    done: url.searchParams.get('xong'),
  }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData()
    const { shown, choices } = readChoices(form)
    const outcome = await completeReview(locals.access, ctxOf(locals), { shown, choices })
    if (outcome.ok) redirect(303, `/admin/ra-soat?xong=${outcome.value.turnedOff}`)
    if (outcome.kind !== 'refused') error(404, 'Không có trang này.')
    return fail(409, { message: refusalText(outcome.refusal), chosen: Object.fromEntries(choices) })
  },
}

/** `tk.<id>` = giu or tat; `xem` lists every account that stood on the page. */
function readChoices(form: FormData): { shown: Set<Id<'Account'>>; choices: Map<Id<'Account'>, 'keep' | 'off'> } {
  const shown = new Set<Id<'Account'>>()
  const choices = new Map<Id<'Account'>, 'keep' | 'off'>()
  for (const [name, value] of form) {
    const id = parseId<'Account'>(name === 'xem' ? String(value) : name.replace(/^tk\./, ''))
    if (!id) continue
    if (name === 'xem') shown.add(id)
    else if (value === 'giu' || value === 'tat') choices.set(id, value === 'giu' ? 'keep' : 'off')
  }
  return { shown, choices }
}
