import type { ChartPoint } from './chart.ts'
import type { MapClasses } from './classes.ts'
import type { MapFill } from './map-drawing.ts'
import { withUnit } from './numbers.ts'

/** Why a unit has no number, each with its own sign: nothing given is not the same as nothing to compare. */
export const gapWords = {
  absent: { sign: '–', says: 'Chưa có số' },
  'not-comparable': { sign: '≠', says: 'Không so sánh được' },
  'not-applicable': { sign: '○', says: 'Không áp dụng' },
  undefined: { sign: '×', says: 'Không xác định (chia cho 0)' },
} as const

export const gapKinds = ['absent', 'not-comparable', 'not-applicable', 'undefined'] as const

/** The class of look sheets a fill is drawn with. */
export function fillClass(fill: MapFill, { most }: MapClasses): string {
  return fill.kind === 'class' ? `f${shade(fill.number, most)}` : `f-${fill.kind}`
}

/** Few classes take shades far apart: two are the lightest and the darkest. */
export function shade(number: number, most: number): number {
  return most === 1 ? 3 : 1 + Math.round(((number - 1) * 4) / (most - 1))
}

/** `Thành phố Hà Nội: 33.838 hồ sơ, mức 5 trên 5`. */
export function unitSaying(point: ChartPoint, fill: MapFill, unit: string, { most }: MapClasses): string {
  if (fill.kind !== 'class') return `${point.name}: ${point.text}${point.why ? `. ${point.why}` : ''}`
  const divided = point.flag === 'apportioned' ? ', chia theo phần' : ''
  const part = point.part === null ? '' : ` (${point.part})`
  return `${point.name}: ${withUnit(point.text, unit)}${part}${divided}, mức ${fill.number} trên ${most}`
}
