import { toDecimalText, type Quantity } from '../quantity.ts'
import { digitWords } from './lexicon.ts'

/** A number in words as it is read aloud and stands on receipts: `ba nghìn hai trăm linh năm`, `mười lăm phẩy bảy mươi lăm`. */
export function inWords(amount: Quantity): string {
  if (amount < 0n) return `âm ${inWords(-amount as Quantity)}`
  const [whole = '0', decimals] = toDecimalText(amount).split('.')
  const zeros = /^0*/.exec(decimals ?? '')?.[0].length ?? 0
  const rest = decimals?.slice(zeros) ?? ''
  return [
    wholeInWords(whole),
    ...(decimals ? ['phẩy', ...Array<string>(zeros).fill('không'), wholeInWords(rest)] : []),
  ].join(' ')
}

function wholeInWords(digits: string): string {
  if (digits.length > 9) {
    const rest = digits.slice(-9)
    const below = Number(rest) === 0 ? [] : groups(rest, true)
    return [wholeInWords(digits.slice(0, -9)), 'tỷ', ...below].join(' ')
  }
  return Number(digits) === 0 ? 'không' : groups(digits, false).join(' ')
}

/** Groups of three below a billion. `follows` when a number stands before them, so that their empty places are said. */
function groups(digits: string, follows: boolean): string[] {
  const padded = digits.padStart(9, '0')
  const [millions = 0, thousands = 0, units = 0] = [0, 3, 6].map((at) => Number(padded.slice(at, at + 3)))
  const parts: string[] = []
  const full = (): boolean => follows || parts.length > 0
  if (millions > 0) parts.push(`${groupInWords(millions, full())} triệu`)
  // Without “không nghìn”, “một triệu hai trăm” could be heard as 1.200.000.
  if (thousands > 0) parts.push(`${groupInWords(thousands, full())} nghìn`)
  else if (units > 0 && full()) parts.push('không nghìn')
  if (units > 0) parts.push(groupInWords(units, full()))
  return parts
}

function groupInWords(value: number, full: boolean): string {
  const [hundreds, tens, units] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const words: string[] = []
  if (hundreds > 0 || full) words.push(`${digitWords[hundreds] ?? ''} trăm`)
  if (tens === 0 && units > 0 && words.length > 0) words.push('linh')
  if (tens === 1) words.push('mười')
  if (tens > 1) words.push(`${digitWords[tens] ?? ''} mươi`)
  if (units > 0) words.push(unitInWords(units, tens))
  return words.join(' ')
}

function unitInWords(units: number, tens: number): string {
  if (units === 1 && tens > 1) return 'mốt'
  if (units === 4 && tens > 1) return 'tư'
  if (units === 5 && tens > 0) return 'lăm'
  return digitWords[units] ?? ''
}
