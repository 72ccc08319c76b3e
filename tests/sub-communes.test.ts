import { beforeEach, describe, expect, test } from 'vitest'
import { localDate, type LocalDate } from '#kernel/local-date.ts'
import { newId } from '#kernel/ids.ts'
import {
  changeSubCommune,
  correctSubCommune,
  countHouseholds,
  createSubCommune,
  endSubCommune,
} from '#modules/organisation/sub-commune-commands.server.ts'
import { importSubCommunes, previewSubCommunes } from '#modules/organisation/sub-commune-listing.server.ts'
import {
  assignSubCommune,
  mergeSubCommunes,
  splitSubCommune,
  undoSubCommuneChange,
} from '#modules/organisation/sub-commune-merging.server.ts'
import {
  subCommuneCounts,
  subCommuneDetail,
  subCommuneOverview,
  subCommunePage,
} from '#modules/organisation/sub-commune-queries.server.ts'
import type { SubCommuneUnitId } from '#modules/organisation/sub-commune.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { inScope } from '#platform/database.ts'
import { useDatabase } from './support/database.ts'
import { settleProvince, type TestProvince } from './support/province.ts'
import { answerOf, desk, doneBy } from './support/reports.ts'

const database = useDatabase()
const { as } = desk(database)
let place: TestProvince
beforeEach(async () => {
  place = await settleProvince(database)
})

const [y2020, june, july, may] = ['2020-01-01', '2025-06-30', '2025-07-01', '2026-05-01'].map((day) =>
  localDate(day),
) as [LocalDate, LocalDate, LocalDate, LocalDate]
const act = { number: '12/NQ-HĐND', on: null }
const officer = () => as(place.people.doiCheOfficer)
const entry = (name: string, from = y2020, kind = 'hamlet-thon') => ({ name, kind, from, act })

async function hamlet(name: string, who = officer()): Promise<SubCommuneUnitId> {
  return doneBy(await createSubCommune(who, newId(), entry(name)))
}
const list = async (day = july, unit: UnitId = place.doiChe, who = officer()) =>
  doneBy(await subCommunePage(who, unit, { day, words: '', kind: null }))
const names = async (day = july) => (await list(day)).lines.map(({ name }) => name)

/** Doi Che and Ben Do end and become parts of one or two other communes. */
async function reorganise(links: readonly (readonly [UnitId, UnitId, 'whole' | 'part'])[], day = may): Promise<void> {
  for (const [from, to, extent] of links) {
    const event = newId()
    await database.asOwner(
      `insert into territorial_event (id, kind, happened_on, aggregation) values ($1, 'merge', $2, 'both')`,
      [event, day],
    )
    await database.asOwner(
      `insert into territorial_link (event_id, from_unit_id, to_unit_id, extent, share_ppm) values ($1, $2, $3, $4, $5)`,
      [event, from, to, extent, extent === 'whole' ? 1_000_000 : null],
    )
    await database.asOwner(
      `update unit_version set valid = daterange(lower(valid), $2::date) where unit_id = $1 and upper_inf(valid)`,
      [from, day],
    )
  }
}

describe('a hamlet', () => {
  test('is written down once however often it is sent, and found without diacritics', async () => {
    const id = newId<'SubCommuneUnit'>()
    doneBy(await createSubCommune(officer(), id, entry('Đồi Ngang')))
    doneBy(await createSubCommune(officer(), id, entry('Đồi Ngang')))
    const asked = { day: july, words: 'doi ngang', kind: null }
    expect(doneBy(await subCommunePage(officer(), place.doiChe, asked)).lines.map(({ name }) => name)).toEqual([
      'Thôn Đồi Ngang',
    ])
    expect(await names(localDate('2019-12-31'))).toEqual([])
  })

  test.each([
    ['with the name of another, whatever its capitals', { name: 'ĐỒI  ngang' }, 'name-taken'],
    ['of a kind nobody knows', { kind: 'x' }, 'unknown-word'],
    ['with an identity number', { name: '012345678901' }, 'personal-number'],
  ])('%s: refused', async (_, change, code) => {
    await hamlet('Đồi Ngang')
    expect(answerOf(await createSubCommune(officer(), newId(), { ...entry('Khác'), ...change }))).toBe(code)
    expect(await names()).toEqual(['Thôn Đồi Ngang'])
  })

  test('of one name but another kind, or of other diacritics, is another one', async () => {
    await hamlet('1')
    doneBy(await createSubCommune(officer(), newId(), entry('1', y2020, 'group-to-dan-pho')))
    await hamlet('Đồi')
    await hamlet('Đổi')
    expect((await names()).length).toBe(4)
  })

  test('two officers with one name at once: one of them is told', async () => {
    const sent = [officer(), as(place.people.doiCheColleague)].map((who) =>
      createSubCommune(who, newId(), entry('Chè')),
    )
    expect((await Promise.all(sent)).map(answerOf).sort()).toEqual(['done', 'name-taken'])
  })

  test('of a day before the commune was there: refused', async () => {
    await database.asOwner(`delete from unit_version where unit_id = $1 and not upper_inf(valid)`, [place.doiChe])
    expect(answerOf(await createSubCommune(officer(), newId(), entry('Chè')))).toBe('unit-not-in-force')
  })

  test.each(['doiCheLeader', 'reviewer', 'administrator'] as const)('is not the %s’s to write', async (who) => {
    const ctx = as(place.people[who])
    expect(answerOf(await createSubCommune(ctx, newId(), entry('Chè')))).toBe('forbidden')
    const id = await hamlet('Ngang')
    expect(answerOf(await endSubCommune(ctx, id, 1, { from: july, act }))).toBe('forbidden')
    expect(answerOf(await countHouseholds(ctx, id, 1, { on: july, households: 1, source: 'x' }))).toBe('forbidden')
  })

  test('is not there for a neighbour or another province', async () => {
    const id = await hamlet('Ngang')
    for (const who of ['benDoOfficer', 'otherOfficer'] as const) {
      expect(answerOf(await changeSubCommune(as(place.people[who]), id, 1, entry('Khác', july)))).toBe('not-found')
      expect((await subCommunePage(as(place.people[who]), place.doiChe, { day: july, words: '', kind: null })).ok).toBe(
        false,
      )
    }
    expect((await subCommuneDetail(as(place.people.benDoOfficer), id)).ok).toBe(false)
    expect((await subCommuneDetail(as(place.people.reviewer), id)).ok).toBe(true)
  })
})

describe('a hamlet changes', () => {
  test('its name, its kind, and ends once', async () => {
    const id = await hamlet('Ngang')
    doneBy(await changeSubCommune(officer(), id, 1, entry('Dọc', july)))
    expect([await names(june), await names(july)]).toEqual([['Thôn Ngang'], ['Thôn Dọc']])
    expect(answerOf(await changeSubCommune(officer(), id, 2, entry('Dọc', may)))).toBe('nothing-changed')
    doneBy(await changeSubCommune(officer(), id, 2, entry('Dọc', may, 'hamlet-ban')))
    doneBy(await endSubCommune(officer(), id, 3, { from: localDate('2026-06-01'), act }))
    expect(answerOf(await endSubCommune(officer(), id, 4, { from: localDate('2026-07-01'), act }))).toBe(
      'already-ended',
    )
    expect(answerOf(await endSubCommune(officer(), id, 3, { from: localDate('2026-07-01'), act }))).toBe(
      'changed-meanwhile',
    )
    expect(await names(localDate('2026-06-01'))).toEqual([])
  })

  test('an ended one gives its name free, and what stands up again must find it free', async () => {
    const id = await hamlet('Ngang')
    doneBy(await endSubCommune(officer(), id, 1, { from: july, act }))
    doneBy(await createSubCommune(officer(), newId(), entry('Ngang', july)))
    expect(answerOf(await undoSubCommuneChange(officer(), id, 2, 'Ghi nhầm'))).toBe('name-taken')
  })

  test('a slip is put right on the same day and stays readable', async () => {
    const id = await hamlet('Ngnag')
    doneBy(await correctSubCommune(officer(), id, 1, entry('Ngang'), 'Gõ sai'))
    expect(await names()).toEqual(['Thôn Ngang'])
    const { versions } = doneBy(await subCommuneDetail(officer(), id))
    expect(versions.map(({ voidReason }) => voidReason)).toEqual(['Gõ sai', null])
    expect(answerOf(await correctSubCommune(officer(), id, 2, entry('Ngang'), 'gọi 0912345678'))).toBe(
      'personal-number',
    )
    expect(answerOf(await correctSubCommune(as(place.people.reviewer), id, 2, entry('X'), 'x'))).toBe('forbidden')
  })

  test('its households are counted with day and source, and the same day again corrects', async () => {
    const id = await hamlet('Ngang')
    const count = { on: july, households: 214, source: 'rà soát hộ' }
    doneBy(await countHouseholds(officer(), id, 1, count))
    doneBy(await countHouseholds(officer(), id, 1, { ...count, households: 215 }))
    expect((await list()).lines[0]?.households).toMatchObject({ households: 215, source: 'rà soát hộ' })
    expect((await list(june)).lines[0]?.households).toBeNull()
    const future = await countHouseholds(officer(), id, 1, { ...count, on: localDate('2027-01-01') })
    expect(answerOf(future)).toBe('day-not-come')
  })
})

describe('hamlets are merged and divided', () => {
  const merge = async () => {
    const [one, two] = [await hamlet('Một'), await hamlet('Hai')]
    const into = newId<'SubCommuneUnit'>()
    doneBy(await mergeSubCommunes(officer(), one, 1, { with: [two], into, entry: entry('Một', july) }))
    return { one, two, into }
  }

  test('into a new one, which may keep a name; taken back as a whole', async () => {
    const { one, two, into } = await merge()
    expect([await names(june), await names()]).toEqual([['Thôn Hai', 'Thôn Một'], ['Thôn Một']])
    expect(
      doneBy(await subCommuneDetail(officer(), into))
        .joined.map(({ other }) => other)
        .sort(),
    ).toEqual([one, two].sort())
    doneBy(await undoSubCommuneChange(officer(), into, 1, 'Chưa có nghị quyết'))
    expect(await names()).toEqual(['Thôn Hai', 'Thôn Một'])
    expect(answerOf(await undoSubCommuneChange(as(place.people.doiCheLeader), one, 1, 'x'))).toBe('forbidden')
  })

  test('not alone, and not with one of another commune', async () => {
    const one = await hamlet('Một')
    const far = await hamlet('Xa', as(place.people.benDoOfficer))
    const change = { into: newId<'SubCommuneUnit'>(), entry: entry('Mới', july) }
    expect(answerOf(await mergeSubCommunes(officer(), one, 1, { ...change, with: [] }))).toBe('needs-two')
    expect(answerOf(await mergeSubCommunes(officer(), one, 1, { ...change, with: [far] }))).toBe('two-communes')
    const reviewer = as(place.people.reviewer)
    expect(answerOf(await mergeSubCommunes(reviewer, one, 1, { ...change, with: [far] }))).toBe('forbidden')
  })

  test('into parts with names of their own', async () => {
    const id = await hamlet('Dài')
    const parts = ['Trên', 'Dưới'].map((name) => ({ id: newId<'SubCommuneUnit'>(), name, kind: 'hamlet-thon' }))
    const twice = parts.map((part) => ({ ...part, name: 'Trên' }))
    const split = (list: typeof parts, who = officer()) => splitSubCommune(who, id, 1, { from: july, act, parts: list })
    expect(answerOf(await split(parts.slice(0, 1)))).toBe('needs-two')
    expect(answerOf(await split(twice))).toBe('name-taken')
    expect(answerOf(await split(parts, as(place.people.doiCheLeader)))).toBe('forbidden')
    doneBy(await split(parts))
    expect(await names()).toEqual(['Thôn Dưới', 'Thôn Trên'])
  })
})

describe('when communes are reorganised', () => {
  test('a whole merger: the hamlets are read and kept under the successor, the rows stay as they are', async () => {
    const id = await hamlet('Ngang')
    await reorganise([[place.doiChe, place.cauGo, 'whole']])
    const next = as(place.people.cauGoOfficer)
    expect((await list(may, place.cauGo, next)).lines.map(({ name }) => name)).toEqual(['Thôn Ngang'])
    expect((await list(localDate('2026-04-30'), place.cauGo, next)).lines).toEqual([])
    expect(answerOf(await changeSubCommune(officer(), id, 1, entry('Cũ', localDate('2026-06-01'))))).toBe('not-found')
    expect(answerOf(await changeSubCommune(next, id, 1, entry('Cũ', july)))).toBe('unit-not-in-force')
    expect(answerOf(await correctSubCommune(next, id, 1, entry('Cũ', july), 'x'))).toBe('written-by-predecessor')
    doneBy(await changeSubCommune(next, id, 1, entry('Mới', localDate('2026-06-01'))))
    const rows = await database.asOwner(
      'select unit_id, name from sub_commune_version where sub_commune_id = $1 order by n',
      [id],
    )
    expect(rows).toEqual([
      { unit_id: place.doiChe, name: 'Ngang' },
      { unit_id: place.cauGo, name: 'Mới' },
    ])
    const counts = await inScope(database.db, { reach: 'public' }, (tx) =>
      subCommuneCounts(tx, place.province, [place.cauGo, place.benDo], may),
    )
    expect([counts.get(place.cauGo)?.get('hamlet-thon'), counts.get(place.benDo)?.size]).toEqual([1, 0])
  })

  test('a divided commune: its hamlets wait in a list until somebody says where they are', async () => {
    const [id, second] = [await hamlet('Ngang'), await hamlet('Dọc')]
    await reorganise([
      [place.doiChe, place.cauGo, 'part'],
      [place.doiChe, place.benDo, 'part'],
    ])
    const reviewer = as(place.people.reviewer)
    const overview = () => subCommuneOverview(reviewer, may)
    expect(doneBy(await overview()).unassigned.map(({ name, among }) => [name, among.length])).toEqual([
      ['Thôn Dọc', 2],
      ['Thôn Ngang', 2],
    ])
    const next = as(place.people.cauGoOfficer)
    const to = (unit: UnitId, from = may) => ({ unit, from, act })
    expect(answerOf(await assignSubCommune(next, id, 1, to(place.benDo)))).toBe('forbidden')
    expect(answerOf(await assignSubCommune(reviewer, id, 1, to(place.choMoi)))).toBe('not-a-candidate')
    expect(answerOf(await assignSubCommune(reviewer, id, 1, to(place.cauGo, june)))).toBe('already-assigned')
    doneBy(await assignSubCommune(next, id, 1, to(place.cauGo)))
    doneBy(await assignSubCommune(reviewer, second, 1, to(place.benDo)))
    expect(answerOf(await assignSubCommune(reviewer, id, 2, to(place.benDo)))).toBe('already-assigned')
    expect(doneBy(await overview()).unassigned).toEqual([])
    expect((await list(may, place.cauGo, next)).lines.map(({ name }) => name)).toEqual(['Thôn Ngang'])
  })
})

describe('a file of hamlets', () => {
  const header = 'Tên,Loại,Từ ngày,Số văn bản,Ngày văn bản,Số hộ,Ngày đếm,Nguồn số hộ'
  const good = `${header}\nNgang,Thôn,1/1/2020,12/NQ-HĐND,20/11/2019,1.214,30/6/2026,rà soát\nDọc,bản,1/1/2020,,,,,`

  test('is read cell by cell, written whole, and counted', async () => {
    expect(doneBy(await previewSubCommunes(officer(), good)).wrong).toBe(0)
    expect(await names()).toEqual([])
    expect(doneBy(await importSubCommunes(officer(), good))).toBe(2)
    expect(await names()).toEqual(['Bản Dọc', 'Thôn Ngang'])
    expect((await list(localDate('2026-07-01'))).lines.at(-1)?.households?.households).toBe(1214)
  })

  test('with one wrong cell nothing is written, and the cell is named', async () => {
    await hamlet('Ngang')
    const wrong = `${header}\nNgang,Thôn,1/1/2020,,,,,\nChè,Phố,31/2/2020,,,9x,,\nMới,Thôn,1/1/2020,,,,,\nmới,thôn,1/1/2020,,,,,`
    const { rows } = doneBy(await previewSubCommunes(officer(), wrong))
    expect(rows.map(({ problems }) => problems.map(({ column }) => column))).toEqual([
      ['Tên'],
      ['Loại', 'Từ ngày', 'Số hộ', 'Ngày đếm', 'Nguồn số hộ'],
      [],
      ['Tên'],
    ])
    expect(answerOf(await importSubCommunes(officer(), wrong))).toBe('list-wrong')
    expect(await names()).toEqual(['Thôn Ngang'])
  })

  test.each([
    ['nothing in it', '', 'list-unreadable'],
    ['no rows', header, 'list-unreadable'],
    ['a quotation mark left open', `${header}\n"Ngang,Thôn`, 'list-unreadable'],
    ['a column missing', 'Tên,Loại\nNgang,Thôn', 'list-columns-missing'],
    ['too many rows', `${header}\n${'Ngang,Thôn,1/1/2020,,,,,\n'.repeat(501)}`, 'list-too-long'],
  ])('with %s is refused in words', async (_, text, code) => {
    expect(answerOf(await importSubCommunes(officer(), text))).toBe(code)
  })

  test('is not the leader’s to send', async () => {
    expect(answerOf(await previewSubCommunes(as(place.people.doiCheLeader), good))).toBe('forbidden')
    expect(answerOf(await importSubCommunes(as(place.people.reviewer), good))).toBe('forbidden')
  })
})
