import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'

export type UnitId = Id<'Unit'>

export type UnitLevel = 'province' | 'district' | 'commune'

export type UnitKind =
  'province' | 'city' | 'rural-district' | 'urban-district' | 'district-town' | 'commune' | 'ward' | 'township' | 'special-zone'

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
