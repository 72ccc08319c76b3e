import { error } from '@sveltejs/kit'
import { createAccount, turnAccount } from '#modules/access/administration.server.ts'
import { endDuty, giveDuty } from '#modules/access/duties.server.ts'
import { resetPassword, resetSecondFactor } from '#modules/access/resetting.server.ts'
import type { Actor } from '#modules/access/actor.ts'
import { levelOf } from '#modules/access/duty.ts'
import { dutyKinds } from '#modules/access/actor.ts'
import { accountForm, dutyForm, readForm } from '#modules/access/forms.ts'
import { dutyLabel } from '#modules/access/labels.ts'
import { accountsPage } from '#modules/access/queries.server.ts'
import { parseId, type Id } from '#kernel/ids.ts'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { answerNo, mend } from '../form-answer.server.ts'
import type { DoorEvent } from '../visit.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const page = await accountsPage(locals.access, ctxOf(locals))
  if (!page) error(404, 'Không có trang này.')
  return {
    kinds: dutyKinds.map((kind) => ({ kind, label: dutyLabel[kind], level: levelOf(kind) })),
    units: page.units,
    accounts: page.accounts.map(({ lastActiveAt, duties, ...account }) => ({
      ...account,
      lastActive: formatDay(dayInVietnam(lastActiveAt)),
      duties: duties.map((duty) => ({ id: duty.id, label: `${dutyLabel[duty.kind]} – ${duty.unitName}` })),
    })),
  }
}

export const actions: Actions = {
  mo: async ({ locals, request }) => {
    const form = await request.formData()
    const typed = Object.fromEntries(
      ['signInName', 'displayName', 'kind', 'unit'].map((name) => [name, String(form.get(name) ?? '')]),
    )
    const read = readForm(accountForm, form)
    if (!read.ok) return mend(read.errors, typed)
    const { signInName, displayName, kind } = read.value
    const unit = idOf<'Unit'>(read.value.unit)
    const outcome = await createAccount(locals.access, ctxOf(locals), { signInName, displayName, kind, unit })
    if (!outcome.ok) {
      const aboutUnit = outcome.kind === 'refused' && outcome.refusal.code === 'unit-does-not-fit-duty'
      return answerNo(outcome, aboutUnit ? 'unit' : 'signInName', typed)
    }
    return { said: `Đã mở tài khoản ${signInName} cho ${displayName}.`, password: outcome.value.oneTimePassword }
  },
  giao: async ({ locals, request }) => {
    const read = readForm(dutyForm, await request.formData())
    if (!read.ok) return mend({ '': Object.values(read.errors).join(' ') })
    const { kind, account, unit } = read.value
    const outcome = await giveDuty(locals.access, ctxOf(locals), idOf<'Account'>(account), {
      kind,
      unit: idOf<'Unit'>(unit),
    })
    if (!outcome.ok) return answerNo(outcome)
    return { said: `Đã giao nhiệm vụ ${dutyLabel[kind]}.` }
  },
  'ket-thuc': async ({ locals, request }) => {
    const form = await request.formData()
    const outcome = await endDuty(
      locals.access,
      ctxOf(locals),
      asked<'Account'>(form, 'account'),
      asked<'Duty'>(form, 'duty'),
    )
    if (!outcome.ok) return answerNo(outcome)
    return { said: 'Nhiệm vụ đã kết thúc từ hôm nay.' }
  },
  'go-xac-thuc': async ({ locals, request }) => {
    const account = asked<'Account'>(await request.formData(), 'account')
    const outcome = await resetSecondFactor(locals.access, ctxOf(locals), account)
    if (!outcome.ok) return answerNo(outcome)
    return { said: 'Đã gỡ xác thực hai bước. Lần đăng nhập tới, cán bộ kích hoạt lại trên điện thoại mới.' }
  },
  'cap-mat-khau': async ({ locals, request }) => {
    const account = asked<'Account'>(await request.formData(), 'account')
    const outcome = await resetPassword(locals.access, ctxOf(locals), account)
    if (!outcome.ok) return answerNo(outcome)
    return { said: 'Đã cấp mật khẩu dùng một lần.', password: outcome.value.oneTimePassword }
  },
  'bat-tat': async ({ locals, request }) => {
    const form = await request.formData()
    const way = form.get('way') === 'on' ? 'on' : 'off'
    const outcome = await turnAccount(locals.access, ctxOf(locals), asked<'Account'>(form, 'account'), way)
    if (!outcome.ok) return answerNo(outcome)
    return { said: way === 'on' ? 'Tài khoản đã bật.' : 'Tài khoản đã tắt; máy nào đang dùng cũng bị thoát ra.' }
  },
}

function ctxOf({ actor, now }: DoorEvent['locals']): { actor: Actor; now: Date } {
  if (!actor) error(404, 'Không có trang này.')
  return { actor, now }
}

function asked<Kind extends string>(form: FormData, name: string): Id<Kind> {
  return idOf<Kind>(String(form.get(name) ?? ''))
}

function idOf<Kind extends string>(text: string): Id<Kind> {
  const id = parseId<Kind>(text)
  if (!id) error(404, 'Không có trang này.')
  return id
}
