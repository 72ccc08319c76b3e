import { beforeWords } from './around.ts'

/** A number as it stands in a text (số trong câu): `text` is with its hedge and sign, `digits` without them. */
export type NumberInText = {
  from: number
  to: number
  text: string
  digits: string
  /** `nghìn`, `triệu` behind it, which may be its own or its unit's. */
  scale: string
  isPercent: boolean
  /** One end of “20-30”: neither of the two is the number that is meant. */
  isInRange: boolean
}

/**
 * Every number in a text that counts or measures something. Days, years, periods, the numbers of documents, articles and
 * villages, and what stands between `[[` and `]]` are none.
 */
export function numbersIn(text: string): NumberInText[] {
  const plain = plainOf(text)
  const masked = maskedOf(text, plain)
  return [...masked.matchAll(numberPattern)].map((match) => {
    const start = match.index
    const end = start + match[0].length
    const hedge = hedgeBefore(masked, start)
    const sign = /^\s?(?:%|phan tram(?![a-z]))/.exec(masked.slice(end))?.[0] ?? ''
    const scale = sign ? '' : (/^ (?:nghin|ngan|trieu|ty)(?![a-z])/.exec(masked.slice(end))?.[0] ?? '')
    const from = start - hedge
    const to = end + sign.length + scale.length
    return {
      ...{ from, to, text: text.slice(from, to), digits: text.slice(start, end) },
      scale: text.slice(end, end + scale.length).trim(),
      isPercent: sign !== '',
      isInRange: /^\s?[-–—]\s?\d/.test(masked.slice(end)) || /\d\s?[-–—]\s?$/.test(masked.slice(0, start)),
    }
  })
}

const numberPattern = /(?<![\d.,])(?:[1-9]\d{0,2}(?:[ \u00a0]\d{3})+(?!\d)|\d+(?:[.,]\d+)*)/g

// Lower case without marks, letter for letter, so that places in it are places in the text.
function plainOf(text: string): string {
  return [...text]
    .map((letter) => {
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
      return bare.length === letter.length ? bare : letter
    })
    .join('')
}

const dayWords = '(?:ngay|den|truoc|sau|tu|het|hom|sang|chieu|toi|dip|le|ky niem)'
const actWords =
  '(?:nghi quyet|chi thi|ket luan|quyet dinh|ke hoach|thong tu|nghi dinh|luat|huong dan|quy dinh|cong van|thong bao|bao cao|phap lenh|van ban|to trinh|chuong trinh|de an)'
const placeWords = '(?:thon|ban|ap|to|to dan pho|khu|khu pho|xom|doi|phuong|quan|quoc lo|tinh lo|duong|nha so|doan)'

/** What has digits and counts nothing, in a text without marks. */
const notCounted: readonly RegExp[] = [
  /\[\[[^\]\n]*\]\]/g,
  // List marks at the start of a line, and points of a table of contents.
  /^[ \t]*(?:\d{1,2}[.)](?:\d{1,2}[.)]?)*(?=\s)|[a-z]\)|-)/gm,
  // Days and months; “20/24 xã” is no day.
  /\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d{2}/g,
  /\d{1,2}\/(?:19|20)\d{2}/g,
  new RegExp(`(?<=${dayWords} )\\d{1,2}\\/\\d{1,2}(?!\\d)`, 'g'),
  /(?<=(?:sang|trua|chieu|toi|ngay) )\d{1,2}\s?-\s?\d{1,2}(?!\d)/g,
  /thang \d{1,2}\s?-\s?(?:19|20)\d{2}/g,
  /ngay \d{1,2}(?:,? thang \d{1,2})?(?:,? nam \d{4})?(?! ?(?:cong|nguoi|lan))/g,
  /thang \d{1,2}(?:,? nam \d{4}|\/\d{4})?(?=[^\d/]|$)(?! (?:buoi|cuoc|lan|mo hinh))/g,
  /(?:quy|tuan|ky|dot|khoa|lan|thu|lan thu|hang|lop|buoi thu) \d{1,2}(?![\d.,]\d)(?=[\s,.;:)]|$)/g,
  /(?:nhiem ky|giai doan|nam|tu nam|den nam|cac nam)? ?(?:19|20)\d{2}\s?[-–—]\s?(?:19|20)\d{2}/g,
  /(?:cac )?nam (?:19|20)\d{2}(?:(?:, ?| va | den | - )(?:nam )?(?:19|20)\d{2})*/g,
  /(?<![\d.,])\d{1,2} (?:thang|quy|tuan|nam)(?: (?:dau|cuoi|qua|lien|thuc hien|tro lai)(?: nam)?)*(?![a-z])/g,
  /\d{1,2}\s?(?:gio|h|g)\s?\d{0,2}(?![a-z\d])/g,
  // Documents by their kind, articles and points.
  new RegExp(`${actWords}(?: so)? ?:? ?\\d+`, 'g'),
  /(?<![a-z])so\s?:?\s?\d+(?=[\s]?[-/])/g,
  /(?<![a-z])(?:dieu|khoan|diem|phu luc|muc|bieu|chuong|trang|phan) \d+(?:[.,]\d+)*(?![\d%])(?! ?(?:diem|phan tram))/g,
  new RegExp(
    `(?<![a-z]|binh )${placeWords} \\d{1,3}(?=[,.;:)]|$|\\s(?:va|da|co|tai|cua|thuoc|la|voi|den|duoc|xa|phuong)\\b)`,
    'gm',
  ),
  // Codes: F01, COVID-19, OCOP 3 sao.
  /[a-z]+-?\d+(?:[.,]\d+)*/g,
  /\d sao(?![a-z])/g,
  /\d{9,}/g,
]
// In the text itself: capitals tell the number of a document from a count.
const documentNumber = /\d+(?:\/\d{4})?[-/–]\p{Lu}[\p{Lu}\d]*(?:[-/–][\p{Lu}\d]+)*/gu

function maskedOf(text: string, plain: string): string {
  let masked = blanked(plain, [...text.matchAll(documentNumber)])
  for (const pattern of notCounted) masked = blanked(masked, [...masked.matchAll(pattern)])
  return masked
}

// Something that is neither a digit nor a blank, so that what stood beside it does not come together.
function blanked(text: string, found: readonly RegExpMatchArray[]): string {
  let out = text
  for (const { index = 0, 0: whole } of found)
    out = out.slice(0, index) + '_'.repeat(whole.length) + out.slice(index + whole.length)
  return out
}

// “20 trên 24 xã” has no hedge: the word stands between two numbers.
function hedgeBefore(masked: string, start: number): number {
  const ahead = masked.slice(0, start)
  for (const [phrase] of beforeWords) {
    const lead = `${phrase} `
    if (!ahead.endsWith(lead)) continue
    const rest = ahead.slice(0, -lead.length)
    if (/[a-z]$/.test(rest) || /\d\s?%?\s$/.test(rest)) continue
    return lead.length
  }
  return 0
}
