import { newId, type Id } from '#kernel/ids.ts'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/database.ts'
import type { Actor, DutyKind } from '#modules/access/actor.ts'
import type { Explanation, Question, QuestionAssignee, QuestionId, Report } from './report.ts'

/** The questions on a report's cells with their threads, oldest first. */
export async function questionsOf(tx: Tx, report: Pick<Report, 'province' | 'id'>): Promise<Question[]> {
  const rows = await tx
    .selectFrom('report_question as question')
    .innerJoin('indicator_version as indicator', 'indicator.id', 'question.indicator_version')
    .innerJoin('report_message as message', (join) =>
      join.onRef('message.province_id', '=', 'question.province_id').onRef('message.question_id', '=', 'question.id'),
    )
    .select([
      'question.id',
      'question.status',
      'question.dimension',
      'question.assigned_duty as duty',
      'question.assigned_account as account',
      'question.assigned_name as name',
      'question.due_on as due',
      'indicator.indicator_code as code',
      'message.text',
      'message.at',
      'message.person_name as by',
      'message.from_reviewer as fromReviewer',
    ])
    .where('question.province_id', '=', report.province)
    .where('question.report_id', '=', report.id)
    .orderBy('question.at')
    .orderBy('question.id')
    .orderBy('message.n')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id)].map(([id, messages]) => ({
    id: id as QuestionId,
    cell: { code: messages[0]?.code ?? '', dimension: messages[0]?.dimension ?? '' },
    status: (messages[0]?.status ?? 'open') as Question['status'],
    messages: messages.map(({ text, at, by, fromReviewer }) => ({ text, at, by, fromReviewer })),
    assigned: assigneeOf(messages[0]),
    due: messages[0]?.due ? localDate(messages[0].due) : null,
  }))
}

/** The checks of report_question hold the duty to the known words. */
export function assigneeOf(
  row: { duty: string | null; account: string | null; name: string | null } | undefined,
): QuestionAssignee {
  if (row?.account) return { account: row.account as Id<'Account'>, name: row.name ?? '' }
  return row?.duty ? { duty: row.duty as DutyKind } : null
}

/** The explanations given with a report, by the key of the finding they answer. */
export async function explanationsOf(
  tx: Tx,
  report: Pick<Report, 'province' | 'id'>,
): Promise<Map<string, Explanation>> {
  const rows = await tx
    .selectFrom('report_explanation')
    .select(['rule', 'text', 'about', 'person_name'])
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .execute()
  return new Map(rows.map((row) => [row.rule, { text: row.text, by: row.person_name, about: row.about }]))
}

type Said = { text: string; at: Date; actor: Actor }

/** Asks about one cell: the question and its first message. */
export async function saveQuestion(
  tx: Tx,
  report: Report,
  cell: { indicator: string; dimension: string },
  said: Said,
  to: { assigned: QuestionAssignee; due: LocalDate | null } = { assigned: null, due: null },
): Promise<QuestionId> {
  const id = newId<'Question'>(said.at)
  const { assigned } = to
  const officer = assigned && 'account' in assigned ? assigned : null
  await tx
    .insertInto('report_question')
    .values({
      province_id: report.province,
      id,
      report_id: report.id,
      unit_id: report.unit,
      indicator_version: cell.indicator,
      dimension: cell.dimension,
      status: 'open',
      at: said.at,
      assigned_duty: assigned && 'duty' in assigned ? assigned.duty : null,
      assigned_account: officer?.account ?? null,
      assigned_name: officer?.name ?? null,
      due_on: to.due,
    })
    .execute()
  await saveMessage(tx, report, { question: id, n: 1, fromReviewer: true }, said)
  return id
}

/** Opens a settled question again and counts it. */
export async function reopen(tx: Tx, report: Report, question: QuestionId): Promise<void> {
  await tx
    .updateTable('report_question')
    .set((eb) => ({ status: 'open', reopened: eb('reopened', '+', 1) }))
    .where('province_id', '=', report.province)
    .where('id', '=', question)
    .execute()
}

export async function saveMessage(
  tx: Tx,
  report: Report,
  place: { question: QuestionId; n: number; fromReviewer: boolean },
  said: Said,
): Promise<void> {
  await tx
    .insertInto('report_message')
    .values({
      province_id: report.province,
      question_id: place.question,
      n: place.n,
      unit_id: report.unit,
      text: said.text,
      at: said.at,
      account_id: said.actor.account,
      person_name: said.actor.name,
      from_reviewer: place.fromReviewer,
    })
    .execute()
}

/** Answered questions are done with once the reviewer has decided. */
export async function settleAnswered(tx: Tx, report: Report): Promise<void> {
  const answered = (await questionsOf(tx, report)).filter((question) => question.status === 'answered')
  const ids = answered.map((question) => question.id)
  await setQuestionStatus(tx, report, ids, 'settled')
}

export async function setQuestionStatus(
  tx: Tx,
  report: Report,
  questions: QuestionId[],
  status: Question['status'],
): Promise<void> {
  if (questions.length === 0) return
  await tx
    .updateTable('report_question')
    .set({ status })
    .where('province_id', '=', report.province)
    .where('id', 'in', questions)
    .execute()
}

export async function saveExplanation(
  tx: Tx,
  report: Report,
  finding: { key: string; about: string },
  said: Said,
): Promise<void> {
  const changing = {
    text: said.text,
    about: finding.about,
    at: said.at,
    account_id: said.actor.account,
    person_name: said.actor.name,
  }
  await tx
    .insertInto('report_explanation')
    .values({
      province_id: report.province,
      report_id: report.id,
      rule: finding.key,
      unit_id: report.unit,
      ...changing,
    })
    .onConflict((conflict) => conflict.columns(['province_id', 'report_id', 'rule']).doUpdateSet(changing))
    .execute()
}

/** Drops explanations that no longer stand beside anything; `standing` are the findings that still have theirs. */
export async function dropExplanationsBut(tx: Tx, report: Report, standing: string[]): Promise<void> {
  await tx
    .deleteFrom('report_explanation')
    .where('province_id', '=', report.province)
    .where('report_id', '=', report.id)
    .where((eb) => (standing.length > 0 ? eb('rule', 'not in', standing) : eb.lit(true)))
    .execute()
}
