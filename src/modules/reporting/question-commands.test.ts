import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { addDays, localDate } from '#kernel/local-date.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy } from '../../../tests/support/reports.ts'
import { askAmendment } from './amendment-commands.server.ts'
import { acceptReport, returnReport } from './commands.server.ts'
import { answerQuestion, askQuestion, reopenQuestion, settleQuestion, type Asked } from './question-commands.server.ts'
import { openQuestionsFor, questionList, reportQuestions, reviewWaiting } from './question-queries.server.ts'
import { reportPage } from './queries.server.ts'
import type { ReportId } from './report.ts'

const database = useDatabase()
const { as, typed, submitted, versionOf } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const today = localDate('2026-10-07')
const text = 'Số cuộc này đã trừ cuộc hoãn chưa?'
/** Gives the officer the account and the duty that the tests else only say they have. */
async function employ(): Promise<void> {
  const { province, unit, account } = place.people.doiCheOfficer
  await database.asOwner(
    `insert into duty (province_id, id, account_id, unit_id, kind, valid)
     values ($1, $2, $3, $4, 'commune-officer', '[2025-07-01,)')`,
    [province, newId<'Duty'>(), account, unit],
  )
}

const plain: Asked = { cell: { code: 'C01', dimension: '' }, text, to: null, due: null }

async function asked(wanted: Partial<Asked> = {}) {
  const id = await submitted(place.people.doiCheOfficer, { C01: '3' })
  const question = doneBy(await askQuestion(as(place.people.reviewer), id, { ...plain, ...wanted }))
  return { id, question }
}

const homeOf = (who: keyof TestProvince['people'], at?: Date) => openQuestionsFor(as(place.people[who], at))
const listOf = async (who: keyof TestProvince['people'], at?: Date) =>
  doneBy(await questionList(as(place.people[who], at), { filter: 'all', words: '', page: 1 }))

describe('asking about a cell while a report is reviewed', () => {
  test('done: the report stays where it is, and the question waits for its unit with its day', async () => {
    const { id } = await asked({ due: addDays(today, 3), to: 'commune-leader' })
    const page = doneBy(await reportPage(as(place.people.doiCheOfficer), id))
    expect(page.report.status).toBe('submitted')
    expect(page.questions).toMatchObject([{ status: 'open', due: '2026-10-10', assigned: { duty: 'commune-leader' } }])
    expect(await homeOf('doiCheLeader')).toMatchObject([{ text, cell: { code: 'C01' }, overdue: 0 }])
    expect(await homeOf('doiCheOfficer')).toEqual([])
    expect(await homeOf('benDoOfficer')).toEqual([])
  })

  test('done: one officer is asked by name', async () => {
    const id = await submitted(place.people.doiCheOfficer, { C01: '3' })
    const officer = place.people.doiCheOfficer.account
    await employ()
    const form = doneBy(await reportQuestions(as(place.people.reviewer), id))
    expect(form.officers.map(({ account }) => account)).toContain(officer)
    doneBy(await askQuestion(as(place.people.reviewer), id, { ...plain, to: officer }))
    expect(await homeOf('doiCheOfficer')).toMatchObject([{ assigned: { account: officer, name: 'Trần Thị Ổi' } }])
    expect(await homeOf('doiCheLeader')).toEqual([])
  })

  test('refused: no such cell, too short, a telephone number, a day gone by, somebody of another unit, a draft', async () => {
    const id = await submitted(place.people.doiCheOfficer, { C01: '3' })
    const ask = async (wanted: Partial<Asked>, of: ReportId = id) =>
      answerOf(await askQuestion(as(place.people.reviewer), of, { ...plain, ...wanted }))
    expect(await ask({ cell: { code: 'X99', dimension: '' } })).toBe('cell-not-carried')
    expect(await ask({ text: ' ? ' })).toBe('question-too-short')
    expect(await ask({ text: 'Gọi 0912345678 cho rõ' })).toBe('personal-number')
    expect(await ask({ due: addDays(today, -1) })).toBe('due-day-passed')
    expect(await ask({ to: place.people.benDoOfficer.account })).toBe('nobody-to-answer')
    expect(await ask({ to: 'province-leader' })).toBe('nobody-to-answer')
    expect(await ask({}, await typed(place.people.benDoOfficer, { C01: '1' }))).toBe('not-handed-in')
  })

  test('forbidden: a commune asks nobody, settles nothing and opens nothing again', async () => {
    const { id, question } = await asked()
    const officer = as(place.people.doiCheOfficer)
    expect(answerOf(await askQuestion(officer, id, plain))).toBe('forbidden')
    expect(answerOf(await settleQuestion(officer, id, question))).toBe('forbidden')
    expect(answerOf(await reopenQuestion(officer, id, question, text))).toBe('forbidden')
    expect(answerOf(await askQuestion(as(place.people.benDoOfficer), id, plain))).toMatch(/forbidden|not-found/)
  })
})

describe('the thread of a question', () => {
  test('done: answered, asked on, answered, settled, opened again', async () => {
    const { id, question } = await asked()
    const [officer, reviewer] = [as(place.people.doiCheOfficer), as(place.people.reviewer)]
    doneBy(await answerQuestion(officer, id, question, 'Đã trừ.'))
    expect(await homeOf('reviewer')).toMatchObject([{ status: 'answered', text: 'Đã trừ.', messages: 2 }])
    doneBy(await reopenQuestion(reviewer, id, question, 'Trừ mấy cuộc?'))
    expect(await homeOf('reviewer')).toEqual([])
    doneBy(await answerQuestion(officer, id, question, 'Hai cuộc.'))
    doneBy(await settleQuestion(reviewer, id, question))
    expect(answerOf(await answerQuestion(officer, id, question, 'Nữa.'))).toBe('question-settled')
    doneBy(await reopenQuestion(reviewer, id, question, 'Cuộc thứ hai ở đâu?'))
    const page = doneBy(await reportPage(officer, id))
    expect(page.questions).toMatchObject([{ status: 'open' }])
    expect(page.questions[0]?.messages).toHaveLength(5)
    expect(await database.asOwner('select reopened from report_question where id = $1', [question])).toEqual([
      { reopened: 1 },
    ])
  })

  test('refused: settled twice, opened again without a word; not found: a question of another report', async () => {
    const { id, question } = await asked()
    const reviewer = as(place.people.reviewer)
    doneBy(await settleQuestion(reviewer, id, question))
    expect(answerOf(await settleQuestion(reviewer, id, question))).toBe('question-settled')
    expect(answerOf(await reopenQuestion(reviewer, id, question, '…'))).toBe('question-too-short')
    expect(answerOf(await settleQuestion(reviewer, id, newId<'Question'>()))).toBe('not-found')
  })

  test('why a report was returned or accepted is kept in its history', async () => {
    const { id } = await asked()
    const reviewer = as(place.people.reviewer)
    doneBy(await acceptReport(reviewer, id, await versionOf(id), 'Nhận, số C01 đang hỏi thêm.'))
    const page = doneBy(await reportPage(reviewer, id))
    expect(page.events[0]).toMatchObject({ move: 'accept', note: 'Nhận, số C01 đang hỏi thêm.' })
    const other = await submitted(place.people.benDoOfficer, { C01: '1' })
    const cells = [{ cell: plain.cell, text }]
    const phone = 'Gọi 0912345678'
    expect(answerOf(await returnReport(reviewer, other, await versionOf(other), cells, phone))).toBe('personal-number')
    doneBy(await returnReport(reviewer, other, await versionOf(other), cells, 'Xin đối chiếu sổ.'))
    const returned = doneBy(await reportPage(reviewer, other))
    expect(returned.events[0]).toMatchObject({ move: 'return', note: 'Xin đối chiếu sổ.' })
  })
})

describe('what waits for review, among other work', () => {
  const waiting = (who: keyof TestProvince['people'], at?: Date) => {
    const ctx = as(place.people[who], at)
    return inScope(database.db, scopeOf(ctx.actor), (tx) => reviewWaiting(tx, ctx))
  }

  test('questions to answer and answers to read, amendments to type and to decide on: each to whose work it is', async () => {
    const { id, question } = await asked({ due: addDays(today, 1) })
    const then = new Date('2026-10-12T02:00:00Z')
    expect(await waiting('doiCheOfficer', then)).toMatchObject({ toAnswer: 1, overdue: 1, toRead: 0 })
    expect(await waiting('benDoOfficer', then)).toMatchObject({ toAnswer: 0, overdue: 0 })
    doneBy(await answerQuestion(as(place.people.doiCheOfficer), id, question, 'Đã trừ.'))
    expect(await waiting('reviewer')).toMatchObject({ toAnswer: 0, toRead: 1 })
    doneBy(await acceptReport(as(place.people.reviewer), id, await versionOf(id)))
    doneBy(await askAmendment(as(place.people.reviewer), id, 'Xin đếm lại theo sổ.'))
    expect(await waiting('doiCheOfficer')).toMatchObject({ amendmentsToType: 1, amendmentsToDecide: 0 })
    expect(await waiting('reviewer')).toMatchObject({ amendmentsToType: 0, amendmentsToDecide: 0 })
    const admin = { ...as(place.people.reviewer), actor: { ...place.people.reviewer, duty: 'administrator' as const } }
    const nothing = { toAnswer: 0, overdue: 0, toRead: 0, amendmentsToType: 0, amendmentsToDecide: 0 }
    expect(await inScope(database.db, scopeOf(admin.actor), (tx) => reviewWaiting(tx, admin))).toEqual(nothing)
  })
})

describe('the list of all questions', () => {
  test('overdue first; a province sees all, a commune its own, an administrator nothing', async () => {
    const late = await asked({ due: addDays(today, 1) })
    const other = await submitted(place.people.benDoOfficer, { C01: '1' })
    doneBy(await askQuestion(as(place.people.reviewer), other, { ...plain, due: addDays(today, 30) }))
    const then = new Date('2026-10-12T02:00:00Z')
    const all = await listOf('reviewer', then)
    expect(all.lines.map(({ report, overdue }) => [report, overdue])).toEqual([
      [late.id, 4],
      [other, 0],
    ])
    expect(all.counts).toEqual({ open: 2, overdue: 1, answered: 0, settled: 0, all: 2 })
    expect((await listOf('benDoOfficer', then)).lines.map(({ report }) => report)).toEqual([other])
    const found = await questionList(as(place.people.reviewer, then), { filter: 'overdue', words: 'c01', page: 9 })
    expect(doneBy(found)).toMatchObject({ page: 1, pages: 1, lines: [{ report: late.id }] })
    const none = await questionList(as(place.people.reviewer, then), { filter: 'all', words: '%', page: 1 })
    expect(doneBy(none).lines).toEqual([])
    const admin = { ...place.people.reviewer, duty: 'administrator' as const }
    expect(answerOf(await questionList(as(admin), { filter: 'all', words: '', page: 1 }))).toBe('forbidden')
  })
})
