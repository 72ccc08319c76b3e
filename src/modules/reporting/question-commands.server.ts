import type { Id } from '#kernel/ids.ts'
import { dayInVietnam, type LocalDate } from '#kernel/local-date.ts'
import { done, notFound, refused } from '#kernel/outcome.ts'
import { holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import type { Tx } from '#platform/database.ts'
import { tell } from '#platform/notify/tell.ts'
import type { DutyKind } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { displayNames } from '#modules/access/names.server.ts'
import { officersOn } from '#modules/access/officers.server.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import { isOpenForEntry } from './lifecycle.ts'
import { onReport, recordMove, type Done } from './on-report.server.ts'
import { mayEnter, standingsOf, type mayRead } from './policy.ts'
import { questionsOf, reopen, saveMessage, saveQuestion, setQuestionStatus } from './question-store.server.ts'
import {
  shortestQuestion,
  type Question,
  type QuestionAssignee,
  type QuestionId,
  type Report,
  type ReportId,
} from './report.ts'
import { linesByCell, readTemplate } from './template-version-store.server.ts'

/** What a reviewer asks: about which cell, whom, and by when. */
export type Asked = {
  cell: CellRef
  text: string
  /** A function of the unit, an account of it, or nobody in particular. */
  to: DutyKind | Id<'Account'> | null
  due: LocalDate | null
}

/** The functions of a unit to which a question may be given. */
export function answeringDuties(report: Pick<Report, 'unit' | 'province'>): readonly DutyKind[] {
  return report.unit === report.province
    ? ['province-officer', 'province-leader']
    : ['commune-officer', 'commune-leader']
}

const isReviewer: typeof mayRead = (actor, owner) => standingsOf(actor, owner).includes('reviewer')

/** Asks about one cell of what was handed in, without sending the report back. */
export async function askQuestion(ctx: Ctx, id: ReportId, asked: Asked): Done<QuestionId> {
  return onReport(ctx, id, isReviewer, async (tx, report) => {
    if (report.status === 'draft' || report.status === 'returned')
      return refused({ code: 'not-handed-in', status: report.status })
    const template = await readTemplate(tx, report.template)
    const line = template && linesByCell(template).get(cellKey(asked.cell))
    if (!line) return refused({ code: 'cell-not-carried' })
    const text = tidy(asked.text)
    if (lengthOf(text) < shortestQuestion) return refused({ code: 'question-too-short' })
    if (holdsPersonalNumber(text)) return refused({ code: 'personal-number' })
    if (asked.due !== null && asked.due < dayInVietnam(ctx.now)) return refused({ code: 'due-day-passed' })
    const assigned = await assigneeFor(tx, ctx, report, asked.to)
    if (assigned === 'nobody') return refused({ code: 'nobody-to-answer' })
    const cell = { indicator: line.indicator.id, dimension: line.dimension }
    const said = { text, at: ctx.now, actor: ctx.actor }
    const question = await saveQuestion(tx, report, cell, said, { assigned, due: asked.due })
    await recordMove(tx, ctx, report, 'question-asked', { question, cell: cellKey(asked.cell) })
    await tellAsked(tx, ctx, report, question)
    return done(question)
  })
}

async function assigneeFor(tx: Tx, ctx: Ctx, report: Report, to: Asked['to']): Promise<QuestionAssignee | 'nobody'> {
  if (to === null) return null
  const kinds = answeringDuties(report)
  const duty = kinds.find((one) => one === to)
  if (duty) return { duty }
  const wanted = { province: report.province, unit: report.unit, kinds, day: dayInVietnam(ctx.now) }
  const officer = (await officersOn(tx, wanted)).find(({ account }) => account === to)
  if (!officer) return 'nobody'
  const names = await displayNames(tx, report.province, [officer.account])
  return { account: officer.account, name: names.get(officer.account) ?? '' }
}

/** The reviewer is content: nothing more is answered, unless it is opened again. */
export async function settleQuestion(ctx: Ctx, id: ReportId, questionId: QuestionId): Done<undefined> {
  return onQuestion(ctx, id, questionId, async (tx, report, question) => {
    if (question.status === 'settled') return refused({ code: 'question-settled' })
    await setQuestionStatus(tx, report, [question.id], 'settled')
    await recordMove(tx, ctx, report, 'question-settled', { question: question.id, cell: cellKey(question.cell) })
    return done()
  })
}

/** The reviewer asks on: an answered or settled question is open again, with what is still to be said. */
export async function reopenQuestion(ctx: Ctx, id: ReportId, questionId: QuestionId, words: string): Done<undefined> {
  return onQuestion(ctx, id, questionId, async (tx, report, question) => {
    const text = tidy(words)
    if (lengthOf(text) < shortestQuestion) return refused({ code: 'question-too-short' })
    if (holdsPersonalNumber(text)) return refused({ code: 'personal-number' })
    const place = { question: question.id, n: question.messages.length + 1, fromReviewer: true }
    await saveMessage(tx, report, place, { text, at: ctx.now, actor: ctx.actor })
    if (question.status === 'settled') await reopen(tx, report, question.id)
    else await setQuestionStatus(tx, report, [question.id], 'open')
    await recordMove(tx, ctx, report, 'question-reopened', { question: question.id, cell: cellKey(question.cell) })
    await tellAsked(tx, ctx, report, question.id)
    return done()
  })
}

type InQuestion = (tx: Tx, report: Report, question: Question) => ReturnType<typeof settleQuestion>

function onQuestion(ctx: Ctx, id: ReportId, questionId: QuestionId, work: InQuestion): Done<undefined> {
  return onReport(ctx, id, isReviewer, async (tx, report) => {
    const question = (await questionsOf(tx, report)).find((one) => one.id === questionId)
    return question ? work(tx, report, question) : notFound()
  })
}

async function tellAsked(tx: Tx, ctx: Ctx, report: Report, question: QuestionId): Promise<void> {
  await tell(tx, 'question-asked', { province: report.province, object: question, by: ctx.actor.account, at: ctx.now })
}

/** Answers one question on a cell. */
export async function answerQuestion(ctx: Ctx, id: ReportId, questionId: QuestionId, text: string): Done<undefined> {
  return onReport(ctx, id, mayEnter, async (tx, report) => {
    const question = (await questionsOf(tx, report)).find((one) => one.id === questionId)
    if (!question) return notFound()
    if (question.status === 'settled') return refused({ code: 'question-settled' })
    const answer = tidy(text)
    if (answer === '') return refused({ code: 'answer-empty' })
    if (holdsPersonalNumber(answer)) return refused({ code: 'personal-number' })
    const place = { question: questionId, n: question.messages.length + 1, fromReviewer: false }
    await saveMessage(tx, report, place, { text: answer, at: ctx.now, actor: ctx.actor })
    await setQuestionStatus(tx, report, [questionId], 'answered')
    await recordMove(tx, ctx, report, 'question-answered', { question: questionId, cell: cellKey(question.cell) })
    const told = { province: report.province, object: questionId, by: ctx.actor.account, at: ctx.now }
    // What is answered before a submission is told by the submission.
    if (!isOpenForEntry(report.status)) await tell(tx, 'question-answered', told)
    return done()
  })
}
