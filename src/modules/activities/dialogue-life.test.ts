import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { readReceipt, receiptFrom } from './asked.ts'
import { answerKindOf, dueOf } from './commitment.ts'
import { advanceCommitment, allowedCommitmentMoves, commitmentStates } from './commitment-life.ts'
import { advanceDialogue, allowedDialogueMoves, dialogueMoves, dialogueStates } from './dialogue-life.ts'
import { dialogueFacts } from './dialogue.ts'
import { answerForm, planForm } from './dialogue-forms.ts'
import { publicStateOf, takesQuestions } from './public-dialogue.ts'
import type { UnitId } from '#modules/territory/unit.ts'

describe('the life of a dialogue', () => {
  test.each([
    ['planned', ['announce', 'hold', 'cancel']],
    ['announced', ['hold', 'cancel']],
    ['held', ['draft']],
    ['drafted', ['draft', 'circulate']],
    ['circulated', ['send-back', 'approve']],
    ['approved', ['publish']],
    ['published', ['withdraw']],
    ['cancelled', []],
  ] as const)('one that is %s can only %j', (state, moves) => {
    expect(allowedDialogueMoves(state, ['keeper', 'leader'])).toEqual(moves)
  })

  test('every other pair of state and move is refused as not now', () => {
    for (const state of dialogueStates)
      for (const move of dialogueMoves) {
        const allowed = allowedDialogueMoves(state, ['keeper', 'leader']).includes(move)
        const answer = advanceDialogue(state, move, ['keeper', 'leader'])
        expect(typeof answer === 'object', `${state} ${move}`).toBe(allowed)
        if (!allowed) expect(answer).toBe('not-now')
      }
  })

  test.each(['approve', 'publish', 'withdraw'] as const)('an officer who is no leader may not %s', (move) => {
    for (const state of dialogueStates) expect(advanceDialogue(state, move, ['keeper'])).toBe('not-you')
  })

  test('nobody from outside moves anything', () => {
    for (const move of dialogueMoves) expect(advanceDialogue('planned', move, [])).toBe('not-you')
  })
})

describe('the life of a commitment', () => {
  test.each([
    ['open', ['extend', 'finish']],
    ['done', ['close', 'reopen']],
    ['closed', ['reopen']],
  ] as const)('one that is %s can only %j', (state, moves) => {
    expect(allowedCommitmentMoves(state)).toEqual(moves)
    for (const move of ['extend', 'finish', 'close', 'reopen'] as const)
      expect(advanceCommitment(state, move) === 'not-now').toBe(!(moves as readonly string[]).includes(move))
  })

  test.each([
    ['2026-10-06', { kind: 'overdue', days: 1 }],
    ['2026-10-07', { kind: 'today', days: 0 }],
    ['2026-10-10', { kind: 'soon', days: 3 }],
    ['2026-10-11', { kind: 'later', days: 4 }],
  ] as const)('due on %s it is, on 7 October, %j', (due, expected) => {
    const today = localDate('2026-10-07')
    expect(dueOf({ state: 'open', dueOn: localDate(due) }, today)).toEqual(expected)
    for (const state of commitmentStates.filter((one) => one !== 'open'))
      expect(dueOf({ state, dueOn: localDate(due) }, today)).toBeNull()
  })

  test('what was promised counts as open until it is kept; what was passed on stays passed on', () => {
    expect(answerKindOf(undefined)).toBe('open')
    expect(answerKindOf({ kind: 'promised', state: 'open' })).toBe('open')
    expect(answerKindOf({ kind: 'promised', state: 'done' })).toBe('answered')
    expect(answerKindOf({ kind: 'passed-on', state: 'closed' })).toBe('passed-on')
    expect(answerKindOf({ kind: 'answered', state: 'closed' })).toBe('answered')
  })
})

describe('what a dialogue counts towards', () => {
  const [province, unit] = ['p', 'u'] as unknown as [UnitId, UnitId]
  const counting = {
    province,
    unit,
    state: 'held',
    voidReason: null,
    isThematic: true,
    attendances: 84,
    opinions: 12,
  } as const
  const answers = { answered: 2, 'passed-on': 1, open: 3 }
  const said = (facts: ReturnType<typeof dialogueFacts>) =>
    facts.map(
      (fact) =>
        `${fact.cell.code}${fact.cell.dimension && `:${fact.cell.dimension}`} ${fact.amount}${fact.oncePer ? ' once' : ''}`,
    )

  test('of a commune: D03, D04 once a period, D05 with a theme, D06, D07 by result', () => {
    expect(said(dialogueFacts(counting, answers))).toEqual([
      ...['D03 1', 'D04 1 once', 'D05 1', 'D06 12', 'D07:answered 2', 'D07:passed-on 1', 'D07:open 3'],
    ])
  })

  test('of a province: D01 and D02 instead; more questions written down than opinions counted are the opinions', () => {
    const ofProvince = { ...counting, unit: province, isThematic: false, opinions: 4 }
    expect(said(dialogueFacts(ofProvince, answers)).slice(0, 3)).toEqual(['D01 1', 'D02 84', 'D06 6'])
  })

  test.each(['planned', 'announced', 'cancelled'] as const)('one that is %s counts for nothing', (state) => {
    expect(dialogueFacts({ ...counting, state }, answers)).toEqual([])
  })

  test('one that was taken out counts for nothing', () => {
    expect(dialogueFacts({ ...counting, voidReason: 'Ghi trùng' }, answers)).toEqual([])
  })
})

describe('what the public page says', () => {
  test.each([
    ['planned', null, null],
    ['announced', null, 'announced'],
    ['held', 'announced', 'held'],
    ['held', null, null],
    ['published', 'held', 'published'],
    ['drafted', 'published', 'withdrawn'],
    ['circulated', 'withdrawn', 'withdrawn'],
    ['published', 'withdrawn', 'published'],
    ['cancelled', 'announced', 'cancelled'],
    ['cancelled', null, null],
  ] as const)('of one that is %s and was %j before: %j', (state, before, now) => {
    expect(publicStateOf({ state, voidReason: null }, before)).toBe(now)
  })

  test('questions are taken to the end of their last day, and only while it is announced', () => {
    const until = { state: 'announced', questionsUntil: localDate('2026-10-07') } as const
    expect(takesQuestions(until, localDate('2026-10-07'))).toBe(true)
    expect(takesQuestions(until, localDate('2026-10-08'))).toBe(false)
    expect(takesQuestions({ ...until, state: 'held' }, localDate('2026-10-07'))).toBe(false)
    expect(takesQuestions({ ...until, questionsUntil: null }, localDate('2026-10-07'))).toBe(false)
  })
})

test('a receipt is found again however it is typed, and holds no letter that looks like another', () => {
  const receipt = receiptFrom(Uint8Array.from([0, 1, 2, 30, 31, 62, 100, 200, 250, 255]))
  expect(receipt).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/)
  expect(readReceipt(` ${receipt.toLowerCase().replace('-', ' ')} `)).toBe(receipt)
  expect(readReceipt('ABC')).toBeNull()
})

describe('the forms', () => {
  const plan = { heldOn: '5/9/2026', subject: 'Nước sạch', startsAt: '8:00' }

  test('further sessions are read one a line, with or without an hour', () => {
    const read = planForm.parse({ ...plan, sessions: '6/9/2026, 14:00, Nhà văn hóa, thôn Bến\n\n7/9/2026, Trường học' })
    expect(read.sessions).toEqual([
      { day: '2026-09-06', startsAt: '14:00', place: 'Nhà văn hóa, thôn Bến' },
      { day: '2026-09-07', startsAt: '', place: 'Trường học' },
    ])
  })

  test.each([
    ['sessions', 'ngày mai, 14:00, đâu đó'],
    ['startsAt', 'sáng'],
    ['heldOn', '31/2/2026'],
    ['questionsUntil', 'hết tuần'],
  ])('says what is wrong with %s “%s”', (field, text) => {
    const read = planForm.safeParse({ ...plan, [field]: text })
    expect(read.error?.issues.map((issue) => issue.path[0])).toEqual([field])
  })

  test('a due day goes before a number of days; neither is none', () => {
    const entry = { kind: 'promised', answer: 'Sửa đường ống', owner: 'Phòng Kinh tế' }
    expect(answerForm.parse({ ...entry, dueOn: '30/11/2026', dueDays: '10' }).due).toEqual({ on: '2026-11-30' })
    expect(answerForm.parse({ ...entry, dueDays: '10', dueCount: 'calendar' }).due).toEqual({
      days: 10,
      count: 'calendar',
    })
    expect(answerForm.parse(entry).due).toBeNull()
  })
})
