import { tidy } from '#kernel/text.ts'
import { carrierName } from './template-labels.ts'
import { carriers } from './template-shape.ts'

/** The words for who reports by a template, as they stand in a file, with what they mean. */
export const levelSaid = carriers.map((level) => `“${level}”: ${carrierName[level]}`).join('; ')

/** A place in a file as a reader finds it: the third section by its title, a line by its indicator. */
export function atSaid(path: readonly PropertyKey[], file: unknown): string {
  const places: string[] = []
  let value = file
  for (const [index, step] of path.entries()) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
    if (typeof step !== 'number') continue
    const list = path[index - 1]
    if (list === 'sections') places.push(`Mục ${step + 1}${named(value, 'title')}`)
    else if (list === 'lines') places.push(`chỉ tiêu thứ ${step + 1}${named(value, 'indicator')}`)
    else places.push(`giá trị thứ ${step + 1}`)
  }
  return places.join(', ').replace(/^./, (first) => first.toUpperCase())
}

const longestName = 60

function named(value: unknown, by: string): string {
  const name: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, by) : undefined
  return typeof name === 'string' && name.trim() !== '' ? ` “${[...tidy(name)].slice(0, longestName).join('')}”` : ''
}
