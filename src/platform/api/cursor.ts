import { createHash } from 'node:crypto'
import { z } from 'zod'
import { refusedAs, type Read } from './refusal.ts'

const envelope = z.strictObject({ of: z.string(), at: z.unknown() })

/** A short print of a question, so that a cursor is not used with other filters or another order. */
export function questionPrint(question: unknown): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 12)
}

/** The place where a page ended, as a word that a program hands back unread. */
export function writeCursor(position: unknown, print: string): string {
  return Buffer.from(JSON.stringify({ of: print, at: position })).toString('base64url')
}

/** Reads what `writeCursor` wrote for the same question; anybody may have written it, so every key is parsed. */
export function readCursor<Position extends z.ZodType>(
  schema: Position,
  word: string,
  print: string,
): Read<z.output<Position>> {
  const no = refusedAs('bad-cursor', 'Con trỏ “after” không đọc được hoặc thuộc về một câu hỏi khác.', {
    field: 'after',
    help: 'Lấy nguyên “next” của trang trước; đổi bộ lọc hoặc thứ tự thì bắt đầu lại từ trang đầu.',
  })
  const read = envelope.safeParse(jsonOf(word))
  if (!read.success || read.data.of !== print) return no
  const position = schema.safeParse(read.data.at)
  return position.success ? { ok: true, value: position.data } : no
}

function jsonOf(word: string): unknown {
  if (!/^[\w-]+$/.test(word)) return null
  const text = Buffer.from(word, 'base64url').toString('utf8')
  // The database takes no NUL, and a text with one was never ours.
  if (text.includes('\\u0000')) return null
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
