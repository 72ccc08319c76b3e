import type { RegisterRows } from '#modules/territory/register.ts'
import type { UnitLevel } from '#modules/territory/unit.ts'
import { eventLine, linksOf, on, versionLine } from './register.ts'

const reform = '2025-07-01'
const last = '2025-06-30'

/** How many units a generated country has, and how many of its communes are divided. */
export type Size = {
  provinces: number
  districts: number
  communes: number
  newProvinces: number
  newCommunes: number
  divided: number
}

/** As many as Vietnam had on 30 June 2025 and has since (63 and 34 provinces, 696 districts, 10,035 and 3,321 communes). */
export const asVietnam: Size = {
  provinces: 63,
  districts: 696,
  communes: 10_035,
  newProvinces: 34,
  newCommunes: 3_321,
  divided: 471,
}

const syllables = [
  ...[
    'An',
    'Bình',
    'Châu',
    'Đông',
    'Giang',
    'Hòa',
    'Khánh',
    'Long',
    'Mỹ',
    'Nam',
    'Phú',
    'Quế',
    'Sơn',
    'Tân',
    'Thượng',
    'Vĩnh',
  ],
  ...['Xuân', 'Yên', 'Đức', 'Hưng', 'Lộc', 'Ngọc', 'Thạnh', 'Trung', 'Hải', 'Kim', 'Lương', 'Minh'],
]

function nameOf(number: number): string {
  const [first, second, third] = [number, Math.floor(number / 28), Math.floor(number / 784)].map(
    (at) => syllables[at % 28] ?? '',
  )
  return number < 784 ? `${first} ${second}` : `${first} ${second} ${third}`
}

const digits: Record<UnitLevel, number> = { province: 2, district: 3, commune: 5 }

const code = (letter: string, number: number): string => `${letter}-${String(number).padStart(5, '0')}`

/**
 * A country of any size with one reform: whole provinces join, neighbouring communes of one new province join, and every so-and-so-many
 * commune is divided among two. `share` is what the first gets of it, null where nobody knows.
 */
export function nation(size: Size, share: number | null = 700_000): RegisterRows {
  const provinceOf = (district: number): number => Math.floor((district * size.provinces) / size.districts)
  const districtOf = (commune: number): number => Math.floor((commune * size.districts) / size.communes)
  const joined = (province: number): number => Math.floor((province * size.newProvinces) / size.provinces)
  const targetOf = (commune: number): number => Math.floor((commune * size.newCommunes) / size.communes)
  const firstOf = Array.from({ length: size.communes }, (_, commune) => commune).reduce(
    (found, commune) => found.set(targetOf(commune), found.get(targetOf(commune)) ?? commune),
    new Map<number, number>(),
  )
  const newProvinceOf = (target: number): number => joined(provinceOf(districtOf(firstOf.get(target) ?? 0)))
  const unit = (
    letter: string,
    number: number,
    kind: string,
    level: UnitLevel,
    parent: string | null,
    province: string,
    isNew: boolean,
  ) =>
    versionLine({
      code: code(letter, number),
      name: `${kind} ${nameOf(number)}`,
      level,
      parent,
      province,
      from: isNew ? reform : null,
      until: isNew ? null : last,
      officialCode: String(number).padStart(digits[level], '0'),
    })
  const many = <T>(count: number, make: (number: number) => T): T[] =>
    Array.from({ length: count }, (_, at) => make(at))
  const versions = [
    ...many(size.provinces, (at) => unit('tinh', at, 'Tỉnh', 'province', null, code('tinh', at), false)),
    ...many(size.newProvinces, (at) => unit('moi', at, 'Tỉnh', 'province', null, code('moi', at), true)),
    ...many(size.districts, (at) =>
      unit('huyen', at, 'Huyện', 'district', code('tinh', provinceOf(at)), code('tinh', provinceOf(at)), false),
    ),
    ...many(size.communes, (at) => {
      const district = districtOf(at)
      return unit('xa', at, 'Xã', 'commune', code('huyen', district), code('tinh', provinceOf(district)), false)
    }),
    ...many(size.newCommunes, (at) => {
      const province = code('moi', newProvinceOf(at))
      return unit('xamoi', at, 'Xã', 'commune', province, province, true)
    }),
  ]
  const every = Math.max(1, Math.floor(size.communes / Math.max(1, size.divided)))
  const provinceLinks = many(size.provinces, (at) => `${code('tinh', at)} ${code('moi', joined(at))}`)
  const linksByTarget = new Map<number, string[]>()
  const add = (target: number, link: string): void => {
    linksByTarget.set(target, [...(linksByTarget.get(target) ?? []), link])
  }
  many(size.communes, (at) => {
    const target = targetOf(at)
    const neighbour = (target + 1) % size.newCommunes
    const isDivided =
      at % every === 0 && at / every < size.divided && newProvinceOf(neighbour) === newProvinceOf(target)
    if (!isDivided) return add(target, `${code('xa', at)} ${code('xamoi', target)}`)
    add(target, `${code('xa', at)} ${code('xamoi', target)} ${share ?? '?'}`)
    return add(neighbour, `${code('xa', at)} ${code('xamoi', neighbour)} ${share === null ? '?' : 1_000_000 - share}`)
  })
  const events = [
    { id: 'provinces', on: reform, links: provinceLinks },
    ...[...linksByTarget].map(([target, links]) => ({
      id: `reform-${target}`,
      on: reform,
      aggregation: 'both' as const,
      article: `Điều 1 khoản ${target + 1}`,
      links,
    })),
  ]
  return { begins: on('2019-01-01'), versions, events: events.map(eventLine), links: events.flatMap(linksOf), acts: [] }
}
