import { beforeEach, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { tellingTasks } from '#platform/notify/tell.ts'
import type { Actor } from '#modules/access/actor.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy, quarter } from '../../../tests/support/reports.ts'
import { closePeriod, reopenPeriod } from './closing-commands.server.ts'
import { extendObligations, withdrawExtension } from './extension-commands.server.ts'
import { askAgain, waiveObligation } from './obligation-commands.server.ts'
import { owedPeriodPage } from './obligation-page-queries.server.ts'
import { closingTellers, obligationTellers } from './obligation-tellers.server.ts'
import { currentTemplate } from './report.ts'

const database = useDatabase()
const { as } = desk(database)
const late = new Date('2026-10-20T02:00:00Z')
const reason = 'Mưa lũ, cán bộ đi chống bão'
const column = { template: currentTemplate, period: quarter }
const tellers = { ...obligationTellers, ...closingTellers }

let place: TestProvince
beforeEach(async () => {
  await database.asOwner('delete from graphile_worker._private_jobs')
  place = await settleProvince(database)
  for (const actor of Object.values(place.people)) {
    await database.asOwner(`insert into duty values ($1, gen_random_uuid(), $2, $3, $4, '[2026-01-01,)')`, [
      ...[actor.province, actor.account, actor.unit, actor.duty],
    ])
  }
})

const ctx = () => as(place.people.reviewer, late)

/** Does what waits to be told, twice over: an event tells a person once. In the order of the words: one clock made them all. */
async function told(actor: Actor): Promise<string[]> {
  const rows = await database.asOwner<{ name: string; ids: Record<string, string> }>(
    `select task.identifier as name, payload as ids from graphile_worker._private_jobs job
     join graphile_worker._private_tasks task on task.id = job.task_id order by job.id`,
  )
  const tasks = tellingTasks(tellers)
  for (const { name, ids } of [...rows, ...rows]) await tasks[name]?.(ids, { db: database.db, now: late })
  const notices = await database.asOwner<{ title: string }>(
    'select title from notice where province_id = $1 and account_id = $2 order by title collate "C"',
    [actor.province, actor.account],
  )
  return notices.map(({ title }) => title)
}

async function lineOf(unit: UnitId) {
  const found = doneBy(await owedPeriodPage(ctx(), column)).lines.find((one) => one.unit === unit)
  if (!found) throw new Error('It owes nothing')
  return found
}

async function extended(units: readonly UnitId[], until = '2026-11-05'): Promise<string> {
  await lineOf(place.doiChe)
  return answerOf(await extendObligations(ctx(), { ...column, units, until: localDate(until), reason }))
}

describe('a decision on what a unit owes is told to the unit', () => {
  test('more time: to its officers and its leader, with the day and the reason, once, and to nobody else', async () => {
    expect(await extended([place.doiChe, place.benDo])).toBe('done')
    const said = `gia hạn nộp báo cáo quý III năm 2026 cho Xã Đồi Chè: đến hết 5/11/2026. Lý do: ${reason}.`
    const { doiCheOfficer, doiCheLeader, benDoOfficer, cauGoOfficer, reviewer } = place.people
    for (const actor of [doiCheOfficer, doiCheLeader])
      expect(await told(actor)).toEqual([expect.stringContaining(said)])
    expect(await told(benDoOfficer)).toEqual([expect.stringContaining('cho Xã Bến Đò')])
    for (const actor of [cauGoOfficer, reviewer]) expect(await told(actor)).toEqual([])
  })

  test('taken back: with the day that holds again', async () => {
    await extended([place.doiChe])
    const [given] = doneBy(await owedPeriodPage(ctx(), column)).extensions
    if (!given) throw new Error('It was not given')
    doneBy(await withdrawExtension(ctx(), given.id))
    const [first, second, ...more] = await told(place.people.doiCheOfficer)
    expect([first, second]).toEqual([
      expect.stringContaining('đến hết 5/11/2026'),
      expect.stringMatching(/rút lại việc gia hạn .* của Xã Đồi Chè: hạn lại là 12\/10\/2026\.$/),
    ])
    expect(more).toEqual([])
  })

  test('let off, and asked again: with the reason, and with the day by which it is owed', async () => {
    const { id, version } = await lineOf(place.doiChe)
    doneBy(await waiveObligation(ctx(), id, { reason, version }))
    expect(await told(place.people.doiCheOfficer)).toEqual([
      expect.stringContaining(`miễn nộp báo cáo quý III năm 2026 cho Xã Đồi Chè. Lý do: ${reason}.`),
    ])
    doneBy(await askAgain(ctx(), id, (await lineOf(place.doiChe)).version))
    expect((await told(place.people.doiCheOfficer))[0]).toMatch(
      /bỏ miễn: Xã Đồi Chè phải nộp báo cáo quý III năm 2026, hạn 12\/10\/2026\.$/,
    )
  })

  test('what was refused or forbidden is told to nobody', async () => {
    expect(await extended([place.doiChe], '2026-10-12')).toBe('extension-not-later')
    const { id, version } = await lineOf(place.doiChe)
    expect(answerOf(await waiveObligation(as(place.people.doiCheLeader), id, { reason, version }))).toBe('forbidden')
    expect(await told(place.people.doiCheOfficer)).toEqual([])
  })
})

describe('a closing is told to the units it names', () => {
  test('and its reopening too; each with its own reason', async () => {
    const units = [place.doiChe, place.benDo, place.cauGo, place.choMoi]
    const gaps = units.map((unit) => ({ unit, reason: unit === place.doiChe ? 'Cháy trụ sở, mất sổ.' : reason }))
    doneBy(await closePeriod(ctx(), { period: quarter, note: '', gaps }))
    expect(await told(place.people.doiCheLeader)).toEqual([
      expect.stringMatching(
        /đã chốt kỳ, ghi Xã Đồi Chè còn thiếu báo cáo quý III năm 2026\. Lý do: Cháy trụ sở, mất sổ\. Báo cáo nộp sau vẫn được nhận\.$/,
      ),
    ])
    doneBy(await reopenPeriod(ctx(), { period: quarter, reason: 'Nhận thêm hai báo cáo' }))
    expect((await told(place.people.benDoOfficer)).sort()).toEqual([
      expect.stringMatching(/ mở lại kỳ đã chốt; Xã Bến Đò .*Lý do: Nhận thêm hai báo cáo\.$/),
      expect.stringContaining(`đã chốt kỳ, ghi Xã Bến Đò còn thiếu báo cáo quý III năm 2026. Lý do: ${reason}.`),
    ])
    expect(await told(place.people.reviewer)).toEqual([])
  })

  test('a closing that names nobody tells nobody', async () => {
    const units = [place.doiChe, place.benDo, place.cauGo, place.choMoi]
    for (const unit of units) {
      const { id, version } = await lineOf(unit)
      doneBy(await waiveObligation(ctx(), id, { reason, version }))
    }
    const before = await told(place.people.benDoOfficer)
    doneBy(await closePeriod(ctx(), { period: quarter, note: '', gaps: [] }))
    expect(await told(place.people.benDoOfficer)).toEqual(before)
  })
})
