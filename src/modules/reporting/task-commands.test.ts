import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf } from '#kernel/period.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, submitNow } from '../../../tests/support/reports.ts'
import { addPlanTask, changePlanTask, dropPlanTask, sayOutcome } from './task-commands.server.ts'
import { planPage } from './task-queries.server.ts'
import { readsAsAName, type PlanTaskEntry, type PlanTaskId } from './task.ts'

const database = useDatabase()
const { as, begun, typed } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const entry = (of: Partial<PlanTaskEntry> = {}): PlanTaskEntry => ({
  ...{ text: 'Đối thoại với hộ bị thu hồi đất', owner: 'Khối Dân vận', due: localDate('2026-12-15'), cell: null },
  ...of,
})
const officer = () => as(place.people.doiCheOfficer)
const task = () => newId<'PlanTask'>()

describe('a unit plans its next period', () => {
  test('a task is written once, written anew, and taken out with a reason', async () => {
    const report = await begun(place.people.doiCheOfficer)
    const id = task()
    doneBy(await addPlanTask(officer(), report, id, entry({ cell: { code: 'D03', dimension: '' } })))
    doneBy(await addPlanTask(officer(), report, id, entry()))
    const page = doneBy(await planPage(officer(), report))
    expect(page.next).toEqual(quarterOf(2026, 4))
    expect(page.tasks).toMatchObject([
      { id, owner: 'Khối Dân vận', due: '2026-12-15', cell: { code: 'D03' }, version: 1 },
    ])
    doneBy(await changePlanTask(officer(), report, id, 1, entry({ owner: 'Công chức địa chính' })))
    expect(answerOf(await changePlanTask(officer(), report, id, 1, entry()))).toBe('task-changed-meanwhile')
    expect(answerOf(await dropPlanTask(officer(), report, id, 2, 'Thôi'))).toBe('why-needed')
    doneBy(await dropPlanTask(officer(), report, id, 2, 'Tỉnh chưa giao đất trong năm nay'))
    // The form of a task that was taken out, sent again from an old page.
    doneBy(await addPlanTask(officer(), report, id, entry()))
    expect(doneBy(await planPage(officer(), report)).tasks).toEqual([])
  })

  test.each<[string, Partial<PlanTaskEntry>, string]>([
    ['nothing said', { text: 'Làm' }, 'task-too-short'],
    ['nobody’s work', { owner: ' ' }, 'task-without-owner'],
    ['a name', { owner: 'Nguyễn Thị Bưởi' }, 'task-names-a-person'],
    ['a telephone number', { text: 'Liên hệ 0912 345 678 để họp' }, 'personal-number'],
    ['a cell that is not there', { cell: { code: 'ZZ9', dimension: '' } }, 'task-cell-unknown'],
  ])('%s is refused', async (_, of, code) => {
    const report = await begun(place.people.doiCheOfficer)
    expect(answerOf(await addPlanTask(officer(), report, task(), entry(of)))).toBe(code)
  })

  test.each([
    ['an officer of another commune', 'benDoOfficer', 'not-found'],
    ['the reviewer', 'reviewer', 'forbidden'],
    ['an administrator', 'administrator', 'forbidden'],
    ['an officer of another province', 'otherOfficer', 'not-found'],
  ] as const)('%s cannot plan for them', async (_, who, answer) => {
    const report = await begun(place.people.doiCheOfficer)
    const id = task()
    doneBy(await addPlanTask(officer(), report, id, entry()))
    const other = as(place.people[who])
    const said = { outcome: 'done', why: '', seen: 0 } as const
    expect(answerOf(await addPlanTask(other, report, task(), entry()))).toBe(answer)
    expect(answerOf(await changePlanTask(other, report, id, 1, entry()))).toBe(answer)
    expect(answerOf(await dropPlanTask(other, report, id, 1, 'Không thuộc đơn vị này nữa'))).toBe(answer)
    expect(answerOf(await sayOutcome(other, report, id, said))).toBe(answer)
    expect(doneBy(await planPage(officer(), report)).tasks).toHaveLength(1)
  })

  test('a reviewer reads the plan once it is handed in, and nobody changes it then', async () => {
    const report = await typed(place.people.doiCheOfficer, { D03: '0' })
    doneBy(await addPlanTask(officer(), report, task(), entry()))
    const reviewer = as(place.people.reviewer)
    expect(answerOf(await planPage(reviewer, report))).toBe('not-found')
    doneBy(await submitNow(officer(), report))
    expect(doneBy(await planPage(reviewer, report)).tasks).toHaveLength(1)
    expect(answerOf(await addPlanTask(officer(), report, task(), entry()))).toBe('not-open-for-entry')
  })
})

describe('the tasks of the period before come up', () => {
  async function before(): Promise<PlanTaskId[]> {
    const report = await begun(place.people.doiCheOfficer, quarterOf(2026, 2))
    const ids = [task(), task(), task()]
    for (const [index, id] of ids.entries())
      doneBy(await addPlanTask(officer(), report, id, entry({ text: `Việc thứ ${index + 1} của quý` })))
    return ids
  }

  test('each is done, goes on or is dropped; what goes on stands in the new plan, once', async () => {
    const ids = await before()
    const report = await begun(place.people.doiCheOfficer)
    const [done, going, dropped] = ids as [PlanTaskId, PlanTaskId, PlanTaskId]
    const say = (id: PlanTaskId, outcome: 'done' | 'going-on' | 'dropped', why = '', seen = 0) =>
      sayOutcome(officer(), report, id, { outcome, why, seen })
    doneBy(await say(done, 'done'))
    doneBy(await say(going, 'going-on', 'Còn hai thôn'))
    expect(answerOf(await say(dropped, 'dropped'))).toBe('why-needed')
    doneBy(await say(dropped, 'dropped', 'Cấp trên đã giao cho đơn vị khác'))
    doneBy(await say(going, 'going-on', 'Còn một thôn', 1))
    expect(answerOf(await say(going, 'done', '', 1))).toBe('task-changed-meanwhile')
    const page = doneBy(await planPage(officer(), report))
    expect(new Map(page.earlier.map(({ task, outcome }) => [task.id, outcome?.outcome]))).toEqual(
      new Map([
        [done, 'done'],
        [going, 'going-on'],
        [dropped, 'dropped'],
      ]),
    )
    expect(page.tasks).toMatchObject([{ text: 'Việc thứ 2 của quý', carriedFrom: going, due: null }])
  })

  test('a reviewer reads of a plan that is still typed only what the report that was handed in says of it', async () => {
    const [spokenOf] = (await before()) as [PlanTaskId]
    const report = await typed(place.people.doiCheOfficer, { D03: '0' })
    doneBy(await sayOutcome(officer(), report, spokenOf, { outcome: 'done', why: '', seen: 0 }))
    doneBy(await submitNow(officer(), report))
    const read = async (who: 'reviewer' | 'doiCheOfficer') =>
      doneBy(await planPage(as(place.people[who]), report)).earlier.map(({ task }) => task.id)
    expect(await read('reviewer')).toEqual([spokenOf])
    expect(await read('doiCheOfficer')).toHaveLength(3)
  })

  test('a task of another report is not answered for', async () => {
    await before()
    const report = await begun(place.people.doiCheOfficer)
    const said = { outcome: 'done', why: '', seen: 0 } as const
    expect(answerOf(await sayOutcome(officer(), report, task(), said))).toBe('not-found')
  })
})

test.each([
  ['Nguyễn Thị Bưởi', true],
  ['Ông Trần Ổi', true],
  ['đồng chí Bưởi', true],
  ['Khối Dân vận', false],
  ['Chủ tịch Ủy ban nhân dân xã', false],
  ['công chức văn hóa – xã hội', false],
  ['Hội Nông Dân', false],
  ['Bí Thư Đoàn', false],
])('“%s” reads as a name: %s', (owner, isName) => {
  expect(readsAsAName(owner)).toBe(isName)
})
