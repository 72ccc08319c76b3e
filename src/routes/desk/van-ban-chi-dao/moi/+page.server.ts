import { redirect } from '@sveltejs/kit'
import { newId } from '#kernel/ids.ts'
import { recordDirective } from '#modules/directives/commands.server.ts'
import { directiveForm } from '#modules/directives/forms.ts'
import { contextOf } from '../../context.ts'
import { keeperOf } from '../../registers/keeper.ts'
import { afterNew, readSheet, sheetOfForm } from '../../registers/sheet-page.server.ts'
import { directiveWords } from '../../so-ket/review-form.server.ts'
import { directiveFields, directiveOf, path } from '../directive-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  keeperOf(locals)
  const initial: Record<string, string> = {}
  return { sheet: newId<'Sheet'>(locals.now), fields: directiveFields, initial }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    keeperOf(locals)
    const read = await readSheet(request, directiveForm, ['to'])
    if (!read.ok) return read.answer
    const id = sheetOfForm(read.typed)
    const outcome = await recordDirective(contextOf(locals), id, directiveOf(read.value))
    if (outcome.ok) redirect(303, `${path}/${id}?da=ghi`)
    return afterNew(outcome, path, read.typed, locals.now, directiveWords)
  },
}
