/**
 * Several values in one parameter. A comma separates them, but not between two digits (`F06 * 1,5`), not inside round brackets,
 * and not inside double quotes, in which a quote is written twice, as in CSV. Null where a quote is never closed.
 */
export function splitList(text: string): string[] | null {
  const items: string[] = []
  for (let rest = text.trim(); rest !== '';) {
    const quoted = /^"((?:[^"]|"")*)"\s*(?:,|$)/.exec(rest)
    if (!quoted && rest.startsWith('"')) return null
    const end = quoted ? quoted[0].length : endOfPlain(rest)
    const item = quoted ? (quoted[1] ?? '').replaceAll('""', '"') : rest.slice(0, end).replace(/,$/, '')
    if (item.trim() !== '') items.push(item.trim())
    rest = rest.slice(end).trim()
  }
  return items
}

/** The inverse of `splitList`, for items that are neither empty nor framed in blanks. */
export function joinList(items: readonly string[]): string {
  return items.map(written).join(',')
}

/** Just behind the comma that ends the first item, or the end of the text. */
function endOfPlain(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '(') depth += 1
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if (character === ',' && depth === 0 && !isDecimalComma(text, at)) return at + 1
  }
  return text.length
}

function isDecimalComma(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1))
}

// A following item could also be drawn in: by an open bracket, or by a digit on both sides of the comma between them.
function written(item: string): string {
  const [alone, ...more] = splitList(`${item},x`) ?? []
  const stands = alone === item && more.length === 1 && !/^\d/.test(item)
  return stands ? item : `"${item.replaceAll('"', '""')}"`
}
