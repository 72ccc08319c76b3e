import { isKnown, type ChartPoint } from './chart.ts'

/** How numbers are put into classes: as many units in each, or equal steps from the lowest to the highest. */
export type ClassWay = 'quantiles' | 'equal'

/** One class of a map (mức màu): `number` from 1, the lowest. Its words are numbers that stand on the map, as printed. */
export type MapClass = { number: number; from: ChartPoint; to: ChartPoint; count: number }

/** Which class each number of a map is in. */
export type MapClasses = { classes: readonly MapClass[]; most: number; classOf(value: number): number }

const mostClasses = 5
/** So few units a class at least, or a class says nothing that the unit's number does not. */
const unitsPerClass = 3

/** At most five classes, fewer for few units; equal numbers are always in one class. */
export function classesOf(points: readonly ChartPoint[], way: ClassWay): MapClasses {
  const known = points.filter(isKnown).sort((a, b) => a.value - b.value)
  const values = known.map(({ value }) => value)
  const distinct = new Set(values).size
  const most = Math.min(mostClasses, distinct, Math.max(2, Math.floor(values.length / unitsPerClass)))
  const starts = way === 'quantiles' ? quantiles(values, most) : equalSteps(values, most)
  const classOf = (value: number): number => 1 + starts.filter((start) => value >= start).length
  const classes = Array.from({ length: starts.length + 1 }, (_, index): MapClass | null => {
    const own = known.filter(({ value }) => classOf(value) === index + 1)
    const [from, to] = [own[0], own.at(-1)]
    return from && to ? { number: index + 1, from, to, count: own.length } : null
  })
  return { classes: classes.filter((one) => one !== null), most: starts.length + 1, classOf }
}

/** Where the second and each later class begins. */
function quantiles(values: readonly number[], most: number): number[] {
  const starts = new Set<number>()
  for (let at = 1; at < most; at += 1) {
    const start = values[Math.ceil((at * values.length) / most)]
    if (start !== undefined && start !== values[0]) starts.add(start)
  }
  return [...starts]
}

function equalSteps(values: readonly number[], most: number): number[] {
  const [low = 0, high = 0] = [values[0], values.at(-1)]
  if (low === high) return []
  return Array.from({ length: most - 1 }, (_, index) => low + ((high - low) * (index + 1)) / most)
}
