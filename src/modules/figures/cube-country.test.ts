import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { halfYearOf, quarterOf, yearOf, type Period } from '#kernel/period.ts'
import { registerOf } from '#modules/territory/register.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { rowsOfFolder } from '../../../tests/support/reference-register.ts'
import { wholesIn } from './beside.ts'
import { cellReasonText } from './cell-words.ts'
import { wholeCountry } from './cube-country.ts'
import { layoutOn } from './cube-layout.ts'
import type { CubeQuestion } from './cube-question.ts'
import { partsMissing } from './cube-slab.ts'
import { reasonAt } from './cube-sums.ts'

const folders = [rowsOfFolder('db/reference'), rowsOfFolder('db/example')]
const register = registerOf({
  begins: folders[0]?.begins ?? localDate('2022-10-01'),
  versions: folders.flatMap(({ versions }) => versions),
  events: folders.flatMap(({ events }) => events),
  links: folders.flatMap(({ links }) => links),
  acts: folders.flatMap(({ acts }) => acts),
})

describe('the country', () => {
  test.each(['2024-12-31', '2025-06-30', '2025-07-01', '2026-11-22'])('on %s has no invented province in it', (day) => {
    const layout = layoutOn(register, localDate(day), new Map())
    const codes = layout.provinces.map((place) => layout.versions[place]?.code ?? '')
    expect(codes.length).toBe(day < '2025-07-01' ? 63 : 34)
    expect(codes.filter((code) => /^vi-du|khong-neu-ten$/.test(code))).toEqual([])
    // It stands in the register all the same, and has numbers of its own.
    expect(layout.versions.filter(({ code, level }) => code === 'vi-du' && level === 'province')).toHaveLength(1)
  })

  test('is no whole that an invented unit has a share in', () => {
    const day = localDate('2026-11-22')
    const { versions } = layoutOn(register, day, new Map())
    const idOf = (code: string): UnitId => {
      const found = versions.find((one) => one.code === code)
      if (!found) throw new Error(`No unit ${code}`)
      return found.unit
    }
    const real = versions.find(({ level, code }) => level === 'province' && code !== 'vi-du')
    if (!real) throw new Error('No province')
    const question: CubeQuestion = {
      ...{ measures: [], units: [], periods: [yearOf(2026)], map: { kind: 'day', day } },
      ...{ counts: 'published', from: 'any' },
    }
    const wholeOf = wholesIn(register, question, new Set([wholeCountry]))
    expect(wholeOf(real.unit)).toBe(wholeCountry)
    expect(wholeOf(idOf('vi-du'))).toBeNull()
    expect(wholeOf(idOf('vi-du-song-xanh'))).toBe(idOf('vi-du'))
  })
})

describe('a period that cannot be put together', () => {
  const said = (period: Period | null): string => {
    if (!period) throw new Error('No period')
    const layer = { flags: Uint8Array.of(partsMissing), amounts: Float64Array.of(2), of: 4 }
    const reason = reasonAt([{ ...layer, changedOn: null, frame: { period } }], 0, partsMissing)
    return reason ? cellReasonText(reason, () => '') : ''
  }

  test('over 1 July 2025 says that units became others then, and what to ask instead', () => {
    expect(said(yearOf(2025))).toBe(
      'Mới có số của 2 trên 4 kỳ nhỏ trong kỳ này, chưa ghép được: đơn vị đã sắp xếp lại từ ngày 1/7/2025, ngay trong kỳ này. Xin chia theo quý hoặc theo tháng, hoặc hỏi riêng kỳ trước và kỳ sau ngày ấy.',
    )
  })

  test('that begins or ends there says only what is missing', () => {
    for (const period of [yearOf(2024), yearOf(2026), quarterOf(2025, 3), halfYearOf(2025)]) {
      expect(said(period)).toBe('Mới có số của 2 trên 4 kỳ nhỏ trong kỳ này, chưa ghép được.')
    }
  })
})
