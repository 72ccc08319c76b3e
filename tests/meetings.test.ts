import { beforeEach, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { newId } from '#kernel/ids.ts'
import { yearOf, type Period } from '#kernel/period.ts'
import { inScope } from '#platform/database.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy } from './support/reports.ts'
import { scopeOf } from '#modules/access/actor.ts'
import { countsOf } from '#modules/figures/counted-by.server.ts'
import { correctMeeting, recordMeeting, voidMeeting } from '#modules/activities/meeting-commands.server.ts'
import { readMeetingForm, type DraftFacts, type MeetingDraft } from '#modules/activities/meeting-forms.ts'
import { meetingPage, meetingsPage, tasksPage } from '#modules/activities/meeting-queries.server.ts'
import { completeTask, reopenTask, setTask, voidTask } from '#modules/activities/meeting-task-commands.server.ts'
import type { MeetingId } from '#modules/activities/meeting.ts'
import type { UnitId } from '#modules/territory/unit.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const conference: DraftFacts = {
  ...{ kind: 'conference', agenda: 'Khai mạc; tham luận', conclusions: 'Giao việc', attendances: 90 },
  speeches: [{ speaker: 'Chủ tịch Hội Nông dân xã', subject: 'Tuyến đường hoa' }],
}
const voters: DraftFacts = {
  ...{ kind: 'voters', delegatesOf: 'commune', session: 'before' },
  ...{ attendances: 120, opinions: 14, answered: 10 },
}
const support: DraftFacts = {
  ...{ kind: 'support', helper: 'Hội Phụ nữ tỉnh', helped: 'Xã Đồi Chè', isMountain: true },
  ...{ untilOn: null, result: '' },
}
const draft = (facts: DraftFacts, change: Partial<MeetingDraft> = {}): MeetingDraft => ({
  ...{
    heldOn: localDate('2026-08-12'),
    subject: 'Hội nghị của năm',
    organiser: 'Khối dân vận',
    place: 'Hội trường',
    facts,
  },
  ...change,
})
const officer = () => as(place.people.doiCheOfficer)
const reviewer = () => as(place.people.reviewer)

async function held(facts: DraftFacts, change: Partial<MeetingDraft> = {}, by = officer()): Promise<MeetingId> {
  return doneBy(await recordMeeting(by, newId(), draft(facts, change)))
}

async function counted(unit: UnitId = place.doiChe, period: Period = yearOf(2026)): Promise<Record<string, string>> {
  const { from, to } = period
  return inScope(database.db, scopeOf(place.people.reviewer), async (tx) => {
    const counts = await countsOf(tx, { province: place.province, unit, from, to })
    return Object.fromEntries([...counts].map(([key, { amount }]) => [key, String(Number(amount) / 10_000)]))
  })
}

describe('each kind of meeting keeps its own facts and counts where it belongs', () => {
  test.each<[string, DraftFacts, Record<string, string>]>([
    ['a conference', conference, {}],
    ['a congress', { kind: 'congress', congressOf: 'Hội Nông dân xã', conclusions: '', attendances: 80 }, {}],
    [
      'classes for those who do the work',
      { kind: 'training', trainingKind: 'front-skills', classes: 2, attendances: 60, isForStaff: true },
      { A08: '2', A09: '60' },
    ],
    [
      'classes for others',
      { kind: 'training', trainingKind: 'theory', classes: 1, attendances: 30, isForStaff: false },
      {},
    ],
    ['a dissemination', { kind: 'dissemination', document: 'Nghị quyết 25', attendances: 50 }, { A04: '1', A05: '50' }],
    ['a dissemination nobody counted', { kind: 'dissemination', document: '', attendances: null }, { A04: '1' }],
    ['a voter meeting', voters, { D08: '1', D09: '120', D10: '14' }],
    [
      'a criticism',
      { kind: 'criticism', document: 'Dự thảo đề án', attendances: 30, opinions: 9, answered: 9 },
      { C07: '1', C08: '9' },
    ],
    ['feedback', { kind: 'feedback', document: 'Đảng ủy xã', opinions: 5, answered: null }, { C08: '5' }],
    ['a support written by a commune', support, {}],
  ])('%s', async (_, facts, cells) => {
    const id = await held(facts)
    expect(await counted()).toEqual(cells)
    const { meeting } = doneBy(await meetingPage(officer(), id))
    const { helped, ...rest } = { helped: undefined, ...facts }
    expect(meeting.facts).toMatchObject(rest)
    if (helped !== undefined)
      expect(meeting.facts).toMatchObject({ helped: { unit: place.doiChe, place: 'Xã Đồi Chè' } })
  })

  test('a commune of the mountains is one, however many help it, for as long as one does', async () => {
    await held(support, { heldOn: localDate('2025-03-01') }, reviewer())
    await held({ ...support, helper: 'Hội Nông dân tỉnh', untilOn: localDate('2026-12-31') }, {}, reviewer())
    await held({ ...support, helped: 'Thôn Đồi, Xã Bến Đò', isMountain: false }, {}, reviewer())
    for (const year of [2025, 2026]) expect(await counted(place.province, yearOf(year))).toEqual({ H10: '1' })
    expect(await counted(place.province, yearOf(2024))).toEqual({})
  })

  test('a support that ended before the last day of a period does not count in it', async () => {
    await held({ ...support, untilOn: localDate('2026-08-31') }, {}, reviewer())
    expect(await counted(place.province)).toEqual({})
    await held({ ...support, helped: 'Xã Bến Đò', untilOn: localDate('2026-12-31') }, {}, reviewer())
    expect(await counted(place.province)).toEqual({ H10: '1' })
  })
})

describe('a meeting is refused', () => {
  test.each<[string, DraftFacts, Partial<MeetingDraft>, string]>([
    ['of a day that has not come', conference, { heldOn: localDate('2026-10-08') }, 'day-not-come'],
    ['with more answered than raised', { ...voters, answered: 15 }, {}, 'answered-exceeds'],
    ['with answers where nobody counted opinions', { ...voters, opinions: null }, {}, 'answered-exceeds'],
    ['with a telephone number', conference, { subject: 'Gọi 0912345678' }, 'personal-number'],
    ['with a telephone number in its conclusions', { ...conference, conclusions: '0912345678' }, {}, 'personal-number'],
    [
      'with a telephone number of a speaker',
      { ...conference, speeches: [{ speaker: '0912345678', subject: 'x' }] },
      {},
      'personal-number',
    ],
    ['helping a unit that had ended', { ...support, helped: 'Xã Khe Vắng' }, {}, 'place-not-in-force'],
    ['helping until before it began', { ...support, untilOn: localDate('2026-08-01') }, {}, 'ends-before-it-began'],
    ['a hamlet as a commune of the mountains', { ...support, helped: 'Thôn Đồi' }, {}, 'mountain-needs-commune'],
  ])('%s', async (_, facts, change, code) => {
    expect(answerOf(await recordMeeting(officer(), newId(), draft(facts, change)))).toBe(code)
    const rows = await database.asOwner('select from meeting where unit_id = $1', [place.doiChe])
    expect(rows.length).toBe(0)
  })

  test('of a day after its unit ended, by the administrator, and on a used sheet', async () => {
    expect(answerOf(await recordMeeting(as(place.people.kheVangOfficer), newId(), draft(conference)))).toBe(
      'unit-not-in-force',
    )
    expect(answerOf(await recordMeeting(as(place.people.administrator), newId(), draft(conference)))).toBe('forbidden')
    const id = newId<'Meeting'>()
    expect(answerOf(await recordMeeting(officer(), id, draft(conference)))).toBe('done')
    expect(answerOf(await recordMeeting(officer(), id, draft(conference)))).toBe('done')
    expect(answerOf(await recordMeeting(officer(), id, draft(voters)))).toBe('sheet-used')
    expect(answerOf(await recordMeeting(as(place.people.benDoOfficer), id, draft(conference)))).toBe('not-found')
  })
})

describe('a meeting is corrected and taken out', () => {
  test('by its own unit, in its kind, and counts as it now stands', async () => {
    const id = await held(voters)
    doneBy(await correctMeeting(officer(), id, 1, draft({ ...voters, answered: 14 })))
    expect(answerOf(await correctMeeting(officer(), id, 1, draft(voters)))).toBe('changed-meanwhile')
    expect(answerOf(await correctMeeting(officer(), id, 2, draft(conference)))).toBe('kind-fixed')
    expect(answerOf(await correctMeeting(reviewer(), id, 2, draft(voters)))).toBe('forbidden')
    expect(answerOf(await correctMeeting(as(place.people.benDoOfficer), id, 2, draft(voters)))).toBe('not-found')
    expect(answerOf(await voidMeeting(reviewer(), id, 2, 'x'))).toBe('forbidden')
    expect(answerOf(await voidMeeting(officer(), id, 2, '0912345678'))).toBe('personal-number')
    doneBy(await voidMeeting(officer(), id, 2, 'Ghi trùng'))
    expect(await counted()).toEqual({})
    expect(answerOf(await voidMeeting(officer(), id, 3, 'x'))).toBe('already-void')
    const page = doneBy(await meetingPage(reviewer(), id))
    expect([page.mayKeep, page.changes.map(({ kind }) => kind)]).toEqual([
      false,
      ['meeting-voided', 'meeting-corrected', 'meeting-recorded'],
    ])
  })
})

describe('the register', () => {
  const asked = { unit: null, kind: null, year: null, words: '' } as const

  test('is read by its unit and the province, narrowed and summed', async () => {
    await held(voters)
    await held(conference, { subject: 'Sơ kết công tác dân vận sáu tháng', heldOn: localDate('2025-07-12') })
    const page = doneBy(await meetingsPage(reviewer(), asked, 1))
    expect(page.sums).toEqual({ meetings: 2, attendances: 210, opinions: 14, answered: 10, uncounted: 0 })
    expect([page.byKind, page.years]).toEqual([{ conference: 1, voters: 1 }, [2026, 2025]])
    const found = async (change: object) => doneBy(await meetingsPage(reviewer(), { ...asked, ...change }, 1)).total
    expect([await found({ words: 'so ket' }), await found({ kind: 'voters' }), await found({ year: 2024 })]).toEqual([
      1, 1, 0,
    ])
    expect(answerOf(await meetingsPage(officer(), asked, 1))).toBe('forbidden')
    expect(answerOf(await meetingsPage(officer(), { ...asked, unit: place.benDo }, 1))).toBe('forbidden')
    expect(doneBy(await meetingsPage(officer(), { ...asked, unit: place.doiChe }, 1)).total).toBe(2)
  })

  test('a neighbour and another province read none of it', async () => {
    const id = await held(conference)
    for (const who of ['benDoOfficer', 'otherReviewer'] as const)
      expect(answerOf(await meetingPage(as(place.people[who]), id))).toBe('not-found')
  })
})

describe('a conclusion becomes a task', () => {
  const task = { owner: 'Xã Bến Đò', content: 'Nộp báo cáo mô hình', dueOn: localDate('2026-09-01') }

  async function given(): Promise<{ meeting: MeetingId; id: ReturnType<typeof newId<'MeetingTask'>> }> {
    const meeting = await held(conference, {}, reviewer())
    const id = newId<'MeetingTask'>()
    doneBy(await setTask(reviewer(), meeting, id, task))
    return { meeting, id }
  }

  test('whose owner sees it on its board, late first, until it is done', async () => {
    const { meeting, id } = await given()
    const owed = doneBy(await tasksPage(as(place.people.benDoOfficer), { isOpen: true }, 1))
    expect(owed.lines).toMatchObject([{ id, daysLate: 36, subject: null }])
    expect(doneBy(await tasksPage(officer(), { isOpen: true }, 1)).lines).toEqual([])
    expect(answerOf(await voidMeeting(reviewer(), meeting, 1, 'x'))).toBe('has-open-tasks')
    expect(answerOf(await reopenTask(reviewer(), id, 1))).toBe('not-done')
    doneBy(await completeTask(reviewer(), id, 1, 'Đã nộp'))
    expect(answerOf(await completeTask(reviewer(), id, 2, 'Đã nộp'))).toBe('already-done')
    doneBy(await reopenTask(reviewer(), id, 2))
    expect(answerOf(await completeTask(reviewer(), id, 2, 'Đã nộp'))).toBe('changed-meanwhile')
    doneBy(await voidTask(reviewer(), id, 3, 'Không còn cần'))
    expect(answerOf(await reopenTask(reviewer(), id, 4))).toBe('already-void')
    doneBy(await voidMeeting(reviewer(), meeting, 1, 'Ghi trùng'))
  })

  test('sent twice it is one; not before the meeting, not of a voter meeting, not with a number', async () => {
    const meeting = await held(conference)
    const id = newId<'MeetingTask'>()
    doneBy(await setTask(officer(), meeting, id, task))
    doneBy(await setTask(officer(), meeting, id, task))
    expect(doneBy(await meetingPage(officer(), meeting)).tasks.length).toBe(1)
    const early = { ...task, dueOn: localDate('2026-08-01') }
    expect(answerOf(await setTask(officer(), meeting, newId(), early))).toBe('due-before-meeting')
    expect(answerOf(await setTask(officer(), await held(voters), newId(), task))).toBe('task-not-of-this-kind')
    const numbered = { ...task, content: 'Gọi 0912345678' }
    expect(answerOf(await setTask(officer(), meeting, newId(), numbered))).toBe('personal-number')
    expect(answerOf(await completeTask(officer(), id, 1, '0912345678'))).toBe('personal-number')
    expect(answerOf(await voidTask(officer(), id, 1, '0912345678'))).toBe('personal-number')
  })

  test('who owes it says that it is done, once; who set it opens it again', async () => {
    const { meeting, id } = await given()
    const owner = as(place.people.benDoOfficer)
    expect(doneBy(await tasksPage(owner, { isOpen: true }, 1)).lines[0]?.mayReport).toBe(true)
    expect(answerOf(await completeTask(owner, id, 1, 'Gọi 0912345678'))).toBe('personal-number')
    doneBy(await completeTask(owner, id, 1, 'Đã nộp ngày 20/8'))
    expect(answerOf(await completeTask(owner, id, 2, 'Đã nộp'))).toBe('already-done')
    const [reported] = doneBy(await meetingPage(reviewer(), meeting)).tasks
    expect(reported?.done?.result).toBe('Đã nộp ngày 20/8')
    expect(doneBy(await tasksPage(owner, { isOpen: false }, 1)).lines[0]?.mayReport).toBe(false)
    doneBy(await reopenTask(reviewer(), id, 2))
    expect(answerOf(await completeTask(officer(), id, 3, 'Không phải việc của xã'))).toBe('not-found')
  })

  test('is worded, opened again and taken out by its own unit alone', async () => {
    const { meeting, id } = await given()
    const owner = as(place.people.benDoOfficer)
    expect(answerOf(await setTask(owner, meeting, newId(), task))).toBe('not-found')
    for (const no of [reopenTask(owner, id, 1), voidTask(owner, id, 1, 'x')])
      expect(answerOf(await no)).toBe('forbidden')
    const own = await held(conference)
    expect(answerOf(await setTask(reviewer(), own, newId(), task))).toBe('forbidden')
  })
})

describe('the form', () => {
  const form = (fields: Record<string, string>): FormData => {
    const data = new FormData()
    for (const [name, value] of Object.entries(fields)) data.set(name, value)
    return data
  }

  test('reads what a kind has and nothing else', () => {
    const filled = { kind: 'training', heldOn: '5/9/2026', subject: ' Lớp nghiệp vụ ', trainingKind: 'front-skills' }
    const read = readMeetingForm(form({ ...filled, attendances: '1.240', isForStaff: 'co', opinions: '5' }))
    expect(read).toMatchObject({ ok: true, value: { subject: 'Lớp nghiệp vụ', heldOn: '2026-09-05' } })
    expect(read.ok && read.value.facts).toEqual({
      ...{ kind: 'training', trainingKind: 'front-skills', classes: 1, attendances: 1240, isForStaff: true },
    })
  })

  test.each<[Record<string, string>, string]>([
    [{ kind: 'voters', heldOn: '5/9/2026', subject: 'x' }, 'delegatesOf'],
    [{ kind: 'training', heldOn: '5/9/2026', subject: 'x', trainingKind: 'other', classes: '0' }, 'classes'],
    [{ kind: 'conference', heldOn: '31/2/2026', subject: 'x' }, 'heldOn'],
    [{ kind: 'conference', heldOn: '5/9/2026', subject: 'x', 'speech-0': 'Việc' }, 'speaker-0'],
    [{ kind: 'support', heldOn: '5/9/2026', subject: 'x', helped: 'Xã' }, 'helper'],
    [{ kind: '', heldOn: '5/9/2026', subject: 'x' }, 'kind'],
    [{ kind: 'feedback', heldOn: '5/9/2026', subject: 'x', opinions: 'nhiều' }, 'opinions'],
  ])('says what is wrong with %j', (fields, field) => {
    const read = readMeetingForm(form(fields))
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual([field])
  })
})
