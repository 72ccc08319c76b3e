import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { desk, doneBy } from './support/reports.ts'
import { estimateYear } from '#kernel/holidays.ts'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf } from '#kernel/period.ts'
import { addWorkingDays, legally } from '#kernel/working-days.ts'
import { calendarOfYears } from '#platform/calendar.ts'
import { inScope } from '#platform/database.ts'
import { loadReference } from '#platform/reference.ts'
import { dueMoves } from '#modules/reporting/due-moves-queries.server.ts'
import { homePage } from '#modules/reporting/home-queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { confirmEstimate, endConfirmation, enterNotice, withdrawNotice } from '#modules/calendar/commands.server.ts'
import { calendarPage, noticeDraft, noticePreview } from '#modules/calendar/queries.server.ts'
import { calendarTellers } from '#modules/calendar/tellers.server.ts'
import type { EnteredDay, NoticeEntry } from '#modules/calendar/year.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
beforeAll(() => loadReference(database.url))
beforeEach(async () => {
  place = await settleProvince(database)
})

/** As the notice might have it: the estimate, with 1 February worked as usual and a Friday swapped for a Saturday. */
const days: EnteredDay[] = [
  ...estimateYear(2027).map(({ day, kind, name }) => ({ day, kind, name, pair: null })),
  { day: localDate('2027-01-04'), kind: 'swap', name: 'Nghỉ hoán đổi', pair: localDate('2027-01-09') },
  { day: localDate('2027-01-09'), kind: 'worked-saturday', name: 'Làm bù', pair: localDate('2027-01-04') },
]
const notice: NoticeEntry = { year: 2027, number: '9999/TB-BNV', issuedOn: localDate('2026-10-01'), days }
const first = { version: 0, reason: '' }
const administrator = () => as(place.people.administrator)
const until = localDate('2027-03-31')

const standing = (province: UnitId, year = 2027, today = '2026-10-07') =>
  inScope(database.db, { reach: 'province', province }, (tx) =>
    calendarOfYears(tx, { from: year - 1, to: year }, { province, today: localDate(today) }),
  )
const kinds = async (): Promise<string[]> =>
  (
    await database.asOwner<{ kind: string }>(`select kind from audit where province_id = $1 order by n`, [
      place.province,
    ])
  ).map((row) => row.kind)

describe('entering the notice of a year', () => {
  test('done: the year is official in this province, counts use it, and it is recorded and told', async () => {
    doneBy(await enterNotice(administrator(), notice, first))
    const calendar = await standing(place.province)
    expect(calendar.years.get(2027)).toBe('official')
    expect(addWorkingDays(calendar, localDate('2026-12-31'), 1)).toMatchObject({ value: '2027-01-05', estimate: false })
    expect(addWorkingDays(calendar, localDate('2027-01-08'), 1)).toMatchObject({ value: '2027-01-09' })
    expect(await kinds()).toEqual(['calendar-notice-entered'])
    const jobs = await database.asOwner(
      `select 1 from graphile_worker.jobs where task_identifier = 'tell-calendar-changed'`,
    )
    expect(jobs.length).toBeGreaterThan(0)
    const told = await inScope(database.db, { reach: 'province', province: place.province }, (tx) =>
      calendarTellers['calendar-changed'](tx, {
        ...{ province: place.province, object: place.province, by: null, at: administrator().now },
      }),
    )
    expect(told?.title).toBe('Lịch làm việc năm 2027 vừa được ghi theo 9999/TB-BNV; hạn báo cáo có thể đổi')
  })

  test('another province keeps the calendar that comes with the program', async () => {
    doneBy(await enterNotice(administrator(), notice, first))
    expect((await standing(place.other.province)).years.get(2027)).toBe('estimate')
  })

  test('loading the reference data again does not wipe what was entered', async () => {
    doneBy(await enterNotice(administrator(), notice, first))
    await database.asOwner(`delete from reference_load where file = 'reference/calendar_day.csv'`)
    expect((await loadReference(database.url)).loaded).toContain('reference/calendar_day.csv')
    expect((await standing(place.province)).years.get(2027)).toBe('official')
  })

  test('corrected with a reason: the history has both versions, the last one counts', async () => {
    doneBy(await enterNotice(administrator(), notice, first))
    const corrected = { ...notice, days: days.filter(({ kind }) => kind === 'off' || kind === 'compensation') }
    expect(await enterNotice(administrator(), corrected, { version: 1, reason: '' })).toMatchObject({
      refusal: { code: 'reason-needed' },
    })
    doneBy(await enterNotice(administrator(), corrected, { version: 1, reason: 'Thông báo điều chỉnh số 10000' }))
    const page = doneBy(await calendarPage(administrator(), 2027))
    expect(page.history.map(({ version, reason }) => [version, reason])).toEqual([
      [2, 'Thông báo điều chỉnh số 10000'],
      [1, ''],
    ])
    expect(page.days).toHaveLength(12)
    expect(await kinds()).toEqual(['calendar-notice-entered', 'calendar-notice-corrected'])
  })

  test('an official year of the program is corrected with a reason too', async () => {
    const entry = { ...notice, year: 2026, days: estimateYear(2026).map((one) => ({ ...one, pair: null })) }
    expect(await enterNotice(administrator(), entry, first)).toMatchObject({ refusal: { code: 'reason-needed' } })
  })

  test.each<[string, Partial<NoticeEntry>, number]>([
    ['too-few-days', { days: days.slice(0, 5) }, 0],
    ['issued-in-the-future', { issuedOn: localDate('2027-01-01') }, 0],
    ['year-out-of-reach', { year: 2031 }, 0],
    ['personal-number', { number: 'gọi 0912345678' }, 0],
    ['changed-meanwhile', {}, 3],
  ])('refused: %s', async (code, change, version) => {
    expect(await enterNotice(administrator(), { ...notice, ...change }, { version, reason: '' })).toMatchObject({
      ...{ ok: false, kind: 'refused', refusal: { code } },
    })
    expect(await kinds()).toEqual([])
  })

  test('the same once more is refused, and two at once: one is written, the other is told', async () => {
    const both = await Promise.all([
      enterNotice(administrator(), notice, first),
      enterNotice(administrator(), notice, first),
    ])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
    expect(await enterNotice(administrator(), notice, { version: 1, reason: 'Ghi lại' })).toMatchObject({
      refusal: { code: 'nothing-changes' },
    })
  })

  test('forbidden to everybody else', async () => {
    for (const person of ['doiCheOfficer', 'reviewer', 'provinceLeader'] as const) {
      expect(await enterNotice(as(place.people[person]), notice, first)).toEqual({ ok: false, kind: 'forbidden' })
    }
    expect(await kinds()).toEqual([])
  })
})

describe('taking a notice back', () => {
  test('done: the calendar of the program holds again', async () => {
    doneBy(await enterNotice(administrator(), notice, first))
    doneBy(await withdrawNotice(administrator(), 2027, { version: 1, reason: 'Ghi nhầm thông báo' }))
    expect((await standing(place.province)).years.get(2027)).toBe('estimate')
    expect(await kinds()).toEqual(['calendar-notice-entered', 'calendar-notice-withdrawn'])
    // What was withdrawn is entered again as the next version.
    expect(await enterNotice(administrator(), notice, { version: 2, reason: '' })).toMatchObject({
      refusal: { code: 'reason-needed' },
    })
    doneBy(await enterNotice(administrator(), notice, { version: 2, reason: 'Đúng là thông báo ấy' }))
    expect((await standing(place.province)).years.get(2027)).toBe('official')
  })

  test('refused where nothing was entered, without a reason, and for an older version', async () => {
    const seen = { version: 1, reason: 'Nhầm' }
    expect(await withdrawNotice(administrator(), 2027, seen)).toMatchObject({ refusal: { code: 'nothing-entered' } })
    doneBy(await enterNotice(administrator(), notice, first))
    expect(await withdrawNotice(administrator(), 2027, { ...seen, version: 0 })).toMatchObject({
      refusal: { code: 'changed-meanwhile' },
    })
    expect(await withdrawNotice(administrator(), 2027, { version: 1, reason: '' })).toMatchObject({
      refusal: { code: 'reason-needed' },
    })
  })

  test('forbidden to a reviewer', async () => {
    expect(await withdrawNotice(as(place.people.reviewer), 2027, { version: 1, reason: 'Nhầm' })).toEqual({
      ...{ ok: false, kind: 'forbidden' },
    })
  })
})

describe('confirming an estimate', () => {
  const asked = { reason: 'Cần tính hạn trước khi có thông báo', until }
  const inTwenty = async (today: string) =>
    legally(await standing(place.province, 2027, today), (years) => addWorkingDays(years, localDate('2026-12-20'), 20))

  test('done: legal deadlines are told until its last day, and not after', async () => {
    expect(await inTwenty('2026-10-07')).toEqual({ lawful: false, because: 'unofficial-year', year: 2027 })
    doneBy(await confirmEstimate(administrator(), 2027, asked))
    expect(await inTwenty('2026-10-07')).toMatchObject({ lawful: true, estimate: true })
    expect(await inTwenty('2027-03-31')).toMatchObject({ lawful: true })
    expect(await inTwenty('2027-04-01')).toMatchObject({ lawful: false })
    expect(doneBy(await calendarPage(administrator(), 2027)).confirmation).toMatchObject({ ...asked, by: 'Tạ Thị Máy' })
    expect(await kinds()).toEqual(['calendar-estimate-confirmed'])
  })

  test.each([
    ['not-an-estimate', 2026, asked],
    ['year-unknown', 2028, { ...asked, until: localDate('2028-01-31') }],
    ['reason-needed', 2027, { ...asked, reason: '' }],
    ['until-out-of-reach', 2027, { ...asked, until: localDate('2028-01-01') }],
    ['until-out-of-reach', 2027, { ...asked, until: localDate('2026-10-06') }],
  ])('refused: %s', async (code, year, what) => {
    expect(await confirmEstimate(administrator(), year, what)).toMatchObject({ refusal: { code } })
  })

  test('refused a second time; taken back it may be given again', async () => {
    doneBy(await confirmEstimate(administrator(), 2027, asked))
    expect(await confirmEstimate(administrator(), 2027, asked)).toMatchObject({
      refusal: { code: 'already-confirmed' },
    })
    doneBy(await endConfirmation(administrator(), 2027))
    expect(await inTwenty('2026-10-07')).toMatchObject({ lawful: false })
    expect(await endConfirmation(administrator(), 2027)).toMatchObject({ refusal: { code: 'not-confirmed' } })
    doneBy(await confirmEstimate(administrator(), 2027, asked))
  })

  test('forbidden to everybody else, both ways', async () => {
    expect(await confirmEstimate(as(place.people.provinceLeader), 2027, asked)).toEqual({
      ok: false,
      kind: 'forbidden',
    })
    expect(await endConfirmation(as(place.people.provinceLeader), 2027)).toEqual({ ok: false, kind: 'forbidden' })
  })
})

describe('what an administrator sees', () => {
  test('the form begins with what holds, and for a year nobody knows with the estimate by law', async () => {
    expect(doneBy(await noticeDraft(administrator(), 2027))).toMatchObject({ from: 'shipped', standing: 'estimate' })
    const draft = doneBy(await noticeDraft(administrator(), 2028))
    expect([draft.from, draft.days.map(({ day }) => day)]).toEqual([
      'estimate',
      estimateYear(2028).map(({ day }) => day),
    ])
    doneBy(await enterNotice(administrator(), notice, first))
    expect(doneBy(await noticeDraft(administrator(), 2027))).toMatchObject({ from: 'entered', standing: 'official' })
  })

  test('a preview names the days that change and the due days that move, and changes nothing', async () => {
    // The tenth of January 2027 is a Sunday: the report of the fourth quarter is due on the 11th, unless that is off too.
    const entry = {
      ...notice,
      days: [
        ...days.filter(({ day }) => day > '2027-01-10' || day === '2027-01-01'),
        { day: localDate('2027-01-11'), kind: 'swap' as const, name: 'Nghỉ', pair: localDate('2027-01-16') },
        { day: localDate('2027-01-16'), kind: 'worked-saturday' as const, name: 'Bù', pair: localDate('2027-01-11') },
      ],
    }
    const preview = doneBy(await noticePreview(administrator(), entry))
    expect(preview.changes.map(({ day }) => day)).toEqual(['2027-01-11', '2027-01-16'])
    const moves = await dueMoves(administrator(), preview, localDate('2027-12-31'))
    expect(moves).toEqual([{ period: quarterOf(2026, 4), was: '2027-01-11', now: '2027-01-12', open: 0 }])
    expect(await kinds()).toEqual([])
    expect(await dueMoves(as(place.people.reviewer), preview, until)).toBeNull()
  })

  test('a reviewer and another province see none of it', async () => {
    expect((await calendarPage(as(place.people.reviewer), 2027)).ok).toBe(false)
    doneBy(await enterNotice(administrator(), notice, first))
    const other = doneBy(await calendarPage(as(place.people.otherAdministrator), 2027))
    expect([other.history, other.year.isEntered]).toEqual([[], false])
  })

  test('the desk tells its due days by the calendar of its province', async () => {
    doneBy(await enterNotice(administrator(), notice, first))
    const january = new Date('2027-01-02T02:00:00Z')
    const [task] = (await homePage(as(place.people.doiCheOfficer, january))).tasks
    expect(task?.timing).toMatchObject({ due: '2027-01-11', calendar: 'official', estimated: [] })
    const [theirs] = (await homePage(as(place.people.otherOfficer, january))).tasks
    expect(theirs?.timing).toMatchObject({ calendar: 'estimate', estimated: [{ year: 2027, confirmed: false }] })
  })
})
