import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { quarterOf, rangeOf, yearOf, type Period } from '#kernel/period.ts'
import { quantity } from '#kernel/quantity.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import { reviseTarget, setTarget, withdrawTarget } from '#modules/figures/target-commands.server.ts'
import type { TargetEntry } from '#modules/figures/target-frame.server.ts'
import { setTargets } from '#modules/figures/target-many.server.ts'
import { targetDetail, targetPage, targetsOf } from '#modules/figures/target-queries.server.ts'
import { targetTellers } from '#modules/figures/target-tellers.server.ts'
import type { TargetId } from '#modules/figures/target.ts'
import { inScope } from '#platform/database.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy, now } from './support/reports.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const document = { number: '12-KH/ĐU', on: localDate('2026-01-05') }
const typed = { aim: null, raw: '400', reason: '', document }

function entry(actor: Actor, more: Partial<TargetEntry> = {}): TargetEntry {
  return { ...typed, unit: actor.unit, cell: { code: 'B01', dimension: '' }, period: yearOf(2026), ...more }
}

async function setBy(actor: Actor, more: Partial<TargetEntry> = {}): Promise<TargetId> {
  return doneBy(await setTarget(as(actor), newId<'Target'>(), entry(actor, more)))
}

async function detailOf(actor: Actor, id: TargetId) {
  return doneBy(await targetDetail(as(actor), id))
}

async function auditKinds(): Promise<string[]> {
  const rows = await database.asOwner<{ kind: string }>('select kind from audit where province_id = $1 order by n', [
    place.province,
  ])
  return rows.map(({ kind }) => kind)
}

/** The units that are to be told, as the waiting jobs say. */
async function toldUnits(): Promise<string[]> {
  const rows = await database.asOwner<{ unit: string }>(
    `select payload ->> 'object' as unit from graphile_worker._private_jobs as job
     join graphile_worker._private_tasks as task on task.id = job.task_id
     where task.identifier = 'tell-targets-set' and payload ->> 'province' = $1`,
    [place.province],
  )
  return rows.map(({ unit }) => unit)
}

describe('a target is set', () => {
  test('by a commune for itself: read, recorded, and told to nobody', async () => {
    const { doiCheOfficer } = place.people
    const id = await setBy(doiCheOfficer, { raw: '1.240' })
    const { target, versions, mayChange } = await detailOf(doiCheOfficer, id)
    expect(target).toMatchObject({
      setBy: 'own',
      aim: 'at-least',
      amount: quantity(1240),
      raw: '1.240',
      document,
      n: 1,
    })
    expect(versions.map(({ change, by }) => [change, by])).toEqual([['set', doiCheOfficer.name]])
    expect([mayChange, await auditKinds(), await toldUnits()]).toEqual([true, ['target-set'], []])
  })

  test('by the province for its commune: beside the commune’s own, told to the commune, and not the commune’s to change', async () => {
    const { doiCheOfficer, reviewer } = place.people
    const own = await setBy(doiCheOfficer, { raw: '300' })
    const above = await setBy(reviewer, { unit: place.doiChe, raw: '500' })
    expect(await toldUnits()).toEqual([place.doiChe])
    const seen = await detailOf(doiCheOfficer, above)
    expect([seen.target.setBy, seen.mayChange, seen.beside?.id]).toEqual(['superior', false, own])
    expect(answerOf(await reviseTarget(as(doiCheOfficer), above, 1, { ...typed, raw: '1', reason: 'Ít quá' }))).toBe(
      'forbidden',
    )
    expect(answerOf(await withdrawTarget(as(reviewer), own, 1, 'Không cần'))).toBe('forbidden')
    const page = doneBy(await targetPage(as(doiCheOfficer), { year: 2026, code: null, unit: null, page: 1 }))
    expect(page.lines.map((line) => [line.own?.id, line.superior?.id])).toEqual([[own, above]])
  })

  test('pressed twice it is one target; another amount in its place is a revision', async () => {
    const { doiCheOfficer } = place.people
    const id = await setBy(doiCheOfficer)
    expect(doneBy(await setTarget(as(doiCheOfficer), id, entry(doiCheOfficer)))).toBe(id)
    expect(await setTarget(as(doiCheOfficer), newId(), entry(doiCheOfficer, { raw: '500' }))).toMatchObject({
      refusal: { code: 'already-set', id },
    })
    expect(await auditKinds()).toEqual(['target-set'])
  })

  test('by two officers at once: one stands, the other is told', async () => {
    const { doiCheOfficer, doiCheColleague } = place.people
    const answers = await Promise.all([
      setTarget(as(doiCheOfficer), newId(), entry(doiCheOfficer, { raw: '1' })),
      setTarget(as(doiCheColleague), newId(), entry(doiCheColleague, { raw: '2' })),
    ])
    const said = answers.map(answerOf).sort()
    expect(said[0]).toMatch(/^(already-set|changed-meanwhile)$/)
    expect(said[1]).toBe('done')
  })

  test.each<[string, Partial<TargetEntry>]>([
    ['amount-missing', { raw: '' }],
    ['amount-hedged', { raw: 'trên 400' }],
    ['amount-unclear', { raw: '1,2.3' }],
    ['amount-over-whole', { cell: { code: 'F10', dimension: '' }, raw: '850' }],
    ['indicator-unknown', { cell: { code: 'Z99', dimension: '' } }],
    // Counted at district level, which ended on 30 June 2025.
    ['indicator-unknown', { cell: { code: 'B03', dimension: '' } }],
    ['part-unknown', { cell: { code: 'B01', dimension: 'collective' } }],
    ['period-not-ruled', { period: rangeOf(localDate('2026-02-02'), localDate('2026-03-03')) as Period }],
    ['period-out-of-reach', { period: yearOf(2001) }],
    ['document-not-yet', { document: { number: '1', on: localDate('2026-12-31') } }],
    ['personal-number', { reason: 'Gọi 0912345678' }],
    ['personal-number', { document: { number: '0912345678', on: null } }],
  ])('not: %s', async (code, more) => {
    const { doiCheOfficer } = place.people
    expect(answerOf(await setTarget(as(doiCheOfficer), newId(), entry(doiCheOfficer, more)))).toBe(code)
    expect(await auditKinds()).toEqual([])
  })

  test('not for a commune that had ended by the end of the period', async () => {
    const { reviewer } = place.people
    expect(answerOf(await setTarget(as(reviewer), newId(), entry(reviewer, { unit: place.kheVang })))).toBe(
      'unit-not-in-force',
    )
  })

  test('by nobody else: not by a neighbour, the administrator, or another province', async () => {
    const { benDoOfficer, administrator, otherReviewer, doiCheOfficer } = place.people
    for (const actor of [benDoOfficer, administrator])
      expect(answerOf(await setTarget(as(actor), newId(), entry(actor, { unit: place.doiChe })))).toBe('forbidden')
    expect(answerOf(await setTarget(as(otherReviewer), newId(), entry(otherReviewer, { unit: place.doiChe })))).toBe(
      'unit-not-in-force',
    )
    const id = await setBy(doiCheOfficer)
    for (const actor of [benDoOfficer, otherReviewer])
      expect(answerOf(await targetDetail(as(actor), id))).toBe('not-found')
    expect(answerOf(await targetPage(as(administrator), { year: 2026, code: null, unit: null, page: 1 }))).toBe(
      'forbidden',
    )
  })
})

describe('a target is revised', () => {
  test('with a reason; what it was stays in its history', async () => {
    const { reviewer } = place.people
    const id = await setBy(reviewer, { unit: place.doiChe })
    doneBy(await reviseTarget(as(reviewer), id, 1, { ...typed, raw: '350', reason: 'Theo kế hoạch điều chỉnh' }))
    const { target, versions } = await detailOf(reviewer, id)
    expect([target.amount, target.n]).toEqual([quantity(350), 2])
    expect(versions.map(({ n, change, raw, reason }) => [n, change, raw, reason])).toEqual([
      [2, 'revised', '350', 'Theo kế hoạch điều chỉnh'],
      [1, 'set', '400', ''],
    ])
    expect(await toldUnits()).toEqual([place.doiChe, place.doiChe])
    expect(await auditKinds()).toEqual(['target-set', 'target-revised'])
  })

  test('not without a reason, not to what it is, not over a colleague, not after it was withdrawn', async () => {
    const { doiCheOfficer } = place.people
    const id = await setBy(doiCheOfficer)
    const revise = (more: object, n = 1) => reviseTarget(as(doiCheOfficer), id, n, { ...typed, raw: '1', ...more })
    expect(answerOf(await revise({}))).toBe('reason-needed')
    expect(answerOf(await revise({ raw: '400', reason: 'Nhắc lại' }))).toBe('nothing-changes')
    expect(answerOf(await revise({ reason: 'Đổi' }, 0))).toBe('changed-meanwhile')
    doneBy(await withdrawTarget(as(doiCheOfficer), id, 1, 'Ghi nhầm'))
    expect(answerOf(await revise({ reason: 'Đổi' }, 2))).toBe('already-withdrawn')
  })

  test('not by who does not see it, and not by a leader of a neighbour', async () => {
    const { doiCheOfficer, benDoOfficer, otherReviewer, doiCheLeader } = place.people
    const id = await setBy(doiCheOfficer)
    const more = { ...typed, raw: '1', reason: 'Đổi' }
    for (const actor of [benDoOfficer, otherReviewer])
      expect(answerOf(await reviseTarget(as(actor), id, 1, more))).toBe('not-found')
    expect(answerOf(await reviseTarget(as(doiCheLeader), id, 1, more))).toBe('done')
  })
})

describe('a target is withdrawn', () => {
  test('it counts no more, keeps its history, and may be set again as its next version', async () => {
    const { doiCheOfficer } = place.people
    const id = await setBy(doiCheOfficer)
    doneBy(await withdrawTarget(as(doiCheOfficer), id, 1, 'Bỏ chỉ tiêu này'))
    const asked = (actor: Actor) =>
      inScope(database.db, scopeOf(actor), (tx) =>
        targetsOf(tx, [place.doiChe], [{ code: 'B01', dimension: '' }], [yearOf(2026)]),
      )
    expect(await asked(doiCheOfficer)).toEqual([])
    expect(await setBy(doiCheOfficer, { raw: '90' })).toBe(id)
    expect((await detailOf(doiCheOfficer, id)).versions.map(({ change }) => change)).toEqual([
      'set',
      'withdrawn',
      'set',
    ])
    expect((await asked(doiCheOfficer)).map(({ amount }) => amount)).toEqual([quantity(90)])
    expect(await asked(place.people.benDoOfficer)).toEqual([])
  })

  test('not without a reason, not with a telephone number in it', async () => {
    const { doiCheOfficer } = place.people
    const id = await setBy(doiCheOfficer)
    expect(answerOf(await withdrawTarget(as(doiCheOfficer), id, 1, ''))).toBe('reason-needed')
    expect(answerOf(await withdrawTarget(as(doiCheOfficer), id, 1, 'Hỏi 0912345678'))).toBe('personal-number')
  })

  test('not by a neighbour', async () => {
    const id = await setBy(place.people.doiCheOfficer)
    expect(answerOf(await withdrawTarget(as(place.people.benDoOfficer), id, 1, 'Bỏ'))).toBe('not-found')
  })
})

describe('targets of many communes at once', () => {
  test('all are set; those that stood are revised or left, and each commune is told once', async () => {
    const { reviewer } = place.people
    await setBy(reviewer, { unit: place.doiChe, raw: '10' })
    await setBy(reviewer, { unit: place.benDo, raw: '20' })
    const list = [place.doiChe, place.benDo, place.cauGo].flatMap((unit) => [
      entry(reviewer, { unit, raw: '20', reason: 'Theo kế hoạch năm' }),
      entry(reviewer, { unit, raw: '5', cell: { code: 'D03', dimension: '' }, period: quarterOf(2026, 4) }),
    ])
    expect(doneBy(await setTargets(as(reviewer), list))).toEqual({ set: 4, revised: 1, same: 1 })
    expect(doneBy(await setTargets(as(reviewer), list))).toEqual({ set: 0, revised: 0, same: 6 })
    expect((await toldUnits()).slice(2).sort()).toEqual([place.doiChe, place.benDo, place.cauGo].sort())
    expect(await auditKinds()).toEqual(['target-set', 'target-set', 'targets-listed'])
  })

  test('none is set when one row is refused', async () => {
    const { reviewer } = place.people
    const list = [
      entry(reviewer, { unit: place.doiChe }),
      entry(reviewer, { unit: place.benDo, raw: 'nhiều' }),
      entry(reviewer),
    ]
    expect(answerOf(await setTargets(as(reviewer), list))).toBe('amount-unclear')
    expect(await auditKinds()).toEqual([])
    expect(doneBy(await targetPage(as(reviewer), { year: 2026, code: null, unit: null, page: 1 })).total).toBe(0)
  })

  test('a commune brings no list for its neighbour', async () => {
    const { doiCheOfficer } = place.people
    const list = [entry(doiCheOfficer), entry(doiCheOfficer, { unit: place.benDo })]
    expect(answerOf(await setTargets(as(doiCheOfficer), list))).toBe('forbidden')
  })
})

describe('what a commune is told', () => {
  async function told() {
    await database.asOwner(
      `insert into duty select province_id, gen_random_uuid(), id, unit_id, 'commune-officer', '[2025-07-01,)' from account where unit_id = $1`,
      [place.doiChe],
    )
    const about = { province: place.province, object: place.doiChe, by: null, at: now }
    return inScope(database.db, { reach: 'province', province: place.province }, (tx) =>
      targetTellers['targets-set'](tx, about),
    )
  }

  test('of one target its name, of several how many; its own are no news', async () => {
    const { reviewer, doiCheOfficer } = place.people
    await setBy(doiCheOfficer)
    expect(await told()).toBeNull()
    const id = await setBy(reviewer, { unit: place.doiChe })
    expect(await told()).toMatchObject({
      title: 'Tỉnh vừa giao chỉ tiêu “Mô hình Dân vận khéo đăng ký trong kỳ” năm 2026',
      path: `/desk/chi-tieu/${id}`,
    })
    await setBy(reviewer, { unit: place.doiChe, period: quarterOf(2026, 4) })
    const many = await told()
    expect(many?.title).toBe('Tỉnh vừa giao 2 chỉ tiêu kế hoạch cho đơn vị')
    expect(new Set(many?.to.map(({ unit }) => unit))).toEqual(new Set([place.doiChe]))
  })
})

describe('the net under the queries', () => {
  const insert = (unit: string, hand: string) =>
    `insert into figure_target values ('${place.province}', gen_random_uuid(), '${unit}', '${hand}', 'B01@1', '', '2026-01-01', '2026-12-31', 1, true)`

  test('a commune cannot write in its superior’s name, nor a province in its commune’s', async () => {
    const ofCommune = scopeOf(place.people.doiCheOfficer)
    const ofProvince = scopeOf(place.people.reviewer)
    for (const [scope, unit, hand] of [
      [ofCommune, place.doiChe, 'superior'],
      [ofCommune, place.benDo, 'own'],
      [ofProvince, place.doiChe, 'own'],
    ] as const)
      await expect(inScope(database.db, scope, (tx) => sql.raw(insert(unit, hand)).execute(tx))).rejects.toThrow(
        /row-level security/,
      )
  })
})
