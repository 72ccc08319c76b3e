import { redirect } from '@sveltejs/kit'
import { enrolSecondFactor } from '#modules/access/commands.server.ts'
import { codeForm, readForm } from '#modules/access/forms.ts'
import { enrolmentPage } from '#modules/access/queries.server.ts'
import { answerNo, mend } from '../../../form-answer.server.ts'
import { applyCookies, visitOf } from '../../../visit.server.ts'
import { wantedPath, withWish } from '../../next.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, request }) => {
  if (!locals.session) redirect(303, withWish('/dang-nhap', { url }))
  const page = await enrolmentPage(locals.access, locals.session)
  // Enrolled by the form just sent: its answer shows the recovery codes, once.
  if (!page && request.method === 'POST')
    return { enrolment: null, goOn: withWish('/dang-nhap/gui-tiep', { url }), action: '' }
  if (!page) redirect(303, wantedPath({ url }))
  return { enrolment: page, goOn: '', action: `?tiep=${encodeURIComponent(wantedPath({ url }))}` }
}

export const actions: Actions = {
  default: async (event) => {
    const { session, access } = event.locals
    if (!session) redirect(303, '/dang-nhap')
    const read = readForm(codeForm, await event.request.formData())
    if (!read.ok) return mend(read.errors)
    const outcome = await enrolSecondFactor(access, visitOf(event), session, read.value.code)
    if (!outcome.ok) return answerNo(outcome, 'code')
    applyCookies(event, outcome.value.cookies)
    event.locals.session = { ...session, enrolled: true }
    return { done: { codes: outcome.value.recoveryCodes, signInName: session.signInName } }
  },
}
