import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'

export type UnitId = Id<'Unit'>

export type UnitLevel = 'province' | 'district' | 'commune'

export type UnitKind =
  | 'province'
  | 'city'
  | 'rural-district'
  | 'urban-district'
  | 'district-town'
  | 'commune'
  | 'ward'
  | 'township'
  | 'special-zone'

/** A unit as it was on a day: what it was called, of what kind, under whom. */
export type UnitVersion = {
  unit: UnitId
  code: string
  name: string
  kind: UnitKind
  level: UnitLevel
  parent: UnitId | null
  province: UnitId
  from: LocalDate | null
  /** The last day on which this version held; null while it still does. */
  until: LocalDate | null
}

export const trees = ['state', 'party', 'front'] as const

/** Who stands over whom: in the State's order, the Party's, the Front's (cây tổ chức). */
export type Tree = (typeof trees)[number]

/** A version as the register keeps it: with its official code and the act by which it began. */
export type RegisterVersion = UnitVersion & {
  tree: Tree
  /** The statistics office's code while this version held; codes are used again for other units. */
  officialCode: string | null
  /** False: it ended on some day not known, `until` at the latest. */
  untilIsKnown: boolean
  act: string | null
  article: string | null
}

/** The units in force on a day and who stands over whom (cây đơn vị vào một ngày). Lists are in the order of the names. */
export type UnitTree = {
  readonly day: LocalDate
  readonly tree: Tree
  units(level?: UnitLevel): readonly RegisterVersion[]
  unit(unit: UnitId): RegisterVersion | null
  childrenOf(unit: UnitId): readonly RegisterVersion[]
  /** Nearest first, the province last. */
  ancestors(unit: UnitId): readonly RegisterVersion[]
  /** Itself or the unit of that level over it. */
  ancestorAt(unit: UnitId, level: UnitLevel): RegisterVersion | null
  descendants(unit: UnitId, level?: UnitLevel): readonly RegisterVersion[]
  /** Units whose parent was not in force: none in a sound register. */
  orphans(): readonly RegisterVersion[]
}
