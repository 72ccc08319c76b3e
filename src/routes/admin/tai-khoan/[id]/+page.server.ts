import { error } from '@sveltejs/kit'
import { accountPage } from '#modules/access/account-page.server.ts'
import { idleDays } from '#modules/access/account-state.ts'
import { dutyKinds } from '#modules/access/actor.ts'
import { turnAccount } from '#modules/access/administration.server.ts'
import { auditPage, wholeAudit } from '#modules/access/audit-queries.server.ts'
import { endDuty, giveDuty } from '#modules/access/duties.server.ts'
import { dutyForm, readForm, resetForm } from '#modules/access/forms.ts'
import { dutyLabel, resetReasonLabel, resetReasons, resetWhatLabel, resetWhats } from '#modules/access/labels.ts'
import { resetSignIn } from '#modules/access/resetting.server.ts'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { whenSaid } from '../../../desk/when.ts'
import { answerNo, mend } from '../../../form-answer.server.ts'
import { auditDetails, auditSentence } from '../../audit-words.ts'
import { asked, ctxOf, idOf } from '../../context.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = ctxOf(locals)
  const id = idOf<'Account'>(params.id)
  const account = await accountPage(locals.access, ctx, id)
  const audit = await auditPage({ ...ctx, db: locals.db }, { ...wholeAudit, objectKind: 'account', object: id }, 20)
  if (!account || !audit) error(404, 'Không có trang này.')
  const { lastActiveAt, openedAt, duties, ...rest } = account
  return {
    account: {
      ...rest,
      lastActive: formatDay(dayInVietnam(lastActiveAt)),
      idleDays: idleDays(lastActiveAt, locals.now),
      opened: formatDay(dayInVietnam(openedAt)),
      duties: duties.map(({ from, until, kind, ...duty }) => ({
        ...duty,
        label: `${dutyLabel[kind]} – ${duty.unitName}`,
        from: formatDay(from),
        until: until ? formatDay(until) : null,
      })),
    },
    daysUntilOff: locals.access.guard.daysUntilOff,
    history: audit.rows.map((row) => ({
      n: row.n,
      when: whenSaid(row.at),
      iso: row.at.toISOString(),
      by: row.by ?? 'Hệ thống',
      what: auditSentence(row.kind),
      details: auditDetails(row.changed, audit.names),
    })),
    more: audit.next !== null,
    kinds: dutyKinds.map((kind) => ({ kind, label: dutyLabel[kind] })),
    whats: resetWhats.map((value) => ({ value, label: resetWhatLabel[value] })),
    reasons: resetReasons.map((value) => ({ value, label: resetReasonLabel[value] })),
    address: url.origin,
  }
}

export const actions: Actions = {
  giao: async ({ locals, request, params }) => {
    const form = await request.formData()
    const read = readForm(dutyForm, form)
    if (!read.ok) return mend(read.errors)
    const { kind, unit } = read.value
    const typed = { kind, unit }
    const outcome = await giveDuty(locals.access, ctxOf(locals), idOf(params.id), { kind, unit: idOf(unit) })
    return outcome.ok ? { said: `Đã giao nhiệm vụ ${dutyLabel[kind]}.` } : answerNo(outcome, 'unit', typed)
  },
  'ket-thuc': async ({ locals, request, params }) => {
    const duty = asked<'Duty'>(await request.formData(), 'duty')
    const outcome = await endDuty(locals.access, ctxOf(locals), idOf(params.id), duty)
    if (!outcome.ok) return answerNo(outcome)
    if (outcome.value.begun) return { said: 'Nhiệm vụ đã kết thúc từ hôm nay.' }
    const back = outcome.value.returned ? ' Người bàn giao tiếp tục giữ nhiệm vụ này.' : ''
    return { said: `Đã hủy nhiệm vụ sắp tới.${back}` }
  },
  'cap-lai': async ({ locals, request, params }) => {
    const read = readForm(resetForm, await request.formData())
    if (!read.ok) return mend(read.errors)
    const outcome = await resetSignIn(locals.access, ctxOf(locals), idOf(params.id), read.value)
    if (!outcome.ok) return answerNo(outcome, 'what', read.value)
    const { name, signInName, oneTimePassword } = outcome.value
    const factor =
      'Lần đăng nhập tới, cán bộ kích hoạt xác thực hai bước trên điện thoại của mình và nhận mã khôi phục mới.'
    const said = read.value.what === 'password' ? 'Đã cấp mật khẩu dùng một lần.' : `Đã cấp lại. ${factor}`
    return oneTimePassword
      ? { said, sheet: { displayName: name, signInName, unitName: '', oneTimePassword } }
      : { said }
  },
  'bat-tat': async ({ locals, request, params }) => {
    const way = (await request.formData()).get('way') === 'on' ? 'on' : 'off'
    const outcome = await turnAccount(locals.access, ctxOf(locals), idOf(params.id), way)
    if (!outcome.ok) return answerNo(outcome)
    return { said: way === 'on' ? 'Tài khoản đã bật.' : 'Tài khoản đã tắt; máy nào đang dùng cũng bị thoát ra.' }
  },
}
