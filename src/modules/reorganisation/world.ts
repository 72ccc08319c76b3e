import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { DutyKind } from '#modules/access/actor.ts'
import type { UnitId, UnitVersion } from '#modules/territory/unit.ts'

/** A unit of the province as it would be on the day if nothing happened. */
export type StandingUnit = UnitVersion & { officialCode: string | null }

/** Somebody's duty that would still hold on the day at a unit that ends (nhiệm vụ chịu ảnh hưởng). */
export type AffectedDuty = { id: Id<'Duty'>; account: Id<'Account'>; name: string; kind: DutyKind; unit: UnitId }

/** What a draft is judged against: the province on the day, and what is taken everywhere. */
export type World = {
  province: UnitId
  today: LocalDate
  /** In force on the day in the province, by id. */
  units: ReadonlyMap<UnitId, StandingUnit>
  /** What units are called that are not in force on the day, or lie elsewhere; for sentences. */
  elsewhere: ReadonlyMap<UnitId, { name: string; isOfProvince: boolean }>
  codesTaken: ReadonlySet<string>
  /** Official codes that any version ever had. */
  officialCodesUsed: ReadonlySet<string>
  /** Which unit, of any province, has an official code on the day or later: a code is of one unit a day. */
  codesHeld: ReadonlyMap<string, { unit: UnitId; name: string }>
  duties: readonly AffectedDuty[]
  /** Reports of a unit for a time that ends on the day or later. */
  laterReports: ReadonlyMap<UnitId, number>
}
