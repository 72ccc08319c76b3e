import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { tilesWithAll } from './map-ground.ts'
import { registerOf } from './register.ts'
import type { RegisterVersion, UnitId } from './unit.ts'

const day = localDate('2026-06-30')
const [placed, invented]: UnitId[] = [newId<'Unit'>(), newId<'Unit'>()]

test('a province without a square of its own stands under the others, with its name', () => {
  if (!placed || !invented) throw new Error('two units were made')
  const version: RegisterVersion = {
    ...{ unit: invented, code: 'vi-du', name: 'Tỉnh Ví Dụ', kind: 'province', level: 'province', parent: null },
    ...{ province: invented, from: localDate('2025-07-01'), until: null, untilIsKnown: true, tree: 'state' },
    ...{ officialCode: null, act: null, article: null },
  }
  const register = registerOf({
    begins: localDate('2019-01-01'),
    ...{ versions: [version], events: [], links: [], acts: [] },
  })
  const tile = { unit: placed, column: 3, row: 7, label: 'Huế', note: null }
  expect(tilesWithAll(register, [tile], [placed, invented, invented], day)).toEqual([
    tile,
    { unit: invented, column: 3, row: 9, label: 'Ví Dụ', note: null },
  ])
})
