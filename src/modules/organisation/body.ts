import type { Id } from '#kernel/ids.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tree, UnitId, UnitLevel } from '#modules/territory/unit.ts'
import type { CitedAct, DatedVersion } from './dated.ts'

export type BodyId = Id<'Body'>

export const bodyChanges = [
  'established',
  'renamed',
  'functions-changed',
  'taken-over',
  'ended',
  'merged',
  'corrected',
] as const

/** What a version of a body came from. */
export type BodyChange = (typeof bodyChanges)[number]

/** A body within a unit as it was from a day on (tổ chức trong đơn vị): a board, a bloc, a helping group. */
export type BodyVersion = DatedVersion & {
  id: BodyId
  unit: UnitId
  change: BodyChange
  name: string
  kind: string
  tree: Tree
  /** Codes of the work it owns (công tác dân vận, tiếp công dân…). */
  functions: readonly string[]
  act: CitedAct
}

/** Who took over from whom: all of it when it is a merger, else the functions named. */
export type BodyLink = {
  from: BodyId
  to: BodyId
  on: LocalDate
  isMerger: boolean
  functions: readonly string[]
  act: CitedAct
}

export type Certainty = 'article' | 'second-hand' | 'unverified' | 'ours'

/** Which body owns a work in every unit of a level, where nobody said otherwise. */
export type BodyPattern = {
  id: string
  level: UnitLevel
  function: string
  kind: string
  tree: Tree
  name: string
  /** 1 is answered first. */
  place: number
  from: LocalDate | null
  until: LocalDate | null
  certainty: Certainty
  source: string
  /** True when the province itself says so. */
  isOwn: boolean
}
