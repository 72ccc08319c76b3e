import { beforeEach, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { inScope } from '#platform/database.ts'
import { scopeOf } from '#modules/access/actor.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { moveFinding, raiseFinding } from '#modules/activities/finding-commands.server.ts'
import { recordVisit } from '#modules/activities/visit-commands.server.ts'
import { activitiesWaiting } from '#modules/activities/waiting-queries.server.ts'
import type { AwardEntry } from '#modules/commendation/award.ts'
import { beginAward } from '#modules/commendation/commands.server.ts'
import { awardsWaiting } from '#modules/commendation/waiting-queries.server.ts'
import { recordReview } from '#modules/directives/commands.server.ts'
import { reviewCalendar, reviewsOwed } from '#modules/directives/review-queries.server.ts'
import { movementWaiting } from '#modules/movement/waiting-queries.server.ts'
import { blocVisit, keepActivities } from './support/activities.ts'
import { testVault } from './support/contacts.ts'
import { useDatabase } from './support/database.ts'
import { opened } from './support/initiatives.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { desk, doneBy } from './support/reports.ts'
import { keepSheets } from './support/sheets.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})
const by = (who: keyof TestProvince['people'], at?: Date): Ctx => as(place.people[who], at)
const asked = <Value>(query: (tx: Parameters<typeof activitiesWaiting>[0], ctx: Ctx) => Promise<Value>, ctx: Ctx) =>
  inScope(database.db, scopeOf(ctx.actor), (tx) => query(tx, ctx))
const noActivities = { commitmentsOverdue: 0, findingsToAnswer: 0, findingsToClose: 0, tasks: { open: 0, late: 0 } }

test('a finding waits for its owner, then for those who went; a task that is late says so', async () => {
  const above = by('reviewer')
  const draft = { ...blocVisit, ledBy: 'upper' as const }
  const stops = [{ name: 'Xã Đồi Chè', on: localDate('2026-06-12'), field: 'place-0' }]
  const visit = doneBy(await recordVisit(above, newId<'FieldVisit'>(), { ...draft, stops }))
  const finding = newId<'Finding'>()
  doneBy(await raiseFinding(above, visit, finding, { said: 'Chưa niêm yết', severity: 'light', dueOn: null, owner: 0 }))
  expect(await asked(activitiesWaiting, by('doiCheOfficer'))).toEqual({ ...noActivities, findingsToAnswer: 1 })
  doneBy(await moveFinding(by('doiCheOfficer'), finding, 1, 'answer', 'Đã niêm yết'))
  expect(await asked(activitiesWaiting, by('doiCheOfficer'))).toEqual(noActivities)
  expect(await asked(activitiesWaiting, above)).toEqual({ ...noActivities, findingsToClose: 1 })
  await keepActivities(by('benDoOfficer'))
  expect(await asked(activitiesWaiting, by('benDoOfficer'))).toEqual({ ...noActivities, tasks: { open: 1, late: 1 } })
  expect(await asked(activitiesWaiting, by('administrator'))).toEqual(noActivities)
})

test('a registration waits for its unit when it came back, and for who receives it when it was handed in', async () => {
  const officer = by('doiCheOfficer')
  await opened(database, officer, {}, { state: 'returned' })
  await opened(database, officer, { name: 'Mô hình khác' }, { state: 'registered' })
  expect(await asked(movementWaiting, officer)).toMatchObject({ returned: [{ year: 2026, count: 1 }], toReceive: [] })
  expect(await asked(movementWaiting, by('doiCheLeader'))).toMatchObject({
    toReceive: [{ year: 2026, scope: 'commune', count: 1 }],
  })
  const nothing = { returned: [], toReceive: [], sheetsToScore: 0, pledgesToJudge: 0 }
  expect(await asked(movementWaiting, by('benDoOfficer'))).toEqual(nothing)
  // What a commune registers with itself is not the province's to receive.
  expect(await asked(movementWaiting, by('reviewer'))).toEqual(nothing)
})

test('a pledge waits to be judged from December of its year', async () => {
  await keepSheets(by('doiCheOfficer'))
  const on = async (day: string) =>
    (await asked(movementWaiting, by('doiCheOfficer', new Date(`${day}T02:00:00Z`)))).pledgesToJudge
  expect([await on('2026-11-30'), await on('2026-12-01'), await on('2027-02-01')]).toEqual([0, 1, 1])
  await database.asOwner(
    `update pledge set signers = '[{"unit": null, "name": "Hội", "fulfilment": "kept"}]' where unit_id = $1`,
    [place.doiChe],
  )
  expect(await on('2026-12-01')).toBe(0)
})

test('a proposal waits where it was sent back to, and where it is received', async () => {
  const group: AwardEntry = {
    ...{ form: 'letter', level: 'province', line: 'movement', year: 2026, recipientKind: 'collective' },
    ...{ recipient: 'Thôn Đồi Chè', isLeader: null, mayBePublic: false, yearsOfService: null },
    ...{ achievement: 'Đã có thành tích', report: 'Việc đã làm.' },
  }
  const start = { unit: place.doiChe, source: { kind: 'free', id: null, name: '' } } as const
  const id = doneBy(await beginAward(by('doiCheOfficer'), testVault, newId(), start, group, ''))
  const counts = async () => [
    await asked(awardsWaiting, by('doiCheOfficer')),
    await asked(awardsWaiting, by('reviewer')),
    await asked(awardsWaiting, by('benDoOfficer')),
  ]
  const none = { returned: 0, toReceive: 0 }
  await database.asOwner(`update award set state = 'returned' where id = $1`, [id])
  expect(await counts()).toEqual([{ ...none, returned: 1 }, none, none])
  await database.asOwner(`update award set state = 'submitted' where id = $1`, [id])
  expect(await counts()).toEqual([none, { ...none, toReceive: 1 }, none])
})

test('reviews are owed as the calendar says, until one was written down', async () => {
  // Ten years of 43-KL/TW are full on 7 January 2029.
  const officer = by('doiCheOfficer', new Date('2029-02-01T02:00:00Z'))
  const { lines } = doneBy(await reviewCalendar(officer))
  const due = lines.filter(({ owing }) => owing === 'overdue' || owing === 'near').length
  expect(due).toBeGreaterThan(0)
  expect(await asked(reviewsOwed, officer)).toBe(due)
  doneBy(
    await recordReview(officer, newId(), {
      directive: { code: '43-kl-tw', number: '43-KL/TW', issuedOn: localDate('2019-01-07') },
      ...{ kind: 'final', years: 10, heldOn: localDate('2029-01-07'), period: null, document: '', conclusions: '' },
    }),
  )
  expect(await asked(reviewsOwed, officer)).toBe(due - 1)
  expect(await asked(reviewsOwed, by('administrator'))).toBe(0)
})
