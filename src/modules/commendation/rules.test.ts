import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import type { AwardId, AwardState, CouncilVote } from './award.ts'
import { awardStates } from './award.ts'
import { checkEligibility, type Beside, type Candidate } from './eligibility.ts'
import { readName } from './forms.ts'
import { findingText, moveName, stateName } from './labels.ts'
import { lawOfDossier, type CommendationAct, type CommendationBook } from './law.ts'
import { lawText } from './law-labels.ts'
import { advanceAward, allowedAwardMoves, awardLifecycle, awardMoves } from './lifecycle.ts'
import { sumsOf } from './sums.ts'
import { textFault } from './text-fault.ts'
import { faultOfVote, isCarried } from './vote.ts'

const day = localDate
const act = (code: string, from: string, until: string | null): CommendationAct => ({
  ...{ code, kind: 'law', name: code, from: day(from), until: until ? day(until) : null },
  ...{ source: 'thử', isVerified: false },
})
const acts = [act('old', '2024-01-01', '2026-10-01'), act('new', '2026-10-01', null)]

describe('which law a dossier follows', () => {
  test.each([
    ['received and read under the old law', '2026-09-30', '2026-09-30', null, 'old', 'in-force'],
    ['received on the last day of the old law, read later', '2026-09-30', '2026-10-01', null, 'old', 'received-before'],
    ['received on the first day of the new law', '2026-10-01', '2026-10-07', null, 'new', 'in-force'],
    [
      'received before, and the new one is better',
      '2026-09-30',
      '2026-10-07',
      'Mức thưởng cao hơn.',
      'new',
      'more-favourable',
    ],
    ['a reason changes nothing before the new law is in force', '2026-09-01', '2026-09-30', 'x', 'old', 'in-force'],
  ])('%s', (_, received, today, reason, law, because) => {
    const of = lawOfDossier(acts, day(received), day(today), reason)
    expect([of?.law.code, of?.because]).toEqual([law, because])
    expect(of && lawText(of).why).toMatch(/chưa đối chiếu bản gốc\.$/)
  })

  test('before any law that is known here there is none', () => {
    expect(lawOfDossier(acts, day('2023-12-31'), day('2026-10-07'), null)).toBeNull()
  })
})

describe('the life of a proposal', () => {
  const everybody = ['proposer-officer', 'proposer-leader', 'decider'] as const

  test('every pair of state and move is either in the table or nowhere', () => {
    for (const state of awardStates)
      for (const move of awardMoves) {
        const isInTable = awardLifecycle.some((rule) => rule.move === move && rule.from.includes(state))
        expect([state, move, typeof advanceAward(state, move, everybody) === 'object']).toEqual([
          state,
          move,
          isInTable,
        ])
      }
  })

  test.each<[AwardState, readonly (typeof everybody)[number][], string[]]>([
    ['draft', ['proposer-officer'], ['drop']],
    ['draft', ['proposer-leader'], ['submit', 'drop']],
    ['submitted', ['decider'], ['receive', 'return']],
    ['voted', ['decider'], ['vote', 'undo-vote', 'decide', 'reject']],
    ['decided', ['decider'], ['revoke']],
    ['decided', ['proposer-leader'], []],
    ['dropped', everybody, []],
    ['revoked', everybody, []],
  ])('a proposal that is %s offers %j exactly %j', (state, standings, moves) => {
    expect(allowedAwardMoves(state, standings)).toEqual(moves)
  })

  test('who has no standing is told so, whatever the state', () => {
    expect(advanceAward('voted', 'decide', ['proposer-leader'])).toBe('not-you')
    expect(advanceAward('received', 'decide', ['decider'])).toBe('not-now')
  })

  test('every state and every move has its word', () => {
    expect(awardStates.every((state) => stateName[state] !== '')).toBe(true)
    expect(awardMoves.every((move) => moveName[move] !== '')).toBe(true)
  })
})

describe('the vote of a council', () => {
  const vote: CouncilVote = {
    ...{ members: 9, present: 7, votesFor: 6, votesAgainst: 1, abstentions: 0, on: day('2026-10-05') },
  }
  const today = day('2026-10-07')
  test.each<[string, Partial<CouncilVote>, string | null]>([
    ['adds up', {}, null],
    ['all of them there and for it', { present: 9, votesFor: 9, votesAgainst: 0 }, null],
    ['one more present than members', { present: 10, votesFor: 9 }, 'more-present-than-members'],
    ['nobody present', { present: 0, votesFor: 0, votesAgainst: 0 }, 'nobody-present'],
    ['one vote more than present', { abstentions: 1 }, 'more-votes-than-present'],
    ['one vote fewer than present', { votesFor: 5 }, 'fewer-votes-than-present'],
    ['tomorrow', { on: day('2026-10-08') }, 'vote-day-not-come'],
    ['the day before the dossier came', { on: day('2026-10-03') }, 'vote-before-receipt'],
    ['on the day the dossier came', { on: day('2026-10-04') }, null],
  ])('%s', (_, change, code) => {
    expect(faultOfVote({ ...vote, ...change }, today, day('2026-10-04'))?.code ?? null).toBe(code)
  })

  test.each([
    [66, 6, 9, true],
    [67, 6, 9, false],
    [80, 8, 10, true],
    [81, 8, 10, false],
    [null, 0, 9, true],
  ])('needs %s per cent: %i of %i is %s', (least, votesFor, members, carried) => {
    expect(isCarried({ ...vote, votesFor, members }, least)).toBe(carried)
  })
})

const rule = (code: string, value: string | null = null) => ({
  ...{ code, sentence: `Câu ${code}.`, article: `Điều ${code}`, value, unitOfValue: '', isSetHere: false },
  ...{ source: '', isVerified: false },
})
const formOf = (code: string, countsAs: string, forCollective = true) => ({
  ...{ code, name: code, title: code, countsAs, forCollective, forIndividual: true, source: '', isVerified: false },
})
const book: CommendationBook = {
  acts,
  forms: [formOf('letter', 'K01'), formOf('certificate', 'K02'), formOf('medal', 'K04', false)],
  competences: (
    [
      ['letter', 'commune'],
      ['certificate', 'province'],
      ['medal', 'central'],
    ] as const
  ).map(([form, level]) => ({
    ...{ form, level, from: null, until: null, issuer: '', signerTitle: '', layout: null, article: '' },
    ...{ source: '', isVerified: false },
  })),
  lines: [],
  rules: ['same-achievement', 'same-line', 'other-line', 'competence', 'recipient', 'medal-years', 'dossier'].map(
    (code) => rule(code),
  ),
}
const candidate: Candidate = {
  ...{ form: 'letter', level: 'commune', line: 'movement', year: 2026, recipientKind: 'collective' },
  ...{ recipient: 'Thôn Đồi Ngang', achievement: 'Đã có thành tích', yearsOfService: null, report: 'Báo cáo' },
  ...{ source: { kind: 'free', id: null, name: '' }, hasName: false },
}
const other: Beside = {
  ...{ id: 'other' as AwardId, state: 'decided', form: 'letter', line: 'movement', year: 2026 },
  ...{ recipientKind: 'collective', recipient: 'thôn đồi ngang', achievement: 'Việc khác' },
  ...{ source: { kind: 'free', id: null, name: '' }, isSamePerson: false, isElsewhere: false },
}
const from = { kind: 'initiative', id: 'mo-hinh', name: 'Mô hình' } as const

describe('whether a proposal may be handed in', () => {
  test.each<[string, Partial<Candidate>, Partial<Beside>[], string[]]>([
    ['nothing stands in its way', {}, [], []],
    ['a form that its level does not grant', { form: 'certificate' }, [], ['competence']],
    ['a form that nobody knows', { form: 'cup' }, [], ['competence']],
    ['a medal for a collective', { form: 'medal', level: 'central' }, [], ['recipient', 'medal-years?']],
    ['no report', { report: '' }, [], ['dossier']],
    ['a person without a name', { recipientKind: 'individual' }, [], ['dossier']],
    ['the same collective, line and form', {}, [{}], ['same-line']],
    ['the same collective in another line', {}, [{ line: 'democracy' }], ['other-line?']],
    ['the same collective with another form', {}, [{ form: 'certificate' }], ['other-line?']],
    ['the same words for the same collective', {}, [{ achievement: 'ĐÃ CÓ thành tích' }], ['same-achievement']],
    ['the same in another year', {}, [{ year: 2025 }], []],
    ['one that was refused does not count', {}, [{ state: 'rejected' }], []],
    ['one that was revoked does not count', {}, [{ state: 'revoked' }], []],
    ['one that is only a draft does not count', {}, [{ state: 'draft' }], []],
    ['one that waits counts', {}, [{ state: 'submitted' }], ['same-line']],
    [
      'the initiative of another collective with the same form',
      { source: from, recipient: 'Hội Nông dân xã' },
      [{ source: from, recipient: 'Thôn Gò Sim' }],
      ['same-achievement'],
    ],
    [
      'the initiative again with another form',
      { source: from, recipient: 'Hội Nông dân xã' },
      [{ source: from, recipient: 'Thôn Gò Sim', form: 'certificate' }],
      [],
    ],
    [
      'the collective of an initiative beside its person',
      { source: from },
      [{ source: from, recipientKind: 'individual' }],
      [],
    ],
    [
      'two persons of one initiative',
      { source: from, recipientKind: 'individual', hasName: true },
      [{ source: from, recipientKind: 'individual' }],
      [],
    ],
    [
      'one person of one initiative twice',
      { source: from, recipientKind: 'individual', hasName: true },
      [{ source: from, recipientKind: 'individual', isSamePerson: true }],
      ['same-achievement'],
    ],
    [
      'somebody of that name in another unit, in the same words',
      { recipientKind: 'individual', hasName: true },
      [{ recipientKind: 'individual', isSamePerson: true, isElsewhere: true }],
      ['other-line?'],
    ],
  ])('%s', (_, change, others, codes) => {
    const found = checkEligibility(
      { ...candidate, ...change },
      others.map((one) => ({ ...other, ...one })),
      book,
      day('2026-10-07'),
    )
    expect(found.map((one) => `${one.rule.code}${one.blocks ? '' : '?'}`)).toEqual(codes)
    for (const one of found) expect(findingText(one)).toContain(`Căn cứ: ${one.rule.article}.`)
  })

  test.each([
    [14, 'medal-years'],
    [15, null],
    [null, 'medal-years'],
  ])('a medal after %s years where the province set 15', (yearsOfService, code) => {
    const set = {
      ...book,
      rules: [...book.rules.filter((one) => one.code !== 'medal-years'), rule('medal-years', '15')],
    }
    const medal = { form: 'medal', level: 'central', recipientKind: 'individual', hasName: true } as const
    const found = checkEligibility({ ...candidate, ...medal, yearsOfService }, [], set, day('2026-10-07'))
    expect(found.map((one) => one.rule.code)).toEqual(code ? [code] : [])
  })
})

describe('a name belongs into the vault', () => {
  test.each([
    ['Bà Hồ Thị Mây ở thôn Đồi Ngang', 'name-in-text'],
    ['ba ho thi may lam tot', 'name-in-text'],
    ['Bà Hồ Thị Mây.', 'name-in-text'],
    ['Trưởng thôn Hồ Thị', null],
    ['gọi 0912 345 678', 'personal-number'],
  ])('%s', (recipient, code) => {
    expect(textFault({ recipient }, 'Hồ Thị Mây')?.code ?? null).toBe(code)
  })

  test('written in capitals it is the same name', () => {
    expect(readName('  HỒ  THỊ MÂY ')).toBe('Hồ Thị Mây')
    expect(readName("H'HEN NIÊ")).toBe("H'Hen Niê")
    expect(readName("K'Brêu")).toBe("K'Brêu")
  })
})

test('sums tell collectives from individuals, and leave out of K05 whom nobody asked about', () => {
  const one = { form: 'letter', line: 'movement', recipientKind: 'individual', isLeader: false } as const
  expect(
    sumsOf([
      one,
      one,
      { ...one, isLeader: true },
      { ...one, isLeader: null },
      { ...one, recipientKind: 'collective', isLeader: null },
    ]),
  ).toEqual({
    ...{ total: 5, collectives: 1, individuals: 4, byForm: [{ form: 'letter', collectives: 1, individuals: 4 }] },
    grassroots: { notLeaders: 2, said: 3, percent: 66.7 },
  })
  expect(sumsOf([]).grassroots.percent).toBeNull()
})
