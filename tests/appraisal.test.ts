import { beforeEach, describe, expect, test } from 'vitest'
import { newId, type Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import { addSubjects, assignAppraiser, openRound, removeSubject } from '#modules/movement/appraisal-commands.server.ts'
import {
  closeRound,
  decideRound,
  findNotEligible,
  judgeByArea,
  recordMinutes,
  reopenRound,
} from '#modules/movement/appraisal-decision-commands.server.ts'
import { handIn, saveMarks, takeBack } from '#modules/movement/appraisal-mark-commands.server.ts'
import { roundCandidates, roundPage, roundsPage } from '#modules/movement/appraisal-queries.server.ts'
import { sheetPage, subjectPage } from '#modules/movement/appraisal-subject-queries.server.ts'
import type { AppraisalRoundId, MarkEntry, SheetPart, SubjectRef } from '#modules/movement/appraisal.ts'
import type { YearState } from '#modules/movement/cycle.ts'
import { movementWaiting } from '#modules/movement/waiting-queries.server.ts'
import { changeScoringSet, createScoringSet } from '#modules/movement/scoring-commands.server.ts'
import { points } from '#modules/movement/scoring-points.ts'
import { scoringSetPage, scoringSetsPage } from '#modules/movement/scoring-queries.server.ts'
import type { ScoringLine, ScoringSetHead, ScoringSetId } from '#modules/movement/scoring-set.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy } from './support/reports.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
  await duties()
})

/** Appraisers are looked up by what they do now. */
async function duties(): Promise<void> {
  for (const [who, kind] of [
    ['reviewer', 'province-officer'],
    ['secondReviewer', 'province-officer'],
    ['provinceLeader', 'province-leader'],
    ['doiCheOfficer', 'commune-officer'],
    ['doiCheColleague', 'commune-officer'],
    ['doiCheLeader', 'commune-leader'],
  ] as const) {
    const { province, account, unit } = place.people[who]
    await database.asOwner(
      `insert into duty (province_id, id, account_id, unit_id, kind, valid) values ($1, $2, $3, $4, $5, '[2025-07-01,)')`,
      [province, newId(), account, unit, kind],
    )
  }
}

const person = (who: keyof TestProvince['people']): Actor => place.people[who]
const reviewer = () => as(person('reviewer'))
const second = () => as(person('secondReviewer'))
const leader = () => as(person('provinceLeader'))
const officer = () => as(person('doiCheOfficer'))

const line = (kind: ScoringLine['kind'], name: string, given: Partial<ScoringLine> = {}): ScoringLine => ({
  ...{ kind, name, points: '', levels: '', part: 'base', passes: false, area: null, evidence: '', note: '' },
  ...given,
})
/** Bắc Kạn's shape with two groups: 90 by the unit and its appraisers, 10 by the superior; tốt from 80. */
const lines: ScoringLine[] = [
  line('group', 'Nội dung'),
  line('criterion', 'Cách làm', { points: '40' }),
  line('criterion', 'Kết quả', { points: '40' }),
  line('group', 'Nền nếp'),
  line('criterion', 'Báo cáo', { points: '10', levels: '0 5 10' }),
  line('group', 'Cấp trên', { part: 'superior' }),
  line('criterion', 'Điểm cấp trên', { points: '10' }),
  line('penalty', 'Nộp muộn', { points: '2' }),
  line('band', 'Khá', { points: '0' }),
  line('band', 'Tốt', { points: '80', passes: true }),
  line('condition', 'Có kỷ luật trong năm'),
]
const head: ScoringSetHead = {
  ...{ name: 'Bộ thử', issuer: 'Ban Dân vận', validFrom: localDate('2026-01-01'), validTo: null },
  ...{ appliesTo: ['collective', 'individual'], source: '1-HD/BDV', note: '' },
}

async function aSet(change: Partial<ScoringSetHead> = {}): Promise<ScoringSetId> {
  return doneBy(await createScoringSet(reviewer(), newId(), { head: { ...head, ...change }, lines }))
}

async function anInitiative(unit: Id<'Unit'>, name: string, state: YearState = 'running', scope = 'province') {
  const id = newId<'AppraisalSubject'>()
  await database.asOwner(
    `insert into initiative (province_id, id, unit_id, holder_kind, holder, name, main_field, created_at, changed_at)
     values ($1, $2, $3, 'collective', 'Chi bộ thôn', $4, 'economy', now(), now())`,
    [place.province, id, unit, name],
  )
  await database.asOwner(
    `insert into initiative_year (province_id, id, initiative_id, year, unit_id, scope, is_new, state, registered_on, changed_at)
     values ($1, $2, $3, 2026, $4, $5, true, $6, '2026-02-01', now())`,
    [place.province, newId(), id, unit, scope, state],
  )
  return id
}

const stateOf = async (id: string) =>
  (
    await database.asOwner<{ state: string; decision: string }>(
      'select state, decision from initiative_year where initiative_id = $1',
      [id],
    )
  )[0]

const entry = (set: ScoringSetId) => ({
  ...{ title: 'Chấm năm 2026', year: 2026, subjectKind: 'initiative' as const, scope: 'province' as const, set },
})

type World = { round: AppraisalRoundId; set: ScoringSetId; at: SubjectRef; other: SubjectRef }

/** A round with two initiatives of Xã Đồi Chè and Xã Bến Đò, both given to both reviewers. */
async function begun(): Promise<World> {
  const set = await aSet()
  const one = await anInitiative(place.doiChe, 'Đường hoa thôn Đồi Chè')
  const two = await anInitiative(place.benDo, 'Tổ thu gom rác Bến Đò')
  const round = doneBy(await openRound(reviewer(), newId(), entry(set)))
  expect(doneBy(await addSubjects(reviewer(), round, 'all'))).toEqual({ added: 2 })
  for (const who of ['reviewer', 'secondReviewer'] as const)
    doneBy(await assignAppraiser(reviewer(), round, person(who).account, [one, two], 'give'))
  return {
    ...{ round, set },
    at: { round, kind: 'initiative', id: one },
    other: { round, kind: 'initiative', id: two },
  }
}

const marks = (given: Record<string, string>, was: Record<string, string> = {}): MarkEntry[] =>
  Object.entries(given).map(([criterion, text]) => ({
    ...{ criterion, note: '', points: text === '' ? null : points(text) },
    was: was[criterion] === undefined ? null : points(was[criterion]),
  }))
const sheet = (c1: string, c2: string, c3: string) => marks({ c1, c2, c3 })

async function fill(ctx: ReturnType<typeof reviewer>, at: SubjectRef, part: SheetPart, entries: MarkEntry[]) {
  doneBy(await saveMarks(ctx, at, part, entries, part === 'council' ? 'Hội đồng thống nhất' : ''))
  if (part !== 'council') doneBy(await handIn(ctx, at, part))
}

/** Both appraisers and the leader have scored both subjects. */
async function scored(): Promise<World> {
  const world = await begun()
  await fill(officer(), world.at, 'self', sheet('40', '37', '10'))
  for (const ctx of [reviewer(), second()]) {
    await fill(ctx, world.at, 'appraiser', sheet('38', '35', '10'))
    await fill(ctx, world.other, 'appraiser', sheet('30', '30', '10'))
  }
  for (const at of [world.at, world.other]) await fill(leader(), at, 'superior', marks({ c4: '4' }))
  return world
}

async function versionOf(id: AppraisalRoundId): Promise<number> {
  return doneBy(await roundPage(reviewer(), id)).round.version
}
async function closed(): Promise<World> {
  const world = await scored()
  doneBy(await closeRound(reviewer(), world.round, await versionOf(world.round)))
  return world
}
const decision = { document: '125-QĐ/TU', on: localDate('2026-10-07') }

describe('a scoring set', () => {
  test('is written down by the province and read by its communes', async () => {
    const id = await aSet()
    const page = doneBy(await scoringSetsPage(officer()))
    expect(page.own.map(({ set, name, version }) => [set, name, version])).toEqual([[id, 'Bộ thử', 1]])
    expect(page.mayKeep).toBe(false)
    expect(page.patterns.map(({ code }) => code)).toContain('bac-kan-2017')
  })
  test('sent twice it is one; another on the same sheet is told so', async () => {
    const id = newId<'ScoringSet'>()
    const both = [createScoringSet(reviewer(), id, { head, lines }), createScoringSet(reviewer(), id, { head, lines })]
    expect((await Promise.all(both)).map(answerOf)).toEqual(['done', 'done'])
    const other = { head: { ...head, name: 'Bộ khác' }, lines }
    expect(answerOf(await createScoringSet(reviewer(), id, other))).toBe('set-sheet-used')
  })
  test.each([
    ['without bands', { lines: lines.filter(({ kind }) => kind !== 'band') }, 'set-cannot-be-read'],
    [
      'that ends before it begins',
      { head: { ...head, validTo: localDate('2025-01-01') } },
      'set-ends-before-it-begins',
    ],
    ['with a telephone number', { head: { ...head, note: 'gọi 0912 345 678' } }, 'set-personal-number'],
  ])('%s is refused', async (_, change, code) => {
    expect(answerOf(await createScoringSet(reviewer(), newId(), { head, lines, ...change }))).toBe(code)
  })
  test.each(['doiCheOfficer', 'doiCheLeader', 'administrator'] as const)('is not written by the %s', async (who) => {
    expect(answerOf(await createScoringSet(as(person(who)), newId(), { head, lines }))).toBe('forbidden')
    expect(answerOf(await changeScoringSet(as(person(who)), await aSet(), 1, { head, lines }, ''))).toBe('forbidden')
  })
  test('is changed in place while nobody scores by it, and not over a colleague', async () => {
    const id = await aSet()
    const renamed = { head: { ...head, name: 'Bộ thử hai' }, lines }
    expect(doneBy(await changeScoringSet(reviewer(), id, 1, renamed, ''))).toEqual({ version: 1 })
    expect(answerOf(await changeScoringSet(second(), id, 1, { head, lines }, ''))).toBe('set-changed-meanwhile')
    expect(answerOf(await changeScoringSet(as(person('otherReviewer')), id, 2, renamed, ''))).toBe('not-found')
  })
  test('once a round uses it, a change makes a new version, needs a reason, and leaves the old one as it was', async () => {
    const { set, round, at } = await closed()
    const cheaper = lines.map((one) => (one.name === 'Tốt' ? { ...one, points: '60' } : one))
    const before = doneBy(await subjectPage(reviewer(), at)).result
    expect(answerOf(await changeScoringSet(reviewer(), set, 1, { head, lines: cheaper }, ''))).toBe(
      'set-reason-missing',
    )
    const changed = await changeScoringSet(reviewer(), set, 1, { head, lines: cheaper }, 'Hạ ngưỡng năm sau')
    expect(doneBy(changed)).toEqual({ version: 2 })
    const page = doneBy(await scoringSetPage(reviewer(), set, 1))
    expect(page.shown.lines).toEqual(lines)
    expect(page.versions.map(({ version, reason }) => [version, reason])).toEqual([
      [2, 'Hạ ngưỡng năm sau'],
      [1, 'Lập bộ'],
    ])
    expect(doneBy(await roundPage(reviewer(), round)).round.setVersion).toBe(1)
    expect(doneBy(await subjectPage(reviewer(), at)).result).toEqual(before)
  })
  test('changed while a round is being opened by it: the round keeps what it was opened by', async () => {
    const id = await aSet()
    const other = { head: { ...head, name: 'Bộ đổi' }, lines }
    const [opened] = await Promise.all([
      openRound(reviewer(), newId(), entry(id)),
      changeScoringSet(second(), id, 1, other, 'Đổi cùng lúc'),
    ])
    const { version } = doneBy(await roundPage(reviewer(), doneBy(opened)))
    const { versions } = doneBy(await scoringSetPage(reviewer(), id, null))
    // Either it was opened first and a second version stands beside it, or it was opened by what had just been changed.
    expect(versions.length === 2 ? version.name : versions[0]?.name).toBe(versions.length === 2 ? 'Bộ thử' : 'Bộ đổi')
  })
})

describe('a round is opened', () => {
  test('sent twice it is one', async () => {
    const [id, set] = [newId<'AppraisalRound'>(), await aSet()]
    const sent = await Promise.all([openRound(reviewer(), id, entry(set)), openRound(reviewer(), id, entry(set))])
    expect(sent.map(answerOf)).toEqual(['done', 'done'])
    expect(answerOf(await openRound(reviewer(), id, { ...entry(set), title: 'Khác' }))).toBe('round-sheet-used')
  })
  test('only by a set that holds in its year and is made for its kind', async () => {
    const set = await aSet({ validTo: localDate('2026-12-31') })
    expect(answerOf(await openRound(reviewer(), newId(), { ...entry(set), year: 2027 }))).toBe('set-not-for-this-year')
    const units = { ...entry(set), subjectKind: 'unit' as const, scope: null }
    expect(answerOf(await openRound(reviewer(), newId(), units))).toBe('set-not-for-this-kind')
  })
  test('by a commune over its own level, and not above', async () => {
    const set = await aSet()
    expect(answerOf(await openRound(officer(), newId(), entry(set)))).toBe('forbidden')
    const id = doneBy(await openRound(officer(), newId(), { ...entry(set), scope: 'commune' }))
    expect(answerOf(await roundPage(as(person('benDoOfficer')), id))).toBe('not-found')
    expect(answerOf(await openRound(as(person('administrator')), newId(), entry(set)))).toBe('forbidden')
    expect(answerOf(await openRound(as(person('otherReviewer')), newId(), entry(set)))).toBe('not-found')
  })
  test('takes in what can be scored at its level, once', async () => {
    const { round } = await begun()
    await anInitiative(place.doiChe, 'Chỉ đăng ký cấp xã', 'running', 'commune')
    await anInitiative(place.doiChe, 'Đã dừng', 'stopped')
    const late = await anInitiative(place.cauGo, 'Vào sau')
    expect(doneBy(await roundCandidates(reviewer(), round, 1)).candidates.map(({ id }) => id)).toEqual([late])
    expect(answerOf(await addSubjects(reviewer(), round, []))).toBe('nothing-chosen')
    expect(answerOf(await addSubjects(officer(), round, 'all'))).toBe('forbidden')
    expect(doneBy(await addSubjects(reviewer(), round, [late]))).toEqual({ added: 1 })
    const at: SubjectRef = { round, kind: 'initiative', id: late }
    expect(answerOf(await removeSubject(officer(), at))).toBe('forbidden')
    expect(answerOf(await removeSubject(reviewer(), at))).toBe('done')
    expect(answerOf(await removeSubject(reviewer(), at))).toBe('not-found')
  })
  test('may score units themselves, of which nothing moves', async () => {
    const set = await aSet({ appliesTo: ['unit'] })
    const asked = { ...entry(set), subjectKind: 'unit' as const, scope: null }
    const round = doneBy(await openRound(reviewer(), newId(), asked))
    doneBy(await addSubjects(reviewer(), round, 'all'))
    const { rows } = doneBy(await roundPage(reviewer(), round))
    expect(rows.map(({ name, area }) => [name, area])).toContainEqual(['Phường Chợ Mới', 'urban'])
    for (const one of rows) {
      const at: SubjectRef = { round, kind: 'unit', id: one.id }
      doneBy(await findNotEligible(reviewer(), at, 'Mới thành lập'))
    }
    doneBy(await closeRound(reviewer(), round, await versionOf(round)))
    expect(answerOf(await decideRound(reviewer(), round, await versionOf(round), decision))).toBe('done')
  })
})

describe('appraisers', () => {
  test('are people of the unit that holds the round', async () => {
    const { round, at } = await begun()
    const give = (who: Actor, by = reviewer()) => assignAppraiser(by, round, who.account, [at.id], 'give')
    expect(answerOf(await give(person('doiCheOfficer')))).toBe('not-an-appraiser')
    expect(answerOf(await give(person('otherReviewer')))).toBe('not-an-appraiser')
    expect(answerOf(await give(person('provinceLeader')))).toBe('done')
    expect(answerOf(await give(person('provinceLeader'), officer()))).toBe('forbidden')
    const none = assignAppraiser(reviewer(), round, person('reviewer').account, [], 'give')
    expect(answerOf(await none)).toBe('nothing-chosen')
  })
  test('nobody appraises what he scored himself, nor the other way round', async () => {
    const set = await aSet()
    const id = await anInitiative(place.doiChe, 'Của xã', 'running', 'commune')
    const round = doneBy(await openRound(officer(), newId(), { ...entry(set), scope: 'commune' }))
    doneBy(await addSubjects(officer(), round, 'all'))
    const at: SubjectRef = { round, kind: 'initiative', id }
    doneBy(await saveMarks(officer(), at, 'self', marks({ c1: '40' }), ''))
    const give = (who: 'doiCheOfficer' | 'doiCheColleague') =>
      assignAppraiser(officer(), round, person(who).account, [id], 'give')
    expect(answerOf(await give('doiCheOfficer'))).toBe('own-work')
    expect(answerOf(await give('doiCheColleague'))).toBe('done')
    const colleague = as(person('doiCheColleague'))
    expect(answerOf(await saveMarks(colleague, at, 'self', marks({ c2: '1' }), ''))).toBe('own-work')
    expect(answerOf(await saveMarks(colleague, at, 'appraiser', marks({ c2: '1' }), ''))).toBe('done')
  })
  test('who has given points stays an appraiser', async () => {
    const { round, at } = await begun()
    const take = (who: 'reviewer' | 'secondReviewer') =>
      assignAppraiser(reviewer(), round, person(who).account, [at.id], 'take')
    doneBy(await saveMarks(second(), at, 'appraiser', marks({ c1: '1' }), ''))
    expect(answerOf(await take('secondReviewer'))).toBe('appraiser-has-scored')
    expect(answerOf(await take('reviewer'))).toBe('done')
    expect(answerOf(await saveMarks(reviewer(), at, 'appraiser', marks({ c1: '1' }), ''))).toBe('forbidden')
  })
  test('two at once lose nothing, and the spread is shown', async () => {
    const { at, round } = await begun()
    const saved = await Promise.all([
      saveMarks(reviewer(), at, 'appraiser', sheet('40', '40', '10'), ''),
      saveMarks(second(), at, 'appraiser', sheet('30', '30', '5'), ''),
    ])
    expect(saved.map(answerOf)).toEqual(['done', 'done'])
    for (const ctx of [reviewer(), second()]) doneBy(await handIn(ctx, at, 'appraiser'))
    const row = doneBy(await roundPage(reviewer(), round)).rows.find(({ id }) => id === at.id)
    expect(row?.spread).toEqual({ least: points('65'), most: points('90') })
  })
  test('one who has not handed in sees nobody else’s points', async () => {
    const { at } = await begun()
    await fill(second(), at, 'appraiser', sheet('30', '30', '5'))
    const before = doneBy(await subjectPage(reviewer(), at))
    expect([before.hidden, before.sheets.length, before.result]).toEqual([1, 0, null])
    await fill(reviewer(), at, 'appraiser', sheet('40', '40', '10'))
    expect(doneBy(await subjectPage(reviewer(), at)).sheets.length).toBe(2)
  })
})

describe('points', () => {
  test.each([
    ['over the most', { c1: '40,01' }, 'over-most'],
    ['between two levels', { c3: '7' }, 'not-a-level'],
  ])('%s are refused, and the sheet stays as it was', async (_, given, code) => {
    const { at } = await begun()
    expect(answerOf(await saveMarks(reviewer(), at, 'appraiser', marks(given), ''))).toBe(code)
    expect(await database.asOwner('select from appraisal_sheet where subject_id = $1', [at.id])).toEqual([])
  })
  test('a telephone number in a note is refused', async () => {
    const { at } = await begun()
    const noted = marks({ c1: '1' }).map((one) => ({ ...one, note: 'gọi 0912345678' }))
    expect(answerOf(await saveMarks(reviewer(), at, 'appraiser', noted, ''))).toBe('appraisal-personal-number')
  })
  test('two officers on the unit’s sheet: the second is told what the first wrote', async () => {
    const { at } = await begun()
    const colleague = as(person('doiCheColleague'))
    const saved = await Promise.all([
      saveMarks(officer(), at, 'self', marks({ c1: '40' }), ''),
      saveMarks(colleague, at, 'self', marks({ c1: '35' }), ''),
    ])
    expect(saved.map(answerOf).sort()).toEqual(['done', 'mark-changed-meanwhile'])
    const others = await Promise.all([
      saveMarks(officer(), at, 'self', marks({ c2: '40' }), ''),
      saveMarks(colleague, at, 'self', marks({ c3: '5' }), ''),
    ])
    expect(others.map(answerOf)).toEqual(['done', 'done'])
    expect(doneBy(await subjectPage(officer(), at)).sheets[0]?.marks.size).toBe(3)
  })
  test('the council lowers 87 to 78 with a reason; all numbers stay', async () => {
    const { at } = await scored()
    expect(doneBy(await subjectPage(reviewer(), at)).result).toMatchObject({ total: points('87'), band: 'Tốt' })
    const lower = marks({ c2: '26' })
    expect(answerOf(await saveMarks(reviewer(), at, 'council', lower, ''))).toBe('mark-reason-missing')
    doneBy(await saveMarks(reviewer(), at, 'council', lower, 'Chưa có biên bản nghiệm thu'))
    const page = doneBy(await subjectPage(reviewer(), at))
    expect(page.result).toMatchObject({ total: points('78'), band: 'Khá', recognised: false })
    expect(page.sheets.map(({ part, total }) => [part, total])).toContainEqual(['self', points('87')])
    expect(page.changes.find(({ part }) => part === 'council')).toMatchObject({
      ...{ from: null, to: points('26'), reason: 'Chưa có biên bản nghiệm thu', by: 'Phạm Văn Duyệt' },
    })
    doneBy(await saveMarks(reviewer(), at, 'council', marks({ c2: '' }, { c2: '26' }), 'Đã bổ sung biên bản'))
    expect(doneBy(await subjectPage(reviewer(), at)).result).toMatchObject({ total: points('87') })
  })
  test('after a sheet was handed in, a change needs a reason and keeps the number before', async () => {
    const { at } = await scored()
    const change = marks({ c1: '20' }, { c1: '38' })
    expect(answerOf(await saveMarks(reviewer(), at, 'appraiser', change, 'x'))).toBe('sheet-handed-in')
    doneBy(await takeBack(reviewer(), at, 'appraiser'))
    expect(answerOf(await takeBack(reviewer(), at, 'appraiser'))).toBe('sheet-not-handed-in')
    expect(answerOf(await saveMarks(reviewer(), at, 'appraiser', change, ''))).toBe('mark-reason-missing')
    doneBy(await saveMarks(reviewer(), at, 'appraiser', change, 'Xem lại thực địa'))
    const { changes } = doneBy(await subjectPage(reviewer(), at))
    expect(changes.find(({ reason }) => reason === 'Xem lại thực địa')).toMatchObject({
      ...{ from: points('38'), to: points('20') },
    })
  })
  test('a sheet with holes is not handed in; each is named', async () => {
    const { at } = await begun()
    expect(answerOf(await handIn(reviewer(), at, 'appraiser'))).toBe('sheet-incomplete')
    doneBy(await saveMarks(reviewer(), at, 'appraiser', marks({ c1: '0', c2: '0' }), ''))
    const no = await handIn(reviewer(), at, 'appraiser')
    expect(no).toMatchObject({ refusal: { code: 'sheet-incomplete', groups: ['Nền nếp'] } })
  })
  test('the unit’s own sheet moves its year; a year that was stopped meanwhile does not, and the sheet stays open', async () => {
    const { at, other } = await begun()
    await fill(officer(), at, 'self', sheet('40', '37', '10'))
    expect((await stateOf(at.id))?.state).toBe('self-scored')
    const benDo = as(person('benDoOfficer'))
    doneBy(await saveMarks(benDo, other, 'self', sheet('1', '1', '5'), ''))
    await database.asOwner(`update initiative_year set state = 'stopped' where initiative_id = $1`, [other.id])
    expect(answerOf(await handIn(benDo, other, 'self'))).toBe('subject-moved')
    expect(doneBy(await subjectPage(benDo, other)).sheets[0]?.isHandedIn).toBe(false)
  })
  test.each([
    ['self', 'reviewer', 'forbidden'],
    ['self', 'benDoOfficer', 'not-found'],
    ['appraiser', 'provinceLeader', 'forbidden'],
    ['appraiser', 'doiCheOfficer', 'forbidden'],
    ['council', 'doiCheLeader', 'forbidden'],
    ['superior', 'reviewer', 'forbidden'],
    ['superior', 'otherReviewer', 'not-found'],
  ] as const)('the %s part is not filled by the %s', async (part, who, answer) => {
    const { at } = await begun()
    const ctx = as(person(who))
    expect(answerOf(await saveMarks(ctx, at, part, marks(part === 'superior' ? { c4: '1' } : { c1: '1' }), 'x'))).toBe(
      answer,
    )
    expect(answerOf(await handIn(ctx, at, part))).toBe(answer)
    expect(answerOf(await takeBack(ctx, at, part))).toBe(answer)
  })
  test('the unit that is scored sees its own numbers until the decision, then everybody’s', async () => {
    const { at, round } = await closed()
    const before = doneBy(await subjectPage(officer(), at))
    expect([before.sheets.map(({ part }) => part), before.result]).toEqual([['self'], null])
    const own = doneBy(await roundPage(officer(), round))
    expect(own.rows.map(({ id, total }) => [id, total])).toEqual([[at.id, null]])
    doneBy(await decideRound(reviewer(), round, await versionOf(round), decision))
    expect(doneBy(await subjectPage(officer(), at)).sheets.length).toBe(4)
  })
  test('a page of a sheet shows one group, and what the unit gave itself beside it', async () => {
    const { at } = await scored()
    const page = doneBy(await sheetPage(second(), at, 'appraiser', 1))
    expect([page.group.name, page.groups.length, page.beside.map(({ label }) => label)]).toEqual([
      ...['Nội dung', 3, ['Đơn vị tự chấm']],
    ])
    expect(page.needsReason).toBe(true)
  })
})

describe('a round is closed and decided', () => {
  test('with places and results that stay', async () => {
    const { round } = await closed()
    const page = doneBy(await roundPage(reviewer(), round))
    expect(page.round.status).toBe('closed')
    expect(page.rows.map(({ name, place: at, total }) => [name, at, total])).toEqual([
      ['Đường hoa thôn Đồi Chè', 1, points('87')],
      ['Tổ thu gom rác Bến Đò', 2, points('74')],
    ])
  })
  test('not while sheets are missing, and not when empty', async () => {
    const { round, at } = await begun()
    expect(answerOf(await closeRound(reviewer(), round, await versionOf(round)))).toBe('appraisers-open')
    for (const ctx of [reviewer(), second()]) await fill(ctx, at, 'appraiser', sheet('1', '1', '5'))
    const { rows } = doneBy(await roundPage(reviewer(), round))
    const other = rows.find(({ id }) => id !== at.id)
    if (!other) throw new Error('There is no second subject')
    doneBy(await findNotEligible(reviewer(), { ...at, id: other.id }, 'Có kỷ luật trong năm'))
    expect(answerOf(await closeRound(reviewer(), round, await versionOf(round)))).toBe('round-unfinished')
    const empty = doneBy(await openRound(reviewer(), newId(), { ...entry(await aSet()), year: 2030 }))
    expect(answerOf(await closeRound(reviewer(), empty, 1))).toBe('round-empty')
    expect(answerOf(await closeRound(officer(), round, 1))).toBe('forbidden')
  })
  test('by two officers at once: the second is told', async () => {
    const { round } = await scored()
    const version = await versionOf(round)
    const sent = await Promise.all([closeRound(reviewer(), round, version), closeRound(second(), round, version)])
    expect(sent.map(answerOf).sort()).toEqual(['done', 'round-changed-meanwhile'])
  })
  test('points that come while it is being closed are in its result or are told that it is closed', async () => {
    const { round, at } = await scored()
    const version = await versionOf(round)
    const [, saved] = await Promise.all([
      closeRound(second(), round, version),
      saveMarks(reviewer(), at, 'council', marks({ c2: '26' }), 'Thống nhất'),
    ])
    const row = doneBy(await roundPage(reviewer(), round)).rows.find(({ id }) => id === at.id)
    expect(row?.total).toBe(saved.ok ? points('78') : points('87'))
    expect(['done', 'round-not-open']).toContain(answerOf(saved))
  })
  test('is opened again before the decision and not after', async () => {
    const { round, at } = await closed()
    expect(answerOf(await saveMarks(reviewer(), at, 'council', marks({ c1: '1' }), 'x'))).toBe('round-not-open')
    expect(answerOf(await reopenRound(officer(), round, 2))).toBe('forbidden')
    doneBy(await reopenRound(reviewer(), round, await versionOf(round)))
    expect(answerOf(await reopenRound(reviewer(), round, await versionOf(round)))).toBe('round-not-closed')
    expect(answerOf(await decideRound(reviewer(), round, await versionOf(round), decision))).toBe('round-not-closed')
    doneBy(await closeRound(reviewer(), round, await versionOf(round)))
    doneBy(await decideRound(reviewer(), round, await versionOf(round), decision))
    expect(answerOf(await reopenRound(reviewer(), round, await versionOf(round)))).toBe('round-not-closed')
  })
  test('a decision recognises, refuses and leaves out, each with its reason', async () => {
    const world = await scored()
    const third = await anInitiative(place.cauGo, 'Có kỷ luật')
    doneBy(await addSubjects(reviewer(), world.round, [third]))
    const at: SubjectRef = { round: world.round, kind: 'initiative', id: third }
    doneBy(await findNotEligible(reviewer(), at, 'Có kỷ luật trong năm'))
    doneBy(await closeRound(reviewer(), world.round, await versionOf(world.round)))
    const council = { metOn: localDate('2026-10-05'), members: 7, present: 6, minutes: 'Nhất trí.' }
    doneBy(await recordMinutes(reviewer(), world.round, await versionOf(world.round), council))
    doneBy(await decideRound(reviewer(), world.round, await versionOf(world.round), decision))
    expect(await stateOf(world.at.id)).toEqual({ state: 'recognised', decision: '125-QĐ/TU' })
    expect((await stateOf(world.other.id))?.state).toBe('not-recognised')
    expect((await stateOf(third))?.state).toBe('not-eligible')
    const page = doneBy(await roundPage(reviewer(), world.round))
    expect([page.round.status, page.rows.at(-1)?.place, page.rows.at(-1)?.total]).toEqual(['decided', null, null])
  })
  test('a subject that moved meanwhile takes the whole decision back, and is named', async () => {
    const { round, other, at } = await closed()
    await database.asOwner(`update initiative_year set state = 'stopped' where initiative_id = $1`, [other.id])
    const no = await decideRound(reviewer(), round, await versionOf(round), decision)
    expect(no).toMatchObject({ refusal: { code: 'subject-moved', name: 'Tổ thu gom rác Bến Đò' } })
    expect((await stateOf(at.id))?.state).toBe('self-scored')
    expect(doneBy(await roundPage(reviewer(), round)).round.status).toBe('closed')
  })
  test.each([
    ['a day that has not come', { on: localDate('2026-12-01') }, 'decision-day-not-come'],
    ['a day before the meeting', { on: localDate('2026-10-01') }, 'decision-before-meeting'],
    ['a telephone number as its document', { document: '0912345678' }, 'appraisal-personal-number'],
  ])('%s is refused', async (_, change, code) => {
    const { round } = await closed()
    const council = { metOn: localDate('2026-10-05'), members: 7, present: 7, minutes: '' }
    doneBy(await recordMinutes(reviewer(), round, await versionOf(round), council))
    const by = { ...decision, ...change }
    expect(answerOf(await decideRound(reviewer(), round, await versionOf(round), by))).toBe(code)
    expect(answerOf(await decideRound(officer(), round, 3, by))).toBe('forbidden')
  })
  test('more present than members are refused; nobody of the scored unit writes the minutes', async () => {
    const { round } = await begun()
    const council = { metOn: null, members: 5, present: 6, minutes: '' }
    expect(answerOf(await recordMinutes(reviewer(), round, 1, council))).toBe('more-present-than-members')
    expect(answerOf(await recordMinutes(officer(), round, 1, council))).toBe('forbidden')
    const words = { ...council, present: 5, minutes: 'gọi 0912345678' }
    expect(answerOf(await recordMinutes(reviewer(), round, 1, words))).toBe('appraisal-personal-number')
  })
  test('who is not eligible is not scored 0, and can be considered again', async () => {
    const { round, at } = await scored()
    expect(answerOf(await findNotEligible(officer(), at, 'x'))).toBe('forbidden')
    expect(answerOf(await judgeByArea(officer(), at, 'urban'))).toBe('forbidden')
    doneBy(await judgeByArea(reviewer(), at, 'mountain'))
    doneBy(await findNotEligible(reviewer(), at, 'Có kỷ luật trong năm'))
    expect(doneBy(await subjectPage(reviewer(), at)).result?.kind).toBe('not-eligible')
    doneBy(await findNotEligible(reviewer(), at, null))
    expect(doneBy(await subjectPage(reviewer(), at)).result?.kind).toBe('scored')
    doneBy(await closeRound(reviewer(), round, await versionOf(round)))
    expect(answerOf(await findNotEligible(reviewer(), at, 'x'))).toBe('round-not-open')
    expect(answerOf(await judgeByArea(reviewer(), at, 'urban'))).toBe('round-not-open')
  })
})

test('what waits for an officer stands on the first page, and nothing of another province', async () => {
  const { at } = await begun()
  const waiting = async (who: keyof TestProvince['people']) => {
    const found = doneBy(await roundsPage(as(person(who)))).waiting
    const { sheetsToScore } = await inScope(database.db, scopeOf(person(who)), (tx) =>
      movementWaiting(tx, as(person(who))),
    )
    expect(sheetsToScore, 'as many on the first page of the desk').toBe(found.length)
    return found.map(({ part, subject }) => [part, subject.name])
  }
  expect(await waiting('doiCheOfficer')).toEqual([['self', 'Đường hoa thôn Đồi Chè']])
  expect((await waiting('reviewer')).map(([part]) => part)).toEqual(['appraiser', 'appraiser'])
  await fill(officer(), at, 'self', sheet('40', '37', '10'))
  expect(await waiting('doiCheOfficer')).toEqual([])
  expect(doneBy(await roundsPage(as(person('otherReviewer')))).rounds).toEqual([])
  expect(answerOf(await roundsPage(as(person('administrator'))))).toBe('forbidden')
})
