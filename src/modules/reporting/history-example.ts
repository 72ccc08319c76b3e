import type { LocalDate } from '#kernel/local-date.ts'
import type { InventedReport } from './example.ts'
import type { Move, ReportStatus } from './lifecycle.ts'

export const exampleOfficer = 'Cán bộ xã (ví dụ)'
export const exampleReviewer = 'Trần Thị Thử'

export type HistoryStep = {
  move: Move | 'begin'
  to: ReportStatus
  at: Date
  person: string
}

/** The steps that lead to an invented report's status, each on its day. */
export function historyOf(invented: InventedReport): HistoryStep[] {
  const submitted = invented.submittedOn ?? invented.period.to
  const decided = invented.acceptedOn ?? submitted
  const all: HistoryStep[] = [
    { move: 'begin', to: 'draft', at: atHour(submitted, 8), person: exampleOfficer },
    { move: 'submit', to: 'submitted', at: atHour(submitted, 10), person: exampleOfficer },
    { move: 'return', to: 'returned', at: atHour(decided, 14), person: exampleReviewer },
    { move: 'accept', to: 'accepted', at: atHour(decided, 15), person: exampleReviewer },
    { move: 'publish', to: 'published', at: atHour(decided, 16), person: exampleReviewer },
  ]
  const moves: Record<InventedReport['status'], HistoryStep['move'][]> = {
    draft: ['begin'],
    submitted: ['begin', 'submit'],
    returned: ['begin', 'submit', 'return'],
    accepted: ['begin', 'submit', 'accept'],
    published: ['begin', 'submit', 'accept', 'publish'],
  }
  return all.filter((step) => moves[invented.status].includes(step.move))
}

/** When questions were asked: at the return, or where there was none at the last step; null before the first. */
export function askedAt(history: readonly HistoryStep[]): Date | null {
  return (history.find((step) => step.move === 'return') ?? history.at(-1))?.at ?? null
}

export function atHour(day: LocalDate, hour: number): Date {
  return new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+07:00`)
}
