import { fold } from '../text.ts'

/** One word or run of digits of a written number. `muoi` without its marks stands for both mười and mươi. */
export type Token =
  { kind: 'digits'; text: string } | { kind: 'digit'; value: number; only?: 'after-tens' } | { kind: Mark }

export type Mark =
  'ten' | 'tens' | 'ten-or-tens' | 'chục' | 'tá' | 'trăm' | 'nghìn' | 'triệu' | 'tỷ' | 'linh' | 'rưỡi' | 'phẩy'

/** The spoken digits, from không to chín. */
export const digitWords = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const

const marks: Record<string, Mark> = {
  mười: 'ten',
  mươi: 'tens',
  muoi: 'ten-or-tens',
  chục: 'chục',
  tá: 'tá',
  trăm: 'trăm',
  nghìn: 'nghìn',
  ngàn: 'nghìn',
  triệu: 'triệu',
  tỷ: 'tỷ',
  tỉ: 'tỷ',
  linh: 'linh',
  lẻ: 'linh',
  rưỡi: 'rưỡi',
  rưởi: 'rưỡi',
  phẩy: 'phẩy',
}

const digits: Record<string, Token> = {
  ...Object.fromEntries(digitWords.map((word, value): [string, Token] => [word, { kind: 'digit', value }])),
  bẩy: { kind: 'digit', value: 7 },
  // These three are said only after mươi, linh or a larger word: hai mươi mốt, linh tư, mười lăm.
  mốt: { kind: 'digit', value: 1, only: 'after-tens' },
  tư: { kind: 'digit', value: 4, only: 'after-tens' },
  lăm: { kind: 'digit', value: 5, only: 'after-tens' },
  nhăm: { kind: 'digit', value: 5, only: 'after-tens' },
}

const exact = new Map<string, Token>([
  ...Object.entries(marks).map(([word, kind]): [string, Token] => [word, { kind }]),
  ...Object.entries(digits),
])

// Typed without marks: the first word of the same letters wins, so `mot` is một (mốt means the same) and `nam` is năm.
const bare = new Map<string, Token>()
for (const [word, token] of [...Object.entries(digits), ...exact]) {
  if (!bare.has(fold(word))) bare.set(fold(word), token)
}
bare.set('muoi', { kind: 'ten-or-tens' })

/**
 * The words of a number in lower case; null when one of them is none. A word with marks must be spelled right
 * (“mươi” is not “mười”); a word typed without any is taken for what its letters say.
 */
export function tokensOf(text: string): Token[] | null {
  const words = text
    .replace(/(\d)(?=\p{L})/gu, '$1 ')
    .split(' ')
    .filter(Boolean)
  const tokens: Token[] = []
  for (const word of words) {
    const last = tokens.at(-1)
    if (/^[\d.,]+$/.test(word)) {
      if (last?.kind === 'digits') last.text += ` ${word}`
      else tokens.push({ kind: 'digits', text: word })
      continue
    }
    const token = exact.get(word) ?? (word === fold(word) ? bare.get(word) : undefined)
    if (!token) return null
    tokens.push(token)
  }
  return tokens
}
