import { fold } from '../text.ts'

/** What stands before or after a number and makes it less than exact. */
export type Hedge = 'over' | 'about' | 'under' | 'estimate' | 'at-least' | 'at-most'

// The longest phrase first: “không quá” before nothing, “ước đạt” before “ước”. Without marks, as the words are folded.
export const beforeWords: readonly (readonly [string, Hedge])[] = [
  ['khong vuot qua', 'at-most'],
  ['khong nhieu hon', 'at-most'],
  ['khong it hon', 'at-least'],
  ['khong duoi', 'at-least'],
  ['khong qua', 'at-most'],
  ['it nhat', 'at-least'],
  ['toi thieu', 'at-least'],
  ['nhieu nhat', 'at-most'],
  ['toi da', 'at-most'],
  ['xap xi', 'about'],
  ['chua den', 'under'],
  ['chua toi', 'under'],
  ['chua day', 'under'],
  ['du uoc', 'estimate'],
  ['uoc tinh', 'estimate'],
  ['uoc dat', 'estimate'],
  ['uoc', 'estimate'],
  ['tren', 'over'],
  ['hon', 'over'],
  ['khoang', 'about'],
  ['chung', 'about'],
  ['duoi', 'under'],
  ['gan', 'under'],
  ['>=', 'at-least'],
  ['<=', 'at-most'],
  ['≥', 'at-least'],
  ['≤', 'at-most'],
  ['>', 'over'],
  ['<', 'under'],
  ['~', 'about'],
  ['≈', 'about'],
]
const after: readonly (readonly [string, Hedge])[] = [
  ['tro len', 'at-least'],
  ['tro xuong', 'at-most'],
]

/** Lower case, composed, one blank between words, signs standing alone. */
export function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(>=|<=|[<>~≈≥≤])/g, ' $1 ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Takes every hedge off a cleaned text. */
export function takeHedges(text: string): { hedges: Hedge[]; rest: string } {
  const hedges: Hedge[] = []
  let words = text.split(' ')
  for (;;) {
    const folded = words.map(fold)
    const start = beforeWords.find(([phrase]) => startsWith(folded, phrase.split(' ')))
    const end = start ? undefined : after.find(([phrase]) => startsWith(folded.slice(-2), phrase.split(' ')))
    const found = start ?? end
    if (!found) return { hedges, rest: words.join(' ') }
    const length = found[0].split(' ').length
    words = start ? words.slice(length) : words.slice(0, -length)
    hedges.push(found[1])
  }
}

function startsWith(words: readonly string[], phrase: readonly string[]): boolean {
  return phrase.every((word, index) => words[index] === word)
}

/** The two ends of “từ 20 đến 30”, “20 đến 30”, “20-30”; null when it is no range. */
export function rangeEnds(text: string): [string, string] | null {
  const words = text.split(' ')
  const folded = words.map(fold)
  const between = folded.findIndex((word, index) => index > 0 && (word === 'den' || word === 'hoac'))
  const from = folded[0] === 'tu' ? 1 : 0
  if (between > from && between < words.length - 1)
    return [words.slice(from, between).join(' '), words.slice(between + 1).join(' ')]
  const dash = /^([^-–—−+\s][^-–—−]*?)\s*[-–—]\s*([^-–—−]+)$/.exec(text)
  return dash?.[1] && dash[2] ? [dash[1], dash[2]] : null
}

/** True for a day, a quarter, a year or an ordinal: a number stands in it, and it counts nothing. */
export function isDateOrOrdinal(text: string): boolean {
  const folded = fold(text)
  return (
    /\d\s*\/\s*\d/.test(folded) ||
    /^\d{4}-\d{1,2}(-\d{1,2})?$|^\d{1,2}-\d{1,2}-\d{2,4}$/.test(folded) ||
    /^(thu|lan thu|hang thu) \S/.test(folded) ||
    /^(ngay|thang|quy|tuan|ky|khoa|nhiem ky) \S/.test(folded) ||
    /^nam (\d|hai nghin|nay|truoc|sau$)/.test(folded) ||
    /^\S+ (ngay|thang|quy|tuan)( |$)/.test(folded) ||
    /^\d+ nam$/.test(folded) ||
    /^(i{1,3}|iv|vi{0,3}|ix|x)$/.test(folded)
  )
}

/** True where a text says that there are some, and not how many. */
export function isVague(text: string): boolean {
  const words = fold(text).split(' ')
  return (
    words.some((word) => ['vai', 'may', 'dam', 'nhieu'].includes(word)) || /^(hang|mot so|mot it) ?/.test(fold(text))
  )
}
