import { partsOf, type LocalDate } from '#kernel/local-date.ts'
import { fold, tidy } from '#kernel/text.ts'
import type { UnitKind, UnitLevel } from '#modules/territory/unit.ts'

export const kindWord: Record<UnitKind, string> = {
  province: 'Tỉnh',
  city: 'Thành phố',
  'rural-district': 'Huyện',
  'urban-district': 'Quận',
  'district-town': 'Thị xã',
  commune: 'Xã',
  ward: 'Phường',
  township: 'Thị trấn',
  'special-zone': 'Đặc khu',
}

/** Luật Tổ chức chính quyền địa phương 72/2025/QH15, Điều 1: below a province stand xã, phường, đặc khu and nothing else. */
export const communeKinds = ['commune', 'ward', 'special-zone'] as const satisfies readonly UnitKind[]

/** Which kinds a unit of a level may have; the older kinds stay readable and are not given any more. */
export const kindsOfLevel: Record<UnitLevel, readonly UnitKind[]> = {
  province: ['province', 'city'],
  district: ['rural-district', 'urban-district', 'district-town', 'city'],
  commune: communeKinds,
}

/** `Phường Sông Xanh`, whether `Sông Xanh`, `phường Sông Xanh` or `Xã Sông Xanh` was typed; empty stays empty. */
export function fullName(kind: UnitKind, typed: string): string {
  const bare = bareName(typed)
  return bare === '' ? '' : `${kindWord[kind]} ${bare}`
}

/** The name without its kind word. */
export function bareName(typed: string): string {
  return tidy(typed)
    .replace(/\s+/g, ' ')
    .replace(/^(xã|phường|thị trấn|đặc khu|huyện|thị xã|tỉnh|thành phố)\s+/i, '')
}

/**
 * The address of a unit that is born: its name and official code, as the national register makes it, with its birth year where
 * there is no code yet, or where the name with the code or the code itself was in use before.
 */
export function slugFor(
  born: { name: string; officialCode: string | null; day: LocalDate },
  taken: { codes: ReadonlySet<string>; officialCodes: ReadonlySet<string> },
): string {
  const words = slugWords(born.name)
  const base = born.officialCode ? `${words}-${born.officialCode}` : words
  const isNew = born.officialCode !== null && !taken.officialCodes.has(born.officialCode) && !taken.codes.has(base)
  const dated = isNew ? base : `${base}-${partsOf(born.day).year}`
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? dated : `${dated}-${n}`
    if (!taken.codes.has(slug)) return slug
  }
}

/** `phuong-song-xanh`: the part of an address that comes from the name. */
export function slugWords(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
