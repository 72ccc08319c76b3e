import { redirect } from '@sveltejs/kit'
import { verifyCode } from '#modules/access/commands.server.ts'
import { pendingCookie } from '#modules/access/identity.server.ts'
import { codeForm, readForm } from '#modules/access/forms.ts'
import { answerNo, mend } from '../../../form-answer.server.ts'
import { applyCookies, visitOf } from '../../../visit.server.ts'
import { goOn, wantedPath, withWish } from '../../next.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url, cookies }) => {
  if (locals.actor) redirect(303, wantedPath({ url }))
  if (!cookies.get(pendingCookie)) redirect(303, withWish('/dang-nhap', { url }))
  const wish = `?tiep=${encodeURIComponent(wantedPath({ url }))}`
  return { action: wish, toRecovery: `/dang-nhap/khoi-phuc${wish}` }
}

export const actions: Actions = {
  default: async (event) => {
    const read = readForm(codeForm, await event.request.formData())
    if (!read.ok) return mend(read.errors)
    const outcome = await verifyCode(event.locals.access, visitOf(event), read.value.code)
    if (!outcome.ok) return answerNo(outcome, 'code')
    applyCookies(event, outcome.value.cookies)
    goOn(event)
  },
}
