import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { localDate } from '#kernel/local-date.ts'
import { pickedFormulas } from './formula-choice.ts'
import type { Formula, FormulaVersion } from './formula.ts'
import { findIndicators } from './indicator-choice.ts'

const version: FormulaVersion = {
  ...{ version: 1, name: 'Hồ sơ trễ hạn trên tổng số', text: 'F07 / F01 %', unitOfCount: '%', reason: 'theo dõi' },
  ...{ validFrom: localDate('2026-01-01'), account: null, at: new Date('2026-01-01T00:00:00Z') },
}
const formula: Formula = { province: newId<'Unit'>(), code: 'CT01', version: 1, retired: null, versions: [version] }

test('a formula of the province is found by its code and name, while it is in force', () => {
  const on = pickedFormulas([formula], localDate('2026-06-30'))
  expect(on).toMatchObject([{ code: 'CT01', unitOfCount: '%', section: 'Công thức của tỉnh' }])
  expect(findIndicators(on, 'ct01')).toHaveLength(1)
  const builtOn = on.map((one) => ({ ...one, code: 'CT02', name: 'Khác', counts: 'CT01 / F01' }))
  expect(findIndicators([...builtOn, ...on], 'ct01').map(({ code }) => code)).toEqual(['CT01'])
  expect(findIndicators(on, 'tre han')).toHaveLength(1)
  expect(pickedFormulas([formula], localDate('2025-12-31'))).toEqual([])
  const retired = { ...formula, retired: { from: localDate('2026-06-01'), reason: 'thôi dùng' } }
  expect(pickedFormulas([retired], localDate('2026-06-30'))).toEqual([])
})
