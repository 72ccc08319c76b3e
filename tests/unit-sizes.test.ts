import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import type { Actor } from '#modules/access/actor.ts'
import { stateUnitSizes, withdrawUnitSize, type SizeStatement } from '#modules/figures/unit-size-commands.server.ts'
import { listUnitSizes, previewUnitSizes } from '#modules/figures/unit-size-listing.server.ts'
import { peersOn, unitSizeDetail, unitSizesPage } from '#modules/figures/unit-size-queries.server.ts'
import type { UnitSizeId } from '#modules/figures/unit-size.ts'
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

function statement(more: Partial<SizeStatement> = {}): SizeStatement {
  return {
    ...{ id: newId<'UnitSize'>(), seen: null, unit: place.doiChe, on: localDate('2025-12-31'), people: 8200 },
    ...{ source: 'Niên giám thống kê năm 2025', certainty: 'document' },
    ...more,
  }
}

async function stated(more: Partial<SizeStatement> = {}): Promise<UnitSizeId> {
  const one = statement(more)
  doneBy(await stateUnitSizes(as(place.people.administrator), [one]))
  return one.id
}

async function codeOf(unit: string): Promise<string> {
  const [row] = await database.asOwner<{ code: string }>('select code from unit where id = $1', [unit])
  return row?.code ?? ''
}

async function rowsOf(actor: Actor) {
  const { rows } = doneBy(await unitSizeDetail(as(actor), await codeOf(place.doiChe)))
  return rows.map(({ people, ended }) => [people, ended?.reason ?? (ended ? 'replaced' : 'stands')])
}

async function auditKinds(): Promise<string[]> {
  const rows = await database.asOwner<{ kind: string }>('select kind from audit where province_id = $1 order by n', [
    place.province,
  ])
  return rows.map(({ kind }) => kind)
}

describe('how many people a unit has', () => {
  test('is stated, replaced by a better count of that day, and both stay readable', async () => {
    const { administrator } = place.people
    const id = await stated()
    await stated({ people: 8300, seen: id })
    expect(await rowsOf(administrator)).toEqual([
      [8300, 'stands'],
      [8200, 'replaced'],
    ])
    expect(await auditKinds()).toEqual(['unit-size-stated', 'unit-size-stated'])
    const page = doneBy(await unitSizesPage(as(administrator)))
    expect([page.stated, page.lines.find(({ unit }) => unit === place.doiChe)?.size?.people]).toEqual([1, 8300])
  })

  test('pressed twice it is one; over a colleague it is told', async () => {
    const one = statement()
    const { administrator } = place.people
    doneBy(await stateUnitSizes(as(administrator), [one]))
    doneBy(await stateUnitSizes(as(administrator), [one]))
    expect(answerOf(await stateUnitSizes(as(administrator), [statement({ people: 1 })]))).toBe('changed-meanwhile')
    expect(await auditKinds()).toEqual(['unit-size-stated'])
  })

  test.each<[string, () => Partial<SizeStatement>]>([
    ['day-not-come', () => ({ on: localDate('2027-01-01') })],
    ['source-missing', () => ({ source: '' })],
    ['personal-number', () => ({ source: 'Hỏi 0912345678' })],
    ['unit-not-in-force', () => ({ unit: place.kheVang })],
    ['unit-not-in-force', () => ({ unit: place.other.gioLua })],
  ])('not: %s, and then none of them is', async (code, more) => {
    const list = [statement(), statement(more())]
    expect(answerOf(await stateUnitSizes(as(place.people.administrator), list))).toBe(code)
    expect(await rowsOf(place.people.administrator)).toEqual([])
  })

  test('by the administrators of its province alone', async () => {
    for (const name of ['doiCheOfficer', 'reviewer', 'provinceLeader'] as const)
      expect(answerOf(await stateUnitSizes(as(place.people[name]), [statement()]))).toBe('forbidden')
    expect(answerOf(await unitSizesPage(as(place.people.reviewer)))).toBe('forbidden')
    expect(answerOf(await unitSizeDetail(as(place.people.otherAdministrator), await codeOf(place.doiChe)))).toBe(
      'not-found',
    )
  })
})

describe('a size is withdrawn', () => {
  test('with a reason; then another may be stated for that day', async () => {
    const { administrator } = place.people
    doneBy(await withdrawUnitSize(as(administrator), await stated(), 'Ghi nhầm đơn vị'))
    await stated({ people: 7000 })
    expect(await rowsOf(administrator)).toEqual([
      [7000, 'stands'],
      [8200, 'Ghi nhầm đơn vị'],
    ])
  })

  test('not without one, and not twice', async () => {
    const { administrator } = place.people
    const id = await stated()
    expect(answerOf(await withdrawUnitSize(as(administrator), id, ''))).toBe('reason-needed')
    doneBy(await withdrawUnitSize(as(administrator), id, 'Nhầm'))
    expect(answerOf(await withdrawUnitSize(as(administrator), id, 'Nhầm'))).toBe('not-standing')
  })

  test('not by another province, nor by a commune', async () => {
    const id = await stated()
    expect(answerOf(await withdrawUnitSize(as(place.people.otherAdministrator), id, 'Nhầm'))).toBe('not-found')
    expect(answerOf(await withdrawUnitSize(as(place.people.doiCheOfficer), id, 'Nhầm'))).toBe('forbidden')
  })
})

describe('a file of sizes', () => {
  const said = { source: 'Niên giám thống kê năm 2025', certainty: 'document' as const }
  const file = (...lines: string[]): string => ['Đơn vị,Số dân,Tính đến ngày', ...lines].join('\n')

  test('is read cell by cell and written whole; a unit without a number is left alone', async () => {
    const { administrator } = place.people
    await stated({ unit: place.benDo, people: 9000 })
    const text = file(
      'Xã Đồi Chè,8.200,31/12/2025',
      'Xã Bến Đò,9.000,31/12/2025',
      'Xã Cầu Gỗ,,',
      'Phường Chợ Mới,15000,31/12/2025',
    )
    const preview = doneBy(await previewUnitSizes(as(administrator), text, said))
    expect(preview.map(({ problems, isSame }) => [problems.length, isSame])).toEqual([
      [0, false],
      [0, true],
      [0, false],
    ])
    doneBy(await listUnitSizes(as(administrator), text, said))
    expect(doneBy(await unitSizesPage(as(administrator))).stated).toBe(3)
    expect(await auditKinds()).toEqual(['unit-size-stated', 'unit-sizes-listed'])
  })

  test('with one wrong cell writes nothing, and says which', async () => {
    const { administrator } = place.people
    const text = file(
      'Xã Đồi Chè,8.200,31/12/2025',
      'Xã Không Có,1,31/12/2025',
      'Xã Bến Đò,nhiều,mai',
      'Xã Đồi Chè,8.300,31/12/2025',
      'Xã Cầu Gỗ,5,1/1/2030',
    )
    const preview = doneBy(await previewUnitSizes(as(administrator), text, said))
    expect(preview.map(({ line, problems }) => [line, problems.map(({ column }) => column)])).toEqual([
      [2, []],
      [3, ['name']],
      [4, ['people', 'on']],
      [5, ['name']],
      [6, ['on']],
    ])
    expect(answerOf(await listUnitSizes(as(administrator), text, said))).toBe('list-wrong')
    expect(await auditKinds()).toEqual([])
  })

  test.each([
    ['list-unreadable', 'Đơn vị,Số dân'],
    ['list-columns-missing', 'Đơn vị,Dân\nXã Đồi Chè,1'],
    ['list-nothing-filled', 'Đơn vị,Số dân,Tính đến ngày\nXã Đồi Chè,,'],
  ])('%s', async (code, text) => {
    expect(answerOf(await previewUnitSizes(as(place.people.administrator), text, said))).toBe(code)
  })

  test('is the administrators’ alone', async () => {
    expect(answerOf(await listUnitSizes(as(place.people.reviewer), file('Xã Đồi Chè,1,1/1/2026'), said))).toBe(
      'forbidden',
    )
  })
})

test('peers are found by the sizes that stand', async () => {
  await stated()
  const peers = await inScope(database.db, { reach: 'public' }, (tx) =>
    peersOn(tx, place.doiChe, place.province, localDate('2026-06-30')),
  )
  expect(peers).toMatchObject({ by: 'kind', own: { people: 8200 }, sized: 0, unknown: 2 })
  expect(new Set(peers?.units)).toEqual(new Set([place.benDo, place.cauGo]))
})
