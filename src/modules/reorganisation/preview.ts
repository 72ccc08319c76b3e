import type { UnitId } from '#modules/territory/unit.ts'
import type { Plan } from './plan.ts'
import type { World } from './world.ts'
import { nameOf, successorsOf } from './faults.ts'

/** One line of a side of the comparison: a unit with what happens to it. */
export type TreeLine = {
  unit: UnitId
  name: string
  under: string
  mark: 'same' | 'ends' | 'changes' | 'new'
  note: string
}

/** The units of the province on the day, as they would be without the draft and with it (trước và sau). */
export type TwoTrees = { before: TreeLine[]; after: TreeLine[] }

export function twoTrees(plan: Plan, world: World): TwoTrees {
  const ended = new Set(plan.ended)
  const opened = new Map(plan.opened.map((version) => [version.unit, version]))
  const called = (unit: UnitId): string => opened.get(unit)?.name ?? nameOf(unit, world)
  const below = [...world.units.values()].filter(({ unit, parent }) => parent !== null || opened.has(unit))
  const before = below.map(({ unit, name, parent }): TreeLine => {
    const line = { unit, name, under: parent ? nameOf(parent, world) : '' }
    if (ended.has(unit)) return { ...line, mark: 'ends', note: goesInto(successorsOf(plan, unit).map(called)) }
    const next = opened.get(unit)
    return next ? { ...line, mark: 'changes', note: `thành ${next.name}` } : { ...line, mark: 'same', note: '' }
  })
  const kept = below.flatMap(({ unit, name, parent }): TreeLine[] => {
    if (ended.has(unit)) return []
    const next = opened.get(unit)
    const under = next ? next.parent : parent
    const line = { unit, name: next?.name ?? name, under: under ? called(under) : '' }
    return [
      next ? { ...line, mark: 'changes', note: changeSaid(name, next.name) } : { ...line, mark: 'same', note: '' },
    ]
  })
  const born = plan.opened.flatMap(({ unit, name, parent, slug }): TreeLine[] => {
    if (slug === null) return []
    const from = plan.events.flatMap(({ links }) => links.filter((link) => link.to === unit).map((link) => link.from))
    const note = from.length > 0 ? `từ ${from.map((one) => nameOf(one, world)).join(', ')}` : 'không từ đơn vị nào'
    return [{ unit, name, under: parent ? called(parent) : '', mark: 'new', note }]
  })
  const collator = new Intl.Collator('vi')
  return { before, after: [...kept, ...born].sort((one, other) => collator.compare(one.name, other.name)) }
}

function goesInto(names: readonly string[]): string {
  return names.length > 0 ? `vào ${names.join(', ')}` : 'không có đơn vị tiếp nhận'
}

function changeSaid(before: string, after: string): string {
  return before === after ? 'đổi cấp trên, mã số hoặc loại' : `trước là ${before}`
}

/** What becomes of the figures of a unit that ends (chuỗi số liệu). */
export type SeriesOutlook = { unit: UnitId; flag: 'exact' | 'apportioned' | 'not-comparable' }

export function outlookOf(plan: Plan): SeriesOutlook[] {
  return plan.ended.map((unit) => {
    const links = plan.events.flatMap((event) =>
      event.links.filter(({ from }) => from === unit).map((link) => ({ ...link, aggregation: event.aggregation })),
    )
    const isLawful = links.every(({ aggregation }) => aggregation === 'both' || aggregation === 'forward')
    if (!isLawful || links.length === 0) return { unit, flag: 'not-comparable' }
    if (links.every(({ extent }) => extent === 'whole')) return { unit, flag: 'exact' }
    return { unit, flag: links.every(({ share }) => share !== null) ? 'apportioned' : 'not-comparable' }
  })
}
