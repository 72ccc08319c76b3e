import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { idOf } from '#platform/jobs/task.ts'
import { mailFromEnvironment } from '#platform/notify/mail-settings.ts'
import { postRound, type PostOffice } from '#platform/notify/post.ts'
import { openSender } from '#platform/notify/sender.ts'
import { tellingTasks } from '#platform/notify/tell.ts'
import type { Actor } from '#modules/access/actor.ts'
import { officersPostbox } from '#modules/access/postbox.server.ts'
import { reachedAt, testVault } from '../../../tests/support/contacts.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { startMailServer } from '../../../tests/support/mail-server.ts'
import { leniency, monthlyForm } from '../../../tests/support/obligations.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, quarter } from '../../../tests/support/reports.ts'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf } from '#kernel/period.ts'
import { boardList } from './board-queries.server.ts'
import { isOverdue } from './board.ts'
import { remindUnits, setLadder, type Reminding } from './reminder-commands.server.ts'
import { ladderPage, reminderPage } from './reminder-queries.server.ts'
import { remindByLadder } from './reminder-round.server.ts'
import { reminderTellers } from './reminder-teller.server.ts'
import { currentTemplate } from './report.ts'

const database = useDatabase()
const { as, typed, submitted } = desk(database)
const asked = { template: currentTemplate, period: quarter }
/** A Tuesday a week after the due day, at nine in the morning. */
const tuesday = new Date('2026-10-20T02:00:00Z')
const hours = (count: number): Date => new Date(tuesday.getTime() + count * 3_600_000)
const noQuiet = { from: 0, until: 0 }

let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
  const { doiCheOfficer, doiCheLeader, benDoOfficer, cauGoOfficer } = place.people
  for (const person of [doiCheOfficer, doiCheLeader, benDoOfficer, cauGoOfficer]) await holdsDuty(person)
})

async function holdsDuty(actor: Actor): Promise<void> {
  await database.asOwner(`insert into duty values ($1, gen_random_uuid(), $2, $3, $4, '[2026-01-01,)')`, [
    ...[actor.province, actor.account, actor.unit, actor.duty],
  ])
}

function reminding(given: Partial<Reminding> = {}): Reminding {
  return { units: [place.doiChe, place.benDo], leaders: false, words: '', ...given }
}

/** Runs the jobs that wait to tell, as the worker does. */
async function tellAll(): Promise<void> {
  const rows = await database.asOwner<{ ids: Record<string, string> }>(
    `select payload as ids from graphile_worker._private_jobs job
     join graphile_worker._private_tasks task on task.id = job.task_id
     where task.identifier = 'tell-report-reminder' and payload ->> 'province' = $1`,
    [place.province],
  )
  const task = tellingTasks(reminderTellers)['tell-report-reminder']
  if (!task) throw new Error('no task')
  for (const { ids } of rows) {
    expect(idOf<'Unit'>(ids, 'province')).toBe(place.province)
    await task(ids, { db: database.db, now: tuesday })
  }
}

async function notices(): Promise<{ title: string; path: string; account_id: string }[]> {
  return database.asOwner(
    `select title, path, account_id from notice where province_id = $1 and topic = 'report-reminder' order by title`,
    [place.province],
  )
}

describe('an officer reminds late units', () => {
  test('each unit’s officers read what is late and the officer’s words; the board says how often', async () => {
    const draft = await typed(place.people.doiCheOfficer, { F01: '10' })
    const ctx = as(place.people.reviewer, tuesday)
    const words = 'Mong đơn vị nộp trong hôm nay.'
    expect(doneBy(await remindUnits(ctx, asked, reminding({ words })))).toEqual({ units: 2, passed: [] })
    await tellAll()
    await tellAll()
    const told = await notices()
    expect(told.map(({ account_id }) => account_id).sort()).toEqual(
      [place.people.doiCheOfficer.account, place.people.benDoOfficer.account].sort(),
    )
    expect(told.find(({ account_id }) => account_id === place.people.doiCheOfficer.account)).toMatchObject({
      title: expect.stringMatching(
        /^Nhắc nộp báo cáo quý III năm 2026 của Xã Đồi Chè: đã quá hạn \d+ ngày .*Mong đơn vị/,
      ),
      path: `/desk/bao-cao/${draft}`,
    })
    const { rows } = doneBy(await boardList(ctx, asked, { filter: 'reminded', words: '', order: 'name' }))
    expect(rows.map(({ name, reminded }) => [name, reminded])).toEqual([
      ['Xã Bến Đò', { times: 1, at: tuesday }],
      ['Xã Đồi Chè', { times: 1, at: tuesday }],
    ])
  })

  test('with the leaders, they read it too', async () => {
    doneBy(await remindUnits(as(place.people.reviewer, tuesday), asked, reminding({ leaders: true })))
    await tellAll()
    expect((await notices()).map(({ account_id }) => account_id)).toContain(place.people.doiCheLeader.account)
  })

  test('arrives by mail as well, at whoever has an address that is theirs', async () => {
    const server = await startMailServer()
    const settings = mailFromEnvironment({
      KHEO_SMTP_URL: server.url,
      KHEO_MAIL_FROM: 'Khéo <dan-van@tinh.example.vn>',
      KHEO_ORIGIN: 'https://dan-van.example.vn',
    })
    if (!settings) throw new Error('The settings of the test are incomplete')
    const sender = openSender(settings)
    onTestFinished(() => sender.close())
    const postbox = officersPostbox(testVault, settings.origin)
    const office: PostOffice = { db: database.db, vault: testVault, settings, sender, postbox }
    await reachedAt(database, place.people.doiCheOfficer, 'dan-van@xa-doi-che.example.vn', hours(-48))
    await database.asOwner(`update mail set state = 'dropped', settled_at = made_at where province_id = $1`, [
      place.province,
    ])
    const ctx = as(place.people.reviewer, tuesday)
    const preview = doneBy(await reminderPage(ctx, asked, isOverdue))
    expect(preview.choices.map(({ row, reach, withLeaders }) => [row.name, reach, withLeaders.people])).toEqual([
      ['Phường Chợ Mới', { people: 0, byMail: 0 }, 0],
      ['Xã Bến Đò', { people: 1, byMail: 0 }, 1],
      ['Xã Cầu Gỗ', { people: 1, byMail: 0 }, 1],
      ['Xã Đồi Chè', { people: 1, byMail: 1 }, 2],
    ])
    doneBy(await remindUnits(ctx, asked, reminding()))
    await tellAll()
    await postRound(office, place.province, hours(1))
    await postRound(office, place.province, hours(2))
    expect(server.arrived.map(({ to }) => to)).toEqual([['dan-van@xa-doi-che.example.vn']])
    expect(server.arrived[0]?.subject).toContain('Nhắc nộp báo cáo quý III năm 2026 của Xã Đồi Chè')
    expect(server.arrived[0]?.text).toContain('https://dan-van.example.vn/desk')
  })

  test('nobody twice within twenty hours, and it is said; who handed in meanwhile is left in peace', async () => {
    const ctx = as(place.people.reviewer, tuesday)
    doneBy(await remindUnits(ctx, asked, reminding({ units: [place.doiChe] })))
    await submitted(place.people.cauGoOfficer, { F01: '10' })
    const units = [place.doiChe, place.benDo, place.cauGo, place.choMoi]
    const again = doneBy(await remindUnits(as(place.people.secondReviewer, hours(19)), asked, reminding({ units })))
    expect(again.units).toBe(1)
    expect(Object.fromEntries(again.passed.map(({ name, passed }) => [name, passed.why]))).toEqual({
      'Xã Đồi Chè': 'lately',
      'Xã Cầu Gỗ': 'handed-in',
      'Phường Chợ Mới': 'nobody',
    })
    expect(doneBy(await remindUnits(as(place.people.reviewer, hours(20)), asked, reminding({ units }))).units).toBe(1)
  })

  test('two officers pressing at once remind each unit once', async () => {
    const answers = await Promise.all([
      remindUnits(as(place.people.reviewer, tuesday), asked, reminding()),
      remindUnits(as(place.people.secondReviewer, tuesday), asked, reminding()),
    ])
    expect(answers.map(answerOf).sort()).toEqual(['done', 'nobody-to-remind'])
    const rows = await database.asOwner('select n from report_reminder where province_id = $1', [place.province])
    expect(rows).toEqual([{ n: 1 }, { n: 1 }])
  })

  test('is refused without units, before anything can be handed in, with a telephone number, or with a letter', async () => {
    const ctx = as(place.people.reviewer, tuesday)
    const refusal = async (given: Partial<Reminding>, of = asked) =>
      answerOf(await remindUnits(ctx, of, reminding(given)))
    expect(await refusal({ units: [] })).toBe('none-chosen')
    expect(await refusal({ words: 'Gọi số 0912 345 678 nhé' })).toBe('words-personal')
    expect(await refusal({ words: 'a'.repeat(201) })).toBe('words-too-long')
    expect(await refusal({}, { ...asked, period: quarterOf(2026, 4) })).toBe('nothing-due-yet')
    expect(await refusal({ units: [place.other.gioLua] })).toBe('nobody-to-remind')
    expect(await database.asOwner('select from report_reminder where province_id = $1', [place.province])).toEqual([])
  })

  test('is for who reviews the province alone', async () => {
    for (const person of [place.people.doiCheLeader, place.people.administrator]) {
      expect(answerOf(await remindUnits(as(person, tuesday), asked, reminding()))).toBe('forbidden')
      expect(answerOf(await setLadder(as(person, tuesday), { isOn: true, rungs: [], version: 0 }))).toBe('forbidden')
    }
    const other = remindUnits(as(place.people.otherReviewer, tuesday), asked, reminding())
    expect(answerOf(await other)).toBe('nobody-to-remind')
  })
})

describe('the ladder of a province', () => {
  const rungs = [
    { days: 5, leaders: true },
    { days: 0, leaders: false },
  ]
  const on = async (version = 0) => setLadder(as(place.people.reviewer, tuesday), { isOn: true, rungs, version })

  test('is off until somebody turns it on', async () => {
    expect(await remindByLadder(database.db, place.province, noQuiet, tuesday)).toBe(0)
    expect(doneBy(await ladderPage(as(place.people.reviewer, tuesday)))).toMatchObject({ isOn: false, version: 0 })
    doneBy(await on())
    expect(doneBy(await ladderPage(as(place.people.reviewer, tuesday)))).toMatchObject({
      isOn: true,
      version: 1,
      rungs: [
        { days: 0, leaders: false },
        { days: 5, leaders: true },
      ],
    })
  })

  test('reminds each late unit once for a step, however often it runs', async () => {
    doneBy(await on())
    const first = await Promise.all([0, 1].map(() => remindByLadder(database.db, place.province, noQuiet, tuesday)))
    expect(first.toSorted()).toEqual([0, 3])
    expect(await remindByLadder(database.db, place.province, noQuiet, hours(24))).toBe(0)
    const rows = await database.asOwner<{ rung: number; to_leaders: boolean }>(
      'select rung, to_leaders from report_reminder where province_id = $1',
      [place.province],
    )
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ rung: 5, to_leaders: true })))
  })

  test('counts the days from an extension, and leaves in peace who was let off', async () => {
    doneBy(await on())
    await leniency(as(place.people.reviewer, tuesday), place, { extended: localDate('2026-10-22') })
    expect(await remindByLadder(database.db, place.province, noQuiet, tuesday)).toBe(1)
    expect(await remindByLadder(database.db, place.province, noQuiet, hours(48))).toBe(1)
    const rows = await database.asOwner<{ unit_id: string; rung: number; due_on: string }>(
      'select unit_id, rung, due_on::text from report_reminder where province_id = $1 order by at',
      [place.province],
    )
    expect(rows).toEqual([
      { unit_id: place.cauGo, rung: 5, due_on: '2026-10-12' },
      { unit_id: place.doiChe, rung: 0, due_on: '2026-10-22' },
    ])
    const { units, passed } = doneBy(
      await remindUnits(as(place.people.reviewer, hours(72)), asked, reminding({ units: [place.benDo, place.doiChe] })),
    )
    expect([units, passed]).toEqual([1, [{ name: 'Xã Bến Đò', passed: { why: 'not-expected' } }]])
  })

  test('reminds of every form that somebody owes, by its name', async () => {
    doneBy(await on())
    await monthlyForm(database, place.province, 'Biểu nhanh đối thoại')
    expect(await remindByLadder(database.db, place.province, noQuiet, tuesday)).toBe(2 * 3)
    await tellAll()
    const titles = (await notices()).map(({ title }) => title).filter((title) => title.includes('Xã Cầu Gỗ'))
    expect(titles.toSorted()).toEqual(
      [
        'Nhắc nộp báo cáo quý III năm 2026 của Xã Cầu Gỗ: đã quá hạn 8 ngày (hạn 12/10/2026)',
        'Nhắc nộp báo cáo “Biểu nhanh đối thoại” tháng 9/2026 của Xã Cầu Gỗ: đã quá hạn 8 ngày (hạn 12/10/2026)',
      ].toSorted(),
    )
  })

  test('rests in quiet hours and on days off', async () => {
    doneBy(await on())
    expect(await remindByLadder(database.db, place.province, { from: 8, until: 10 }, tuesday)).toBe(0)
    const sunday = new Date('2026-10-18T02:00:00Z')
    expect(await remindByLadder(database.db, place.province, noQuiet, sunday)).toBe(0)
  })

  test('is refused where it makes no sense, and where a colleague set it meanwhile', async () => {
    const ctx = as(place.people.reviewer, tuesday)
    const twice = [...rungs, ...rungs]
    expect(answerOf(await setLadder(ctx, { isOn: true, rungs: twice, version: 0 }))).toBe('ladder-fault')
    doneBy(await on())
    expect(answerOf(await on(0))).toBe('ladder-changed')
    expect(answerOf(await on(1))).toBe('done')
  })
})
