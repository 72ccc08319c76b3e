import { redirect } from '@sveltejs/kit'
import { signIn } from '#modules/access/commands.server.ts'
import { readForm, signInForm } from '#modules/access/forms.ts'
import { answerNo, mend } from '../../form-answer.server.ts'
import { applyCookies, keptCookie, visitOf } from '../../visit.server.ts'
import { wantedPath, withWish } from '../next.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url, cookies }) => {
  if (locals.actor) redirect(303, wantedPath({ url }))
  if (locals.session && !locals.session.enrolled) redirect(303, '/dang-nhap/kich-hoat')
  if (locals.session) redirect(303, '/desk/tai-khoan')
  return {
    action: `?tiep=${encodeURIComponent(wantedPath({ url }))}`,
    newPhone: url.searchParams.has('doi-dien-thoai'),
    ended: url.searchParams.has('het'),
    kept: cookies.get(keptCookie) !== undefined,
    idleMinutes: locals.access.guard.idleMinutes,
  }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const typed = { signInName: String(form.get('signInName') ?? '') }
    const read = readForm(signInForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const outcome = await signIn(event.locals.access, visitOf(event), read.value)
    if (!outcome.ok) return answerNo(outcome, 'signInName', typed)
    applyCookies(event, outcome.value.cookies)
    redirect(303, withWish(outcome.value.next === 'code' ? '/dang-nhap/ma' : '/dang-nhap/kich-hoat', event))
  },
}
