import { error, redirect } from '@sveltejs/kit'
import { ownFactorForm, readForm } from '#modules/access/forms.ts'
import type { AccessRefusal } from '#modules/access/labels.ts'
import { giveUpSecondFactor, renewRecoveryCodes } from '#modules/access/own-factor.server.ts'
import { recoveryCodesOf } from '#modules/access/queries.server.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { answerNo, mend } from '../../../form-answer.server.ts'
import { visitOf } from '../../../visit.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const { session, access } = locals
  if (!session) redirect(303, '/dang-nhap')
  const codes = await recoveryCodesOf(access, session)
  return {
    signInName: session.signInName,
    recoveryCodes: codes ? { left: codes.left, madeOn: formatDay(dayInVietnam(codes.madeAt)) } : null,
  }
}

export const actions: Actions = {
  'tao-ma': async (event) => {
    const { session, access } = event.locals
    if (!session) error(404, 'Không có trang này.')
    const read = readForm(ownFactorForm, await event.request.formData())
    if (!read.ok) return mend(read.errors)
    const outcome = await renewRecoveryCodes(access, visitOf(event), session, read.value)
    return outcome.ok ? { codes: outcome.value.codes } : answerNo(outcome, fieldOf(outcome))
  },
  'doi-dien-thoai': async (event) => {
    const { session, access } = event.locals
    if (!session) error(404, 'Không có trang này.')
    const read = readForm(ownFactorForm, await event.request.formData())
    if (!read.ok) return mend(named(read.errors), { form: 'doi' })
    const outcome = await giveUpSecondFactor(access, visitOf(event), session, read.value)
    if (!outcome.ok) return answerNo(outcome, `doi-${fieldOf(outcome)}`, { form: 'doi' })
    redirect(303, '/dang-nhap?doi-dien-thoai')
  },
}

function named(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([field, message]) => [`doi-${field}`, message]))
}

function fieldOf(outcome: Exclude<Outcome<unknown, AccessRefusal>, { ok: true }>): 'code' | 'currentPassword' {
  const code = outcome.kind === 'refused' ? outcome.refusal.code : ''
  return code === 'wrong-password' || code === 'locked' ? 'currentPassword' : 'code'
}
