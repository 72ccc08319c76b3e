/** How much of an older unit a clause takes, of its land and of its people apart: a clause may move land alone. */
export type Taken = 'whole' | 'part' | 'rest' | 'none'

/** What a clause takes of one older unit, as the clause names it. */
export type ClausePart = { kind: string; name: string; within: string; area: Taken; population: Taken }

/** One clause of Điều 1: the unit it makes, and of what. `rename` leaves the land as it was. */
export type Clause = {
  number: number
  action: 'merge' | 'rename'
  kind: string
  name: string
  parts: ClausePart[]
}

/** The last clause: how many units there are now, and which stay as they were. */
export type Closing = {
  number: number
  total: number
  communes: number
  wards: number
  zones: number
  untouched: { kind: string; name: string; within: string }[]
}

export type Resolution = { province: string; clauses: Clause[]; closing: Closing }

/** The text cannot be read as a clause: where, and what stands there. */
export class Unreadable extends Error {}

/** Reads Điều 1 of a resolution that rearranges the communes of one province. Throws {@link Unreadable}. */
export function readResolution(markdown: string): Resolution {
  const article = firstArticle(plain(markdown))
  const province = /Sắp xếp các đơn vị hành chính cấp xã của\s+(.+?)\s+Trên cơ sở/.exec(article)?.[1]
  if (!province) throw new Unreadable('Điều 1 does not say whose communes it rearranges')
  const texts = clauseTexts(article)
  const last = texts.at(-1)
  if (!last?.text.startsWith('Sau khi sắp xếp')) throw new Unreadable('the last clause does not close Điều 1')
  return {
    province,
    clauses: texts.slice(0, -1).map(({ number, text }) => readClause(number, text)),
    closing: readClosing(last.number, last.text),
  }
}

/** One line without marks of the page; a word that scanning glued to the next is parted where a capital says so. */
export function plain(markdown: string): string {
  return markdown
    .normalize('NFC')
    .replace(/[*\\]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{L})(?=và|(?:xã|phường|thành|của|khoản|một|phần|các|thị trấn|sau khi)(?!\p{Ll}))/gu, '$1 ')
    .replace(/([,;])(?=\p{L})/gu, '$1 ')
    .replace(/\s+/g, ' ')
    .trim()
}

function firstArticle(text: string): string {
  const start = text.indexOf('Điều 1.')
  const end = text.indexOf('Điều 2. Hiệu lực')
  if (start < 0 || end < start) throw new Unreadable('Điều 1 was not found')
  return text.slice(start, end)
}

/** Clauses are numbered 1, 2, 3 … without a gap: only the number that is due begins one. */
function clauseTexts(article: string): { number: number; text: string }[] {
  const clauses: { number: number; text: string }[] = []
  let from = article.indexOf('như sau:')
  for (let number = 1; ; number++) {
    const begins = new RegExp(`(?<= |:|\\.)${number}\\. ?(?=Sắp ?xếp|Nhập|Đổi tên|Sau khi sắp xếp)`, 'g')
    begins.lastIndex = from
    const match = begins.exec(article)
    if (!match) break
    const previous = clauses.at(-1)
    if (previous) previous.text = article.slice(from, match.index).trim()
    from = match.index + match[0].length
    clauses.push({ number, text: article.slice(from).trim() })
  }
  if (clauses.length === 0) throw new Unreadable('Điều 1 has no clauses')
  return clauses
}

const made =
  /^(.+?) ?thành ?(?:(?:xã|phường|đặc khu)?(?: ?mới)? ?(?:có ?)?tên ?gọi ?là ?)?(xã|phường|đặc khu) ?(.+?)\.?$/iu
const renamed = /^Đổi tên (xã|phường|thị trấn|đặc khu) (.+?) thành (xã|phường|đặc khu) (.+?)\.?$/u

/** Reads one clause without its number. */
export function readClause(number: number, text: string): Clause {
  const rename = renamed.exec(text)
  if (rename) {
    const [, kind = '', old = '', newKind = '', name = ''] = rename
    const part = { ...nameAndPlace(old), kind, area: 'whole', population: 'whole' } as const
    return { number, action: 'rename', kind: newKind, name: tidyName(name), parts: [part] }
  }
  const match = made.exec(text)
  if (!match) throw new Unreadable(`clause ${number}: no new unit in “${text}”`)
  const [, from = '', kind = '', name = ''] = match
  return { number, action: 'merge', kind: kind.toLowerCase(), name: tidyName(name), parts: readParts(number, from) }
}

type Rule = { shape: RegExp; read: (state: Reading, match: RegExpExecArray) => void }
type Reading = { kind: string; area: Taken; population: Taken; parts: ClausePart[] }

/** Words of the grammar, with the spaces that scanning lost left optional. */
const words = (phrase: string): string => phrase.replaceAll(' ', ' ?')
const rule = (phrase: string, read: Rule['read']): Rule => ({ shape: new RegExp(words(phrase), 'yu'), read })
const takes = (area: Taken, population: Taken) => (state: Reading) => Object.assign(state, { area, population })
const nothing = (): void => undefined

const people = '(?:quy mô )?dân (?:số )?(?:của)*'
const land = 'diện tích(?: tự nhiên)?'
const rules: Rule[] = [
  rule(`một phần ${land} ?, toàn bộ ${people}`, takes('part', 'whole')),
  rule(`(?:toàn )?bộ ${land} ?(?:,|và)? ${people}`, takes('whole', 'whole')),
  rule(`một phần ${land} ?(?:,|và)? ${people}`, takes('part', 'part')),
  rule(`phần ${land} ?, ${people} còn lại của`, takes('rest', 'rest')),
  rule(`phần ${land} còn lại và ${people}`, takes('rest', 'rest')),
  rule(`phần ${land} ?, ${people}`, takes('part', 'part')),
  rule(`một phần quy mô dân số của`, takes('none', 'part')),
  rule(`phần quy mô dân số còn lại của`, takes('none', 'rest')),
  rule(`toàn bộ ${land} của`, takes('whole', 'none')),
  rule(`(?:một )?phần ${land} của`, takes('part', 'none')),
  rule(`phần còn lại (?:của)*`, takes('rest', 'rest')),
  rule(`toàn bộ (?=xã|phường)`, takes('whole', 'whole')),
  // What is named after this without a word of its own is whole again.
  rule(
    `sau(?: khi)?(?: thực hiện)? sắp xếp theo quy định tại (?:các )?(?:(?:, |và |, và )?(?:khoản )?\\d+ )+(?:(?:của )?Điều này)?`,
    takes('whole', 'whole'),
  ),
  rule(`(?:và|,|;|của)`, nothing),
  // Land that no commune held, a shore and a firing range: no older commune goes with it.
  rule(`khu vực bãi bồi ven biển \\([^)]*\\)|Trường bắn TB1`, nothing),
  rule(`(?:các )?(xã|[Pp]hường|thị trấn|huyện)(?= ?(?:\\p{Lu}|\\d|xã|phường))`, (state, match) => {
    state.kind = (match[1] ?? '').toLowerCase().replace(/thị ?trấn/, 'thị trấn')
  }),
  {
    shape:
      /((?:Nông trường |Thị trấn )?(?:\p{Lu}[\p{L}'’]*|\d+)(?:(?: ?- ?| )(?:\p{Lu}[\p{L}'’]*|\d+))*)(?: ?\(([^)]+)\))?/uy,
    read: (state, match) =>
      state.parts.push({
        kind: state.kind,
        name: tidyName(match[1] ?? ''),
        within: place(match[2] ?? ''),
        area: state.area,
        population: state.population,
      }),
  },
]

function readParts(number: number, text: string): ClausePart[] {
  const rest = text.replace(/^(?:Sắp ?xếp|Nhập) ?/u, '')
  const state: Reading = { kind: '', area: 'none', population: 'none', parts: [] }
  for (let at = 0; at < rest.length;) {
    if (rest[at] === ' ') {
      at++
      continue
    }
    at = readOne(rest, at, state)
    if (at < 0) throw new Unreadable(`clause ${number}: cannot read on from “${rest.slice(-at - 1)}”`)
  }
  if (state.parts.length === 0) throw new Unreadable(`clause ${number}: no older unit in “${text}”`)
  return state.parts
}

/** Where the first rule that fits ends; −(at + 1) when none does. */
function readOne(text: string, at: number, state: Reading): number {
  for (const { shape, read } of rules) {
    shape.lastIndex = at
    const match = shape.exec(text)
    if (!match) continue
    read(state, match)
    return at + match[0].length
  }
  return -at - 1
}

function readClosing(number: number, text: string): Closing {
  const total = /có (\d+) đơn vị hành chính cấp xã/.exec(text)?.[1]
  const gist = text.split(';')[0] ?? ''
  const count = (kind: string): number =>
    Number(new RegExp(`(\\d+) ?${kind}`).exec(gist.split('gồm')[1] ?? '')?.[1] ?? 0)
  if (!total) throw new Unreadable(`clause ${number}: no count in “${text}”`)
  const named = /không thực hiện sắp xếp là (.+?)\.?$/u.exec(text)?.[1]
  const parts = named ? readParts(number, named) : []
  return {
    number,
    total: Number(total),
    communes: count('xã'),
    wards: count('phường'),
    zones: count('đặc khu'),
    untouched: parts.map(({ kind, name, within }) => ({ kind, name, within })),
  }
}

function nameAndPlace(text: string): { name: string; within: string } {
  const match = /^(.+?)(?: ?\((.+)\))?$/.exec(text)
  return { name: tidyName(match?.[1] ?? ''), within: place(match?.[2] ?? '') }
}

/** `thuộc huyện Đăk Hà` says which; `bao gồm cụm đảo` only adds what lies in it anyway. */
const place = (text: string): string => (text.startsWith('bao gồm') ? '' : tidyName(text.replace(/^thuộc /, '')))

const tidyName = (name: string): string =>
  name.replaceAll('’', "'").replace(/ ?- ?/g, ' - ').replace(/\s+/g, ' ').trim()
