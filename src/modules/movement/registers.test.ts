import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { quantity } from '#kernel/quantity.ts'
import { standingOn } from './campaign.ts'
import { ranking, readRounds, readScore, roundsText, teamsKept, type ContestTeam } from './contest.ts'
import { participantsText, readParticipants } from './participants.ts'
import { factsOfPledge, isTimeToJudge, signersKept } from './pledge.ts'

const songXanh = { unit: newId<'Unit'>(), name: 'Xã Sông Xanh' }
const units = [songXanh, { unit: newId<'Unit'>(), name: 'Phường Cầu Tre' }]

describe('a list of units and bodies', () => {
  test('finds the units of the province by name, whatever the marks, and keeps bodies by theirs', () => {
    const read = readParticipants('- xa song xanh;\n\nHội Phụ nữ xã\n• Phường  Cầu Tre.', units)
    expect(read).toEqual({ ok: true, value: [songXanh, { unit: null, name: 'Hội Phụ nữ xã' }, units[1]] })
    expect(read.ok && participantsText(read.value)).toBe('Xã Sông Xanh\nHội Phụ nữ xã\nPhường Cầu Tre')
  })
  test.each([
    ['Xã Sông Xanh\nxã sông xanh', 'named-twice'],
    ['Hội Phụ nữ xã\nHoi phu nu xa', 'named-twice'],
    ['Hội Phụ nữ xã\nXã Không Có', 'no-such-unit'],
    ['x'.repeat(121), 'name-too-long'],
    [Array.from({ length: 401 }, (_, at) => `Tổ ${at}`).join('\n'), 'too-many-names'],
  ])('%#: refused', (text, code) => {
    expect(readParticipants(text, units)).toMatchObject({ ok: false, fault: { code } })
  })
})

describe('a pledge', () => {
  const pledge = {
    ...{ title: 'Cam kết', year: 2026, wording: '', signedOn: localDate('2026-01-12'), campaign: null },
    signers: signersKept([songXanh, { unit: null, name: 'Hội Nông dân' }], [{ ...songXanh, fulfilment: 'kept' }]),
  }
  test('signed again keeps what was judged of those who stay', () => {
    expect(pledge.signers.map(({ fulfilment }) => fulfilment)).toEqual(['kept', 'not-said'])
  })
  test('counts each unit once in a year', () => {
    expect(factsOfPledge(pledge)).toEqual([
      { cell: { code: 'A10', dimension: '' }, amount: 1, oncePer: `2026 ${songXanh.unit}` },
      { cell: { code: 'A10', dimension: '' }, amount: 1, oncePer: '2026 hoi nong dan' },
    ])
  })
  test('is judged from December on', () => {
    expect([isTimeToJudge(pledge, localDate('2026-11-30')), isTimeToJudge(pledge, localDate('2026-12-01'))]).toEqual([
      false,
      true,
    ])
  })
})

describe('a contest', () => {
  const rounds = [
    { name: 'Chào hỏi', most: quantity('20') },
    { name: 'Xử lý tình huống', most: quantity('40.5') },
  ]
  const team = (name: string, ...scores: (string | null)[]): ContestTeam => ({
    ...{ unit: null, name, prize: '' },
    scores: scores.map((score) => (score === null ? null : quantity(score))),
  })

  test('reads its rounds and writes them back', () => {
    const text = 'Chào hỏi: 20\nXử lý tình huống: 40,5'
    const read = readRounds(`${text} điểm`)
    expect(read).toEqual({ ok: true, value: rounds })
    expect(read.ok && roundsText(read.value)).toBe(text)
    expect(readRounds('Chào hỏi')).toMatchObject({ ok: false, fault: { code: 'round-unread', line: 1 } })
    expect(readRounds('Chào hỏi: 0')).toMatchObject({ ok: false })
    expect(readRounds(Array.from({ length: 9 }, (_, at) => `Phần ${at}: 5`).join('\n'))).toMatchObject({
      fault: { code: 'too-many-rounds' },
    })
  })

  test.each([
    ['20', true, null],
    ['20,01', false, 'score-over-maximum'],
    ['21', false, 'score-over-maximum'],
    ['giỏi', false, 'score-unread'],
    ['-1', false, 'score-unread'],
    ['', true, null],
    ['0', true, null],
  ])('a score of “%s” out of 20', (text, ok, code) => {
    const read = readScore(text, 'Đội', { name: 'Chào hỏi', most: quantity('20') })
    expect([read.ok, read.ok ? null : read.fault.code]).toEqual([ok, code])
  })

  test('ranks by sums; equal sums share a place, and who was not scored whole has none', () => {
    const teams = [
      team('A', '15', '30'),
      team('B', '20', '40'),
      team('C', '20', null),
      team('D', '10', '35'),
      team('E', '1', '1'),
    ]
    const ranked = ranking({ rounds, teams })
    expect(ranked.map((one) => [one.team.name, one.place, one.isTied])).toEqual([
      ...[
        ['B', 1, false],
        ['A', 2, true],
        ['D', 2, true],
        ['E', 4, false],
        ['C', null, false],
      ],
    ])
  })

  test('teams and rounds that stay keep their scores', () => {
    const before = { rounds, teams: [team('A', '15', '30')] }
    const kept = teamsKept(
      [
        { unit: null, name: 'A' },
        { unit: null, name: 'B' },
      ],
      before,
      [{ name: 'Chào hỏi', most: quantity('10') }, rounds[1] ?? rounds[0]].flatMap((one) => one ?? []),
    )
    expect(kept.map(({ scores }) => scores)).toEqual([
      [null, quantity('30')],
      [null, null],
    ])
  })
})

test('a drive ends by its day', () => {
  const drive = { from: localDate('2020-07-01'), until: localDate('2020-10-15') }
  expect(
    ['2020-06-30', '2020-07-01', '2020-10-15', '2020-10-16'].map((day) => standingOn(drive, localDate(day))),
  ).toEqual([...['ahead', 'running', 'running', 'ended']])
})
