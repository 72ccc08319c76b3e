import { newId } from '#kernel/ids.ts'
import { recordWorkItem } from '#modules/movement/campaign-commands.server.ts'
import { workItemForm } from '#modules/movement/campaign-forms.ts'
import { contextOf } from '../../context.ts'
import { keeperOf } from '../../registers/keeper.ts'
import { movementWords } from '../../registers/movement-form.server.ts'
import { afterNew, readSheet, sheetOfForm } from '../../registers/sheet-page.server.ts'
import { path, workItemFields } from '../work-item-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  keeperOf(locals)
  const initial: Record<string, string> = { purpose: 'theme' }
  return { sheet: newId<'Sheet'>(locals.now), fields: await workItemFields(contextOf(locals)), initial }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    keeperOf(locals)
    const read = await readSheet(request, workItemForm, ['to'])
    if (!read.ok) return read.answer
    const { day: plannedFrom, ...entry } = read.value
    const outcome = await recordWorkItem(contextOf(locals), sheetOfForm(read.typed), { ...entry, plannedFrom })
    return afterNew(outcome, path, read.typed, locals.now, movementWords)
  },
}
