import { tidy } from '#kernel/text.ts'

type Part = { name: string; kind: string }

/** What a hamlet is divided into, a line each: `Thôn Đồi Trên`. The kind stands first; the rest is the name. */
export function partsIn(
  text: string,
  kinds: readonly { value: string; label: string }[],
): { parts: Part[] } | { problem: string } {
  const parts: Part[] = []
  for (const line of tidy(text)
    .split('\n')
    .map((one) => one.replace(/\s+/g, ' ').trim())) {
    if (line === '') continue
    const kind = kinds
      .flatMap(({ value, label }) => label.split(',').map((word) => ({ value, word: word.trim().toLowerCase() })))
      .toSorted((one, other) => other.word.length - one.word.length)
      .find(({ word }) => line.toLowerCase().startsWith(`${word} `))
    if (!kind) return { problem: `Dòng “${line}”: ghi loại rồi đến tên, ví dụ Thôn Đồi Trên.` }
    const name = line.slice(kind.word.length + 1).trim()
    if (name.length > 120) return { problem: `Dòng “${line.slice(0, 40)}…”: tên dài quá 120 chữ cái.` }
    parts.push({ name, kind: kind.value })
  }
  return { parts }
}
