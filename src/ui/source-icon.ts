import type { IconName } from './icons.ts'

const beginnings: [string, IconName][] = [
  ['nhập', 'type'],
  ['đếm', 'count'],
  ['đọc', 'read'],
  ['cộng', 'sum'],
  ['đã công bố', 'publish'],
  ['công bố', 'publish'],
]

/** The symbol beside the words that say where a figure was taken from; unknown words stand alone. */
export function sourceIcon(name: string): IconName | null {
  const words = name.toLocaleLowerCase('vi')
  return beginnings.find(([start]) => words.startsWith(start))?.[1] ?? null
}
