import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { inScope } from '#platform/database.ts'
import { localStore } from '#platform/files/local-store.ts'
import { mostWaiting, type AskedId } from '#modules/activities/asked.ts'
import {
  decideQuestion,
  joinQuestions,
  partQuestion,
  typeQuestions,
} from '#modules/activities/asked-commands.server.ts'
import { askReceipt, sendQuestion } from '#modules/activities/asking.server.ts'
import { answerAsked, moveCommitment } from '#modules/activities/commitment-commands.server.ts'
import { commitmentBoard, commitmentPage } from '#modules/activities/commitment-queries.server.ts'
import type { AnswerEntry, CommitmentId } from '#modules/activities/commitment.ts'
import type { DialogueMove } from '#modules/activities/dialogue-life.ts'
import type { DialogueId, DialoguePlan } from '#modules/activities/dialogue.ts'
import { attachEvidence, removeEvidence } from '#modules/activities/evidence-commands.server.ts'
import { evidenceFile } from '#modules/activities/evidence-queries.server.ts'
import { minutesDocument } from '#modules/activities/minutes-document.ts'
import { changePlan, moveDialogue, planDialogue, type MoveWith } from '#modules/activities/plan-commands.server.ts'
import { publicDialogue, publicDialogues } from '#modules/activities/public-queries.server.ts'
import { dialoguePage } from '#modules/activities/queries.server.ts'
import { remindCommitments } from '#modules/activities/reminders.server.ts'
import { activitiesWaiting } from '#modules/activities/waiting-queries.server.ts'
import { activitiesTellers } from '#modules/activities/tellers.server.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import { writePdf } from '#platform/office/pdf.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy, now } from './support/reports.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const day = localDate('2026-10-20')
const plan: DialoguePlan = {
  heldOn: day,
  startsAt: '8:00',
  subject: 'Đối thoại về nước sạch mùa khô',
  place: 'Hội trường xã',
  isThematic: false,
  chairedBy: 'Chủ tịch Ủy ban nhân dân xã',
  invited: 'Mặt trận Tổ quốc xã\nHội Nông dân xã',
  announcement: 'Kính mời Nhân dân toàn xã.',
  questionsUntil: localDate('2026-10-18'),
  sessions: [{ day: localDate('2026-10-21'), startsAt: '14:00', place: 'Nhà văn hóa thôn Bến' }],
}
const after = new Date('2026-10-22T02:00:00Z')
const officer = (at = now) => as(place.people.doiCheOfficer, at)
const leader = (at = after) => as(place.people.doiCheLeader, at)
const visitor = (at = now) => ({ db: database.db, now: at })

async function planned(): Promise<DialogueId> {
  return doneBy(await planDialogue(officer(), newId(), plan))
}

async function version(id: DialogueId): Promise<number> {
  return doneBy(await dialoguePage(officer(), id)).dialogue.version
}

async function move(actor: Actor, id: DialogueId, step: DialogueMove, given: MoveWith = {}, at = after) {
  return moveDialogue(as(actor, at), id, await version(id), step, given)
}

async function announced(): Promise<DialogueId> {
  const id = await planned()
  doneBy(await move(place.people.doiCheOfficer, id, 'announce', {}, now))
  return id
}

async function held(): Promise<DialogueId> {
  const id = await announced()
  const was = { heldOn: day, attendances: 90, opinions: 3 }
  doneBy(await move(place.people.doiCheOfficer, id, 'hold', { held: was }))
  return id
}

const asked = ['Bao giờ có nước sạch về thôn Bến?', 'Đường ống vỡ ai sửa?', 'Thôn Bến bao giờ có nước?']

async function withQuestions(id: DialogueId): Promise<AskedId[]> {
  doneBy(await typeQuestions(officer(after), id, await version(id), 'hall', asked))
  return doneBy(await dialoguePage(officer(), id)).questions.map((one) => one.id)
}

const promise: AnswerEntry = {
  kind: 'promised',
  answer: 'Lắp xong trạm bơm và thử nước.',
  owner: 'Phòng Kinh tế xã',
  due: { on: localDate('2026-11-10') },
  asker: 'unknown',
}
const atOnce: AnswerEntry = {
  kind: 'answered',
  answer: 'Tổ quản lý nước sửa trong ngày.',
  owner: '',
  due: null,
  asker: 'satisfied',
}

async function promised(id: DialogueId, question: AskedId, entry = promise): Promise<CommitmentId> {
  return doneBy(await answerAsked(officer(after), id, question, 0, entry))
}

async function published(): Promise<{ id: DialogueId; commitment: CommitmentId }> {
  const id = await held()
  const [first, second, third] = await withQuestions(id)
  if (!first || !second || !third) throw new Error('Three questions were typed in')
  doneBy(await joinQuestions(officer(after), id, first, [third]))
  const commitment = await promised(id, first)
  await promised(id, second, atOnce)
  const minutes = { chairedBy: plan.chairedBy, invited: plan.invited, conclusion: 'Giao phòng Kinh tế theo dõi.' }
  doneBy(await move(place.people.doiCheOfficer, id, 'draft', { minutes }))
  doneBy(await move(place.people.doiCheOfficer, id, 'circulate'))
  doneBy(await move(place.people.doiCheLeader, id, 'approve'))
  doneBy(await move(place.people.doiCheLeader, id, 'publish'))
  return { id, commitment }
}

async function facts(id: string): Promise<Record<string, number>> {
  const rows = await database.asOwner<{ code: string; dimension: string; amount: string }>(
    'select indicator_code as code, dimension, amount from counted_fact where record_id = $1 order by 1, 2',
    [id],
  )
  return Object.fromEntries(
    rows.map((row) => [row.dimension ? `${row.code}:${row.dimension}` : row.code, Number(row.amount)]),
  )
}

describe('a dialogue goes through its life', () => {
  test('planned it counts for nothing and nobody outside reads it; sent twice it is one', async () => {
    const id = newId<'Dialogue'>()
    const both = await Promise.all([planDialogue(officer(), id, plan), planDialogue(officer(), id, plan)])
    expect(both.map(answerOf)).toEqual(['done', 'done'])
    expect(await facts(id)).toEqual({})
    expect(await publicDialogue(database.db, id)).toBeNull()
    expect(doneBy(await dialoguePage(officer(), id)).sessions).toEqual(plan.sessions)
  })

  test('from the plan to the published minutes, with every question answered and every promise public', async () => {
    const { id } = await published()
    const { dialogue, moves } = doneBy(await dialoguePage(leader(), id))
    expect([dialogue.state, moves]).toEqual(['published', ['withdraw']])
    expect(await facts(id)).toEqual({ D03: 1, D04: 1, D06: 3, 'D07:answered': 1, 'D07:open': 2 })
    const shown = await publicDialogue(database.db, id)
    expect([shown?.state, shown?.content.attendances, shown?.content.chairedBy]).toEqual([
      'published',
      90,
      plan.chairedBy,
    ])
    expect(shown?.content.answers.map((one) => [one.question, one.alsoAsked, one.state, one.asker])).toEqual([
      [asked[0], 1, 'open', 'unknown'],
      [asked[1], 0, 'closed', 'satisfied'],
    ])
  })

  test('minutes do not go round before the chair is named, every question read and answered', async () => {
    const id = await announced()
    doneBy(await sendQuestion(visitor(), id, newId(), 'Chợ tạm bao giờ dời?'))
    const was = { heldOn: day, attendances: null, opinions: null }
    doneBy(await move(place.people.doiCheOfficer, id, 'hold', { held: was }))
    const empty = { chairedBy: '', invited: '', conclusion: '' }
    doneBy(await move(place.people.doiCheOfficer, id, 'draft', { minutes: empty }))
    const circulate = () => move(place.people.doiCheOfficer, id, 'circulate')
    expect(await circulate()).toMatchObject({ refusal: { code: 'chair-missing' } })
    doneBy(await move(place.people.doiCheOfficer, id, 'draft', { minutes: { ...empty, chairedBy: 'Chủ tịch xã' } }))
    expect(await circulate()).toMatchObject({ refusal: { code: 'questions-unread', count: 1 } })
    const [question] = doneBy(await dialoguePage(officer(), id)).questions
    if (!question) throw new Error('One question was sent')
    doneBy(await decideQuestion(officer(after), id, question.id, question.version, { state: 'taken' }))
    expect(await circulate()).toMatchObject({ refusal: { code: 'questions-unanswered', count: 1 } })
    await promised(id, question.id, atOnce)
    expect(answerOf(await circulate())).toBe('done')
  })

  test('an officer does not approve, another commune does nothing, a reviewer only reads', async () => {
    const id = await planned()
    expect(answerOf(await move(place.people.doiCheOfficer, id, 'approve'))).toBe('forbidden')
    const others = [place.people.benDoOfficer, place.people.otherLeader]
    for (const actor of others) expect(answerOf(await moveDialogue(as(actor), id, 1, 'announce'))).toBe('not-found')
    for (const actor of [place.people.reviewer, place.people.administrator])
      expect(answerOf(await moveDialogue(as(actor), id, 1, 'announce'))).toBe('forbidden')
    expect(doneBy(await dialoguePage(as(place.people.reviewer), id)).moves).toEqual([])
  })

  test('not now, not without a reason, not on a day that has not come or has passed', async () => {
    const id = await planned()
    expect(await move(place.people.doiCheOfficer, id, 'circulate')).toMatchObject({ refusal: { code: 'not-now' } })
    expect(await move(place.people.doiCheOfficer, id, 'cancel')).toMatchObject({ refusal: { code: 'reason-missing' } })
    expect(await move(place.people.doiCheOfficer, id, 'announce')).toMatchObject({ refusal: { code: 'day-passed' } })
    const early = { heldOn: day, attendances: 1, opinions: 1 }
    expect(await move(place.people.doiCheOfficer, id, 'hold', { held: early }, now)).toMatchObject({
      refusal: { code: 'day-not-come' },
    })
    const late = { ...plan, heldOn: localDate('2026-10-01'), questionsUntil: null }
    expect(await planDialogue(officer(), newId(), late)).toMatchObject({ refusal: { code: 'day-passed' } })
    const named = { ...plan, announcement: 'Gọi 0912 345 678' }
    expect(await changePlan(officer(), id, 1, named)).toMatchObject({ refusal: { code: 'personal-number' } })
  })

  test('two officers at once: the second is told that it moved, and the row moved once', async () => {
    const id = await planned()
    const both = await Promise.all([
      moveDialogue(officer(), id, 1, 'announce'),
      moveDialogue(as(place.people.doiCheColleague), id, 1, 'announce'),
    ])
    expect(both.map(answerOf).sort()).toEqual(['changed-meanwhile', 'done'])
    expect(await version(id)).toBe(2)
  })

  test('cancelled, it stays public with its reason and counts for nothing', async () => {
    const id = await announced()
    doneBy(await move(place.people.doiCheOfficer, id, 'cancel', { reason: 'Mưa lũ' }, now))
    const shown = await publicDialogue(database.db, id)
    expect([shown?.state, shown?.content.cancelReason, await facts(id)]).toEqual(['cancelled', 'Mưa lũ', {}])
  })

  test('withdrawn, its page says so and nothing else, until it is published again', async () => {
    const { id } = await published()
    doneBy(await move(place.people.doiCheLeader, id, 'withdraw', { reason: 'Ghi sai một câu' }))
    const shown = await publicDialogue(database.db, id)
    expect([shown?.state, shown?.content.answers, shown?.content.conclusion]).toEqual(['withdrawn', [], ''])
    const list = await publicDialogues(database.db, { unitCode: null, page: 1, today: day })
    expect(list.lines.some((one) => one.id === id)).toBe(false)
  })

  test('the province holds its own: D01 and D02, by its officers alone', async () => {
    const reviewer = (at = now) => as(place.people.reviewer, at)
    const id = doneBy(await planDialogue(reviewer(), newId(), plan))
    const was = { heldOn: day, attendances: 250, opinions: null }
    doneBy(await moveDialogue(reviewer(after), id, 1, 'hold', { held: was }))
    expect(await facts(id)).toEqual({ D01: 1, D02: 250 })
    expect(answerOf(await moveDialogue(officer(), id, 2, 'draft'))).toBe('not-found')
  })
})

describe('questions are gathered', () => {
  test('a resident sends one without an account; nobody sees it, and its receipt tells what became of it', async () => {
    const id = await announced()
    const sheet = newId<'AskedQuestion'>()
    const receipt = doneBy(await sendQuestion(visitor(), id, sheet, 'Bao giờ có nước?'))
    expect(doneBy(await sendQuestion(visitor(), id, sheet, 'Bao giờ có nước?'))).toBe(receipt)
    expect(await askReceipt(visitor(), id, receipt.toLowerCase())).toMatchObject({ state: 'waiting' })
    expect(JSON.stringify(await publicDialogue(database.db, id))).not.toContain('Bao giờ có nước')
    const [question] = doneBy(await dialoguePage(officer(), id)).questions
    expect(question).toMatchObject({ source: 'online', state: 'waiting' })
    const decided = { state: 'set-aside', reason: 'Đã trả lời ở cuộc trước' } as const
    doneBy(await decideQuestion(officer(), id, sheet, 1, decided))
    expect(await askReceipt(visitor(), id, receipt)).toMatchObject({ state: 'set-aside', reason: decided.reason })
    expect(await askReceipt(visitor(), await announced(), receipt)).toBeNull()
  })

  test('not with a telephone number, not after the last day, not for one that is not announced, not beyond the limit', async () => {
    const id = await announced()
    const send = (text: string, at = now, to = id) => sendQuestion(visitor(at), to, newId(), text)
    expect(await send('Xin gọi 0912 345 678')).toMatchObject({ refusal: { code: 'personal-number' } })
    expect(await send('Câu hỏi muộn', new Date('2026-10-19T02:00:00Z'))).toMatchObject({
      refusal: { code: 'not-gathering' },
    })
    expect(answerOf(await send('Câu hỏi', now, await planned()))).toBe('not-found')
    await database.asOwner(
      `insert into dialogue_question (province_id, id, dialogue_id, unit_id, source, content, state, receipt, asked_at, changed_at)
       select $1, gen_random_uuid(), $2, $3, 'online', 'đầy', 'waiting', 'X' || n, now(), now() from generate_series(1, $4) n`,
      [place.province, id, place.doiChe, mostWaiting],
    )
    expect(await send('Một câu nữa')).toMatchObject({ refusal: { code: 'gathering-full' } })
  })

  test('from paper many at once, on one sheet once; joined under one answer and parted again', async () => {
    const id = await planned()
    const sheet = () => typeQuestions(officer(), id, 1, 'paper', asked)
    expect(answerOf(await sheet())).toBe('done')
    expect(answerOf(await sheet())).toBe('changed-meanwhile')
    const [first, second, third] = doneBy(await dialoguePage(officer(), id)).questions.map((one) => one.id)
    if (!first || !second || !third) throw new Error('Three questions were typed in')
    doneBy(await joinQuestions(officer(), id, second, [third]))
    doneBy(await joinQuestions(officer(), id, first, [second]))
    const groups = () => dialoguePage(officer(), id).then((page) => doneBy(page).questions.map((one) => one.sameAs))
    expect(await groups()).toEqual([null, first, first])
    doneBy(await partQuestion(officer(), id, third, 3))
    expect(await groups()).toEqual([null, first, null])
    expect(answerOf(await joinQuestions(officer(), id, second, [first]))).toBe('question-not-taken')
    expect(answerOf(await typeQuestions(as(place.people.reviewer), id, 2, 'paper', asked))).toBe('forbidden')
    expect(await typeQuestions(officer(), id, 2, 'paper', [])).toMatchObject({ refusal: { code: 'no-questions' } })
    expect(answerOf(await joinQuestions(as(place.people.benDoOfficer), id, first, [second]))).toBe('not-found')
    expect(answerOf(await partQuestion(as(place.people.reviewer), id, second, 2))).toBe('forbidden')
    expect(answerOf(await partQuestion(officer(), id, first, 1))).toBe('question-settled')
    expect(answerOf(await decideQuestion(as(place.people.reviewer), id, first, 1, { state: 'taken' }))).toBe(
      'forbidden',
    )
    const aside = { state: 'set-aside', reason: 'Trùng' } as const
    expect(answerOf(await decideQuestion(officer(), id, first, 1, aside))).toBe('question-answered')
  })
})

describe('every question becomes a commitment', () => {
  test('a due day counted in working days passes the weekend, and says how it was found', async () => {
    const id = await held()
    const [first] = await withQuestions(id)
    if (!first) throw new Error('Questions were typed in')
    const commitment = await promised(id, first, { ...promise, due: { days: 5, count: 'working' } })
    const page = doneBy(await commitmentPage(officer(after), commitment))
    // Tuesday 20 October and five working days: Tuesday 27 October.
    expect([page.commitment.dueOn, page.commitment.dueRule]).toEqual([
      '2026-10-27',
      '5 ngày làm việc kể từ ngày đối thoại',
    ])
  })

  test('extended with a reason, finished, closed with the asker’s side, reopened: the page and the counts follow', async () => {
    const { id, commitment } = await published()
    const nothing = { words: '', dueOn: null, owner: '', asker: 'unknown' } as const
    const step = (move: 'extend' | 'finish' | 'close' | 'reopen', at: number, given = {}) =>
      moveCommitment(officer(new Date(after.getTime() + at * 60_000)), commitment, at, move, { ...nothing, ...given })
    expect(answerOf(await step('extend', 1, { dueOn: localDate('2026-12-01') }))).toBe('words-missing')
    expect(answerOf(await step('extend', 1, { words: 'Chờ vật tư', dueOn: localDate('2026-11-10') }))).toBe(
      'due-not-later',
    )
    doneBy(await step('extend', 1, { words: 'Chờ vật tư', dueOn: localDate('2026-12-01') }))
    expect(answerOf(await step('close', 2))).toBe('commitment-not-now')
    doneBy(await step('finish', 2, { words: 'Nước đã về 40 hộ.' }))
    expect((await facts(id))['D07:open']).toBeUndefined()
    doneBy(await step('close', 3, { asker: 'not-satisfied' }))
    const shown = (await publicDialogue(database.db, id))?.content.answers[0]
    expect([shown?.state, shown?.outcome, shown?.asker]).toEqual(['closed', 'Nước đã về 40 hộ.', 'not-satisfied'])
    doneBy(await step('reopen', 4, { words: 'Nước lại mất', dueOn: localDate('2026-12-20') }))
    expect((await facts(id))['D07:open']).toBe(2)
    const { events, due } = doneBy(await commitmentPage(officer(after), commitment))
    expect(events.map((one) => one.move)).toEqual(['reopened', 'closed', 'finished', 'extended', 'made'])
    expect(due?.kind).toBe('later')
  })

  test('two officers at once: one step is made, the other hears of it', async () => {
    const { commitment } = await published()
    const finish = (actor: Actor) =>
      moveCommitment(as(actor, after), commitment, 1, 'finish', {
        words: 'Đã xong việc',
        dueOn: null,
        owner: '',
        asker: 'unknown',
      })
    const both = await Promise.all([finish(place.people.doiCheOfficer), finish(place.people.doiCheColleague)])
    expect(both.map(answerOf).sort()).toEqual(['commitment-not-now', 'done'])
    expect(answerOf(await finish(place.people.benDoOfficer))).toBe('not-found')
    expect(answerOf(await finish(place.people.reviewer))).toBe('forbidden')
  })

  test('the board shows what is overdue first, by owner, to its unit and from above', async () => {
    const { commitment } = await published()
    const late = new Date('2026-11-20T02:00:00Z')
    const nothing = { dialogue: null, owner: null, page: 1 }
    const board = doneBy(await commitmentBoard(officer(late), { unit: place.doiChe, filter: 'open', ...nothing }))
    expect(board.lines.map((one) => [one.commitment.id, one.due])).toEqual([
      [commitment, { kind: 'overdue', days: 10 }],
    ])
    expect([board.counts.overdue, board.counts.closed, board.owners]).toEqual([
      1,
      1,
      [{ owner: promise.owner, open: 1, overdue: 1 }],
    ])
    const waiting = await inScope(database.db, scopeOf(place.people.doiCheOfficer), (tx) =>
      activitiesWaiting(tx, officer(late)),
    )
    expect(waiting.commitmentsOverdue).toBe(1)
    const above = doneBy(
      await commitmentBoard(as(place.people.reviewer, late), { unit: null, filter: 'overdue', ...nothing }),
    )
    expect(above.lines.map((one) => one.unitName)).toEqual(['Xã Đồi Chè'])
    const elsewhere = { unit: place.doiChe, filter: 'all', ...nothing } as const
    expect(answerOf(await commitmentBoard(as(place.people.benDoOfficer), elsewhere))).toBe('forbidden')
    expect(answerOf(await commitmentBoard(as(place.people.otherReviewer), { ...elsewhere, unit: null }))).toBe('done')
  })

  test('its officers are reminded once when it comes near and once when it has passed', async () => {
    const { commitment } = await published()
    const near = new Date('2026-11-08T02:00:00Z')
    const past = new Date('2026-11-11T02:00:00Z')
    expect(await remindCommitments(database.db, place.province, after)).toBe(0)
    expect(await remindCommitments(database.db, place.province, near)).toBe(1)
    expect(await remindCommitments(database.db, place.province, near)).toBe(0)
    expect(await remindCommitments(database.db, place.province, past)).toBe(1)
    const told = { province: place.province, object: commitment, by: null, at: past }
    const telling = await inScope(database.db, { reach: 'province', province: place.province }, (tx) =>
      activitiesTellers['commitment-overdue'](tx, told),
    )
    expect(telling).toMatchObject({
      path: `/desk/cam-ket-doi-thoai/${commitment}`,
      title: expect.stringContaining('quá hạn 10/11/2026'),
    })
  })

  test('evidence is what its content says, read by who may read the register, kept from the sweep and taken away', async () => {
    const { commitment } = await published()
    const folder = await mkdtemp(join(tmpdir(), 'kheo-evidence-'))
    const store = localStore(folder)
    const file = {
      name: 'Nghiệm thu.txt',
      content: Buffer.from('Biên bản nghiệm thu trạm bơm'),
      caption: '',
      mayShowPeople: true,
    }
    const id = doneBy(await attachEvidence(officer(after), store, commitment, file))
    expect(answerOf(await attachEvidence(officer(after), store, commitment, file))).toBe('file-stands')
    const fake = { ...file, name: 'ảnh.png', content: Buffer.from('MZ\u0000\u0001không phải ảnh') }
    expect(answerOf(await attachEvidence(officer(after), store, commitment, fake))).toBe('file-not-taken')
    expect(answerOf(await attachEvidence(officer(after), store, commitment, null))).toBe('no-file')
    expect(answerOf(await attachEvidence(as(place.people.reviewer), store, commitment, file))).toBe('forbidden')
    expect(doneBy(await evidenceFile(as(place.people.reviewer), store, commitment, id)).content).toEqual(file.content)
    expect(answerOf(await evidenceFile(as(place.people.benDoOfficer), store, commitment, id))).toBe('not-found')
    expect(answerOf(await removeEvidence(as(place.people.reviewer), commitment, id))).toBe('forbidden')
    doneBy(await removeEvidence(officer(after), commitment, id))
    expect(answerOf(await removeEvidence(officer(after), commitment, id))).toBe('not-found')
    await rm(folder, { recursive: true })
  })
})

test('the minutes are drafted from the record, in the State layout, with every answer and no draft mark once approved', async () => {
  const { id } = await published()
  const { dialogue, sessions, questions, commitments } = doneBy(await dialoguePage(officer(after), id))
  const issuer = {
    name: 'Ủy ban nhân dân xã Đồi Chè',
    issuer: { superior: null, body: 'ỦY BAN NHÂN DÂN\nXÃ ĐỒI CHÈ' },
    place: 'Đồi Chè',
    signature: { rights: [], title: 'CHỦ TỊCH', name: null },
    recipients: ['Lưu: VT'],
  }
  const document = minutesDocument({ dialogue, sessions, questions, commitments, isExample: false }, issuer)
  const words = JSON.stringify(document)
  for (const said of [
    plan.chairedBy,
    'Hội Nông dân xã',
    '90 lượt người',
    asked[0],
    'thêm 1 ý kiến',
    promise.owner,
    '10/11/2026',
  ])
    expect(words).toContain(said)
  expect([document.layout, words.includes('dự thảo')]).toEqual(['state', false])
  expect((await writePdf(document)).subarray(0, 5).toString()).toBe('%PDF-')
  const draft = minutesDocument(
    { dialogue: { ...dialogue, state: 'drafted' }, sessions, questions, commitments, isExample: false },
    issuer,
  )
  expect(draft.subject).toContain('(dự thảo)')
})

test('row security hides questions and promises from everybody but their office; the public page alone is everybody’s', async () => {
  const { id } = await published()
  const tables = ['dialogue_question', 'commitment', 'commitment_event', 'dialogue_session'] as const
  const seen = (scope: Parameters<typeof inScope>[1], table: (typeof tables)[number] | 'dialogue_publication') =>
    inScope(database.db, scope, async (tx) => (await tx.selectFrom(table).selectAll().execute()).length)
  for (const table of tables) {
    expect(await seen({ reach: 'unit', province: place.province, unit: place.doiChe }, table)).toBeGreaterThan(0)
    for (const scope of [
      { reach: 'unit', province: place.province, unit: place.benDo },
      { reach: 'province', province: place.other.province },
      { reach: 'public' },
    ] as const)
      expect(await seen(scope, table)).toBe(0)
  }
  expect(await seen({ reach: 'public' }, 'dialogue_publication')).toBeGreaterThan(0)
  const shown = JSON.stringify(await publicDialogue(database.db, id))
  for (const person of Object.values(place.people)) expect(shown).not.toContain(person.name)
})
