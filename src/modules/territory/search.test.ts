import { describe, expect, test } from 'vitest'
import { on, smallRegister, unitId } from '../../../tests/support/register.ts'
import { searchUnits, type UnitSearch } from './search.ts'

const last = '2025-06-30'
const reform = '2025-07-01'
const register = smallRegister({
  units: [
    { code: 'tinh-quang-nam', name: 'Tỉnh Quảng Nam', level: 'province', until: last, officialCode: '49' },
    { code: 'tp-da-nang', name: 'Thành phố Đà Nẵng', kind: 'city', level: 'province', officialCode: '48' },
    { code: 'tp-hcm', name: 'Thành phố Hồ Chí Minh', kind: 'city', level: 'province', officialCode: '79' },
    {
      code: 'quan-1',
      name: 'Quận 1',
      kind: 'urban-district',
      level: 'district',
      parent: 'tp-hcm',
      until: last,
      officialCode: '760',
    },
    {
      code: 'p-ben-nghe',
      name: 'Phường Bến Nghé',
      kind: 'ward',
      parent: 'quan-1',
      province: 'tp-hcm',
      until: last,
      officialCode: '26740',
    },
    {
      code: 'huyen-que-son',
      name: 'Huyện Quế Sơn',
      level: 'district',
      parent: 'tinh-quang-nam',
      until: last,
      officialCode: '509',
    },
    { code: 'huyen-phu-ninh', name: 'Huyện Phú Ninh', level: 'district', parent: 'tinh-quang-nam', until: last },
    {
      code: 'tt-huong-an',
      name: 'Thị trấn Hương An',
      kind: 'township',
      parent: 'huyen-que-son',
      province: 'tinh-quang-nam',
      until: last,
    },
    { code: 'xa-que-my', name: 'Xã Quế Mỹ', parent: 'huyen-que-son', province: 'tinh-quang-nam', until: last },
    { code: 'xa-phu-tho', name: 'Xã Quế Phú', parent: 'huyen-que-son', province: 'tinh-quang-nam', until: last },
    { code: 'xa-tam-dan', name: 'Xã Tam Đàn', parent: 'huyen-phu-ninh', province: 'tinh-quang-nam', until: last },
    { code: 'xa-que-son', name: 'Xã Quế Sơn', parent: 'tp-da-nang', from: reform, officialCode: '20695' },
    { code: 'xa-que-son-trung', name: 'Xã Quế Sơn Trung', parent: 'tp-da-nang', from: reform },
    { code: 'dk-hoang-sa', name: 'Đặc khu Hoàng Sa', kind: 'special-zone', parent: 'tp-da-nang', from: reform },
    { code: 'xa-hoa-tien', name: 'Xã Hòa Tiến', parent: 'tp-da-nang', until: last },
    { code: 'xa-hoa-tien', name: 'Phường Hòa Tiến', kind: 'ward', parent: 'tp-da-nang', from: reform },
    { code: 'xa-hoa-tien-b', name: 'Xã Hoa Tiên', parent: 'tp-da-nang' },
    {
      code: 'tx-dien-ban',
      name: 'Thị xã Điện Bàn',
      kind: 'district-town',
      level: 'district',
      parent: 'tinh-quang-nam',
      until: last,
    },
    { code: 'huyen-que-phong', name: 'Huyện Quế Phong', level: 'district', parent: 'tinh-quang-nam', until: last },
    {
      code: 'tt-kim-son',
      name: 'Thị trấn Kim Sơn',
      kind: 'township',
      parent: 'huyen-que-phong',
      province: 'tinh-quang-nam',
      until: last,
    },
  ],
  events: [
    { id: 'e', on: reform, links: ['xa-que-my xa-que-son', 'xa-phu-tho xa-que-son', 'tt-huong-an xa-que-son-trung'] },
  ],
})
const find = (text: string, more: Partial<UnitSearch> = {}) =>
  searchUnits(register, text, { today: on('2026-01-01'), ...more })
const codes = (text: string, more?: Partial<UnitSearch>): string[] => find(text, more).hits.map(({ now }) => now.code)

describe('units are found', () => {
  test.each([
    ['que son', ['xa-que-son', 'huyen-que-son', 'xa-que-son-trung', 'xa-que-my', 'xa-phu-tho', 'tt-kim-son']],
    ['Quế Sơn', ['xa-que-son', 'huyen-que-son', 'xa-que-son-trung', 'xa-que-my', 'xa-phu-tho', 'tt-kim-son']],
    ['sơn quế', ['xa-que-son', 'huyen-que-son', 'xa-que-son-trung', 'xa-que-my', 'xa-phu-tho', 'tt-kim-son']],
    ['H. Que Son', ['huyen-que-son', 'xa-que-my', 'xa-phu-tho', 'tt-kim-son']],
    ['h que son', ['huyen-que-son', 'xa-que-my', 'xa-phu-tho', 'tt-kim-son']],
    ['huyện quế sơn', ['huyen-que-son', 'xa-que-my', 'xa-phu-tho', 'tt-kim-son']],
    ['TT Huong An', ['tt-huong-an']],
    ['TT.Hương An', ['tt-huong-an']],
    ['P.Bến Nghé Q.1', ['p-ben-nghe']],
    ['ben nghe tp ho chi minh', ['p-ben-nghe']],
    ['TPHCM', ['tp-hcm']],
    ['TP.HCM', ['tp-hcm']],
    ['ĐK Hoàng Sa', ['dk-hoang-sa']],
    ['dac khu hoang', ['dk-hoang-sa']],
    ['TX Dien Ban', ['tx-dien-ban']],
    ['xa que my huyen que son', ['xa-que-my']],
    ['xa que my huyen phu ninh', []],
    ['20695', ['xa-que-son']],
    ['509', ['huyen-que-son']],
    ['xa-que-son-trung', ['xa-que-son-trung']],
    ['T. Quang Nam', ['tinh-quang-nam']],
    ['tam dan', ['xa-tam-dan']],
    ['quang', ['tinh-quang-nam']],
    ['không có nơi này', []],
    ['', []],
    ['  . , ', []],
    ['TX TT', []],
  ])('“%s”: %j', (text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  test('what is spelled as it was typed stands first, then what stands', () => {
    expect(codes('hoa tien')).toEqual(['xa-hoa-tien', 'xa-hoa-tien-b'])
    expect(codes('Hoa Tiên')).toEqual(['xa-hoa-tien-b', 'xa-hoa-tien'])
    expect(codes('Hoà Tiến')).toEqual(['xa-hoa-tien', 'xa-hoa-tien-b'])
  })

  test('by an older name too, which is told', () => {
    const [hit] = find('xã Hòa Tiến').hits
    expect([hit?.found.name, hit?.now.name, hit?.isInForce]).toEqual(['Xã Hòa Tiến', 'Phường Hòa Tiến', true])
  })

  test('an ended one says when it ended, what was over it, and where it went', () => {
    const [hit] = find('Quế Mỹ').hits
    expect(hit).toMatchObject({ isInForce: false, now: { until: last } })
    expect(hit?.under.map(({ name }) => name)).toEqual(['Huyện Quế Sơn', 'Tỉnh Quảng Nam'])
    expect(hit?.successors.map(({ name }) => name)).toEqual(['Xã Quế Sơn'])
  })

  test('as many as asked, and it is said that there are more', () => {
    expect(find('xa', { most: 3 })).toMatchObject({ isCut: true, hits: { length: 3 } })
    expect(find('que my', { most: 3 }).isCut).toBe(false)
    expect(codes('que son', { onlyInForce: true })).toEqual(['xa-que-son', 'xa-que-son-trung'])
    expect(codes('que son', { levels: ['district'] })).toEqual(['huyen-que-son'])
    expect(codes('que son', { province: unitId('tp-da-nang') })).toEqual(['xa-que-son', 'xa-que-son-trung'])
  })
})
