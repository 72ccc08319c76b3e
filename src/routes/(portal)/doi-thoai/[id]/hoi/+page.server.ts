import { error, fail } from '@sveltejs/kit'
import { randomBytes } from 'node:crypto'
import { newId, parseId } from '#kernel/ids.ts'
import { dayInVietnam, formatDay } from '#kernel/local-date.ts'
import { truncatedAddress } from '#modules/access/address.ts'
import { readForm } from '#modules/access/forms.ts'
import { receiptFrom } from '#modules/activities/asked.ts'
import { askReceipt, sendQuestion } from '#modules/activities/asking.server.ts'
import { askForm } from '#modules/activities/dialogue-forms.ts'
import type { DialogueId } from '#modules/activities/dialogue.ts'
import { refusalText } from '#modules/activities/labels.ts'
import { takesQuestions } from '#modules/activities/public-dialogue.ts'
import { publicDialogue } from '#modules/activities/public-queries.server.ts'
import { rateLimit } from '#platform/door/rate-limit.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** A person writes a question in minutes; a whole network may send so many in one. Receipts can be guessed even more slowly. */
const sending = rateLimit(6)
const looking = rateLimit(10)

export const load: PageServerLoad = async ({ locals, params }) => {
  const id = dialogueOf(params.id)
  const found = await publicDialogue(locals.db, id)
  if (!found || found.state === 'withdrawn') error(404, 'Không có trang này')
  const { state, content } = found
  const asks = takesQuestions({ state, ...content }, dayInVietnam(locals.now))
  return {
    id,
    // The sheet has its number before it is written on: sent twice it is one question.
    sheet: newId<'AskedQuestion'>(locals.now),
    formToken: locals.formToken(),
    subject: content.subject,
    unitName: content.unitName,
    day: formatDay(content.heldOn),
    asksUntil: asks && content.questionsUntil ? formatDay(content.questionsUntil) : null,
  }
}

type Answer = { errors: Record<string, string>; typed: Record<string, string> }

export const actions: Actions = {
  gui: async (event) => {
    const { locals, request, params } = event
    const form = await request.formData()
    const question = String(form.get('question') ?? '').slice(0, 4000)
    const sheet = parseId<'AskedQuestion'>(String(form.get('to') ?? ''))
    if (!sheet) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang gửi câu hỏi.')
    const typed = { question, to: sheet }
    const wait = waitOf(sending, event)
    if (wait) return fail(429, { errors: { question: wait }, typed } satisfies Answer)
    // Only a program fills a field that nobody sees: it is answered as everybody is, and nothing is kept.
    if (String(form.get('trang-web') ?? '') !== '') return { receipt: receiptFrom(randomBytes(10)) }
    const read = readForm(askForm, form)
    if (!read.ok) return fail(422, { errors: read.errors, typed } satisfies Answer)
    const visitor = { db: locals.db, now: locals.now }
    const outcome = await sendQuestion(visitor, dialogueOf(params.id), sheet, read.value.question)
    if (outcome.ok) return { receipt: outcome.value }
    if (outcome.kind !== 'refused') error(404, 'Không có trang này')
    return fail(409, { errors: { question: refusalText(outcome.refusal) }, typed } satisfies Answer)
  },
  'tra-cuu': async (event) => {
    const { locals, request, params } = event
    const code = String((await request.formData()).get('ma') ?? '').slice(0, 40)
    const typed = { ma: code }
    const wait = waitOf(looking, event)
    if (wait) return fail(429, { errors: { ma: wait }, typed } satisfies Answer)
    const found = await askReceipt({ db: locals.db, now: locals.now }, dialogueOf(params.id), code)
    if (found) return { found: { ...found, askedAt: formatDay(dayInVietnam(found.askedAt)) } }
    const words =
      'Không thấy mã biên nhận này ở cuộc đối thoại này. Mã gồm 10 chữ và số, ví dụ ABCDE-23456; xin xem lại.'
    return fail(422, { errors: { ma: words }, typed } satisfies Answer)
  },
}

function waitOf(
  limit: typeof sending,
  { locals, getClientAddress }: Pick<RequestEvent, 'locals' | 'getClientAddress'>,
): string | null {
  const seconds = limit.waitFor(truncatedAddress(getClientAddress()), locals.now)
  return seconds === null
    ? null
    : `Đang có nhiều lượt gửi từ mạng này. Xin đợi ${seconds} giây rồi gửi lại; chữ vừa gõ vẫn còn.`
}

function dialogueOf(text: string): DialogueId {
  const id = parseId<'Dialogue'>(text)
  if (!id) error(404, 'Không có trang này')
  return id
}
