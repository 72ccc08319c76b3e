import type { AnswerTable } from '#modules/figures/answer-table.ts'
import type { AnswerChart } from './answer-charts.ts'

type Link = { href: string; label: string; current: boolean }

/** An answer as a page shows it (câu trả lời trên trang): the table with everything that leads on from it. */
export type ExploredResult = {
  sentence: string
  countsText: string
  besideNote: string | null
  countryNote: string | null
  view: string
  views: Link[]
  /** Drawn only in the views that are charts. */
  charts: AnswerChart[]
  isCut: boolean
  tableHref: string
  table: AnswerTable
  rowTitle: string
  /** What stands in the address of each number's sources, by place. */
  keys: { measure: string[]; unit: string[]; period: string[] }
  openBase: string
  sort: string | null
  sortBase: string
  pageQuery: string
  pivots: Link[]
  missing: { name: string; many: number; of: number }[]
  missingUnits: number
  isAllAbsent: boolean
  whyAbsent: string
  /** The same question on today's map, where the map is why nothing is compared. */
  onToday: string | null
  /** The table as text for a spreadsheet. */
  text: string
}
