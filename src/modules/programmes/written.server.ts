import { inScope, type Db } from '#platform/database.ts'
import { scopeOf, type Actor } from '#modules/access/actor.ts'
import { leastStanding } from '#modules/figures/cube-rights.ts'
import type { FigureValue } from '#modules/figures/figure.ts'
import { standings, standsAtLeast, type SetStanding } from '#modules/figures/figure-set.ts'
import { figuresOfPeriods } from '#modules/figures/counted-figures.server.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { periodKey, type Period } from '#kernel/period.ts'
import type { RegisterVersion } from '#modules/territory/unit.ts'
import type { WrittenDown } from './queries.server.ts'

/** What a unit wrote down in its report, as far as an officer may read it and it counts. */
export function writtenForOfficer(
  db: Db,
  actor: Actor,
  unit: Pick<RegisterVersion, 'unit' | 'province' | 'level'>,
  period: Period,
  counts: SetStanding,
): WrittenDown {
  return async (cells) => {
    const least = leastStanding({ kind: 'officer', actor }, unit, { sensitivity: 'public' })
    if (least === null) return new Map()
    const counted = standings.filter((one) => standsAtLeast(one, least) && standsAtLeast(one, counts))
    return inScope(db, scopeOf(actor), async (tx) => {
      const own = { province: unit.province, unit: unit.unit }
      const figures = (await figuresOfPeriods(tx, own, [period], counted)).get(periodKey(period))
      return new Map(
        cells.flatMap((cell): [string, FigureValue][] => {
          const figure = figures?.get(cellKey(cell))
          return figure ? [[cellKey(cell), figure.value]] : []
        }),
      )
    })
  }
}
