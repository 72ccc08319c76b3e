import type { Period } from '#kernel/period.ts'
import type { PeriodStanding } from '#modules/reporting/period-standing.ts'
import type { ReportId } from '#modules/reporting/report.ts'
import type { UnitVersion } from '#modules/territory/unit.ts'
import type { BriefFigure, BriefMeasure, BriefReserve } from './brief.ts'
import type { Change, Contributions } from './changes.ts'
import type { Remark } from './gentle.ts'
import type { Strange } from './strange.ts'

/** Whose number is strange, and the report it stands in; of a report that the reader may not open, null. */
export type OddPlace = { unit: UnitVersion; report: ReportId | null }

/** Everything a brief says (bản tóm tắt một trang), before it is put in words. */
export type Brief = {
  unit: UnitVersion
  period: Period
  asOf: Date
  figures: readonly BriefFigure[]
  /** False where the unit chose nothing and the figures are those of the template. */
  isOwnChoice: boolean
  changes: readonly { change: Change; made: Contributions | null }[]
  strange: readonly (OddPlace & { strange: Strange; of: BriefMeasure })[]
  remarks: readonly (OddPlace & { remark: Remark })[]
  standing: PeriodStanding
  reserve: BriefReserve
  nameOf: ReadonlyMap<string, string>
}
