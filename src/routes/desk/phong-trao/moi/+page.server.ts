import { newId } from '#kernel/ids.ts'
import { recordCampaign } from '#modules/movement/campaign-commands.server.ts'
import { campaignForm } from '#modules/movement/campaign-forms.ts'
import { contextOf } from '../../context.ts'
import { keeperOf } from '../../registers/keeper.ts'
import { listOf, movementWords } from '../../registers/movement-form.server.ts'
import { afterNew, readSheet, refuse, sheetOfForm } from '../../registers/sheet-page.server.ts'
import { campaignFields, path } from '../campaign-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  keeperOf(locals)
  return { sheet: newId<'Sheet'>(locals.now), fields: campaignFields }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const ctx = contextOf(locals)
    keeperOf(locals)
    const read = await readSheet(request, campaignForm, ['to'])
    if (!read.ok) return read.answer
    const { list, ...entry } = read.value
    const participants = await listOf(ctx, list, entry.from)
    if (!participants.ok) return refuse(participants, read.typed, movementWords)
    const outcome = await recordCampaign(ctx, sheetOfForm(read.typed), { ...entry, participants: participants.value })
    return afterNew(outcome, path, read.typed, locals.now, movementWords)
  },
}
