import { newId } from '#kernel/ids.ts'
import { dayInVietnam, partsOf } from '#kernel/local-date.ts'
import { recordPledge } from '#modules/movement/campaign-commands.server.ts'
import { pledgeForm } from '#modules/movement/campaign-forms.ts'
import { signersKept } from '#modules/movement/pledge.ts'
import { contextOf } from '../../context.ts'
import { keeperOf } from '../../registers/keeper.ts'
import { listOf, movementWords } from '../../registers/movement-form.server.ts'
import { afterNew, readSheet, refuse, sheetOfForm } from '../../registers/sheet-page.server.ts'
import { path, pledgeFields } from '../pledge-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  keeperOf(locals)
  const initial: Record<string, string> = { year: String(partsOf(dayInVietnam(locals.now)).year) }
  return { sheet: newId<'Sheet'>(locals.now), fields: await pledgeFields(contextOf(locals)), initial }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const ctx = contextOf(locals)
    keeperOf(locals)
    const read = await readSheet(request, pledgeForm, ['to'])
    if (!read.ok) return read.answer
    const { list, day: signedOn, ...entry } = read.value
    const names = await listOf(ctx, list, signedOn)
    if (!names.ok) return refuse(names, read.typed, movementWords)
    const pledge = { ...entry, signedOn, signers: signersKept(names.value, []) }
    const outcome = await recordPledge(ctx, sheetOfForm(read.typed), pledge)
    return afterNew(outcome, path, read.typed, locals.now, movementWords)
  },
}
