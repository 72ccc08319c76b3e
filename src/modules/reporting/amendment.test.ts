import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { figure } from '#modules/figures/figure.ts'
import {
  advanceAmendment,
  amendmentMoves,
  amendmentMovesFor,
  amendmentStatuses,
  differencesOf,
  isAmendmentLive,
  isAmendmentOpen,
  mayReadAmendment,
  needsNote,
} from './amendment.ts'
import type { ContentLine, ReportContent } from './content.ts'
import { markWords } from './documents.ts'
import type { Standing } from './lifecycle.ts'

const standings: readonly Standing[] = ['own-officer', 'own-leader', 'reviewer', 'own-auditor', 'auditor', 'follower']

/** Everything that can happen to an amendment; whatever is not here cannot. */
const life: Record<string, string> = {
  'asked begin own-officer': 'open',
  'asked begin own-leader': 'open',
  'open hand-in own-officer': 'handed-in',
  'open hand-in own-leader': 'handed-in',
  'returned hand-in own-officer': 'handed-in',
  'returned hand-in own-leader': 'handed-in',
  'handed-in recall own-officer': 'open',
  'handed-in recall own-leader': 'open',
  'handed-in return reviewer': 'returned',
  'handed-in accept reviewer': 'accepted',
  'open drop own-officer': 'dropped',
  'open drop own-leader': 'dropped',
  'returned drop own-officer': 'dropped',
  'returned drop own-leader': 'dropped',
  'asked refuse reviewer': 'dropped',
  'handed-in refuse reviewer': 'dropped',
}

const makers: Record<string, Standing[]> = {
  begin: ['own-officer', 'own-leader'],
  'hand-in': ['own-officer', 'own-leader'],
  recall: ['own-officer', 'own-leader'],
  drop: ['own-officer', 'own-leader'],
  return: ['reviewer'],
  accept: ['reviewer'],
  refuse: ['reviewer'],
}

const every = amendmentStatuses.flatMap((status) =>
  amendmentMoves.flatMap((move) => standings.map((standing) => ({ status, move, standing }))),
)

test.each(every)('an amendment that is $status: $move by $standing', ({ status, move, standing }) => {
  const to = life[`${status} ${move} ${standing}`]
  const isMaker = makers[move]?.includes(standing) ?? false
  expect(advanceAmendment(status, move, [standing])).toEqual(to ? { to } : isMaker ? 'not-now' : 'not-you')
  expect(amendmentMovesFor(status, [standing]).includes(move)).toBe(to !== undefined)
})

describe('what a status means', () => {
  test.each([
    ['asked', false, true, false],
    ['open', true, true, false],
    ['handed-in', false, true, true],
    ['returned', true, true, false],
    ['accepted', false, false, true],
    ['dropped', false, false, false],
  ] as const)('%s: typed %s, waits for somebody %s, read by a reviewer %s', (status, open, live, read) => {
    expect(isAmendmentOpen(status)).toBe(open)
    expect(isAmendmentLive(status)).toBe(live)
    expect(mayReadAmendment(status, false)).toBe(read)
    expect(mayReadAmendment(status, true)).toBe(true)
  })

  test('whoever stands in the way of an amendment says why', () => {
    expect(amendmentMoves.filter(needsNote)).toEqual(['return', 'drop', 'refuse'])
  })

  test('the leader of a province hands in and decides on its own amendment', () => {
    expect(amendmentMovesFor('open', ['own-leader', 'reviewer'])).toEqual(['hand-in', 'drop'])
    expect(amendmentMovesFor('handed-in', ['own-leader', 'reviewer'])).toEqual(['recall', 'return', 'accept', 'refuse'])
  })
})

describe('where two versions differ', () => {
  const line = (code: string, raw: string, note = '', dimension = ''): ContentLine => ({
    ...{
      section: 'C. Đối thoại',
      cell: { code, dimension },
      name: `Chỉ tiêu ${code}`,
      dimensionName: dimension || null,
    },
    ...{ unitOfCount: 'cuộc', numeral: 'count', counts: '', isPublic: true, unitsCounted: null, countedFrom: null },
    ...{ figure: figure(raw, 'count', note), previous: null },
  })
  const content = (...lines: ContentLine[]): ReportContent => ({
    ...{ unitName: 'Xã Đồi Chè', unitUntil: null, provinceName: 'Tỉnh Mây Trắng', templateName: 'Công tác dân vận' },
    period: { regime: 'quarter', from: localDate('2026-07-01'), to: localDate('2026-09-30') },
    ...{ origin: 'entered', source: null, units: null, lines, findings: [] },
  })

  test('the same number written otherwise is no difference; a note alone is one; a dropped number says so', () => {
    const before = content(line('C01', '1.240'), line('C02', '3'), line('C03', '5'), line('C04', '7'))
    const after = content(line('C01', '1240'), line('C02', '3', 'kể cả lồng ghép'), line('C03', ''), line('C04', '8'))
    const whys = new Map([['C04', 'Sót một cuộc']])
    expect(differencesOf(before, after, whys)).toMatchObject([
      { cell: { code: 'C02' }, was: '3', is: '3', wasNote: '', isNote: 'kể cả lồng ghép', why: null },
      { cell: { code: 'C03' }, was: '5', is: 'chưa có số', why: null },
      { cell: { code: 'C04' }, was: '7', is: '8', why: 'Sót một cuộc' },
    ])
  })

  test('a part of an indicator differs by itself', () => {
    const before = content(line('K01', '3', '', 'collective'), line('K01', '4', '', 'individual'))
    const after = content(line('K01', '3', '', 'collective'), line('K01', '5', '', 'individual'))
    expect(differencesOf(before, after, new Map()).map(({ cell }) => cell.dimension)).toEqual(['individual'])
  })

  test('a printed page says which version its numbers are', () => {
    const mark = { n: 2, reason: 'Đếm sót', acceptedOn: localDate('2026-10-12') }
    const marks = { isDraft: false, isHandedIn: false, isExample: false }
    expect(markWords(marks, { ...content(), amendment: mark })).toEqual([
      'Số liệu theo bản sửa đổi số 2, nhận ngày 12/10/2026.',
    ])
    expect(markWords(marks, content())).toEqual([])
  })
})
