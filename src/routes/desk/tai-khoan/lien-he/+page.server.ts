import { error, fail, redirect } from '@sveltejs/kit'
import type { Outcome } from '#kernel/outcome.ts'
import { formatDay, dayInVietnam } from '#kernel/local-date.ts'
import {
  confirmEmail,
  removeContact,
  sendCodeAgain,
  showContact,
  stateEmail,
  statePhone,
  wishMail,
  type ContactCtx,
} from '#modules/access/contact-commands.server.ts'
import { confirmForm, emailForm, phoneForm, wishForm } from '#modules/access/contact-forms.ts'
import { contactRefusalText, contactStateName, type ContactRefusal } from '#modules/access/contact-labels.ts'
import { contactPage, type ContactLine } from '#modules/access/contact-queries.server.ts'
import { contactKinds, type ContactKind } from '#modules/access/contact.ts'
import { readForm } from '#modules/access/forms.ts'
import { mailFaultText } from '#platform/notify/labels.ts'
import { usualQuiet } from '#platform/notify/quiet.ts'
import type { FormAnswer } from '../../../form-answer.server.ts'
import { mend } from '../../../form-answer.server.ts'
import type { Actions, PageServerLoad } from './$types'

const place = '/desk/tai-khoan/lien-he'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, session } = ctxOf(locals)
  const { contacts, wish } = await contactPage(db, session)
  const email = contacts['work-email']
  return {
    email: email
      ? { ...shownLine(email), awaitsCode: email.state === 'unverified', isVerified: email.state === 'verified' }
      : null,
    phone: contacts['office-phone'] ? shownLine(contacts['office-phone']) : null,
    wish,
    usual: locals.mail?.quiet ?? usualQuiet,
    mail: locals.mail !== null,
    done: url.searchParams.get('da'),
  }
}

export const actions: Actions = {
  'ghi-thu': async ({ locals, request }) => {
    const form = await request.formData()
    const typed = { email: String(form.get('email') ?? '').slice(0, 300) }
    const read = readForm(emailForm, form)
    if (!read.ok) return mend(read.errors, typed)
    return answered(await stateEmail(ctxOf(locals), read.value.email), 'gui-ma', 'email', typed)
  },
  'gui-lai': async ({ locals }) => answered(await sendCodeAgain(ctxOf(locals)), 'gui-ma', 'code'),
  'xac-nhan': async ({ locals, request }) => {
    const read = readForm(confirmForm, await request.formData())
    if (!read.ok) return mend(read.errors)
    return answered(await confirmEmail(ctxOf(locals), read.value.code), 'xac-nhan', 'code')
  },
  'ghi-dien-thoai': async ({ locals, request }) => {
    const form = await request.formData()
    const typed = { phone: String(form.get('phone') ?? '').slice(0, 60) }
    const read = readForm(phoneForm, form)
    if (!read.ok) return mend(read.errors, typed)
    return answered(await statePhone(ctxOf(locals), read.value.phone), 'ghi', 'phone', typed)
  },
  bo: async ({ locals, request }) => answered(await removeContact(ctxOf(locals), await kindOf(request)), 'bo', ''),
  /** Not by opening the page: each opening stands in the audit, so it is asked for. */
  xem: async ({ locals, request }) => {
    const kind = await kindOf(request)
    const outcome = await showContact(ctxOf(locals), kind)
    if (!outcome.ok) return answered(outcome, '', '')
    return { errors: {}, typed: {}, shown: { kind, text: outcome.value } }
  },
  'gio-thu': async ({ locals, request }) => {
    const form = await request.formData()
    const typed = Object.fromEntries(
      ['byMail', 'quiet', 'from', 'until'].map((name) => [name, String(form.get(name) ?? '').slice(0, 10)]),
    )
    const read = readForm(wishForm, form)
    if (!read.ok) return mend(read.errors, typed)
    return answered(await wishMail(ctxOf(locals), read.value), 'gio', '', typed)
  },
}

function ctxOf(locals: App.Locals): ContactCtx {
  const { session, db, vault, now } = locals
  if (!session) redirect(303, '/dang-nhap')
  return { db, vault, session, now, mailOffered: locals.mail !== null }
}

async function kindOf(request: Request): Promise<ContactKind> {
  const typed = String((await request.formData()).get('muc') ?? '')
  const kind = contactKinds.find((one) => one === typed)
  if (!kind) error(404, 'Không có trang này')
  return kind
}

function answered(
  outcome: Outcome<unknown, ContactRefusal>,
  done: string,
  field: string,
  typed: FormAnswer['typed'] = {},
): ReturnType<typeof fail<FormAnswer>> {
  if (outcome.ok) redirect(303, `${place}?da=${done}`)
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  return fail(409, { errors: { [field]: contactRefusalText(outcome.refusal) }, typed })
}

function shownLine(line: ContactLine): { state: string; problem: string | null } {
  const since = line.verifiedAt ? ` ngày ${formatDay(dayInVietnam(line.verifiedAt))}` : ''
  return {
    state: contactStateName[line.state] + since,
    problem: line.mail?.fault ? mailFaultText(line.mail.fault) : null,
  }
}
