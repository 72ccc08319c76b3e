import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import { inScope } from '#platform/database.ts'
import type { Actor } from '#modules/access/actor.ts'
import { countsOf } from '#modules/figures/counted-by.server.ts'
import type { FigureSet } from '#modules/figures/figure-set.ts'
import { initiativeBoard } from '#modules/movement/board-queries.server.ts'
import type { YearMove } from '#modules/movement/cycle.ts'
import { chooseInitiatives } from '#modules/movement/heads.server.ts'
import type { InitiativeEntry, InitiativeId, RegistrationScope } from '#modules/movement/initiative.ts'
import { moveList, previewMoves } from '#modules/movement/listing-moves.server.ts'
import { continueInitiative, judgeEffective, mergeInitiative, moveInitiative } from '#modules/movement/moving.server.ts'
import { handOverInitiative } from '#modules/movement/handing-over.server.ts'
import { initiativeOfRecord, initiativePage, openHolderName } from '#modules/movement/queries.server.ts'
import { initiativeRegister, type RegisterAsked } from '#modules/movement/register-queries.server.ts'
import { discardDraft, openRegistration, writeInitiative } from '#modules/movement/registering.server.ts'
import { importRegistrations, previewRegistrations } from '#modules/movement/registration-listing.server.ts'
import { registrationColumns } from '#modules/movement/registration-list.ts'
import { noteReplication } from '#modules/movement/tasks.server.ts'
import { undoList, undoMove } from '#modules/movement/undoing.server.ts'
import { stateWindow } from '#modules/movement/windows.server.ts'
import {
  addMovementWord,
  movementWordsPage,
  renameMovementWord,
  retireMovementWord,
  stateReceivers,
} from '#modules/movement/word-commands.server.ts'
import { useDatabase } from './support/database.ts'
import { testVault } from './support/contacts.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy } from './support/reports.ts'

const database = useDatabase()
const { as } = desk(database)
const vault = testVault
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const entry: InitiativeEntry = {
  ...{ name: 'Tuyến đường hoa tự quản', holderKind: 'collective', holder: 'Chi hội phụ nữ thôn Đồi Chè' },
  ...{ mainField: 'culture-society', tags: ['environment'], situation: 'Đường nhiều rác', goals: 'Hai km sạch' },
  ...{ content: 'Trồng hoa, chia đoạn', area: 'Thôn Đồi Chè', lead: 'Chi hội phụ nữ', coordinating: '' },
  ...{ participating: '', resources: 'Công của hội viên', timePlan: 'Tháng 3 đến tháng 11', outputs: '2 km đường hoa' },
  ...{ sustainability: 'Mỗi hộ một đoạn', beganOn: null },
}
const officer = () => as(place.people.doiCheOfficer)
const leader = () => as(place.people.doiCheLeader)

type Given = Partial<InitiativeEntry> & { scope?: RegistrationScope; isNew?: boolean; year?: number }

async function opened(given: Given = {}, who: Actor = place.people.doiCheOfficer): Promise<InitiativeId> {
  const { scope = 'commune', isNew = true, year = 2026, ...change } = given
  const id = newId<'Initiative'>()
  const all = { entry: { ...entry, ...change }, year: { year, scope, isNew, theme: '' }, person: null, isAnother: true }
  return doneBy(await openRegistration(as(who), vault, id, all))
}

async function at(id: InitiativeId, year = 2026) {
  const [row] = await database.asOwner<{ version: number; state: string }>(
    'select version, state from initiative_year where initiative_id = $1 and year = $2',
    [id, year],
  )
  return { id, year, version: row?.version ?? -1, state: row?.state ?? '' }
}

async function move(id: InitiativeId, one: YearMove, who: Actor, given = {}, year = 2026) {
  return answerOf(await moveInitiative(as(who), await at(id, year), one, given))
}

/** Through the year up to a step, by whoever makes each. */
async function brought(id: InitiativeId, upTo: YearMove, receiver: Actor = place.people.doiCheLeader): Promise<void> {
  const order: YearMove[] = ['register', 'approve', 'run', 'score-self', 'appraise', 'recognise', 'choose-outstanding']
  for (const one of order.slice(0, order.indexOf(upTo) + 1)) {
    const byReceiver = ['approve', 'appraise', 'recognise', 'choose-outstanding'].includes(one)
    const who = byReceiver ? receiver : place.people.doiCheOfficer
    expect(await move(id, one, who, one === 'recognise' ? { document: '12-QĐ/ĐU' } : {}), one).toBe('done')
  }
}

async function counted(unit = place.doiChe): Promise<Record<string, number>> {
  const set = {
    ...{ province: place.province, unit, from: localDate('2026-01-01'), to: localDate('2026-12-31') },
  } satisfies FigureSet
  const counts = await inScope(database.db, { reach: 'province', province: place.province }, (tx) => countsOf(tx, set))
  return Object.fromEntries(
    [...counts].map(([key, one]) => [key.replace(/[^A-Z0-9].*$/, ''), Number(toDecimalText(one.amount))]),
  )
}

describe('a registration is written page by page', () => {
  test('it is a draft that counts nowhere, and what is typed is kept', async () => {
    const id = await opened({ situation: '' })
    const page = doneBy(await initiativePage(officer(), id, null))
    expect([page.year.state, page.initiative.situation, page.mayWrite]).toEqual(['draft', '', true])
    doneBy(await writeInitiative(officer(), vault, id, page.initiative.version, { entry: { situation: 'Đường bẩn' } }))
    expect(doneBy(await initiativePage(officer(), id, null)).initiative).toMatchObject({
      situation: 'Đường bẩn',
      name: entry.name,
    })
    expect(await database.asOwner('select from counted_fact where unit_id = $1', [place.doiChe])).toEqual([])
  })

  test('the same name in the same year is asked about, however its marks are typed; another year or unit is not', async () => {
    await opened()
    const again = {
      entry: { ...entry, name: 'TUYEN DUONG HOA TU QUAN' },
      year: { year: 2026, scope: 'commune' as const, isNew: true, theme: '' },
      person: null,
      isAnother: false,
    }
    expect(answerOf(await openRegistration(officer(), vault, newId(), again))).toBe('same-name')
    expect(answerOf(await openRegistration(officer(), vault, newId(), { ...again, isAnother: true }))).toBe('done')
    expect(
      answerOf(await openRegistration(officer(), vault, newId(), { ...again, year: { ...again.year, year: 2027 } })),
    ).toBe('done')
    expect(answerOf(await openRegistration(as(place.people.benDoOfficer), vault, newId(), again))).toBe('done')
  })

  test('sent twice it is one; on another unit’s sheet nothing is written', async () => {
    const id = await opened()
    const all = {
      entry,
      year: { year: 2026, scope: 'commune' as const, isNew: true, theme: '' },
      person: null,
      isAnother: false,
    }
    expect(answerOf(await openRegistration(officer(), vault, id, all))).toBe('done')
    expect(await database.asOwner('select from initiative where id = $1', [id])).toHaveLength(1)
  })

  test.each([
    ['an unknown field', { mainField: 'own-khong-co' }, 'unknown-word'],
    ['a telephone number', { lead: 'Chị Hoa 0912 345 678' }, 'personal-number'],
    ['a year far away', { year: 2031 }, 'year-not-plausible'],
    ['a level that is no more', { scope: 'district' as const }, 'scope-not-open'],
    ['a level above its reach', { scope: 'central' as const }, 'scope-not-open'],
  ])('%s: refused, and nothing is written', async (_, given: Given, code) => {
    const { scope = 'commune', year = 2026, ...change } = given
    const all = {
      entry: { ...entry, ...change },
      year: { year, scope, isNew: true, theme: '' },
      person: null,
      isAnother: false,
    }
    expect(answerOf(await openRegistration(officer(), vault, newId(), all))).toBe(code)
    expect(await database.asOwner('select from initiative where unit_id = $1', [place.doiChe])).toEqual([])
  })

  test('two officers at once: the second is told, and loses nothing', async () => {
    const id = await opened()
    const { version } = doneBy(await initiativePage(officer(), id, null)).initiative
    const change = (goals: string) => writeInitiative(officer(), vault, id, version, { entry: { goals } })
    const answers = (await Promise.all([change('Một'), change('Hai')])).map(answerOf)
    expect(answers.toSorted()).toEqual(['changed-meanwhile', 'done'])
  })

  test('while it waits its content stands still; withdrawn it is written again', async () => {
    const id = await opened()
    expect(await move(id, 'register', place.people.doiCheOfficer)).toBe('done')
    const { version } = doneBy(await initiativePage(officer(), id, null)).initiative
    expect(answerOf(await writeInitiative(officer(), vault, id, version, { entry: { goals: 'Khác' } }))).toBe('waiting')
    expect(await move(id, 'withdraw', place.people.doiCheOfficer)).toBe('done')
    expect(answerOf(await writeInitiative(officer(), vault, id, version, { entry: { goals: 'Khác' } }))).toBe('done')
    expect(await counted()).toEqual({})
  })

  test('an incomplete form says what is missing; a closed window says when it was open, and the province opens it', async () => {
    const id = await opened({ situation: '' })
    expect(await move(id, 'register', place.people.doiCheOfficer)).toBe('form-incomplete')
    const { version } = doneBy(await initiativePage(officer(), id, null)).initiative
    doneBy(await writeInitiative(officer(), vault, id, version, { entry: { situation: 'Có' } }))
    const window = { year: 2026, scope: 'commune' as const, from: localDate('2026-01-01'), to: localDate('2026-02-28') }
    doneBy(await stateWindow(as(place.people.reviewer), window))
    expect(await move(id, 'register', place.people.doiCheOfficer)).toBe('window-closed')
    expect(answerOf(await stateWindow(officer(), window))).toBe('forbidden')
    expect(answerOf(await stateWindow(as(place.people.reviewer), { ...window, to: localDate('2025-01-01') }))).toBe(
      'window-backwards',
    )
    doneBy(await stateWindow(as(place.people.reviewer), { ...window, to: localDate('2026-12-31') }))
    expect(await move(id, 'register', place.people.doiCheOfficer)).toBe('done')
  })

  test('a draft is thrown away by its own unit; what was registered is not', async () => {
    const id = await opened()
    expect(answerOf(await discardDraft(as(place.people.benDoOfficer), id, 1))).toBe('not-found')
    expect(answerOf(await discardDraft(as(place.people.reviewer), id, 1))).toBe('not-found')
    expect(answerOf(await discardDraft(officer(), id, 1))).toBe('done')
    const registered = await opened()
    await brought(registered, 'register')
    expect(answerOf(await discardDraft(officer(), registered, 1))).toBe('was-registered')
  })

  test('an individual’s name is in the vault only; who keeps it opens it, and that is recorded', async () => {
    const id = newId<'Initiative'>()
    const person = { name: 'Nguyễn Thị Mẫu', consents: true }
    const year = { year: 2026, scope: 'commune' as const, isNew: true, theme: '' }
    const all = {
      entry: { ...entry, holderKind: 'individual' as const, holder: 'Trưởng thôn' },
      year,
      person,
      isAnother: false,
    }
    doneBy(await openRegistration(officer(), vault, id, all))
    const dump = await database.asOwner<{ all: string }>('select i::text as all from initiative i where id = $1', [id])
    expect(dump[0]?.all).not.toContain('Mẫu')
    expect(doneBy(await openHolderName(officer(), vault, id))).toBe('Nguyễn Thị Mẫu')
    expect(answerOf(await openHolderName(as(place.people.benDoOfficer), vault, id))).toBe('not-found')
    const opened = await database.asOwner("select from audit where kind = 'vault-opened' and account_id = $1", [
      place.people.doiCheOfficer.account,
    ])
    expect(opened).toHaveLength(1)
  })
})

describe('a year moves', () => {
  test('each move by those of the table and nobody else, and every count stands on the day of its move', async () => {
    const id = await opened()
    expect(await move(id, 'approve', place.people.doiCheLeader)).toBe('not-now')
    expect(await move(id, 'register', place.people.reviewer)).toBe('not-you')
    expect(await move(id, 'register', place.people.benDoOfficer)).toBe('not-found')
    await brought(id, 'register')
    expect(await counted()).toEqual({ B01: 1, B04: 1, B07: 1, B10: 1 })
    expect(await move(id, 'approve', place.people.doiCheOfficer)).toBe('not-you')
    expect(await move(id, 'approve', place.people.reviewer)).toBe('not-you')
    expect(await move(id, 'return', place.people.doiCheLeader)).toBe('reason-missing')
    expect(await move(id, 'return', place.people.doiCheLeader, { reason: 'Ghi rõ kết quả' })).toBe('done')
    expect(await counted()).toEqual({})
    await brought(id, 'appraise')
    expect(await counted()).toEqual({ B01: 1, B04: 1, B05: 1, B07: 1, B10: 1 })
    expect(await move(id, 'recognise', place.people.doiCheLeader)).toBe('decision-missing')
    expect(
      await move(id, 'recognise', place.people.doiCheLeader, { document: '12-QĐ/ĐU', on: localDate('2030-01-01') }),
    ).toBe('day-not-come')
    expect(
      await move(id, 'recognise', place.people.doiCheLeader, { document: '12-QĐ/ĐU', on: localDate('2026-01-01') }),
    ).toBe('day-before-last')
    expect(await move(id, 'recognise', place.people.doiCheLeader, { document: '12-QĐ/ĐU' })).toBe('done')
    expect(await move(id, 'choose-outstanding', place.people.doiCheLeader)).toBe('done')
    doneBy(await judgeEffective(officer(), await at(id), localDate('2026-09-30')))
    expect(await counted()).toEqual({ B01: 1, B04: 1, B05: 1, B07: 1, B10: 1, B13: 1, B15: 1, B25: 1 })
    expect(await move(id, 'stop', place.people.doiCheOfficer, { reason: 'Hết kinh phí' })).toBe('done')
    expect((await counted()).B17).toBe(1)
    expect(await move(id, 'register', place.people.doiCheOfficer)).toBe('already-ended')
  })

  test('the counts are those of the rows, whatever was done to them', async () => {
    for (const [at_, given] of [
      ['register', {}],
      ['run', { mainField: 'economy' }],
      ['recognise', { mainField: 'economy', holderKind: 'individual' as const }],
      ['choose-outstanding', { isNew: false }],
      ['register', { isNew: false, mainField: 'political-system' }],
    ] as const)
      await brought(await opened(given), at_)
    const province = await opened({ scope: 'province' })
    await brought(province, 'run', place.people.reviewer)
    const [sql] = await database.asOwner<Record<string, number>>(
      `select count(*) filter (where is_new and scope = 'commune')::int as "B01",
         count(*) filter (where is_new and scope = 'province')::int as "B02",
         count(*) filter (where is_new and scope = 'commune')::int as "B04",
         count(*) filter (where is_new and scope = 'commune' and started_on is not null)::int as "B05",
         count(*) filter (where not is_new)::int as "B06",
         count(*) filter (where is_new and scope = 'commune' and holder_kind = 'collective')::int as "B07",
         count(*) filter (where is_new and scope = 'commune' and holder_kind = 'individual')::int as "B08",
         count(*) filter (where is_new and scope = 'commune' and main_field = 'economy')::int as "B09",
         count(*) filter (where is_new and scope = 'commune' and main_field = 'culture-society')::int as "B10",
         count(*) filter (where recognised_on is not null)::int as "B13",
         count(*) filter (where outstanding_on is not null)::int as "B15"
       from initiative join initiative_year on initiative_year.initiative_id = initiative.id where initiative.unit_id = $1`,
      [place.doiChe],
    )
    expect(await counted()).toEqual(sql)
  })

  test('the province receives what is registered with it, by its officer or its leader as it laid down', async () => {
    const id = await opened({ scope: 'province' })
    await brought(id, 'register')
    expect(await move(id, 'approve', place.people.doiCheLeader)).toBe('not-you')
    doneBy(
      await stateReceivers(as(place.people.administrator), { commune: 'province', province: 'leader' }, '12-HD/BTGDV'),
    )
    expect(await move(id, 'approve', place.people.reviewer)).toBe('not-you')
    expect(await move(id, 'approve', place.people.provinceLeader)).toBe('done')
    const own = await opened({ name: 'Khác' })
    await brought(own, 'register')
    expect(await move(own, 'approve', place.people.doiCheLeader)).toBe('not-you')
    expect(await move(own, 'approve', place.people.reviewer)).toBe('done')
    expect(answerOf(await stateReceivers(officer(), { commune: 'province', province: 'leader' }, 'x'))).toBe(
      'forbidden',
    )
  })

  test('two at once: one moves it, the other is told', async () => {
    const id = await opened()
    await brought(id, 'register')
    const seen = await at(id)
    const both = await Promise.all([
      moveInitiative(leader(), seen, 'approve', {}),
      moveInitiative(leader(), seen, 'return', { reason: 'Thiếu' }),
    ])
    expect(both.map(answerOf).toSorted()).toEqual(['changed-meanwhile', 'done'])
  })

  test('taken back within ten minutes by who made it, with its counts; later, and by another, it is not', async () => {
    const id = await opened()
    await brought(id, 'recognise')
    expect((await counted()).B13).toBe(1)
    expect(answerOf(await undoMove(officer(), await at(id)))).toBe('nothing-to-undo')
    const late = { ...leader(), now: new Date(leader().now.getTime() + 11 * 60_000) }
    expect(answerOf(await undoMove(late, await at(id)))).toBe('too-late-to-undo')
    expect(answerOf(await undoMove(as(place.people.benDoOfficer), await at(id)))).toBe('not-found')
    expect(answerOf(await undoMove(leader(), await at(id)))).toBe('done')
    expect([(await at(id)).state, (await counted()).B13]).toEqual(['appraised', undefined])
    expect(await move(id, 'recognise', place.people.doiCheLeader, { document: '13-QĐ/ĐU' })).toBe('done')
    expect(await move(id, 'stop', place.people.doiCheOfficer, { reason: 'Nhầm' })).toBe('done')
    expect(answerOf(await undoMove(officer(), await at(id)))).toBe('done')
    expect(doneBy(await initiativePage(officer(), id, null)).initiative.ended).toBeNull()
  })

  test('a list: what can be moved is moved together, the rest is named, and the whole is taken back', async () => {
    const ready = [await opened({ name: 'Một' }), await opened({ name: 'Hai' })]
    for (const id of ready) await brought(id, 'register')
    const draft = await opened({ name: 'Ba' })
    const picks = await Promise.all([...ready, draft].map((id) => at(id)))
    const preview = doneBy(await previewMoves(leader(), picks, 'approve', {}))
    expect([preview.possible, preview.lines.filter(({ no }) => no !== null).map(({ name }) => name)]).toEqual([
      2,
      ['Ba'],
    ])
    expect(answerOf(await previewMoves(leader(), [], 'approve', {}))).toBe('nothing-chosen')
    const made = doneBy(await moveList(leader(), picks, 'approve', {}))
    expect(made.moved).toBe(2)
    expect(answerOf(await undoList(officer(), made.list))).toBe('not-found')
    expect(doneBy(await undoList(leader(), made.list))).toEqual({ undone: 2, left: 0 })
    expect((await at(ready[0] ?? draft)).state).toBe('registered')
  })
})

describe('an initiative goes on', () => {
  test('into a next year as kept, from one that was worked on; the stock follows', async () => {
    const id = await opened({ year: 2025 })
    await brought(await opened({ name: 'Năm nay' }), 'run')
    const next = { year: 2026, scope: 'commune' as const, theme: '' }
    expect(answerOf(await continueInitiative(officer(), id, next))).toBe('not-continuable')
    for (const [one, who] of [
      ['register', place.people.doiCheOfficer],
      ['approve', place.people.doiCheLeader],
      ['run', place.people.doiCheOfficer],
    ] as const)
      expect(await move(id, one, who, {}, 2025)).toBe('done')
    expect(answerOf(await continueInitiative(as(place.people.benDoOfficer), id, next))).toBe('not-found')
    expect(answerOf(await continueInitiative(as(place.people.reviewer), id, next))).toBe('not-found')
    expect(answerOf(await continueInitiative(officer(), id, next))).toBe('done')
    expect(answerOf(await continueInitiative(officer(), id, next))).toBe('year-stands')
    expect(await move(id, 'register', place.people.doiCheOfficer)).toBe('done')
    expect((await counted()).B06).toBe(1)
    expect(doneBy(await initiativePage(officer(), id, null)).years.map(({ year, isNew }) => [year, isNew])).toEqual([
      [2026, false],
      [2025, true],
    ])
  })

  test('merged into another it ends there; into itself or into nothing it does not', async () => {
    const [one, other] = [await opened({ name: 'Một' }), await opened({ name: 'Hai' })]
    await brought(one, 'run')
    const given = { reason: 'Làm chung' }
    expect(answerOf(await mergeInitiative(officer(), await at(one), one, given))).toBe('merges-into-itself')
    expect(answerOf(await mergeInitiative(officer(), await at(one), newId(), given))).toBe('no-such-initiative')
    expect(answerOf(await mergeInitiative(as(place.people.benDoOfficer), await at(one), other, given))).toBe(
      'no-such-initiative',
    )
    expect(answerOf(await mergeInitiative(officer(), await at(one), other, given))).toBe('done')
    expect(doneBy(await initiativePage(officer(), one, null)).initiative.ended).toMatchObject({ kind: 'merged' })
    expect((await counted()).B17).toBeUndefined()
  })

  test('of a unit that stands nothing is handed over', async () => {
    const id = await opened()
    await brought(id, 'run')
    expect(
      answerOf(await handOverInitiative(as(place.people.reviewer), await at(id), place.benDo, { reason: 'x' })),
    ).toBe('unit-stands')
  })

  test('of a unit that ended it only ends, and the page says so; nobody but who holds its area takes it', async () => {
    const id = await opened()
    await brought(id, 'run')
    await database.asOwner('update initiative set unit_id = $2 where id = $1', [id, place.kheVang])
    await database.asOwner('update initiative_year set unit_id = $2 where initiative_id = $1', [id, place.kheVang])
    const province = as(place.people.reviewer)
    const page = doneBy(await initiativePage(province, id, null))
    expect([page.ended?.on, page.moves]).toEqual(['2025-07-01', ['stop', 'merge', 'hand-over']])
    expect(await move(id, 'appraise', place.people.reviewer)).toBe('unit-ended')
    expect(answerOf(await handOverInitiative(province, await at(id), place.benDo, { reason: 'Sắp xếp' }))).toBe(
      'not-successor',
    )
    expect(answerOf(await handOverInitiative(officer(), await at(id), place.doiChe, { reason: 'Sắp xếp' }))).toBe(
      'not-found',
    )
  })

  test('done elsewhere after it, it counts as replicated once it is recognised, and no longer when that is withdrawn', async () => {
    const parent = await opened()
    await brought(parent, 'recognise')
    const id = newId<'Initiative'>()
    const year = { year: 2026, scope: 'commune' as const, isNew: true, theme: '' }
    const benDo = as(place.people.benDoOfficer)
    doneBy(
      await openRegistration(
        benDo,
        vault,
        id,
        { entry, year, person: null, isAnother: false },
        { province: place.province, id: parent },
      ),
    )
    const note = () =>
      noteReplication(database.db, { province: place.province, id: parent, by: place.province }, officer().now)
    await note()
    expect((await counted()).B16).toBeUndefined()
    expect(await move(id, 'register', place.people.benDoOfficer)).toBe('done')
    await note()
    expect((await counted()).B16).toBe(1)
    expect(await move(id, 'withdraw', place.people.benDoOfficer)).toBe('done')
    await note()
    expect((await counted()).B16).toBeUndefined()
  })
})

describe('who reads what', () => {
  const asked: RegisterAsked = {
    ...{ year: 2026, field: null, scope: null, state: null, unit: null, isNew: null, words: '', sort: 'name' },
  }

  test('a commune its own, the province all, by words without marks; sums stand by level', async () => {
    await brought(await opened(), 'register')
    await brought(await opened({ name: 'Sổ tay số hoá', scope: 'province' }), 'register')
    await opened({ name: 'Của Bến Đò' }, place.people.benDoOfficer)
    const own = doneBy(await initiativeRegister(officer(), asked, 1))
    expect(own.rows.map(({ name }) => name)).toEqual(['Sổ tay số hoá', 'Tuyến đường hoa tự quản'])
    expect(own.sums.map(({ scope, registeredNew }) => [scope, registeredNew])).toEqual([
      ['commune', 1],
      ['province', 1],
    ])
    expect(doneBy(await initiativeRegister(as(place.people.reviewer), asked, 1)).total).toBe(3)
    expect(doneBy(await initiativeRegister(officer(), { ...asked, words: 'so tay so hoa' }, 1)).total).toBe(1)
    expect(
      doneBy(await initiativeRegister(officer(), { ...asked, scope: 'province', field: 'culture-society' }, 1)).total,
    ).toBe(1)
    expect(answerOf(await initiativeRegister(as(place.people.administrator), asked, 1))).toBe('forbidden')
  })

  test('a page is its unit’s and the province’s; the id under which a year is counted leads to it', async () => {
    const id = await opened()
    expect(answerOf(await initiativePage(as(place.people.benDoOfficer), id, null))).toBe('not-found')
    expect(answerOf(await initiativePage(as(place.people.otherReviewer), id, null))).toBe('not-found')
    const page = doneBy(await initiativePage(as(place.people.reviewer), id, null))
    const found = await initiativeOfRecord(officer(), page.year.id as unknown as InitiativeId)
    expect(found).toEqual({ id, year: 2026 })
    expect(await initiativeOfRecord(as(place.people.benDoOfficer), id)).toBeNull()
  })

  test('the board is the province’s and the commune leader’s; pickers choose by state', async () => {
    const id = await opened()
    await brought(id, 'register')
    const board = { year: 2026, scope: 'commune' as const, move: 'approve' as const }
    const all = doneBy(await initiativeBoard(as(place.people.reviewer), board))
    expect(all.lines.find(({ unit }) => unit === place.doiChe)?.counts.registered).toBe(1)
    expect(doneBy(await initiativeBoard(leader(), board)).waiting.map((row) => row.id)).toEqual([id])
    expect(answerOf(await initiativeBoard(officer(), board))).toBe('forbidden')
    const scope = { reach: 'province' as const, province: place.province }
    const chosen = await inScope(database.db, scope, (tx) =>
      chooseInitiatives(
        tx,
        { province: place.province, unit: null, year: 2026, states: ['registered'], words: 'duong hoa' },
        1,
      ),
    )
    expect([chosen.total, chosen.heads[0]?.id]).toEqual([1, id])
  })
})

describe('a list from a file', () => {
  const titles = registrationColumns.map(({ title }) => title)
  const cells = (change: Record<string, string>) =>
    titles.map(
      (title) =>
        ({
          'Tên mô hình': 'Từ tệp',
          'Người thực hiện': 'Chi bộ thôn',
          Năm: '2026',
          'Cấp đăng ký': 'Cấp xã',
          'Mới hay duy trì': 'Mới',
          'Tập thể hay cá nhân': 'Tập thể',
          'Lĩnh vực chính': 'Kinh tế',
          ...change,
        })[title] ?? '',
    )
  const list = (...rows: Record<string, string>[]) =>
    [titles, ...rows.map(cells)].map((one, index) => ({ line: index + 1, cells: one }))

  test('is written whole, as drafts', async () => {
    const lines = list({}, { 'Tên mô hình': 'Hai', 'Mới hay duy trì': 'duy tri' })
    expect(doneBy(await previewRegistrations(officer(), lines)).wrong).toBe(0)
    expect(doneBy(await importRegistrations(officer(), lines))).toBe(2)
    const rows = await database.asOwner('select from initiative_year where unit_id = $1 and state = $2', [
      place.doiChe,
      'draft',
    ])
    expect(rows).toHaveLength(2)
  })

  test('one wrong cell: nothing is written, and each wrong cell is named', async () => {
    const lines = list({}, { 'Tên mô hình': 'Từ tệp', Năm: '26', 'Lĩnh vực chính': 'Thể thao' })
    const { rows, wrong } = doneBy(await previewRegistrations(officer(), lines))
    expect(wrong).toBe(1)
    expect(rows[1]?.problems.map(({ column }) => column)).toEqual(expect.arrayContaining(['Năm', 'Lĩnh vực chính']))
    expect(answerOf(await importRegistrations(officer(), lines))).toBe('list-wrong')
    expect(await database.asOwner('select from initiative where unit_id = $1', [place.doiChe])).toEqual([])
    expect(
      answerOf(
        await importRegistrations(officer(), [
          { line: 1, cells: ['Tên'] },
          { line: 2, cells: ['x'] },
        ]),
      ),
    ).toBe('list-columns-missing')
    expect(answerOf(await importRegistrations(as(place.people.administrator), lines))).toBe('forbidden')
  })
})

describe('the words of the movement', () => {
  const word = {
    list: 'field' as const,
    label: 'Xây dựng nông thôn mới',
    source: '08-HD/BDVTU',
    from: localDate('2026-01-01'),
  }
  const admin = () => as(place.people.administrator)

  test('the country’s four fields, and a fifth where a province says so, from a day on', async () => {
    doneBy(await addMovementWord(admin(), word))
    expect(answerOf(await addMovementWord(admin(), word))).toBe('word-taken')
    expect(answerOf(await addMovementWord(admin(), { ...word, list: 'level' }))).toBe('word-fixed')
    expect(answerOf(await addMovementWord(officer(), word))).toBe('forbidden')
    expect(await opened({ mainField: 'own-xay-dung-nong-thon-moi' })).toBeTruthy()
    const { words } = doneBy(await movementWordsPage(admin()))
    expect(words.filter(({ list }) => list === 'field')).toHaveLength(5)
    expect(answerOf(await movementWordsPage(officer()))).toBe('forbidden')
  })

  test('renamed and no longer offered from a day on', async () => {
    doneBy(await renameMovementWord(admin(), 'economy', { ...word, label: 'Phát triển kinh tế' }))
    expect(answerOf(await renameMovementWord(admin(), 'khong-co', word))).toBe('not-found')
    expect(answerOf(await renameMovementWord(officer(), 'economy', word))).toBe('forbidden')
    doneBy(await retireMovementWord(admin(), 'economy', word))
    expect(answerOf(await retireMovementWord(admin(), 'economy', word))).toBe('not-found')
    expect(answerOf(await retireMovementWord(officer(), 'economy', word))).toBe('forbidden')
    const all = {
      entry: { ...entry, mainField: 'economy' },
      year: { year: 2026, scope: 'commune' as const, isNew: true, theme: '' },
      person: null,
      isAnother: false,
    }
    expect(answerOf(await openRegistration(officer(), vault, newId(), all))).toBe('unknown-word')
  })
})
