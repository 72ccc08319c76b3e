import { newId } from '#kernel/ids.ts'
import { recordReview } from '#modules/directives/commands.server.ts'
import { reviewForm } from '#modules/directives/forms.ts'
import { contextOf } from '../../context.ts'
import { keeperOf } from '../../registers/keeper.ts'
import { afterNew, readSheet, refuse, sheetOfForm } from '../../registers/sheet-page.server.ts'
import { directiveWords, path, reviewFields, reviewOf } from '../review-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  keeperOf(locals)
  const text = (name: string): string => url.searchParams.get(name)?.slice(0, 80) ?? ''
  // From a line of the calendar: what it already knows is filled in.
  const initial: Record<string, string> = { directive: text('van-ban'), kind: text('loai'), years: text('nam') }
  return { sheet: newId<'Sheet'>(locals.now), fields: await reviewFields(contextOf(locals)), initial }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const ctx = contextOf(locals)
    keeperOf(locals)
    const read = await readSheet(request, reviewForm, ['to'])
    if (!read.ok) return read.answer
    const review = await reviewOf(ctx, read.value)
    if (!review.ok) return refuse(review, read.typed, directiveWords)
    const outcome = await recordReview(ctx, sheetOfForm(read.typed), review.value)
    return afterNew(outcome, path, read.typed, locals.now, directiveWords)
  },
}
