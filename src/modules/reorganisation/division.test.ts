import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { quantity } from '#kernel/quantity.ts'
import { inScope } from '#platform/database.ts'
import type { Actor } from '#modules/access/actor.ts'
import { destinationOf } from '#modules/territory/rebase.ts'
import { currentRegister } from '#modules/territory/register.server.ts'
import { successorsOf } from '#modules/territory/register.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'
import { answerOf, desk, doneBy } from '../../../tests/support/reports.ts'
import { stateDivisions, withdrawDivision } from './division-commands.server.ts'
import { listDivisions, previewDivisions } from './division-listing.server.ts'
import { divisionPage, divisionsPage, previewDivision } from './division-queries.server.ts'
import type { DivisionEntry, DivisionId, DivisionMeasure } from './division.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince

/** Xã Khe Vắng was divided between Đồi Chè and Bến Đò on 1 July 2025; nobody knows how. */
beforeEach(async () => {
  place = await settleProvince(database)
  await database.asOwner(`delete from territorial_link`)
  const [event] = await database.asOwner<{ id: string }>(
    `insert into territorial_event (id, kind, happened_on, aggregation) values (gen_random_uuid(), 'split', '2025-07-01', 'both')
     returning id`,
  )
  await database.asOwner(
    `insert into territorial_link (event_id, from_unit_id, to_unit_id, extent) values ($1, $2, $3, 'part'), ($1, $2, $4, 'part')`,
    [event?.id, place.kheVang, place.doiChe, place.benDo],
  )
  await database.asOwner('update territory_clock set n = n + 1')
})

const admin = (): Actor => place.people.administrator
const counted = (doiChe: number, benDo: number): DivisionMeasure => ({
  by: 'amount',
  amounts: new Map([
    [place.doiChe, quantity(doiChe)],
    [place.benDo, quantity(benDo)],
  ]),
})
const entry = (measure: DivisionMeasure, source = 'Công an xã'): DivisionEntry => ({ basis: 'people', source, measure })

function stated(measure: DivisionMeasure, more: { seen?: DivisionId | null; id?: DivisionId; who?: Actor } = {}) {
  const { seen = null, id = newId<'StatedDivision'>(), who = admin() } = more
  return stateDivisions(as(who), [{ id, unit: place.kheVang, seen, entry: entry(measure) }])
}

async function flagToday() {
  return inScope(database.db, { reach: 'public' }, async (tx) => {
    const register = await currentRegister(tx)
    const to = { day: localDate('2026-10-07'), level: 'commune' } as const
    const shares = successorsOf(register, place.kheVang).map(({ share }) => share ?? 0)
    return { flag: destinationOf(register, place.kheVang, to).flag, sum: shares.reduce((all, one) => all + one, 0) }
  })
}

const code = async () =>
  (await database.asOwner<{ code: string }>('select code from unit where id = $1', [place.kheVang]))[0]?.code ?? ''

describe('stating how an older unit was divided', () => {
  test('its figures are apportioned at once, for everybody; the rows of the register are as they were', async () => {
    const links = () => database.asOwner<{ row: string }>('select t::text as row from territorial_link t order by 1')
    const before = await links()
    const clocks = () => database.asOwner('select * from public_clock order by 1')
    const clock = await clocks()
    expect(await flagToday()).toEqual({ flag: 'not-comparable', sum: 0 })
    doneBy(await stated(counted(620, 381)))
    expect(await flagToday()).toEqual({ flag: 'apportioned', sum: 1_000_000 })
    expect(await links()).toEqual(before)
    expect(await clocks()).not.toEqual(clock)
    const [row] = await database.asOwner<{ kind: string; changed: object }>(
      'select kind, changed from audit order by at desc, n desc limit 1',
    )
    expect(row).toEqual({ kind: 'division-stated', changed: { unit: place.kheVang, parts: 2 } })
  })

  test('loading the published files again does not wipe it', async () => {
    doneBy(await stated(counted(620, 380)))
    const [event] = await database.asOwner<{ id: string }>('select event_id as id from territorial_link limit 1')
    const pair = [event?.id, place.kheVang, place.doiChe, place.benDo]
    await database.asOwner('delete from territorial_link')
    await database.asOwner(
      `insert into territorial_link (event_id, from_unit_id, to_unit_id, extent) values ($1, $2, $3, 'part'), ($1, $2, $4, 'part')`,
      pair,
    )
    await database.asOwner('update territory_clock set n = n + 1')
    expect((await flagToday()).flag).toBe('apportioned')
  })

  test('when the register draws the parts anew it is used no more, and the list says so', async () => {
    doneBy(await stated(counted(620, 380)))
    await database.asOwner('update territorial_link set to_unit_id = $1 where to_unit_id = $2', [
      place.cauGo,
      place.benDo,
    ])
    await database.asOwner('update territory_clock set n = n + 1')
    expect((await flagToday()).flag).toBe('not-comparable')
    const { lines, counts } = doneBy(await divisionsPage(as(admin()), all))
    expect(counts).toEqual({ all: 1, open: 1, stated: 0 })
    expect(lines[0]?.standing).not.toBeNull()
  })

  test('pressed twice it is one; another takes its place and the history is kept', async () => {
    const id = newId<'StatedDivision'>()
    doneBy(await stated(counted(620, 380), { id }))
    doneBy(await stated(counted(620, 380), { id }))
    doneBy(await stated(counted(500, 500), { seen: id }))
    const { history } = doneBy(await divisionPage(as(admin()), await code()))
    expect(history.map(({ ended }) => ended !== null)).toEqual([false, true])
    expect(history[1]?.ended).toMatchObject({ reason: null, person: 'Tạ Thị Máy' })
  })

  const wrongParts: Record<string, () => DivisionMeasure> = {
    'parts-not-whole': () => ({
      by: 'share',
      shares: new Map([
        [place.doiChe, 620_000],
        [place.benDo, 370_000],
      ]),
    }),
    'part-missing': () => ({ by: 'amount', amounts: new Map([[place.doiChe, quantity(620)]]) }),
    'parts-are-nothing': () => counted(0, 0),
  }

  test.each(Object.entries(wrongParts))('refused: %s', async (reason, measure) => {
    expect(answerOf(await stated(measure()))).toBe(reason)
    expect((await flagToday()).flag).toBe('not-comparable')
  })

  test('refused: somebody else stated it meanwhile, or a number of a person stands in the source', async () => {
    doneBy(await stated(counted(620, 380)))
    expect(answerOf(await stated(counted(1, 1)))).toBe('changed-meanwhile')
    const bad = [
      {
        id: newId<'StatedDivision'>(),
        unit: place.kheVang,
        seen: null,
        entry: entry(counted(1, 1), 'Ông A 0912345678'),
      },
    ]
    expect(answerOf(await stateDivisions(as(admin()), bad))).toBe('personal-number')
  })

  test('of two units, one wrong, none is stated', async () => {
    const good = { id: newId<'StatedDivision'>(), unit: place.kheVang, seen: null, entry: entry(counted(620, 380)) }
    const elsewhere = { ...good, id: newId<'StatedDivision'>(), unit: place.cauGo }
    expect((await stateDivisions(as(admin()), [good, elsewhere])).ok).toBe(false)
    expect((await flagToday()).flag).toBe('not-comparable')
  })

  test.each(['reviewer', 'provinceLeader', 'doiCheOfficer'] as const)('forbidden to %s', async (who) => {
    expect(answerOf(await stated(counted(620, 380), { who: place.people[who] }))).toBe('forbidden')
  })

  test('a unit that stands in another province today is not there for its administrator', async () => {
    expect((await stated(counted(620, 380), { who: place.people.otherAdministrator })).ok).toBe(false)
    expect(doneBy(await divisionsPage(as(place.people.otherAdministrator), all)).counts.all).toBe(0)
    expect((await divisionPage(as(place.people.otherAdministrator), await code())).ok).toBe(false)
  })
})

const all = { words: '', state: null, page: 1 } as const

describe('withdrawing it', () => {
  test('the figures are not comparable again, the reason stays', async () => {
    const id = newId<'StatedDivision'>()
    doneBy(await stated(counted(620, 380), { id }))
    doneBy(await withdrawDivision(as(admin()), id, 'Nhập nhầm'))
    expect((await flagToday()).flag).toBe('not-comparable')
    expect(doneBy(await divisionPage(as(admin()), await code())).history[0]?.ended?.reason).toBe('Nhập nhầm')
  })

  test('refused twice; forbidden to who does not administer; not there for another province', async () => {
    const id = newId<'StatedDivision'>()
    doneBy(await stated(counted(620, 380), { id }))
    expect(answerOf(await withdrawDivision(as(place.people.reviewer), id, 'x'))).toBe('forbidden')
    expect((await withdrawDivision(as(place.people.otherAdministrator), id, 'x')).ok).toBe(false)
    doneBy(await withdrawDivision(as(admin()), id, 'Nhập nhầm'))
    expect(answerOf(await withdrawDivision(as(admin()), id, 'Nhập nhầm'))).toBe('not-standing')
  })
})

describe('looking through', () => {
  test('the list is searched without marks, by old and new names', async () => {
    for (const words of ['khe vang', 'ben do', 'DOI CHE khe'])
      expect(doneBy(await divisionsPage(as(admin()), { ...all, words })).found).toBe(1)
    expect(doneBy(await divisionsPage(as(admin()), { ...all, words: 'cau go' })).found).toBe(0)
    expect(doneBy(await divisionsPage(as(admin()), { ...all, state: 'stated' })).found).toBe(0)
  })

  test('what it would change is said and nothing is saved', async () => {
    const preview = doneBy(await previewDivision(as(admin()), await code(), entry(counted(620, 380))))
    expect(preview).toMatchObject({
      parts: [
        { name: 'Xã Bến Đò', share: 380_000 },
        { name: 'Xã Đồi Chè', share: 620_000 },
      ],
      flags: { before: 'not-comparable', after: 'apportioned' },
      reports: [],
    })
    expect((await flagToday()).flag).toBe('not-comparable')
    expect(answerOf(await previewDivision(as(place.people.reviewer), await code(), entry(counted(1, 1))))).toBe(
      'forbidden',
    )
  })
})

describe('a file of counts', () => {
  const grounds = { basis: 'people', source: 'Dân số 2024' } as const
  const file = async (one: string, other: string): Promise<string> => {
    const { lines } = doneBy(await divisionsPage(as(admin()), all))
    const cells = lines.flatMap(({ officialCode, name, parts }) =>
      parts.map((part, at) => [officialCode, name, part.officialCode, part.name, at === 0 ? one : other].join(';')),
    )
    return ['Mã cũ;Tên cũ;Mã mới;Tên mới;Số', ...cells].join('\n')
  }

  test('is stated whole; sent again it changes nothing', async () => {
    doneBy(await listDivisions(as(admin()), await file('6.200', '3800'), grounds))
    expect(await flagToday()).toEqual({ flag: 'apportioned', sum: 1_000_000 })
    const again = doneBy(await previewDivisions(as(admin()), await file('6.200', '3800'), grounds))
    expect(again.divisions.map(({ isSame }) => isSame)).toEqual([true])
    doneBy(await listDivisions(as(admin()), await file('6200', '3800'), grounds))
    expect(doneBy(await divisionPage(as(admin()), await code())).history).toHaveLength(1)
  })

  test.each([
    ['12 người và', '5', 'Số'],
    ['12', '', 'Số'],
    ['0', '0', 'Số'],
  ])('with %s and %s nothing is stated, and the cell is named', async (one, other, column) => {
    const text = await file(one, other)
    expect(doneBy(await previewDivisions(as(admin()), text, grounds)).problems).toMatchObject([{ column }])
    expect(answerOf(await listDivisions(as(admin()), text, grounds))).toBe('list-has-errors')
    expect((await flagToday()).flag).toBe('not-comparable')
  })

  test('a code that is not there, a name that is another unit’s, a file without numbers', async () => {
    const wrong = (await file('1', '2')).replaceAll('Xã Khe Vắng', 'Xã Khe Lạ')
    expect(doneBy(await previewDivisions(as(admin()), wrong, grounds)).problems[0]?.problem).toContain('không phải')
    const unknown = 'Mã cũ;Mã mới;Số\n99999;1;5'
    expect(doneBy(await previewDivisions(as(admin()), unknown, grounds)).problems).toHaveLength(1)
    expect(answerOf(await previewDivisions(as(admin()), await file('', ''), grounds))).toBe('nothing-filled')
    expect(answerOf(await previewDivisions(as(admin()), 'Mã cũ;Số\n1;2', grounds))).toBe('columns-missing')
  })

  test('is forbidden to who does not administer', async () => {
    expect(answerOf(await previewDivisions(as(place.people.reviewer), 'x', grounds))).toBe('forbidden')
    expect(answerOf(await listDivisions(as(place.people.reviewer), 'x', grounds))).toBe('forbidden')
  })
})
