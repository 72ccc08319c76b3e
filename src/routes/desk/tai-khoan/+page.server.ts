import { error, redirect } from '@sveltejs/kit'
import { changePassword, chooseDuty } from '#modules/access/commands.server.ts'
import { passwordForm, readForm } from '#modules/access/forms.ts'
import { accessAuditLabel } from '#modules/access/audit-labels.ts'
import { dutyLabel } from '#modules/access/labels.ts'
import { handoversOf } from '#modules/access/life-queries.server.ts'
import { recentSignIns, recoveryCodesOf } from '#modules/access/queries.server.ts'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam, formatDay, timeInVietnam } from '#kernel/local-date.ts'
import { handoverSaid } from '../handover.ts'
import { answerNo, mend } from '../../form-answer.server.ts'
import { applyCookies, visitOf } from '../../visit.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { session, access } = locals
  if (!session) redirect(303, '/dang-nhap')
  const events = await recentSignIns(access, session)
  const codes = await recoveryCodesOf(access, session)
  const handovers = await handoversOf(access, session, locals.now)
  return {
    signInName: session.signInName,
    mustChangePassword: session.mustChangePassword,
    recoveryCodes: codes ? { left: codes.left, madeOn: formatDay(dayInVietnam(codes.madeAt)) } : null,
    handovers: handovers.map((handover) => handoverSaid(handover, session.account)),
    passwordChanged: url.searchParams.has('da-doi'),
    duties: session.duties.map((duty) => ({
      id: duty.id,
      label: `${dutyLabel[duty.kind]} – ${duty.unitName}`,
      current: duty.id === session.duty?.id,
    })),
    events: events.map(({ at, kind }, n) => ({
      n,
      what: capital(accessAuditLabel[kind as keyof typeof accessAuditLabel] ?? kind),
      when: `${timeInVietnam(at)} ngày ${formatDay(dayInVietnam(at))}`,
    })),
  }
}

export const actions: Actions = {
  'doi-mat-khau': async (event) => {
    const { session, access } = event.locals
    if (!session) redirect(303, '/dang-nhap')
    const read = readForm(passwordForm, await event.request.formData())
    if (!read.ok) return mend(read.errors)
    const outcome = await changePassword(access, visitOf(event), session, read.value)
    if (!outcome.ok) {
      const field =
        outcome.kind === 'refused' && outcome.refusal.code === 'same-password' ? 'newPassword' : 'currentPassword'
      return answerNo(outcome, field)
    }
    applyCookies(event, outcome.value.cookies)
    redirect(303, '/desk/tai-khoan?da-doi')
  },
  'chon-nhiem-vu': async (event) => {
    const { session, access } = event.locals
    const duty = parseId<'Duty'>(String((await event.request.formData()).get('duty') ?? ''))
    if (!session || !duty) error(404, 'Không có trang này.')
    const outcome = await chooseDuty(access, visitOf(event), session, duty)
    if (!outcome.ok) error(404, 'Không có trang này.')
    redirect(303, '/desk')
  },
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
