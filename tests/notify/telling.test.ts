import { beforeEach, describe, expect, test } from 'vitest'
import { newId, type Id } from '#kernel/ids.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import { acceptReport, publishReport, recallReport, returnReport } from '#modules/reporting/commands.server.ts'
import { receiversOf } from '#modules/reporting/policy.ts'
import { reportTellers } from '#modules/reporting/tellers.server.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { openLog } from '#platform/log.ts'
import { noticePage, openNotice, readAll, unreadCount, type NoticeReader } from '#platform/notify/notices.ts'
import { tellingTasks } from '#platform/notify/tell.ts'
import { useDatabase } from '../support/database.ts'
import { settleProvince, type TestProvince } from '../support/province.ts'
import { answerOf, desk, doneBy, now, submitNow } from '../support/reports.ts'

const database = useDatabase()
const { as, typed, submitted, accepted, versionOf } = desk(database)
const question = [{ cell: { code: 'F01', dimension: '' }, text: 'Tổng này có tính hồ sơ trực tuyến không?' }]

let place: TestProvince
beforeEach(async () => {
  await database.asOwner('delete from graphile_worker._private_jobs')
  place = await settleProvince(database)
  for (const actor of Object.values(place.people)) {
    await database.asOwner(`insert into duty values ($1, gen_random_uuid(), $2, $3, $4, '[2026-01-01,)')`, [
      actor.province,
      actor.account,
      actor.unit,
      actor.duty,
    ])
  }
})

/** Lets a worker do everything that waits. */
async function worked(): Promise<void> {
  const tasks = tellingTasks(reportTellers)
  const log = openLog({ file: '/dev/null' })
  const worker = await startWorker({ url: database.url, tasks, rounds: [], log })
  for (let waited = 0; waited < 10_000; waited += 50) {
    const jobs = await database.asOwner<{ last_error: string | null }>('select last_error from graphile_worker.jobs')
    const fault = jobs.find((job) => job.last_error)
    if (fault) throw new Error(`A job failed: ${fault.last_error}`)
    if (jobs.length === 0) return worker.stop()
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('The jobs were not done in ten seconds')
}

async function titlesOf(actor: Actor): Promise<string[]> {
  const page = await noticePage(database.db, readerOf(actor), { onlyUnread: false, page: 1 })
  return page.notices.map((notice) => notice.title)
}

function readerOf(actor: Actor): NoticeReader {
  return { scope: scopeOf(actor), province: actor.province, account: actor.account, unit: actor.unit }
}

describe('a move of a report is told', () => {
  test('submitted: to the officers of the province, nobody else, and not in the write itself', async () => {
    const { doiCheOfficer, reviewer, secondReviewer } = place.people
    await submitted(doiCheOfficer, { D01: '1' })
    expect(await titlesOf(reviewer)).toEqual([])
    await worked()
    const told = ['Xã Đồi Chè đã nộp báo cáo quý III năm 2026']
    expect(await titlesOf(reviewer)).toEqual(told)
    expect(await titlesOf(secondReviewer)).toEqual(told)
    for (const [name, actor] of Object.entries(place.people)) {
      if (actor !== reviewer && actor !== secondReviewer) expect([name, await titlesOf(actor)]).toEqual([name, []])
    }
  })

  test('sent back: to the officers of the commune, with how many questions; its leader is left in peace', async () => {
    const { doiCheOfficer, doiCheColleague, doiCheLeader, reviewer } = place.people
    const id = await submitted(doiCheOfficer, { D01: '1' })
    doneBy(await returnReport(as(reviewer), id, await versionOf(id), question))
    await worked()
    const told = ['Báo cáo quý III năm 2026 của Xã Đồi Chè bị trả lại, kèm 1 câu hỏi']
    expect(await titlesOf(doiCheOfficer)).toEqual(told)
    expect(await titlesOf(doiCheColleague)).toEqual(told)
    expect(await titlesOf(doiCheLeader)).toEqual([])
  })

  test('accepted and published: to officers and leader of the commune', async () => {
    const { doiCheOfficer, doiCheLeader, benDoOfficer, reviewer } = place.people
    const id = await accepted(doiCheOfficer, reviewer, { D01: '1' })
    doneBy(await publishReport(as(reviewer), id, await versionOf(id)))
    await worked()
    for (const actor of [doiCheOfficer, doiCheLeader]) {
      expect((await titlesOf(actor)).sort()).toEqual([
        'Báo cáo quý III năm 2026 của Xã Đồi Chè đã được công bố',
        'Báo cáo quý III năm 2026 của Xã Đồi Chè đã được nhận',
      ])
    }
    expect(await titlesOf(benDoOfficer)).toEqual([])
  })

  test('not to the one who made it', async () => {
    const { doiCheOfficer, doiCheLeader, reviewer } = place.people
    const id = await accepted(doiCheOfficer, reviewer, { D01: '1' })
    doneBy(await publishReport(as(doiCheLeader), id, await versionOf(id)))
    await worked()
    expect(await titlesOf(doiCheLeader)).toEqual(['Báo cáo quý III năm 2026 của Xã Đồi Chè đã được nhận'])
    expect(await titlesOf(doiCheOfficer)).toHaveLength(2)
  })

  test('to whom the duty belonged on that day, not to who has it when the worker comes to it', async () => {
    const { doiCheOfficer, reviewer, secondReviewer } = place.people
    await database.asOwner(`update duty set valid = '[2026-01-01,2026-10-01)' where account_id = $1`, [
      reviewer.account,
    ])
    await submitted(doiCheOfficer, { D01: '1' })
    await worked()
    expect(await titlesOf(reviewer)).toEqual([])
    expect(await titlesOf(secondReviewer)).toHaveLength(1)
  })

  test('not when the move was refused, and a recall is told to nobody', async () => {
    const { doiCheOfficer, reviewer } = place.people
    const id = await typed(doiCheOfficer, { D01: '1' })
    expect(answerOf(await acceptReport(as(reviewer), id, 1))).toBe('not-now')
    expect(await jobCount()).toBe(0)
    doneBy(await submitNow(as(doiCheOfficer), id))
    expect(await jobCount()).toBe(1)
    doneBy(await recallReport(as(doiCheOfficer), id, await versionOf(id)))
    expect(await jobCount()).toBe(1)
  })

  test('once to each, although its job runs twice', async () => {
    const { doiCheOfficer, reviewer } = place.people
    await submitted(doiCheOfficer, { D01: '1' })
    await database.asOwner(
      `select graphile_worker.add_job('tell-report-submit', payload) from graphile_worker._private_jobs`,
    )
    expect(await jobCount()).toBe(2)
    await worked()
    expect(await titlesOf(reviewer)).toHaveLength(1)
  })

  test('in ids only: no name, no unit’s name, no text of a question waits in the queue', async () => {
    const { doiCheOfficer, reviewer } = place.people
    const id = await submitted(doiCheOfficer, { D01: '1' })
    doneBy(await returnReport(as(reviewer), id, await versionOf(id), question))
    const jobs = await database.asOwner<{ payload: Record<string, unknown> }>(
      'select payload from graphile_worker._private_jobs',
    )
    expect(jobs).toHaveLength(2)
    for (const { payload } of jobs) {
      expect(Object.keys(payload).sort()).toEqual(['by', 'event', 'object', 'province'])
      for (const held of Object.values(payload)) expect(held).toMatch(/^[0-9a-f-]{36}$/)
    }
  })
})

test('a province’s own report is its leader’s to look at', () => {
  const province = newId<'Unit'>()
  const own = { province, unit: province }
  expect(receiversOf(own, 'submit')).toEqual({ of: 'province', duties: ['province-leader'] })
  expect(receiversOf(own, 'return')).toEqual({ of: 'unit', duties: ['province-officer'] })
  expect(receiversOf({ province, unit: newId() }, 'publish').duties).toEqual(['commune-officer', 'commune-leader'])
})

describe('one’s own notices', () => {
  async function given(actor: Actor, count: number): Promise<Id<'Notice'>[]> {
    const ids = Array.from({ length: count }, (_, n) => newId<'Notice'>(new Date(now.getTime() + n * 1_000)))
    for (const [n, id] of ids.entries()) {
      await database.asOwner(
        `insert into notice (province_id, id, unit_id, account_id, event_id, topic, title, path, at)
         values ($1, $2, $3, $4, $5, 'report-submit', $6, '/desk', $7)`,
        [actor.province, id, actor.unit, actor.account, newId(), `Tin ${n}`, new Date(now.getTime() + n * 1_000)],
      )
    }
    return ids
  }

  test('come newest first, twenty to a page, with how many are unread', async () => {
    const actor = place.people.doiCheOfficer
    await given(actor, 45)
    const page = await noticePage(database.db, readerOf(actor), { onlyUnread: true, page: 3 })
    expect(page).toMatchObject({ unread: 45, page: 3, pages: 3 })
    expect(page.notices.map((notice) => notice.title)).toEqual(['Tin 4', 'Tin 3', 'Tin 2', 'Tin 1', 'Tin 0'])
    const far = await noticePage(database.db, readerOf(actor), { onlyUnread: true, page: 99 })
    expect(far.page).toBe(3)
  })

  test('opened one is read, once; all are read up to what the page showed', async () => {
    const actor = place.people.doiCheOfficer
    const [first, , third] = await given(actor, 3)
    const reader = readerOf(actor)
    expect(await openNotice(database.db, reader, first ?? newId(), now)).toBe('/desk')
    const [row] = await database.asOwner<{ read_at: Date }>('select read_at from notice where id = $1', [first])
    await openNotice(database.db, reader, first ?? newId(), new Date(now.getTime() + 60_000))
    const [again] = await database.asOwner<{ read_at: Date }>('select read_at from notice where id = $1', [first])
    expect(again).toEqual(row)
    await readAll(database.db, reader, new Date(now.getTime() + 1_000), now)
    const left = await noticePage(database.db, reader, { onlyUnread: true, page: 1 })
    expect(left.notices.map((notice) => notice.id)).toEqual([third])
    expect(await unreadCount(database.db, reader)).toBe(1)
  })

  test('are nobody else’s: neither a colleague nor another province opens, counts or reads them', async () => {
    const actor = place.people.doiCheOfficer
    const [id = newId<'Notice'>()] = await given(actor, 1)
    for (const other of [place.people.doiCheColleague, place.people.reviewer, place.people.otherOfficer]) {
      const reader = readerOf(other)
      expect(await openNotice(database.db, reader, id, now)).toBeNull()
      await readAll(database.db, reader, new Date(now.getTime() + 60_000), now)
      expect(await unreadCount(database.db, reader)).toBe(0)
    }
    expect(await unreadCount(database.db, readerOf(actor))).toBe(1)
  })

  test('in another duty of the same officer are read in that duty', async () => {
    const actor = place.people.doiCheOfficer
    await given(actor, 1)
    const elsewhere = { ...actor, unit: place.benDo }
    expect(await unreadCount(database.db, readerOf(elsewhere))).toBe(0)
  })

  test.each(['//ke-la.example', 'https://ke-la.example', '/\\ke-la.example', '/desk\r\nSet-Cookie: x'])(
    'never lead to %j',
    async (path) => {
      const actor = place.people.doiCheOfficer
      const insert = database.asOwner(
        `insert into notice (province_id, id, unit_id, account_id, event_id, topic, title, path, at)
         values ($1, $2, $3, $4, $5, 'x', 'x', $6, now())`,
        [actor.province, newId(), actor.unit, actor.account, newId(), path],
      )
      await expect(insert).rejects.toThrow(/notice_leads_to_a_page_of_ours/)
    },
  )
})

async function jobCount(): Promise<number> {
  return (await database.asOwner('select from graphile_worker.jobs')).length
}
