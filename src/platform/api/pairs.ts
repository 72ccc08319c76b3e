import { quotedShort, refusedAs, type Read } from './refusal.ts'

/** The parameters of a question, each at most once, decoded and in NFC. */
export type Pairs = ReadonlyMap<string, string>

const longestQuery = 8192

/** Reads what stands after `?`, strictly: UTF-8 and no control characters, every name once. */
export function readPairs(search: string): Read<Pairs> {
  if (search.length > longestQuery)
    return refusedAs('address-too-long', 'Địa chỉ dài quá 8.192 ký tự. Chia câu hỏi ra nhiều lần.')
  const pairs = new Map<string, string>()
  for (const part of search.replace(/^\?/, '').split('&').filter(Boolean)) {
    const [name, value] = splitOnce(part).map(decoded)
    if (name === undefined || value === undefined || name === null || value === null) {
      return refusedAs('bad-encoding', 'Địa chỉ có chỗ không phải UTF-8 hợp lệ hoặc có ký tự điều khiển.', {
        help: 'Mã hóa từng giá trị bằng UTF-8 rồi percent-encoding, ví dụ q=s%C3%B4ng+xanh.',
      })
    }
    if (pairs.has(name)) {
      return refusedAs('repeated-parameter', `Tham số “${quotedShort(name)}” được ghi hai lần.`, {
        field: name,
        help: 'Nhiều giá trị thì ghi một lần, cách nhau bằng dấu phẩy.',
      })
    }
    pairs.set(name, value)
  }
  return { ok: true, value: pairs }
}

function splitOnce(part: string): [string, string] {
  const at = part.indexOf('=')
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)]
}

// decodeURIComponent refuses what is not UTF-8, surrogates included; a NUL would be refused by the database as a fault of ours.
function decoded(text: string): string | null {
  try {
    const read = decodeURIComponent(text.replaceAll('+', ' '))
    return /[\u0000-\u001f\u007f]/.test(read) ? null : read.normalize('NFC').trim()
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}
