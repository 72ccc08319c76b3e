import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { localStore } from '#platform/files/local-store.ts'
import { inScope } from '#platform/database.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { AwardEntry, AwardId, CouncilVote } from '#modules/commendation/award.ts'
import { openCertificates } from '#modules/commendation/certificate-commands.server.ts'
import { beginAward, correctAward } from '#modules/commendation/commands.server.ts'
import { attachAwardEvidence, removeAwardEvidence } from '#modules/commendation/file-commands.server.ts'
import { evidenceFile } from '#modules/commendation/file-queries.server.ts'
import { refusalText } from '#modules/commendation/labels.ts'
import {
  chooseHandedOut,
  recordCeremony,
  recordPraise,
  setCommendationRule,
  voidCeremony,
  voidPraise,
  type PraiseEntry,
} from '#modules/commendation/list-commands.server.ts'
import { ceremonyPage, praiseList } from '#modules/commendation/list-queries.server.ts'
import { chooseLaw, decideAward, moveAward, voteOnAward } from '#modules/commendation/move-commands.server.ts'
import { openName } from '#modules/commendation/name-commands.server.ts'
import { awardList, awardPage } from '#modules/commendation/queries.server.ts'
import { grantedHere, registerPage, wholeRegister } from '#modules/commendation/register-queries.server.ts'
import { registerCsv } from '#modules/commendation/register-sheet.ts'
import { openingOf, sourceChoices } from '#modules/commendation/source-queries.server.ts'
import { awardTellers } from '#modules/commendation/tellers.server.ts'
import type { DialoguePlan } from '#modules/activities/dialogue.ts'
import { planDialogue } from '#modules/activities/plan-commands.server.ts'
import { recordDialogue } from '#modules/activities/commands.server.ts'
import type { InitiativeId } from '#modules/movement/initiative.ts'
import { insertInitiative } from '#modules/movement/register-initiative.server.ts'
import { scopeOf } from '#modules/access/actor.ts'
import { testVault } from './support/contacts.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy, now } from './support/reports.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-award-'))
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(async () => {
  place = await settleProvince(database)
})

const name = 'Chim Thị Lạc Bay'
const group: AwardEntry = {
  ...{ form: 'letter', level: 'commune', line: 'movement', year: 2026, recipientKind: 'collective' },
  ...{ recipient: 'Thôn Đồi Chè', isLeader: null, mayBePublic: false, yearsOfService: null },
  ...{ achievement: 'Đã có thành tích năm 2026', report: 'Việc đã làm và kết quả.' },
}
const person: AwardEntry = { ...group, recipientKind: 'individual', recipient: 'Trưởng thôn', isLeader: false }
const free = { kind: 'free', id: null, name: '' } as const
const vote: CouncilVote = {
  ...{ members: 9, present: 7, votesFor: 6, votesAgainst: 1, abstentions: 0, on: localDate('2026-10-07') },
}
const decision = { number: '125/QĐ-UBND', on: localDate('2026-10-07') }

type Who = keyof TestProvince['people']
const by = (who: Who) => as(place.people[who])

async function begun(entry: AwardEntry = group, who: Who = 'doiCheOfficer', called = ''): Promise<AwardId> {
  const start = { unit: place.people[who].unit, source: free }
  return doneBy(await beginAward(by(who), testVault, newId(), start, entry, called))
}

async function versionOf(id: AwardId): Promise<number> {
  const [row] = await database.asOwner<{ version: number }>('select version from award where id = $1', [id])
  return row?.version ?? -1
}

async function moved(id: AwardId, who: Who, move: Parameters<typeof moveAward>[3], reason = '') {
  return moveAward(by(who), id, await versionOf(id), move, reason)
}

async function voted(entry: AwardEntry = group, called = ''): Promise<AwardId> {
  const id = await begun(entry, 'doiCheOfficer', called)
  doneBy(await moved(id, 'doiCheLeader', 'submit'))
  const decider = entry.level === 'commune' ? 'doiCheOfficer' : 'reviewer'
  doneBy(await moved(id, decider, 'receive'))
  doneBy(await voteOnAward(by(decider), id, await versionOf(id), vote))
  return id
}

async function decided(entry: AwardEntry = group, called = ''): Promise<AwardId> {
  const id = await voted(entry, called)
  const decider = entry.level === 'commune' ? 'doiCheOfficer' : 'reviewer'
  doneBy(await decideAward(by(decider), id, await versionOf(id), decision))
  return id
}

async function factsOf(id: AwardId) {
  return database.asOwner<{ code: string; dimension: string; day: string; label: string }>(
    `select indicator_code as code, dimension, day::text, label from counted_fact where record_id = $1 order by 1, 2, 3`,
    [id],
  )
}

describe('a proposal is begun', () => {
  test('and is a draft that its own unit sees, and no one above', async () => {
    const id = await begun()
    expect(doneBy(await awardPage(by('doiCheColleague'), id)).award.state).toBe('draft')
    expect(answerOf(await awardPage(by('reviewer'), id))).toBe('forbidden')
    expect(answerOf(await awardPage(by('benDoOfficer'), id))).toBe('not-found')
    expect(doneBy(await awardList(by('reviewer'), { state: null, page: 1 })).lines).toEqual([])
  })

  test('sent twice it is one, and another one on the same sheet is asked about', async () => {
    const id = newId<'Award'>()
    const start = { unit: place.doiChe, source: free }
    const send = (entry: AwardEntry) => beginAward(by('doiCheOfficer'), testVault, id, start, entry, '')
    expect([answerOf(await send(group)), answerOf(await send(group))]).toEqual(['done', 'done'])
    expect(answerOf(await send({ ...group, recipient: 'Thôn khác' }))).toBe('sheet-used')
  })

  test.each<[string, AwardEntry, string, string]>([
    ['a telephone number in the report', { ...group, report: 'gọi 0912 345 678' }, '', 'personal-number'],
    [
      'the person’s name in the line of the certificate',
      { ...person, achievement: `Bà ${name} có thành tích` },
      name,
      'name-in-text',
    ],
    ['a name for a collective', group, name, 'name-of-collective'],
    ['a form that is in no list', { ...group, form: 'cup' }, '', 'unknown-choice'],
  ])('refused for %s', async (_, entry, called, code) => {
    const start = { unit: place.doiChe, source: free }
    const outcome = await beginAward(by('doiCheOfficer'), testVault, newId(), start, entry, called)
    expect(answerOf(outcome)).toBe(code)
    expect(await database.asOwner('select from award where unit_id = $1', [place.doiChe])).toEqual([])
  })

  test('refused where the unit is no longer', async () => {
    const start = { unit: place.kheVang, source: free }
    expect(answerOf(await beginAward(by('kheVangOfficer'), testVault, newId(), start, group, ''))).toBe(
      'unit-not-in-force',
    )
  })

  test.each<Who>(['administrator', 'benDoOfficer', 'otherReviewer'])('forbidden to the %s', async (who) => {
    const start = { unit: place.doiChe, source: free }
    expect(answerOf(await beginAward(by(who), testVault, newId(), start, group, ''))).toBe('forbidden')
  })
})

describe('a proposal is corrected', () => {
  test('while it is open, and a new name takes the place of the old one in the vault', async () => {
    const id = await begun(person, 'doiCheOfficer', name)
    doneBy(await correctAward(by('doiCheColleague'), testVault, id, 1, person, 'Tên Khác Hẳn'))
    expect(doneBy(await openName(by('doiCheOfficer'), testVault, id))).toBe('Tên Khác Hẳn')
    doneBy(await correctAward(by('doiCheOfficer'), testVault, id, 2, { ...person, isLeader: true }, ''))
    expect(doneBy(await openName(by('doiCheOfficer'), testVault, id))).toBe('Tên Khác Hẳn')
    expect(await database.asOwner('select from vault_item where unit_id = $1', [place.doiChe])).toHaveLength(1)
  })

  test('not over a colleague, not once it was handed in, and by nobody else', async () => {
    const id = await begun()
    const again = (who: Who, version: number) => correctAward(by(who), testVault, id, version, group, '')
    doneBy(await again('doiCheOfficer', 1))
    expect(answerOf(await again('doiCheColleague', 1))).toBe('changed-meanwhile')
    expect(answerOf(await again('reviewer', 2))).toBe('forbidden')
    expect(answerOf(await again('benDoOfficer', 2))).toBe('not-found')
    doneBy(await moved(id, 'doiCheLeader', 'submit'))
    expect(answerOf(await again('doiCheOfficer', 3))).toBe('not-now')
  })
})

describe('handing in', () => {
  test('is the leader’s, and holds the proposal against the rules with the rule in the message', async () => {
    const id = await begun({ ...group, report: '' })
    expect(answerOf(await moved(id, 'doiCheOfficer', 'submit'))).toBe('forbidden')
    const outcome = await moved(id, 'doiCheLeader', 'submit')
    expect(answerOf(outcome)).toBe('not-eligible')
    if (outcome.ok || outcome.kind !== 'refused') throw new Error('it was let through')
    expect(refusalText(outcome.refusal)).toMatch(/Báo cáo thành tích còn trống.*Quy định: Hồ sơ gồm/)
  })

  test('the same achievement, year and form twice is refused, and a third party’s name never shows in why', async () => {
    await decided(person, name)
    const again = await begun(person, 'doiCheOfficer', name)
    const outcome = await moved(again, 'doiCheLeader', 'submit')
    expect(answerOf(outcome)).toBe('not-eligible')
    expect(JSON.stringify(outcome)).not.toContain('Lạc Bay')
  })

  test('of two for one achievement at the same moment one is taken', async () => {
    const [one, two] = [await begun(), await begun()]
    const sent = await Promise.all([moved(one, 'doiCheLeader', 'submit'), moved(two, 'doiCheLeader', 'submit')])
    expect(sent.map(answerOf).sort()).toEqual(['done', 'not-eligible'])
  })

  test('another person with the same function is another achievement', async () => {
    await decided(person, name)
    const other = await begun(person, 'doiCheOfficer', 'Người Khác Nữa')
    expect(answerOf(await moved(other, 'doiCheLeader', 'submit'))).toBe('done')
  })

  test('is taken back, sent back with a reason, and handed in again', async () => {
    const id = await begun({ ...group, form: 'certificate', level: 'province' })
    doneBy(await moved(id, 'doiCheLeader', 'submit'))
    doneBy(await moved(id, 'doiCheLeader', 'withdraw'))
    doneBy(await moved(id, 'doiCheLeader', 'submit'))
    expect(answerOf(await moved(id, 'doiCheLeader', 'receive'))).toBe('forbidden')
    expect(answerOf(await moved(id, 'reviewer', 'return'))).toBe('reason-needed')
    doneBy(await moved(id, 'reviewer', 'return', 'Thiếu biên bản.'))
    const page = doneBy(await awardPage(by('doiCheOfficer'), id))
    expect([page.award.state, page.award.reason, page.mayWrite]).toEqual(['returned', 'Thiếu biên bản.', true])
    doneBy(await moved(id, 'doiCheLeader', 'submit'))
    expect(answerOf(await moved(id, 'otherReviewer', 'receive'))).toBe('not-found')
  })
})

describe('the council votes', () => {
  test('as counts, which are corrected and taken back before the decision', async () => {
    const id = await voted()
    doneBy(await voteOnAward(by('doiCheOfficer'), id, await versionOf(id), { ...vote, votesFor: 7, votesAgainst: 0 }))
    doneBy(await moved(id, 'doiCheOfficer', 'undo-vote'))
    expect(doneBy(await awardPage(by('doiCheOfficer'), id)).award.vote).toBeNull()
    expect(answerOf(await decideAward(by('doiCheOfficer'), id, await versionOf(id), decision))).toBe('not-now')
  })

  test('more votes than members are refused, and nothing is written', async () => {
    const id = await voted()
    const version = await versionOf(id)
    const over = await voteOnAward(by('doiCheOfficer'), id, version, { ...vote, members: 6 })
    expect(answerOf(over)).toBe('more-present-than-members')
    expect(answerOf(await voteOnAward(by('doiCheOfficer'), id, version, { ...vote, votesFor: 9 }))).toBe(
      'more-votes-than-present',
    )
    expect(await versionOf(id)).toBe(version)
    expect(answerOf(await voteOnAward(by('reviewer'), id, version, vote))).toBe('forbidden')
  })

  test('a share that the province set must be reached', async () => {
    const id = await voted()
    const least = { value: '80', source: 'Quy chế hội đồng' }
    doneBy(await setCommendationRule(by('provinceLeader'), 'vote-share', least))
    expect(answerOf(await decideAward(by('doiCheOfficer'), id, await versionOf(id), decision))).toBe('not-carried')
  })
})

describe('the decision', () => {
  test('gives the next number of the book, and counts a letter of its kind on its day', async () => {
    const one = await decided()
    const two = await decided(person, name)
    const pages = [doneBy(await awardPage(by('doiCheOfficer'), one)), doneBy(await awardPage(by('doiCheOfficer'), two))]
    expect(pages.map((page) => page.award.decision?.bookNumber)).toEqual([1, 2])
    expect(await factsOf(one)).toMatchObject([
      { code: 'K01', dimension: '', day: '2026-10-07', label: 'Giấy khen: Thôn Đồi Chè' },
      { code: 'K01', dimension: 'collective' },
    ])
    expect((await factsOf(two)).map((fact) => fact.dimension)).toEqual(['', 'individual'])
    expect((await factsOf(two))[0]?.label).toBe('Giấy khen: cá nhân')
  })

  test('of two at the same moment each has its own number', async () => {
    const [one, two] = [await voted(), await voted({ ...group, line: 'democracy', recipient: 'Thôn khác' })]
    const versions = [await versionOf(one), await versionOf(two)]
    const made = await Promise.all([
      decideAward(by('doiCheOfficer'), one, versions[0] ?? 0, decision),
      decideAward(by('doiCheColleague'), two, versions[1] ?? 0, decision),
    ])
    expect(made.map(answerOf)).toEqual(['done', 'done'])
    const rows = await database.asOwner<{ n: number }>(
      'select book_number as n from award where unit_id = $1 order by 1',
      [place.doiChe],
    )
    expect(rows.map((row) => row.n)).toEqual([1, 2])
  })

  test.each([
    ['tomorrow', '2026-10-08', 'decision-day-not-come'],
    ['the day before the vote', '2026-10-06', 'decision-before-vote'],
  ])('of %s is refused', async (_, on, code) => {
    const id = await voted()
    const outcome = await decideAward(by('doiCheOfficer'), id, await versionOf(id), { ...decision, on: localDate(on) })
    expect(answerOf(outcome)).toBe(code)
  })

  test('is not the commune’s where the province grants', async () => {
    const id = await voted({ ...group, form: 'certificate', level: 'province' })
    expect(answerOf(await decideAward(by('doiCheLeader'), id, await versionOf(id), decision))).toBe('forbidden')
    doneBy(await decideAward(by('reviewer'), id, await versionOf(id), decision))
    expect((await factsOf(id)).map((fact) => `${fact.code}:${fact.dimension}`)).toEqual(['K02:', 'K02:collective'])
  })

  test('a refusal is opened again; what was decided is revoked with a reason, and counts no more', async () => {
    const id = await voted()
    doneBy(await moved(id, 'doiCheOfficer', 'reject', 'Chưa đủ phiếu.'))
    doneBy(await moved(id, 'doiCheOfficer', 'undo-reject'))
    const other = await decided({ ...group, recipient: 'Thôn khác' })
    doneBy(await moved(other, 'doiCheOfficer', 'revoke', 'Báo cáo không đúng.'))
    expect(await factsOf(other)).toEqual([])
    expect(answerOf(await moved(other, 'doiCheOfficer', 'revoke', 'Nữa'))).toBe('not-now')
  })
})

test('a medal counts once when it is proposed and once more when it is granted', async () => {
  const medal = { ...person, form: 'medal', level: 'central', yearsOfService: 12 } as const
  const least = { value: '15', source: 'Quy chế xét tặng' }
  doneBy(await setCommendationRule(by('provinceLeader'), 'medal-years', least))
  const id = await begun(medal, 'doiCheOfficer', name)
  expect(answerOf(await moved(id, 'doiCheLeader', 'submit'))).toBe('not-eligible')
  doneBy(await correctAward(by('doiCheOfficer'), testVault, id, 1, { ...medal, yearsOfService: 15 }, ''))
  doneBy(await moved(id, 'doiCheLeader', 'submit'))
  expect((await factsOf(id)).map((fact) => `${fact.code}:${fact.dimension}`)).toEqual(['K04:'])
  doneBy(await moved(id, 'reviewer', 'receive'))
  doneBy(await voteOnAward(by('reviewer'), id, await versionOf(id), vote))
  doneBy(await decideAward(by('reviewer'), id, await versionOf(id), decision))
  expect((await factsOf(id)).map((fact) => `${fact.code}:${fact.dimension}`)).toEqual(['K04:', 'K04:granted'])
})

describe('the law of a dossier', () => {
  const before = (who: Who) => as(place.people[who], new Date('2026-09-20T02:00:00Z'))

  test('received before 1 October 2026 it follows the old one, until somebody says why the new one is better', async () => {
    const id = await begun()
    doneBy(await moveAward(before('doiCheLeader'), id, 1, 'submit', ''))
    doneBy(await moveAward(before('doiCheOfficer'), id, 2, 'receive', ''))
    expect(doneBy(await awardPage(by('doiCheOfficer'), id)).law).toMatchObject({
      ...{ because: 'received-before', law: { code: 'law-2022' } },
    })
    expect(answerOf(await chooseLaw(by('reviewer'), id, 3, 'Có lợi hơn'))).toBe('forbidden')
    doneBy(await chooseLaw(by('doiCheOfficer'), id, 3, 'Mở rộng đối tượng.'))
    expect(doneBy(await awardPage(by('doiCheOfficer'), id)).law).toMatchObject({
      ...{ because: 'more-favourable', law: { code: 'law-2022-as-of-2026' } },
    })
  })

  test('received after it there is nothing to choose', async () => {
    const id = await voted()
    expect(answerOf(await chooseLaw(by('doiCheOfficer'), id, await versionOf(id), 'x'))).toBe('no-newer-law')
  })
})

describe('a person’s name', () => {
  test('is opened by who proposes and who decides, each opening recorded without it', async () => {
    const id = await decided({ ...person, form: 'certificate', level: 'province' }, name)
    for (const who of ['doiCheOfficer', 'reviewer'] as const)
      expect(doneBy(await openName(by(who), testVault, id))).toBe(name)
    const auditor: Actor = { ...place.people.reviewer, duty: 'auditor' }
    expect(answerOf(await openName(as(auditor), testVault, id))).toBe('forbidden')
    expect(answerOf(await openName(by('benDoOfficer'), testVault, id))).toBe('not-found')
    expect(answerOf(await openName(by('otherProvinceLeader'), testVault, id))).toBe('not-found')
    const opened = await database.asOwner(`select from audit where kind = 'vault-opened' and province_id = $1`, [
      place.province,
    ])
    expect(opened).toHaveLength(2)
  })

  test('leaves the vault with the proposal that is dropped, and with no other move', async () => {
    const id = await begun(person, 'doiCheOfficer', name)
    const kept = async () => (await database.asOwner(`select from vault_item where kind = 'award-recipient'`)).length
    const before = await kept()
    doneBy(await moved(id, 'doiCheLeader', 'submit'))
    doneBy(await moved(id, 'doiCheLeader', 'withdraw'))
    expect(await kept()).toBe(before)
    expect(answerOf(await moved(id, 'doiCheOfficer', 'drop'))).toBe('reason-needed')
    expect(answerOf(await moved(id, 'benDoOfficer', 'drop', 'Không có quyền'))).toBe('not-found')
    expect(await kept()).toBe(before)
    doneBy(await moved(id, 'doiCheOfficer', 'drop', 'Người được đề nghị xin rút.'))
    expect(await kept()).toBe(before - 1)
    expect(doneBy(await awardPage(by('doiCheOfficer'), id)).award).toMatchObject({ state: 'dropped', item: null })
    expect(answerOf(await openName(by('doiCheOfficer'), testVault, id))).toBe('source-gone')
    expect(
      await database.asOwner(`select changed from audit where kind = 'award-drop' and object_id = $1`, [id]),
    ).toEqual([{ changed: { from: 'draft', to: 'dropped', nameErased: true } }])
  })

  test('stands nowhere in the open: not in a row, a fact, the audit, a notice or a list without names', async () => {
    const id = await decided({ ...person, form: 'certificate', level: 'province' }, name)
    for (const table of ['award', 'award_move', 'counted_fact', 'audit', 'vault_item']) {
      const rows = await database.asOwner(`select t::text as words from ${table} t where province_id = $1`, [
        place.province,
      ])
      expect(JSON.stringify(rows), table).not.toContain('Lạc Bay')
    }
    const filter = { year: 2026, form: null, line: null, kind: null, unitCode: null }
    const open = doneBy(await wholeRegister(by('reviewer'), filter, null))
    expect(registerCsv(open.lines, open.book, false)).not.toContain('Lạc Bay')
    const named = doneBy(await wholeRegister(by('reviewer'), filter, testVault))
    expect(registerCsv(named.lines, named.book, true)).toContain(name)
    expect(answerOf(await wholeRegister(as({ ...place.people.reviewer, duty: 'auditor' }), filter, testVault))).toBe(
      'forbidden',
    )
    const others = doneBy(await wholeRegister(by('otherReviewer'), filter, testVault))
    expect(others.lines).toEqual([])
    const told = { province: place.province, object: id, by: null, at: now }
    const telling = await inScope(database.db, { reach: 'province', province: place.province }, (tx) =>
      awardTellers['award-decide'](tx, told),
    )
    expect(telling?.title).toBe('Đề nghị khen thưởng của Xã Đồi Chè đã có quyết định')
  })
})

describe('certificates', () => {
  test('carry the name over the function, number, decision and issuer, for the body that decided', async () => {
    const ids = [await decided(person, name), await decided({ ...group, line: 'democracy' })]
    const { certificates, layout } = doneBy(await openCertificates(by('doiCheLeader'), testVault, ids, 'Đỗ Thị Quế'))
    expect(layout).toBe('certificate-state')
    expect(certificates[0]).toMatchObject({
      ...{ recipient: name, about: 'Trưởng thôn', title: 'GIẤY KHEN', book: 'Số vào sổ: 1/2026' },
      ...{ issuer: 'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐỒI CHÈ', place: 'Đồi Chè', signer: 'Đỗ Thị Quế' },
      decision: 'Quyết định số 125/QĐ-UBND ngày 7/10/2026',
    })
    expect(certificates[1]).toMatchObject({ recipient: 'Thôn Đồi Chè', about: '', signerTitle: 'CHỦ TỊCH' })
    expect(answerOf(await openCertificates(by('reviewer'), testVault, ids, null))).toBe('forbidden')
    expect(answerOf(await openCertificates(by('benDoOfficer'), testVault, ids, null))).toBe('not-found')
  })

  test('none for what is not decided, for nothing chosen, or for a form without a layout', async () => {
    const print = (ids: AwardId[], who: Who = 'doiCheLeader') => openCertificates(by(who), testVault, ids, null)
    expect(answerOf(await print([await voted()]))).toBe('not-granted')
    expect(answerOf(await print([]))).toBe('nothing-chosen')
    expect(answerOf(await print(Array.from({ length: 101 }, () => newId<'Award'>())))).toBe('too-many-chosen')
    const medal = await decided({ ...person, form: 'medal', level: 'central', yearsOfService: 20 }, name)
    expect(answerOf(await print([medal], 'reviewer'))).toBe('no-layout')
    expect(doneBy(await grantedHere(by('reviewer'), 2026)).lines.map((line) => line.award.id)).toEqual([medal])
  })
})

test('the register sums what was granted, of its own unit or of the whole province', async () => {
  await decided(person, name)
  await decided({ ...group, line: 'democracy' })
  await decided({ ...group, form: 'certificate', level: 'province', recipient: 'Thôn Gò Sim' })
  const filter = { year: 2026, form: null, line: null, kind: null, unitCode: null }
  const own = doneBy(await registerPage(by('doiCheOfficer'), filter, 1))
  expect([own.sums.total, own.sums.collectives, own.sums.individuals, own.sums.grassroots.percent]).toEqual([
    3, 2, 1, 100,
  ])
  expect(doneBy(await registerPage(by('reviewer'), { ...filter, form: 'certificate' }, 1)).sums.total).toBe(1)
  expect(doneBy(await registerPage(by('benDoOfficer'), filter, 1)).lines).toEqual([])
  expect(answerOf(await registerPage(by('administrator'), filter, 1))).toBe('forbidden')
})

describe('evidence', () => {
  const minutes = { name: 'Biên bản.txt', content: Buffer.from('Biên bản họp bình xét') }

  test('is kept by its content, read by its readers, and taken away while the proposal is open', async () => {
    const store = localStore(folder)
    const id = await begun()
    const file = doneBy(await attachAwardEvidence(by('doiCheOfficer'), store, id, minutes, 'Biên bản')) as never
    expect(doneBy(await evidenceFile(by('doiCheLeader'), store, id, file)).content.equals(minutes.content)).toBe(true)
    expect(answerOf(await evidenceFile(by('benDoOfficer'), store, id, file))).toBe('not-found')
    doneBy(await removeAwardEvidence(by('doiCheOfficer'), id, file))
    expect(answerOf(await evidenceFile(by('doiCheOfficer'), store, id, file))).toBe('not-found')
    expect(answerOf(await removeAwardEvidence(by('doiCheOfficer'), id, file))).toBe('not-found')
  })

  test('is not what it says, or not in one’s hands: refused; of another unit: not there', async () => {
    const store = localStore(folder)
    const id = await begun({ ...group, form: 'certificate', level: 'province' })
    const page = { name: 'trang.pdf', content: Buffer.from('<html></html>') }
    expect(answerOf(await attachAwardEvidence(by('doiCheOfficer'), store, id, page, ''))).toBe('file-not-taken')
    expect(answerOf(await attachAwardEvidence(by('doiCheOfficer'), store, id, minutes, '0912 345 678'))).toBe(
      'personal-number-in-file',
    )
    expect(answerOf(await attachAwardEvidence(by('reviewer'), store, id, minutes, ''))).toBe('not-in-hand')
    expect(answerOf(await attachAwardEvidence(by('benDoOfficer'), store, id, minutes, ''))).toBe('not-found')
  })
})

describe('an initiative', () => {
  async function recognised(): Promise<InitiativeId> {
    const id = newId<'Initiative'>()
    await inScope(database.db, scopeOf(place.people.doiCheLeader), async (tx) => {
      const empty = { situation: '', goals: '', area: '', coordinating: '', participating: '', timePlan: '' }
      const words = { content: 'Ba lần họp thôn', lead: 'Chi bộ', resources: '46 ngày công', outputs: '1,2 km đường' }
      await insertInitiative(
        tx,
        by('doiCheLeader'),
        id,
        {
          ...{ name: 'Mở đường cùng dân', holderKind: 'collective', holder: 'Thôn Đồi Chè', mainField: 'kinh-te' },
          ...{ tags: [], beganOn: null, sustainability: '', ...empty, ...words },
        },
        { year: 2026, scope: 'commune', isNew: true },
        null,
      )
    })
    await database.asOwner(
      `update initiative_year set state = 'recognised', registered_on = '2026-01-10', recognised_on = '2026-09-10' where initiative_id = $1`,
      [id],
    )
    return id
  }

  test('that was recognised is chosen, its report begins from the record, and its year moves with the proposal', async () => {
    const id = await recognised()
    const choices = doneBy(await sourceChoices(by('doiCheOfficer'), { year: 2026, words: 'mo duong', page: 1 }))
    expect(choices.initiatives.map((one) => one.head.id)).toEqual([id])
    const opening = doneBy(await openingOf(by('doiCheOfficer'), { kind: 'initiative', id, year: 2026 }))
    expect(opening.start?.report).toContain('1,2 km đường')
    expect(opening.start?.achievement).toContain('“Mở đường cùng dân” năm 2026')
    const award = doneBy(await beginAward(by('doiCheOfficer'), testVault, newId(), opening, group, ''))
    doneBy(await moved(award, 'doiCheLeader', 'submit'))
    const [year] = await database.asOwner<{ state: string }>(
      'select state from initiative_year where initiative_id = $1',
      [id],
    )
    expect(year?.state).toBe('proposed')
    const again = doneBy(
      await beginAward(by('doiCheOfficer'), testVault, newId(), opening, { ...group, recipient: 'Ai khác' }, ''),
    )
    expect(answerOf(await moved(again, 'doiCheLeader', 'submit'))).toBe('not-eligible')
    const higher = { ...group, form: 'certificate', level: 'province' } as const
    const above = doneBy(await beginAward(by('doiCheOfficer'), testVault, newId(), opening, higher, ''))
    expect(answerOf(await moved(above, 'doiCheLeader', 'submit'))).toBe('done')
  })

  test('that is only running is not proposed, and nothing of the proposal moves', async () => {
    const id = await recognised()
    await database.asOwner(`update initiative_year set state = 'running' where initiative_id = $1`, [id])
    const source = { kind: 'initiative', id, name: 'Mở đường' } as const
    const award = doneBy(
      await beginAward(by('doiCheOfficer'), testVault, newId(), { unit: place.doiChe, source }, group, ''),
    )
    expect(answerOf(await moved(award, 'doiCheLeader', 'submit'))).toBe('initiative-not-ready')
    expect(doneBy(await awardPage(by('doiCheOfficer'), award)).award.state).toBe('draft')
    expect(await database.asOwner('select from award_move where award_id = $1', [award])).toEqual([])
  })

  test('of a neighbour is no ground of one’s own', async () => {
    const id = await recognised()
    expect(answerOf(await openingOf(by('benDoOfficer'), { kind: 'initiative', id, year: 2026 }))).toBe('not-found')
  })
})

test('a dialogue that was held well is a ground too', async () => {
  const meeting = {
    ...{ heldOn: localDate('2026-08-12'), subject: 'Đối thoại về nước sạch', place: 'Nhà văn hóa' },
    ...{ isThematic: true, attendances: 84, opinions: 12 },
  }
  const id = doneBy(await recordDialogue(by('doiCheOfficer'), newId(), meeting))
  const opening = doneBy(await openingOf(by('doiCheOfficer'), { kind: 'dialogue', id }))
  expect(opening.start?.report).toContain('84 lượt người dự; 12 ý kiến')
  expect(opening.source).toEqual({ kind: 'dialogue', id, name: 'Đối thoại về nước sạch' })
})

test('a dialogue that is only planned is offered to nobody and opens no proposal', async () => {
  const id = newId<'Dialogue'>()
  const plan: DialoguePlan = {
    ...{ heldOn: localDate('2026-12-12'), subject: 'Đối thoại sắp tới', place: 'Nhà văn hóa', isThematic: false },
    ...{ chairedBy: '', invited: '', startsAt: '', announcement: '', questionsUntil: null, sessions: [] },
  }
  doneBy(await planDialogue(by('doiCheOfficer'), id, plan))
  const choices = doneBy(await sourceChoices(by('doiCheOfficer'), { year: 2026, words: '', page: 1 }))
  expect(choices.dialogues.filter((one) => one.id === id)).toEqual([])
  expect(answerOf(await openingOf(by('doiCheOfficer'), { kind: 'dialogue', id }))).toBe('not-found')
})

describe('praise', () => {
  const entry: PraiseEntry = {
    ...{ day: localDate('2026-10-01'), recipientKind: 'collective', recipient: 'Tổ tự quản' },
    ...{ what: 'Dọn kênh', occasion: '' },
  }

  test('has its own list and counts nowhere', async () => {
    const id = doneBy(await recordPraise(by('doiCheOfficer'), newId(), entry))
    expect(doneBy(await praiseList(by('reviewer'))).lines.map((line) => line.id)).toEqual([id])
    expect(await database.asOwner('select from counted_fact where unit_id = $1', [place.doiChe])).toEqual([])
    doneBy(await voidPraise(by('doiCheOfficer'), id, 1, 'Ghi trùng'))
    expect(answerOf(await voidPraise(by('doiCheOfficer'), id, 2, 'Ghi trùng'))).toBe('already-void')
  })

  test('is refused of a day to come and forbidden to others', async () => {
    const later = { ...entry, day: localDate('2026-10-08') }
    expect(answerOf(await recordPraise(by('doiCheOfficer'), newId(), later))).toBe('day-not-come')
    expect(answerOf(await recordPraise(by('administrator'), newId(), entry))).toBe('forbidden')
    const id = doneBy(await recordPraise(by('doiCheOfficer'), newId(), entry))
    expect(answerOf(await voidPraise(by('reviewer'), id, 1, 'Gỡ'))).toBe('forbidden')
    expect(answerOf(await voidPraise(by('benDoOfficer'), id, 1, 'Gỡ'))).toBe('not-found')
    expect(answerOf(await voidPraise(by('doiCheOfficer'), id, 1, ''))).toBe('reason-needed')
  })
})

describe('a ceremony', () => {
  const entry = { day: localDate('2026-10-15'), name: 'Ngày truyền thống', place: 'Hội trường' }

  test('says which awards were handed out; each once', async () => {
    const award = await decided()
    const id = doneBy(await recordCeremony(by('doiCheOfficer'), newId(), entry))
    expect(doneBy(await ceremonyPage(by('doiCheOfficer'), id)).open.map((line) => line.award.id)).toEqual([award])
    doneBy(await chooseHandedOut(by('doiCheOfficer'), id, 1, [award]))
    expect(doneBy(await awardPage(by('doiCheOfficer'), award)).ceremony).toBe(id)
    const second = doneBy(await recordCeremony(by('doiCheOfficer'), newId(), entry))
    expect(answerOf(await chooseHandedOut(by('doiCheOfficer'), second, 1, [award]))).toBe('handed-out-elsewhere')
    doneBy(await voidCeremony(by('doiCheOfficer'), id, 2, 'Hoãn'))
    doneBy(await chooseHandedOut(by('doiCheOfficer'), second, 1, [award]))
  })

  test('hands out nothing undecided, and is kept by its own unit', async () => {
    const id = doneBy(await recordCeremony(by('doiCheOfficer'), newId(), entry))
    expect(answerOf(await chooseHandedOut(by('doiCheOfficer'), id, 1, [await voted()]))).toBe('not-granted')
    expect(answerOf(await chooseHandedOut(by('reviewer'), id, 1, []))).toBe('forbidden')
    expect(answerOf(await voidCeremony(by('benDoOfficer'), id, 1, 'x'))).toBe('not-found')
    expect(answerOf(await voidCeremony(by('doiCheOfficer'), id, 1, ''))).toBe('reason-needed')
    expect(answerOf(await recordCeremony(by('administrator'), newId(), entry))).toBe('forbidden')
    expect(answerOf(await recordCeremony(by('doiCheOfficer'), newId(), { ...entry, place: '0912 345 678' }))).toBe(
      'personal-number',
    )
  })
})

test('a number is set by the province’s leader alone, where the rule has one', async () => {
  const value = { value: '15', source: 'Quy chế' }
  doneBy(await setCommendationRule(by('provinceLeader'), 'medal-years', value))
  expect(answerOf(await setCommendationRule(by('provinceLeader'), 'same-line', value))).toBe('rule-has-no-number')
  expect(answerOf(await setCommendationRule(by('provinceLeader'), 'no-rule', value))).toBe('unknown-choice')
  for (const who of ['reviewer', 'doiCheLeader', 'administrator'] as const)
    expect(answerOf(await setCommendationRule(by(who), 'medal-years', value))).toBe('forbidden')
})
