import { localDate } from '#kernel/local-date.ts'
import { kindName } from './labels.ts'
import type { UnitVersion } from './unit.ts'

/** Luật Tổ chức chính quyền địa phương 72/2025/QH15: from 1 July 2025 there are provinces and communes, no districts. */
export const lastDistrictDay = localDate('2025-06-30')

/** Where everybody reads about a unit; `day` only when another than today is meant. */
export function unitPath(code: string, day: string | null = null): string {
  return day === null ? `/don-vi/${code}` : `/don-vi/${code}?ngay=${day}`
}

// Compared as they are written, not folded: a page asks this of ten thousand names.
const kindsInNames = ['Xã', 'Phường', 'Thị trấn', 'Đặc khu', 'Huyện', 'Quận', 'Thị xã', 'Thành phố', 'Tỉnh'].map(
  (kind) => ({ before: `${kind} `, word: kind.toLocaleLowerCase('vi') }),
)

function kindInName(name: string): (typeof kindsInNames)[number] | null {
  return kindsInNames.find(({ before }) => name.startsWith(before)) ?? null
}

/** `Quế Sơn` of `Xã Quế Sơn`: what people look for in an alphabet. */
export function ownName(name: string): string {
  const kind = kindInName(name)
  return kind === null ? name : name.slice(kind.before.length)
}

/** `xã`, `quận`, `thành phố trực thuộc trung ương`: as its name says it. */
export function kindWord(unit: Pick<UnitVersion, 'name' | 'kind' | 'level'>): string {
  if (unit.level === 'province') return unit.kind === 'city' ? 'thành phố trực thuộc trung ương' : 'tỉnh'
  return kindInName(unit.name)?.word ?? kindName[unit.kind]
}

const tones = /[\u0300\u0301\u0309\u0303\u0323]/g

/** The letter under which a name stands: `Â` for `Ấp Mới`, `Đ` for `Đại Lộc`, `0–9` for `Phường 1`. */
export function initialOf(name: string): string {
  const [first = ''] = ownName(name).normalize('NFC')
  const letter = first.normalize('NFD').replace(tones, '').normalize('NFC').toLocaleUpperCase('vi')
  return /\p{L}/u.test(letter) ? letter : '0–9'
}

const collator = new Intl.Collator('vi', { numeric: true })

/** In the order of the alphabet by what distinguishes them, not by their kinds. */
export function inAlphabet<Named extends { name: string; code: string }>(units: readonly Named[]): Named[] {
  const own = new Map(units.map((unit) => [unit, ownName(unit.name)]))
  return [...units].sort(
    (a, b) =>
      collator.compare(own.get(a) ?? '', own.get(b) ?? '') ||
      collator.compare(a.name, b.name) ||
      (a.code < b.code ? -1 : 1),
  )
}

/** Invented units (db/example): they stand in the register beside the real ones and are never counted with them. */
export function isExample(code: string): boolean {
  return /^vi-du(-|$)/.test(code)
}

/** Units that a published source did not name (db/reference): figures stand on them, no place does. */
export function isUnnamed(code: string): boolean {
  return code.endsWith('-khong-neu-ten')
}
