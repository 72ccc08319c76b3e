import { beforeEach, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { newId } from '#kernel/ids.ts'
import { yearOf } from '#kernel/period.ts'
import { inScope } from '#platform/database.ts'
import { useDatabase } from './support/database.ts'
import { opened } from './support/initiatives.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy } from './support/reports.ts'
import { scopeOf } from '#modules/access/actor.ts'
import { countsOf, factsBehind } from '#modules/figures/counted-by.server.ts'
import { correctFinding, moveFinding, raiseFinding } from '#modules/activities/finding-commands.server.ts'
import { sweepKeptFiles } from '../src/kept-files.ts'
import { findingPage, findingsPage } from '#modules/activities/finding-queries.server.ts'
import type { FindingId } from '#modules/activities/finding.ts'
import { attachActivityFiles, removeActivityFile } from '#modules/activities/activity-file-commands.server.ts'
import { activityFile, activityFilesPage } from '#modules/activities/activity-file-queries.server.ts'
import {
  correctVisit,
  recordVisit,
  seeInitiative,
  unseeInitiative,
  voidVisit,
} from '#modules/activities/visit-commands.server.ts'
import type { VisitDraft } from '#modules/activities/visit-forms.ts'
import { addTopic, correctPlan, planVisit, useTopic, voidPlan } from '#modules/activities/visit-plan-commands.server.ts'
import {
  planPage,
  topicsPage,
  visitChoices,
  visitPage,
  visitsOf,
  visitsPage,
  type VisitFilter,
} from '#modules/activities/visit-queries.server.ts'
import type { VisitId, VisitPlanId } from '#modules/activities/visit.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { memoryStore } from './support/memory-store.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const stop = (name: string, on = '2026-08-12', field = 'place-0') => ({ name, on: localDate(on), field })
const inspection: VisitDraft = {
  ...{ kind: 'inspection', ledBy: 'upper', isSurprise: false, plan: null, heldOn: localDate('2026-08-12') },
  ...{
    subject: 'Kiểm tra công tác dân vận và quy chế dân chủ',
    leadingBody: 'Ban Dân vận',
    members: 'Đại diện Mặt trận',
  },
  ...{ topics: ['Công tác dân vận', 'Dân chủ ở cơ sở'], minutes: 'Ghi chép của đoàn', conclusion: null },
  stops: [stop('Xã Đồi Chè'), stop('xa ben do', '2026-08-13', 'place-1')],
}
const reviewer = () => as(place.people.reviewer)
const officer = () => as(place.people.doiCheOfficer)
const bloc = (change: Partial<VisitDraft> = {}): VisitDraft => ({
  ...inspection,
  ...{ ledBy: 'bloc', stops: [stop('Trường tiểu học')] },
  ...change,
})

async function made(change: Partial<VisitDraft> = {}): Promise<VisitId> {
  return doneBy(await recordVisit(reviewer(), newId(), { ...inspection, ...change }))
}

async function counted(unit: UnitId = place.province, year = 2026): Promise<Record<string, string>> {
  const { from, to } = yearOf(year)
  return inScope(database.db, scopeOf(place.people.reviewer), async (tx) => {
    const counts = await countsOf(tx, { province: place.province, unit, from, to })
    return Object.fromEntries([...counts].map(([key, { amount }]) => [key, String(Number(amount) / 10_000)]))
  })
}

const filter = (change: Partial<VisitFilter> = {}): VisitFilter => ({
  ...{ side: 'all', unit: place.province, kind: null, surprise: false, year: null, words: '' },
  ...change,
})

describe('a visit is written down', () => {
  test('once, however many units and topics it has: each unit on its day', async () => {
    const id = await made()
    const { visit } = doneBy(await visitPage(reviewer(), id))
    expect(visit.stops.map(({ name, unit, on }) => [name, unit, on])).toEqual([
      ['Xã Đồi Chè', place.doiChe, '2026-08-12'],
      ['Xã Bến Đò', place.benDo, '2026-08-13'],
    ])
    expect([visit.lastOn, visit.topics.length, visit.version]).toEqual(['2026-08-13', 2, 1])
    const page = doneBy(await visitsPage(reviewer(), filter(), 1))
    expect(page.sums).toEqual({ visits: 1, units: 2, distinct: 2, findings: 0, open: 0 })
    expect(await counted()).toEqual({ C01: '2', 'C01:distinct': '2' })
  })

  test('a unit visited twice is two visits and one distinct unit', async () => {
    await made()
    await made({ heldOn: localDate('2026-09-01'), stops: [stop('Xã Đồi Chè', '2026-09-01')] })
    expect(await counted()).toEqual({ C01: '3', 'C01:distinct': '2' })
    expect(doneBy(await visitsPage(reviewer(), filter(), 1)).sums).toMatchObject({ visits: 2, units: 3, distinct: 2 })
  })

  test('over the end of a year each unit counts in the year of its day', async () => {
    const stops = [stop('Xã Đồi Chè', '2025-12-31'), stop('Xã Bến Đò', '2026-01-02', 'place-1')]
    await made({ heldOn: localDate('2025-12-31'), stops })
    expect([await counted(place.province, 2025), await counted()]).toEqual([
      { C01: '1', 'C01:distinct': '1' },
      { C01: '1', 'C01:distinct': '1' },
    ])
  })

  test.each<[string, Partial<VisitDraft>, Record<string, string>]>([
    ['a survey', { kind: 'survey' }, { C03: '2', 'C03:distinct': '2' }],
    ['a surprise inspection', { isSurprise: true }, { C01: '2', 'C01:distinct': '2', C04: '1' }],
    ['a supervision of the level above', { kind: 'supervision' }, {}],
    ['a supervision of the Front without a result', { kind: 'supervision', ledBy: 'front' }, {}],
    [
      'a supervision of the Front whose result was announced',
      { kind: 'supervision', ledBy: 'front', conclusion: { number: '12/TB', on: localDate('2026-09-01') } },
      { C06: '1' },
    ],
  ])('%s counts where it belongs', async (_, change, cells) => {
    await made(change)
    expect(await counted()).toEqual(cells)
  })

  test('the bloc of a commune counts in its own cell, at places that are no communes', async () => {
    doneBy(await recordVisit(officer(), newId(), bloc()))
    doneBy(
      await recordVisit(
        officer(),
        newId(),
        bloc({ heldOn: localDate('2026-09-01'), stops: [stop('Trường Tiểu học', '2026-09-01')] }),
      ),
    )
    expect(await counted(place.doiChe)).toEqual({ C02: '2', 'C02:distinct': '1' })
  })

  test.each<[string, Partial<VisitDraft>, string]>([
    ['of a day that has not come', { heldOn: localDate('2026-10-08') }, 'day-not-come'],
    ['to nobody', { stops: [] }, 'no-place'],
    ['to a unit on a day that has not come', { stops: [stop('Xã Đồi Chè', '2026-10-09')] }, 'day-not-come'],
    ['to a unit before it began', { stops: [stop('Xã Đồi Chè', '2026-08-01')] }, 'place-before-visit'],
    ['to a unit that had ended', { stops: [stop('Xã Khe Vắng')] }, 'place-not-in-force'],
    ['to a ward under a name it no longer bears', { stops: [stop('Thị trấn Chợ Mới')] }, 'place-not-in-force'],
    ['to one unit twice on one day', { stops: [stop('Xã Đồi Chè'), stop('xã đồi chè')] }, 'place-twice'],
    ['by a bloc that the province has not', { ledBy: 'bloc' }, 'lead-not-here'],
    ['under a plan there is not', { plan: newId<'VisitPlan'>() as VisitPlanId }, 'plan-unknown'],
    [
      'with a conclusion before it',
      { conclusion: { number: '1', on: localDate('2026-08-01') } },
      'conclusion-before-visit',
    ],
    ['with a telephone number', { minutes: 'Gọi 0912 345 678' }, 'personal-number'],
    ['with a telephone number among its members', { members: '0912345678' }, 'personal-number'],
  ])('%s: refused, and nothing is written', async (_, change, code) => {
    expect(answerOf(await recordVisit(reviewer(), newId(), { ...inspection, ...change }))).toBe(code)
    expect(await database.asOwner('select from visit where province_id = $1', [place.province])).toEqual([])
  })

  test('before a unit ended, it was there to be visited', async () => {
    const stops = [stop('Xã Khe Vắng', '2025-06-30')]
    expect(
      answerOf(await recordVisit(reviewer(), newId(), { ...inspection, heldOn: localDate('2025-06-30'), stops })),
    ).toBe('done')
  })

  test('sent twice it is one; something else on the same sheet is asked about', async () => {
    const id = newId<'FieldVisit'>()
    const sent = await Promise.all([recordVisit(reviewer(), id, inspection), recordVisit(reviewer(), id, inspection)])
    expect(sent.map(answerOf)).toEqual(['done', 'done'])
    expect(answerOf(await recordVisit(reviewer(), id, { ...inspection, subject: 'Khác' }))).toBe('sheet-used')
    expect(answerOf(await recordVisit(officer(), id, bloc()))).toBe('not-found')
  })

  test.each(['administrator'] as const)('not by the %s', async (who) => {
    expect(answerOf(await recordVisit(as(place.people[who]), newId(), inspection))).toBe('forbidden')
  })
})

describe('a visit is corrected and taken out', () => {
  test('and counts as it now stands', async () => {
    const id = await made()
    doneBy(await correctVisit(reviewer(), id, 1, { ...inspection, kind: 'survey', stops: [stop('Xã Cầu Gỗ')] }))
    expect(await counted()).toEqual({ C03: '1', 'C03:distinct': '1' })
    doneBy(await voidVisit(as(place.people.secondReviewer), id, 2, 'Ghi trùng'))
    expect(await counted()).toEqual({})
    expect(answerOf(await correctVisit(reviewer(), id, 3, inspection))).toBe('already-void')
    expect(doneBy(await visitPage(reviewer(), id)).changes.map(({ kind }) => kind)).toEqual([
      ...['visit-voided', 'visit-corrected', 'visit-recorded'],
    ])
  })

  test('not over what a colleague wrote meanwhile, nor by another unit', async () => {
    const id = await made()
    doneBy(await correctVisit(reviewer(), id, 1, { ...inspection, members: 'Khác' }))
    expect(answerOf(await correctVisit(reviewer(), id, 1, inspection))).toBe('changed-meanwhile')
    expect(answerOf(await voidVisit(reviewer(), id, 1, 'Ghi trùng'))).toBe('changed-meanwhile')
    for (const who of ['doiCheOfficer', 'cauGoOfficer', 'otherReviewer'] as const) {
      expect(answerOf(await correctVisit(as(place.people[who]), id, 2, inspection))).toBe('not-found')
      expect(answerOf(await voidVisit(as(place.people[who]), id, 2, 'Ghi trùng'))).toBe('not-found')
    }
    const own = doneBy(await recordVisit(officer(), newId(), bloc()))
    expect(answerOf(await correctVisit(reviewer(), own, 1, bloc()))).toBe('forbidden')
    expect(answerOf(await voidVisit(reviewer(), own, 1, 'Ghi trùng'))).toBe('forbidden')
  })

  test('not as long as something it found is open, or by leaving out a unit that has to mend something', async () => {
    const id = await made()
    await raised(id, 1)
    expect(answerOf(await voidVisit(reviewer(), id, 1, 'Ghi trùng'))).toBe('has-findings')
    const without = { ...inspection, stops: [stop('Xã Đồi Chè')] }
    expect(answerOf(await correctVisit(reviewer(), id, 1, without))).toBe('place-has-findings')
  })
})

describe('who reads a visit', () => {
  test('the units it went to read it without the visitors’ notes, and only their own stop; others do not', async () => {
    const id = await made()
    const { visit, changes } = doneBy(await visitPage(officer(), id))
    expect([visit.minutes, visit.stops.map(({ name }) => name), changes]).toEqual(['', ['Xã Đồi Chè'], []])
    expect(answerOf(await visitPage(as(place.people.cauGoOfficer), id))).toBe('not-found')
    expect(answerOf(await visitPage(as(place.people.otherReviewer), id))).toBe('not-found')
    const received = filter({ side: 'received', unit: place.doiChe })
    expect(doneBy(await visitsPage(officer(), received, 1)).lines.map((line) => line.id)).toEqual([id])
    expect(answerOf(await visitsPage(officer(), filter(), 1))).toBe('forbidden')
    expect(answerOf(await visitsPage(officer(), filter({ side: 'made', unit: place.benDo }), 1))).toBe('forbidden')
  })

  test('the province reads the missions of its communes', async () => {
    const id = doneBy(await recordVisit(officer(), newId(), bloc()))
    expect(doneBy(await visitPage(reviewer(), id)).mayKeep).toBe(false)
    expect(doneBy(await visitsPage(reviewer(), filter(), 1)).total).toBe(1)
  })

  test('and narrows the register by kind, year, words without marks and surprise', async () => {
    await made()
    await made({
      isSurprise: true,
      subject: 'Đột xuất về tiếp dân',
      heldOn: localDate('2025-08-12'),
      stops: [stop('Xã Đồi Chè', '2025-08-12')],
    })
    const found = async (change: Partial<VisitFilter>) => doneBy(await visitsPage(reviewer(), filter(change), 1)).total
    expect(await found({ words: 'tiep dan' })).toBe(1)
    expect(await found({ surprise: true, kind: 'inspection' })).toBe(1)
    expect(await found({ year: 2026 })).toBe(1)
    expect(await found({ kind: 'survey' })).toBe(0)
    expect(doneBy(await visitsPage(reviewer(), filter({ year: 2026 }), 9)).years).toEqual([2026, 2025])
  })
})

async function raised(
  visit: VisitId,
  owner = 0,
  change: Partial<Parameters<typeof raiseFinding>[3]> = {},
): Promise<FindingId> {
  const id = newId<'Finding'>()
  const entry = { said: 'Chưa niêm yết công khai', severity: 'serious', dueOn: localDate('2026-09-15'), owner } as const
  doneBy(await raiseFinding(reviewer(), visit, id, { ...entry, ...change }))
  return id
}

const evidence = [{ name: 'niêm yết.txt', content: Buffer.from('Biên bản niêm yết') }]
const said = { caption: 'Biên bản', people: null }

describe('a finding is followed until it is closed', () => {
  test('two units: each sees its own, answers, proves, and those who went close', async () => {
    const visit = await made()
    const [ours, theirs] = [await raised(visit, 0), await raised(visit, 1)]
    const board = async (who: 'doiCheOfficer' | 'benDoOfficer') =>
      doneBy(await findingsPage(as(place.people[who]), { side: 'ours', standing: null }, 1)).lines.map(({ id }) => id)
    expect([await board('doiCheOfficer'), await board('benDoOfficer')]).toEqual([[ours], [theirs]])
    expect(await counted()).toMatchObject({ 'C05:issued': '2' })
    doneBy(await moveFinding(officer(), ours, 1, 'answer', 'Đã niêm yết'))
    expect(answerOf(await moveFinding(reviewer(), ours, 2, 'close', 'Đã xem'))).toBe('evidence-needed')
    const store = memoryStore()
    doneBy(await attachActivityFiles(officer(), store, { kind: 'finding', id: ours }, evidence, said))
    expect(doneBy(await findingPage(reviewer(), ours)).files.length).toBe(1)
    doneBy(await moveFinding(reviewer(), ours, 2, 'close', 'Đã xem'))
    expect(await counted()).toMatchObject({ 'C05:issued': '2', 'C05:closed': '1' })
    const page = doneBy(await findingPage(officer(), ours))
    expect(page.steps.map(({ move }) => move)).toEqual(['raise', 'answer', 'close'])
    expect([page.moves, page.mayAttach]).toEqual([[], false])
    doneBy(await moveFinding(reviewer(), ours, 3, 'reopen', 'Niêm yết đã bị gỡ'))
    expect((await counted())['C05:closed']).toBeUndefined()
    expect(doneBy(await findingsPage(reviewer(), { side: 'all', standing: 'late' }, 1)).total).toBe(2)
  })

  test('what is late stands first on the board', async () => {
    const visit = await made()
    const later = await raised(visit, 0, { dueOn: localDate('2026-12-01') })
    const none = await raised(visit, 0, { dueOn: null })
    const late = await raised(visit, 0)
    const { lines, counts } = doneBy(await findingsPage(reviewer(), { side: 'all', standing: null }, 1))
    expect(lines.map(({ id }) => id)).toEqual([late, later, none])
    expect(counts).toEqual({ late: 1, open: 3, answered: 0, closed: 0 })
    expect(answerOf(await findingsPage(officer(), { side: 'all', standing: null }, 1))).toBe('forbidden')
  })

  test('a light one is closed on the word of those who went', async () => {
    const id = await raised(await made(), 0, { severity: 'light' })
    doneBy(await moveFinding(reviewer(), id, 1, 'close', 'Đã sửa tại chỗ'))
    expect(answerOf(await moveFinding(reviewer(), id, 2, 'answer', 'x'))).toBe('forbidden')
    expect(answerOf(await moveFinding(officer(), id, 2, 'answer', 'x'))).toBe('step-not-possible')
    expect(answerOf(await correctFinding(reviewer(), id, 2, { said: 'x', severity: 'light', dueOn: null }))).toBe(
      'step-not-possible',
    )
  })

  test('for a place without an account those who went write its answer', async () => {
    const id = await raised(await made({ stops: [stop('Trường Mầm non')] }), 0)
    expect(doneBy(await findingPage(reviewer(), id)).moves).toContain('answer')
    doneBy(await moveFinding(reviewer(), id, 1, 'answer', 'Trường đã báo cáo'))
  })

  test.each<[string, Partial<Parameters<typeof raiseFinding>[3]>, string]>([
    ['due before the visit', { dueOn: localDate('2026-08-11') }, 'due-before-visit'],
    ['of a unit nobody visited', { owner: 7 }, 'owner-not-visited'],
    ['with a number of a person', { said: 'Số 0912345678' }, 'personal-number'],
  ])('%s: refused', async (_, change, code) => {
    const entry = { said: 'Việc', severity: 'light', dueOn: null, owner: 0, ...change } as const
    expect(answerOf(await raiseFinding(reviewer(), await made(), newId(), entry))).toBe(code)
    expect(await database.asOwner('select from finding where province_id = $1', [place.province])).toEqual([])
  })

  test('is corrected and taken out by those who went, and by nobody else', async () => {
    const visit = await made()
    const id = await raised(visit)
    const entry = { said: 'Chưa niêm yết đủ', severity: 'grave', dueOn: localDate('2026-10-01') } as const
    expect(answerOf(await correctFinding(officer(), id, 1, entry))).toBe('forbidden')
    expect(answerOf(await moveFinding(officer(), id, 1, 'close', 'x'))).toBe('forbidden')
    expect(answerOf(await moveFinding(as(place.people.benDoOfficer), id, 1, 'answer', 'x'))).toBe('not-found')
    expect(answerOf(await raiseFinding(officer(), visit, newId(), { ...entry, owner: 0 }))).toBe('not-found')
    expect(answerOf(await correctFinding(reviewer(), id, 1, { ...entry, dueOn: localDate('2026-01-01') }))).toBe(
      'due-before-visit',
    )
    doneBy(await correctFinding(reviewer(), id, 1, entry))
    expect(answerOf(await moveFinding(reviewer(), id, 1, 'void', 'x'))).toBe('changed-meanwhile')
    doneBy(await moveFinding(reviewer(), id, 2, 'void', 'Ghi nhầm đơn vị'))
    expect(await counted()).toEqual({ C01: '2', 'C01:distinct': '2' })
    expect(answerOf(await moveFinding(officer(), id, 3, 'answer', 'x'))).toBe('already-void')
  })

  test('an answer and the closing of it at once: one of the two is told it moved', async () => {
    const id = await raised(await made(), 0, { severity: 'light' })
    const both = await Promise.all([
      moveFinding(officer(), id, 1, 'answer', 'Đã làm'),
      moveFinding(reviewer(), id, 1, 'close', 'Đã xem'),
    ])
    expect(both.map(answerOf).sort()).toEqual(['changed-meanwhile', 'done'])
  })

  test('row security: the owner of a finding gives it to nobody and changes no other', async () => {
    const id = await raised(await made(), 0)
    const scope = scopeOf(place.people.doiCheOfficer)
    const give = inScope(database.db, scope, (tx) =>
      tx.updateTable('finding').set({ unit_id: place.doiChe }).where('id', '=', id).execute(),
    )
    await expect(give).rejects.toThrow(/permission denied/)
    const seen = await inScope(database.db, scopeOf(place.people.cauGoOfficer), (tx) =>
      tx.selectFrom('finding').select('id').execute(),
    )
    expect(seen).toEqual([])
  })
})

describe('files beside a record', () => {
  test('are taken in, read where they may be, and taken away by who gave them', async () => {
    const store = memoryStore()
    // Content of this test alone: what another record still names is not swept.
    const own = [{ name: 'niêm yết.txt', content: Buffer.from('Biên bản của đoàn') }]
    const beside = { kind: 'visit', id: await made() } as const
    doneBy(await attachActivityFiles(reviewer(), store, beside, own, said))
    const page = doneBy(await activityFilesPage(reviewer(), beside))
    expect(page.files.map(({ name, caption }) => [name, caption])).toEqual([['niêm yết.txt', 'Biên bản']])
    const [file] = page.files
    if (!file) throw new Error('no file')
    expect(doneBy(await activityFile(reviewer(), store, beside, file.id)).content.toString()).toBe('Biên bản của đoàn')
    expect(answerOf(await activityFile(as(place.people.cauGoOfficer), store, beside, file.id))).toBe('not-found')
    await sweepKeptFiles(database.db, store, new Date(Date.now() + 48 * 3_600_000))
    expect(await store.get(file.sha256)).not.toBeNull()
    expect(answerOf(await removeActivityFile(officer(), beside, file.id))).toBe('not-found')
    doneBy(await removeActivityFile(reviewer(), beside, file.id))
    await sweepKeptFiles(database.db, store, new Date(Date.now() + 48 * 3_600_000))
    expect(await store.get(file.sha256)).toBeNull()
  })

  test('a conclusion is read by the units the visit went to, the visitors’ other files are not', async () => {
    const store = memoryStore()
    const beside = { kind: 'visit', id: await made() } as const
    doneBy(await attachActivityFiles(reviewer(), store, beside, evidence, said))
    const conclusion = [{ name: 'Thông báo kết luận.txt', content: Buffer.from('Kết luận') }]
    doneBy(await attachActivityFiles(reviewer(), store, beside, conclusion, { ...said, isConclusion: true }))
    const seen = doneBy(await activityFilesPage(officer(), beside))
    expect(seen.files.map(({ name }) => name)).toEqual(['Thông báo kết luận.txt'])
    expect(seen.mayAttach).toBe(false)
    expect(doneBy(await visitPage(officer(), beside.id)).files.length).toBe(1)
    const [file] = seen.files
    if (!file) throw new Error('no file')
    expect(doneBy(await activityFile(officer(), store, beside, file.id)).content.toString()).toBe('Kết luận')
    expect(answerOf(await activityFile(as(place.people.cauGoOfficer), store, beside, file.id))).toBe('not-found')
    expect(answerOf(await removeActivityFile(officer(), beside, file.id))).toBe('not-found')
  })

  test.each<[string, [string, string][], { caption: string; people: null }, string]>([
    ['nothing', [], said, 'no-file'],
    ['a program', [['a.exe', 'MZ']], said, 'none-taken'],
    ['a caption with a telephone number', [['a.txt', 'a']], { caption: '0912345678', people: null }, 'personal-number'],
  ])('%s is refused', async (_, files, about, code) => {
    const sent = files.map(([name, content]) => ({ name, content: Buffer.from(content) }))
    const beside = { kind: 'visit', id: await made() } as const
    expect(answerOf(await attachActivityFiles(reviewer(), memoryStore(), beside, sent, about))).toBe(code)
  })
})

describe('the year’s plan', () => {
  const line = { kind: 'inspection', subject: 'Kiểm tra quý III', quarter: 3, unitsPlanned: 3 } as const

  test('shows what was done of it, and a line that has visits stays', async () => {
    const id = newId<'VisitPlan'>()
    doneBy(await planVisit(reviewer(), id, 2026, line))
    doneBy(await planVisit(reviewer(), id, 2026, line))
    await made({ plan: id })
    await made({ isSurprise: true })
    const page = doneBy(await planPage(reviewer(), place.province, 2026))
    expect(page.lines).toMatchObject([{ ...line, visits: 1, units: 2 }])
    expect(page.surprises).toBe(1)
    expect(answerOf(await voidPlan(reviewer(), id, 1, 'Thôi'))).toBe('plan-has-visits')
    expect((await visitChoices(reviewer(), localDate('2026-08-12'))).plans.length).toBe(1)
  })

  test('a surprise is in no plan', async () => {
    const id = newId<'VisitPlan'>()
    doneBy(await planVisit(reviewer(), id, 2026, line))
    expect(answerOf(await recordVisit(reviewer(), newId(), { ...inspection, plan: id, isSurprise: true }))).toBe(
      'surprise-in-plan',
    )
  })

  test('is corrected and taken out by its unit alone, and not read by who will be visited', async () => {
    const id = newId<'VisitPlan'>()
    doneBy(await planVisit(reviewer(), id, 2026, line))
    doneBy(await correctPlan(reviewer(), id, 1, { ...line, unitsPlanned: 5 }))
    expect(answerOf(await correctPlan(reviewer(), id, 1, line))).toBe('changed-meanwhile')
    expect(answerOf(await correctPlan(officer(), id, 2, line))).toBe('not-found')
    expect(answerOf(await voidPlan(officer(), id, 2, 'x'))).toBe('not-found')
    expect(answerOf(await planPage(officer(), place.province, 2026))).toBe('forbidden')
    expect(answerOf(await planVisit(as(place.people.administrator), newId(), 2026, line))).toBe('forbidden')
    expect(answerOf(await planVisit(reviewer(), newId(), 2026, { ...line, subject: 'Gọi 0912345678' }))).toBe(
      'personal-number',
    )
    doneBy(await voidPlan(reviewer(), id, 2, 'Đã lùi sang năm sau'))
    expect(doneBy(await planPage(reviewer(), place.province, 2026)).lines).toEqual([])
    expect(answerOf(await voidPlan(reviewer(), id, 3, 'x'))).toBe('already-void')
  })
})

describe('the province’s words for what is inspected', () => {
  test('are added, no longer used, used again, and offered while they are', async () => {
    const id = newId<'VisitTopic'>()
    doneBy(await addTopic(reviewer(), id, 'Dân vận khéo'))
    expect(answerOf(await addTopic(reviewer(), newId(), 'Dân vận khéo'))).toBe('topic-exists')
    expect((await visitChoices(officer(), localDate('2026-08-12'))).topics.map(({ name }) => name)).toEqual([
      'Dân vận khéo',
    ])
    doneBy(await useTopic(reviewer(), id, 1, false))
    expect((await visitChoices(officer(), localDate('2026-08-12'))).topics).toEqual([])
    expect(answerOf(await useTopic(reviewer(), id, 1, true))).toBe('changed-meanwhile')
    doneBy(await useTopic(reviewer(), id, 2, true))
    expect((await topicsPage(officer())).mayKeep).toBe(false)
  })

  test('by its officers alone', async () => {
    expect(answerOf(await addTopic(officer(), newId(), 'Khác'))).toBe('forbidden')
    expect(answerOf(await useTopic(officer(), newId(), 1, true))).toBe('forbidden')
    expect(answerOf(await useTopic(as(place.people.otherReviewer), newId(), 1, true))).toBe('not-found')
    expect(answerOf(await addTopic(reviewer(), newId(), 'Số 0912345678'))).toBe('personal-number')
  })
})

describe('an initiative that a visit went to see', () => {
  const seen = () => ({
    ...{ province: place.province, id: newId<'Initiative'>(), name: 'Tuyến đường tự quản' },
    on: localDate('2026-08-12'),
  })

  test('has the visit on its line of time, until it is taken back', async () => {
    const one = seen()
    const visit = await made()
    doneBy(await seeInitiative(reviewer(), visit, 1, one))
    expect(answerOf(await seeInitiative(reviewer(), visit, 2, one))).toBe('initiative-seen-before')
    expect(await visitsOf(reviewer(), one.id)).toMatchObject([{ id: visit, on: '2026-08-12', kind: 'inspection' }])
    expect(await visitsOf(as(place.people.cauGoOfficer), one.id)).toEqual([])
    doneBy(await unseeInitiative(reviewer(), visit, 2, one.id))
    expect(await visitsOf(reviewer(), one.id)).toEqual([])
    expect(answerOf(await unseeInitiative(reviewer(), visit, 3, one.id))).toBe('not-found')
  })

  test('of a visited unit has it on its own line; the other units of the visit do not learn of it', async () => {
    const visit = await made()
    const id = await opened(database, officer())
    doneBy(await seeInitiative(reviewer(), visit, 1, { ...seen(), id }))
    expect(await visitsOf(officer(), id)).toMatchObject([{ id: visit, on: '2026-08-12' }])
    expect(doneBy(await visitPage(officer(), visit)).initiatives.length).toBe(1)
    expect(doneBy(await visitPage(as(place.people.benDoOfficer), visit)).initiatives).toEqual([])
  })

  test('not on a day that has not come or before the visit, and not by another unit', async () => {
    const visit = await made()
    expect(answerOf(await seeInitiative(reviewer(), visit, 1, { ...seen(), on: localDate('2026-10-08') }))).toBe(
      'day-not-come',
    )
    expect(answerOf(await seeInitiative(reviewer(), visit, 1, { ...seen(), on: localDate('2026-08-01') }))).toBe(
      'place-before-visit',
    )
    expect(answerOf(await seeInitiative(officer(), visit, 1, seen()))).toBe('not-found')
    expect(answerOf(await unseeInitiative(officer(), visit, 1, newId()))).toBe('not-found')
  })
})

test('a counted figure opens to the visits behind it, a line for each day', async () => {
  const id = await made()
  const { from, to } = yearOf(2026)
  const set = { province: place.province, unit: place.province, from, to }
  const behind = await inScope(database.db, scopeOf(place.people.reviewer), (tx) =>
    factsBehind(tx, set, { code: 'C01', dimension: '' }),
  )
  expect(behind.map(({ record, day }) => [record, day])).toEqual([
    [id, '2026-08-12'],
    [id, '2026-08-13'],
  ])
})
