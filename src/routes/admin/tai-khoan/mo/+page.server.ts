import { error } from '@sveltejs/kit'
import { accountsPage } from '#modules/access/account-queries.server.ts'
import { dutyKinds } from '#modules/access/actor.ts'
import { createAccount } from '#modules/access/administration.server.ts'
import { accountForm, readForm } from '#modules/access/forms.ts'
import { dutyLabel } from '#modules/access/labels.ts'
import { answerNo, mend } from '../../../form-answer.server.ts'
import { ctxOf, idOf, textOf } from '../../context.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const page = await accountsPage(locals.access, ctxOf(locals))
  if (!page?.mayChange) error(404, 'Không có trang này.')
  return {
    kinds: dutyKinds.map((kind) => ({ kind, label: dutyLabel[kind] })),
    units: page.units,
    address: url.origin,
  }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const ctx = ctxOf(locals)
    const form = await request.formData()
    const typed = Object.fromEntries(
      ['signInName', 'displayName', 'kind', 'unit'].map((name) => [name, textOf(form, name)]),
    )
    const read = readForm(accountForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const { signInName, displayName, kind } = read.value
    const unit = idOf<'Unit'>(read.value.unit)
    const outcome = await createAccount(locals.access, ctx, { signInName, displayName, kind, unit })
    if (!outcome.ok) {
      const aboutUnit = outcome.kind === 'refused' && outcome.refusal.code === 'unit-does-not-fit-duty'
      return answerNo(outcome, aboutUnit ? 'unit' : 'signInName', typed)
    }
    const { account, oneTimePassword } = outcome.value
    return { opened: { account, displayName, signInName, unitName: '', oneTimePassword } }
  },
}
