import { error, fail, redirect } from '@sveltejs/kit'
import { parseId } from '#kernel/ids.ts'
import { dayInVietnam, formatDay, parseLocalDate } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { dutyLabel } from '#modules/access/labels.ts'
import { cellKey, parseCellKey } from '#modules/figures/indicator.ts'
import { longest, textOf } from '#modules/reporting/forms.ts'
import { refusalText, type Refusal } from '#modules/reporting/labels.ts'
import {
  answeringDuties,
  answerQuestion,
  askQuestion,
  reopenQuestion,
  settleQuestion,
} from '#modules/reporting/question-commands.server.ts'
import { reportQuestions } from '#modules/reporting/question-queries.server.ts'
import type { Question, QuestionId, ReportId } from '#modules/reporting/report.ts'
import { contextOf, idOf } from '../../../context.ts'
import { whenSaid } from '../../../when.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const ctx = contextOf(locals)
  const outcome = await reportQuestions(ctx, idOf(params.id))
  if (!outcome.ok) error(404, 'Không có trang này')
  const { page, officers, mayAsk, mayAnswer } = outcome.value
  const today = dayInVietnam(ctx.now)
  const lines = page.content?.lines ?? []
  const names = new Map(lines.map((line) => [cellKey(line.cell), line.name]))
  return {
    ...{ mayAsk, mayAnswer },
    maySettle: page.isReviewer && mayAsk,
    reportId: page.report.id,
    unitName: page.unit.name,
    periodName: periodName(page.report.period),
    chosen: url.searchParams.get('o') ?? '',
    saved: url.searchParams.get('da'),
    cells: mayAsk
      ? lines.map((line) => ({
          key: cellKey(line.cell),
          label: `${line.cell.code} ${line.name}${line.dimensionName ? `, ${line.dimensionName}` : ''}`,
        }))
      : [],
    to: [
      ...answeringDuties(page.report).map((duty) => ({ value: duty as string, label: dutyLabel[duty] })),
      ...officers.map(({ account, name }) => ({ value: account, label: name })),
    ],
    questions: page.questions.toReversed().map((question) => ({
      id: question.id,
      status: question.status,
      key: cellKey(question.cell),
      name: names.get(cellKey(question.cell)) ?? '',
      assigned: assignedSaid(question),
      due: question.due ? formatDay(question.due) : null,
      isLate: question.status === 'open' && question.due !== null && question.due < today,
      messages: question.messages.map((message, index) => ({
        id: `${question.id}-${index}`,
        text: message.text,
        author: message.by,
        role: message.fromReviewer ? 'cấp trên' : null,
        when: whenSaid(message.at),
        mine: message.fromReviewer === page.isReviewer,
      })),
    })),
  }
}

function assignedSaid({ assigned }: Question): string {
  if (assigned === null) return 'ai của đơn vị cũng trả lời được'
  return 'duty' in assigned ? dutyLabel[assigned.duty] : assigned.name
}

export const actions: Actions = {
  hoi: async (event) => {
    const form = await event.request.formData()
    const ctx = contextOf(event.locals)
    const [cell, text, to, day] = [
      textOf(form, 'o', 60),
      textOf(form, 'cau-hoi', longest.question),
      textOf(form, 'giao', 60),
      textOf(form, 'han', 10),
    ]
    const kept = { cell, text, to, day }
    const due = parseLocalDate(day)
    if (day !== '' && due === null)
      return fail(409, { errors: { han: 'Xin chọn một ngày, ví dụ 25/11/2026.' }, kept, about: null, words: '' })
    const whom = answeringDuties({ unit: ctx.actor.unit, province: ctx.actor.province })
    const duties = [...whom, 'commune-officer', 'commune-leader'] as const
    const asked = {
      cell: parseCellKey(cell),
      text,
      to: to === '' ? null : (duties.find((one) => one === to) ?? parseId<'Account'>(to)),
      due,
    }
    const outcome = await askQuestion(ctx, idOf(event.params.id), asked)
    if (outcome.ok) redirect(303, `${event.url.pathname}?da=hoi#hoi-${outcome.value}`)
    return no(outcome, { kept })
  },
  'tra-loi': (event) => onQuestion(event, 'tra-loi', answerQuestion),
  'hoi-tiep': (event) => onQuestion(event, 'hoi-tiep', reopenQuestion),
  xong: (event) => onQuestion(event, 'xong', settleQuestion),
}

type OnQuestion = (
  ctx: ReturnType<typeof contextOf>,
  id: ReportId,
  question: QuestionId,
  words: string,
) => Promise<Outcome<undefined, Refusal>>

async function onQuestion(event: RequestEvent, done: string, command: OnQuestion) {
  const form = await event.request.formData()
  const question = parseId<'Question'>(textOf(form, 'cau', 60))
  if (!question) error(404, 'Không có trang này')
  const words = textOf(form, 'loi', longest.question)
  const outcome = await command(contextOf(event.locals), idOf(event.params.id), question, words)
  if (outcome.ok) redirect(303, `${event.url.pathname}?da=${done}#hoi-${question}`)
  return no(outcome, { about: question, words })
}

type Kept = {
  kept?: { cell: string; text: string; to: string; day: string }
  about?: string
  words?: string
}

const fieldOf: Partial<Record<Refusal['code'], string>> = {
  'cell-not-carried': 'o',
  'question-too-short': 'cau-hoi',
  'personal-number': 'cau-hoi',
  'due-day-passed': 'han',
  'nobody-to-answer': 'giao',
}

function no(outcome: Exclude<Outcome<unknown, Refusal>, { ok: true }>, { kept, about, words }: Kept) {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const field = about ? `loi-${about}` : (fieldOf[outcome.refusal.code] ?? '')
  return fail(409, {
    errors: { [field]: refusalText(outcome.refusal) } as Record<string, string>,
    kept: kept ?? null,
    about: about ?? null,
    words: words ?? '',
  })
}
