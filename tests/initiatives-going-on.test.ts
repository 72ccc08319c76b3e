import { beforeEach, describe, expect, test } from 'vitest'
import { newId, type Id } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { writeCsv } from '#kernel/csv-writing.ts'
import { inScope } from '#platform/database.ts'
import type { Actor } from '#modules/access/actor.ts'
import { assignAppraiser, addSubjects, openRound } from '#modules/movement/appraisal-commands.server.ts'
import { recordCampaign, voidCampaign } from '#modules/movement/campaign-commands.server.ts'
import { underCampaign } from '#modules/movement/campaign-queries.server.ts'
import type { CampaignEntry, CampaignId } from '#modules/movement/campaign.ts'
import { handOverInitiative, takeOver } from '#modules/movement/handing-over.server.ts'
import type { InitiativeId } from '#modules/movement/initiative.ts'
import { continueInitiative, moveInitiative } from '#modules/movement/moving.server.ts'
import { initiativePage } from '#modules/movement/queries.server.ts'
import { openRegistration, writeInitiative } from '#modules/movement/registering.server.ts'
import { importRegistrations, previewRegistrations } from '#modules/movement/registration-listing.server.ts'
import { createScoringSet } from '#modules/movement/scoring-commands.server.ts'
import { similarTo } from '#modules/movement/similar-queries.server.ts'
import { movementTellers } from '#modules/movement/tellers.server.ts'
import { undoMove } from '#modules/movement/undoing.server.ts'
import { fileOf, registrationTemplate, sentLines } from '../src/routes/desk/mo-hinh/sheet.server.ts'
import { useDatabase } from './support/database.ts'
import { testVault as vault } from './support/contacts.ts'
import { entry, opened } from './support/initiatives.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy, now } from './support/reports.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})
const officer = () => as(place.people.doiCheOfficer)
const above = () => as(place.people.reviewer)

async function at(id: InitiativeId, year = 2026) {
  const [row] = await database.asOwner<{ version: number; state: string }>(
    'select version, state from initiative_year where initiative_id = $1 and year = $2',
    [id, year],
  )
  return { id, year, version: row?.version ?? -1, state: row?.state ?? '' }
}

/** Xã Khe Vắng, which ended, went whole into Xã Đồi Chè; what it did stands under its name. */
async function ofTheEnded(): Promise<InitiativeId> {
  const event = newId()
  await database.asOwner(
    `insert into territorial_event (id, kind, happened_on, aggregation) values ($1, 'merge', '2025-07-01', 'both')`,
    [event],
  )
  await database.asOwner(
    `insert into territorial_link (event_id, from_unit_id, to_unit_id, extent, share_ppm) values ($1, $2, $3, 'whole', 1000000)`,
    [event, place.kheVang, place.doiChe],
  )
  await database.asOwner('update territory_clock set n = n + 1')
  const id = await opened(database, officer())
  await database.asOwner('update initiative set unit_id = $2 where id = $1', [id, place.kheVang])
  await database.asOwner('update initiative_year set unit_id = $2 where initiative_id = $1', [id, place.kheVang])
  return id
}

const heir = (): Actor => ({
  ...place.people.doiCheOfficer,
  follows: { units: [place.kheVang], provinces: [place.province] },
})
const given = { reason: 'Sắp xếp đơn vị', document: '1656/NQ-UBTVQH15' }

describe('an initiative of a unit that ended', () => {
  test('is handed over by the province: it ends there and runs on in the book of the heir, as kept', async () => {
    const id = await ofTheEnded()
    const page = doneBy(await initiativePage(above(), id, null))
    expect(page.ended?.heirs.map(({ unit }) => unit)).toEqual([place.doiChe])
    const next = doneBy(await handOverInitiative(above(), await at(id), place.doiChe, given))
    expect((await at(id)).state).toBe('handed-over')
    expect(doneBy(await initiativePage(above(), id, null)).initiative.ended).toMatchObject({ kind: 'handed-over' })
    const carried = doneBy(await initiativePage(officer(), next, null))
    expect(carried.year).toMatchObject({ state: 'running', isNew: false, unit: place.doiChe })
    expect(carried.initiative).toMatchObject({ name: entry.name, continues: { province: place.province, id } })
    const facts = await database.asOwner<{ cell: string }>(
      'select indicator_code as cell from counted_fact where unit_id = $1',
      [place.doiChe],
    )
    expect(facts.map(({ cell }) => cell)).toContain('B06')
    expect(answerOf(await handOverInitiative(above(), await at(id), place.doiChe, given))).toBe('already-ended')
    expect(answerOf(await undoMove(above(), await at(id)))).toBe('went-on-elsewhere')
  })

  test('is taken over by the heir itself, once; the province’s handing over is then refused and changes nothing', async () => {
    const id = await ofTheEnded()
    const from = { province: place.province, id }
    expect(doneBy(await initiativePage(as(heir()), id, null)).mayTakeOver).toBe(true)
    const next = doneBy(await takeOver(as(heir()), from, given))
    expect(doneBy(await initiativePage(officer(), next, null)).year.state).toBe('running')
    expect(answerOf(await takeOver(as(heir()), from, given))).toBe('taken-over-before')
    const before = await at(id)
    expect(answerOf(await handOverInitiative(above(), before, place.doiChe, given))).toBe('taken-over-before')
    expect(await at(id)).toEqual(before)
    expect(doneBy(await initiativePage(above(), id, null)).initiative.ended).toBeNull()
  })

  test('is nobody else’s to take', async () => {
    const id = await ofTheEnded()
    const from = { province: place.province, id }
    expect(answerOf(await takeOver(officer(), from, given))).toBe('not-found')
    expect(answerOf(await takeOver(as(place.people.benDoOfficer), from, given))).toBe('not-found')
    expect(answerOf(await takeOver(as({ ...heir(), duty: 'auditor' }), from, given))).toBe('forbidden')
    expect(answerOf(await handOverInitiative(above(), await at(id), place.doiChe, { reason: '' }))).toBe(
      'reason-missing',
    )
    expect((await at(id)).state).toBe('running')
  })
})

test('a step of another year that is taken back leaves the end as it is', async () => {
  const id = await opened(database, officer(), {}, { year: 2025 })
  const scope = 'commune' as const
  expect(answerOf(await continueInitiative(officer(), id, { year: 2026, scope, theme: '' }))).toBe('done')
  expect(answerOf(await moveInitiative(officer(), await at(id), 'register', {}))).toBe('done')
  expect(answerOf(await moveInitiative(officer(), await at(id, 2025), 'stop', { reason: 'Thôi làm' }))).toBe('done')
  expect(answerOf(await undoMove(officer(), await at(id)))).toBe('done')
  expect(doneBy(await initiativePage(officer(), id, null)).initiative.ended).toMatchObject({ kind: 'stopped' })
})

describe('the drive a registration answers', () => {
  const drive: CampaignEntry = {
    ...{ kind: 'drive', title: '90 ngày làm sạch', from: localDate('2026-01-01'), until: localDate('2026-12-31') },
    ...{ subject: '', participants: [], result: '' },
  }
  const year = { year: 2026, scope: 'commune' as const, isNew: true, theme: '' }
  const register = (campaign: CampaignId | null, who = officer()) =>
    openRegistration(who, vault, newId(), {
      ...{ entry, year: { ...year, campaign }, person: null, isAnother: true },
    })

  test('is one of the province or its own that runs; the drive then shows it', async () => {
    const campaign = doneBy(await recordCampaign(above(), newId(), drive))
    const id = doneBy(await register(campaign))
    expect(doneBy(await initiativePage(officer(), id, null)).campaign).toEqual({ id: campaign, title: drive.title })
    expect((await underCampaign(officer(), campaign)).initiatives).toMatchObject([{ name: entry.name }])
  })

  test('another commune’s, one that ended, one that is none: refused, and nothing is written', async () => {
    const others = doneBy(await recordCampaign(as(place.people.benDoOfficer), newId(), drive))
    const past = { ...drive, title: 'Đợt cũ', from: localDate('2025-01-01'), until: localDate('2025-02-01') }
    const ended = doneBy(await recordCampaign(above(), newId(), past))
    for (const one of [others, ended, newId<'Sheet'>()])
      expect(answerOf(await register(one))).toBe('campaign-not-running')
    expect(await database.asOwner('select from initiative where unit_id = $1', [place.doiChe])).toEqual([])
  })

  test('stays when it is no longer offered, and is taken away by choosing none', async () => {
    const campaign = doneBy(await recordCampaign(above(), newId(), drive))
    const id = doneBy(await register(campaign))
    doneBy(await voidCampaign(above(), campaign, 1, 'Ghi nhầm'))
    const write = async (chosen: CampaignId | null) => {
      const { version } = doneBy(await initiativePage(officer(), id, null)).initiative
      return answerOf(await writeInitiative(officer(), vault, id, version, { year: { ...year, campaign: chosen } }))
    }
    expect(await write(campaign)).toBe('done')
    expect(doneBy(await initiativePage(officer(), id, null)).campaign?.id).toBe(campaign)
    expect(await write(null)).toBe('done')
    expect(doneBy(await initiativePage(officer(), id, null)).campaign).toBeNull()
    expect(await write(campaign)).toBe('campaign-not-running')
  })
})

test('before it is registered, its own unit reads which are like it', async () => {
  const first = await opened(database, officer())
  const again = await opened(database, officer(), { name: 'Thùng rác ba ngăn tại chợ Đồi Chè' })
  const { initiative } = doneBy(await initiativePage(officer(), again, null))
  expect(await similarTo(officer(), initiative)).toMatchObject([{ id: first, place: 'unit', warning: 'same-again' }])
})

describe('the file to fill in', () => {
  const fields = ['Kinh tế', 'Văn hóa – xã hội']

  test.each(['xlsx', 'csv'] as const)('comes back as %s and is written as drafts', async (kind) => {
    const response = await registrationTemplate(officer(), fields, kind)
    const lines = await sentLines(new Uint8Array(await response.arrayBuffer()))
    if (!Array.isArray(lines)) throw new Error(`The template is unreadable: ${lines}`)
    const { rows, wrong } = doneBy(await previewRegistrations(officer(), lines))
    expect([rows.length, wrong, rows[0]?.problems]).toEqual([1, 0, []])
    expect(doneBy(await importRegistrations(officer(), lines))).toBe(1)
    const [row] = await database.asOwner<{ name: string; situation: string; state: string }>(
      `select name, situation, state from initiative join initiative_year on initiative_id = initiative.id
       and initiative_year.unit_id = $1`,
      [place.doiChe],
    )
    expect(row).toEqual({
      ...{ name: 'Tuyến đường hoa tự quản', situation: 'Đường thôn nhiều cỏ, rác', state: 'draft' },
    })
    expect(answerOf(await importRegistrations(officer(), lines))).toBe('list-wrong')
  })

  test('with the same initiative twice is refused, and says which line', async () => {
    const response = await registrationTemplate(officer(), fields, 'csv')
    const lines = await sentLines(new Uint8Array(await response.arrayBuffer()))
    const [head, row] = Array.isArray(lines) ? lines.map(({ cells }) => cells) : []
    if (!head || !row) throw new Error('The template has no lines')
    const twice = await sentLines(new Uint8Array(await fileOf(writeCsv(head, [row, row]), 'hai', 'csv').arrayBuffer()))
    if (!Array.isArray(twice)) throw new Error(`The file is unreadable: ${twice}`)
    const { rows, wrong } = doneBy(await previewRegistrations(officer(), twice))
    expect([wrong, rows[0]?.problems.length, rows[1]?.problems[0]?.column]).toEqual([1, 0, 'Tên mô hình'])
    expect(answerOf(await importRegistrations(officer(), twice))).toBe('list-wrong')
  })
})

describe('what is told', () => {
  beforeEach(async () => {
    for (const actor of Object.values(place.people))
      await database.asOwner(`insert into duty values ($1, gen_random_uuid(), $2, $3, $4, '[2026-01-01,)')`, [
        ...[actor.province, actor.account, actor.unit, actor.duty],
      ])
  })
  const tell = (topic: keyof typeof movementTellers, object: Id<string>, by: Actor) =>
    inScope(database.db, { reach: 'province', province: place.province }, (tx) =>
      movementTellers[topic](tx, { province: place.province, object, by: by.account, at: now }),
    )
  const waiting = async () =>
    (
      await database.asOwner<{ task_identifier: string; payload: Record<string, string> }>(
        `select t.identifier as task_identifier, j.payload from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id where j.payload->>'province' = $1`,
        [place.province],
      )
    ).map(({ task_identifier, payload }) => ({ task: task_identifier, object: payload['object'] as Id<string> }))

  test('a registration that came back: to its own unit, with the year it is about', async () => {
    const id = await opened(database, officer(), {}, { state: 'registered' })
    const reason = { reason: 'Ghi rõ kết quả' }
    expect(answerOf(await moveInitiative(as(place.people.doiCheLeader), await at(id), 'return', reason))).toBe('done')
    const [job] = await waiting()
    expect(job?.task).toBe('tell-initiative-return')
    const said = await tell('initiative-return', job?.object ?? newId(), place.people.doiCheLeader)
    expect(said).toMatchObject({
      title: `“${entry.name}” năm 2026: phiếu đăng ký được trả lại, xin xem lý do và sửa`,
      path: `/desk/mo-hinh/${id}?nam=2026`,
    })
    const { doiCheOfficer, doiCheColleague, doiCheLeader } = place.people
    expect(said?.to.map(({ account }) => account).toSorted()).toEqual(
      [doiCheOfficer, doiCheColleague, doiCheLeader].map(({ account }) => account).toSorted(),
    )
  })

  test('of an individual the function, never the name of the work', async () => {
    const id = await opened(database, officer(), { holderKind: 'individual', holder: 'Trưởng thôn' })
    const [row] = await database.asOwner<{ id: Id<string> }>(
      'select id from initiative_year where initiative_id = $1',
      [id],
    )
    const said = await tell('initiative-recognise', row?.id ?? newId(), place.people.doiCheLeader)
    expect(said?.title).toBe('“Trưởng thôn” năm 2026: đã được công nhận')
    expect(await tell('initiative-recognise', newId(), place.people.doiCheLeader)).toBeNull()
  })

  test('subjects that were given: to the appraiser, with how many, and not again', async () => {
    const lines = [
      ...[line('group', 'Nội dung', ''), line('criterion', 'Cách làm', '100'), line('band', 'Đạt', '0', true)],
    ]
    const head = {
      ...{ name: 'Bộ thử', issuer: 'Ban Dân vận', validFrom: localDate('2026-01-01'), validTo: null },
      ...{ appliesTo: ['collective' as const], source: '1-HD/BDV', note: '' },
    }
    const set = doneBy(await createScoringSet(above(), newId(), { head, lines }))
    const one = await opened(database, officer())
    await database.asOwner(`update initiative_year set scope = 'province' where initiative_id = $1`, [one])
    const about = { title: 'Chấm năm 2026', year: 2026, subjectKind: 'initiative' as const, scope: 'province' as const }
    const round = doneBy(await openRound(above(), newId(), { ...about, set }))
    doneBy(await addSubjects(above(), round, 'all'))
    const { secondReviewer, reviewer } = place.people
    doneBy(await assignAppraiser(above(), round, secondReviewer.account, [one], 'give'))
    expect((await waiting()).map(({ task }) => task)).toContain('tell-appraisal-assigned')
    expect(await tell('appraisal-assigned', round, reviewer)).toMatchObject({
      title: 'Ông/bà được giao thẩm định 1 đối tượng trong đợt “Chấm năm 2026”',
      path: `/desk/cham-diem/${round}`,
      to: [{ account: secondReviewer.account, unit: place.province }],
    })
  })
})

function line(kind: 'group' | 'criterion' | 'band', name: string, points: string, passes = false) {
  return { kind, name, points, levels: '', part: 'base' as const, passes, area: null, evidence: '', note: '' }
}
