import { beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { useDatabase } from '../../../tests/support/database.ts'
import { settleProvince, type TestProvince } from '../../../tests/support/province.ts'

const database = useDatabase()
let place: TestProvince
beforeAll(async () => {
  place = await settleProvince(database)
})

type Line = {
  unit?: string
  valid?: string
  parent?: string
  province?: string
  level?: string
  kind?: string
  code?: string | null
}

async function written({
  unit,
  valid = '[2030-01-01,)',
  parent,
  province,
  level = 'commune',
  kind = 'commune',
  code = null,
}: Line) {
  const id = unit ?? newId<'Unit'>()
  if (!unit) await database.asOwner('insert into unit (id, code) values ($1, $2)', [id, `thu-${id}`])
  await database.asOwner(
    `insert into unit_version (unit_id, valid, name, kind, level, parent_id, province_id, official_code)
     values ($1, $2, 'Xã Thử', $3, $4, $5, $6, $7)`,
    [id, valid, kind, level, parent ?? place.province, province ?? place.province, code],
  )
  return id
}

test('the database refuses what no register may hold, whoever writes it', async () => {
  await written({ code: '99001' })
  await expect(written({ valid: 'empty' })).rejects.toThrow('unit_version_holds_on_some_day')
  await expect(written({ unit: place.doiChe, parent: place.doiChe })).rejects.toThrow(
    'unit_version_stands_under_another_unit',
  )
  await expect(written({ unit: place.doiChe, province: place.doiChe })).rejects.toThrow(
    'unit_version_only_a_province_is_its_own',
  )
  await expect(written({ code: '99' })).rejects.toThrow('unit_version_official_code_is_of_its_level')
  await expect(written({ code: '99001' })).rejects.toThrow('official_code_is_of_one_unit_a_day')
  await expect(written({ unit: place.doiChe })).rejects.toThrow('unit_has_one_version_a_day')
})

test('a code is used again once its unit has ended', async () => {
  await written({ code: '99002', valid: '[2030-01-01,2031-01-01)' })
  expect(await written({ code: '99002', valid: '[2031-01-01,)' })).toMatch(/^[0-9a-f-]{36}$/)
})
