import type { Id } from '#kernel/ids.ts'
import { cellKey, type CellRef } from '#modules/figures/indicator.ts'
import type { ContentLine, ReportContent } from './content.ts'
import { formatValue } from '#modules/figures/figure.ts'
import type { Standing } from './lifecycle.ts'

export const amendmentStatuses = ['asked', 'open', 'handed-in', 'returned', 'accepted', 'dropped'] as const
export type AmendmentStatus = (typeof amendmentStatuses)[number]

export const amendmentMoves = ['begin', 'hand-in', 'recall', 'return', 'accept', 'drop', 'refuse'] as const

/** A step in the life of an amendment. */
export type AmendmentMove = (typeof amendmentMoves)[number]

/** Bản sửa đổi: what an accepted report will say instead, and how far it has come (docs/adr/0069). */
export type Amendment = {
  n: number
  status: AmendmentStatus
  reason: string
  /** Rises with every move and every save. */
  version: number
  /** The copy that counted when it was opened. */
  baseCopy: number
  /** The copy that its acceptance made; null before. */
  copy: number | null
  at: Date
  changedAt: Date
}

/** What one cell is to say, and why. */
export type AmendedCell = {
  cell: CellRef
  raw: string
  note: string
  why: string
  by: string
  account: Id<'Account'> | null
  at: Date
}

type AmendmentRule = {
  move: AmendmentMove
  from: readonly AmendmentStatus[]
  to: AmendmentStatus
  by: readonly Standing[]
}

const own: readonly Standing[] = ['own-officer', 'own-leader']

/** The whole life of an amendment. The unit drops what it has in hand; the reviewer what he asked for or was handed. */
export const amendmentLifecycle: readonly AmendmentRule[] = [
  { move: 'begin', from: ['asked'], to: 'open', by: own },
  { move: 'hand-in', from: ['open', 'returned'], to: 'handed-in', by: own },
  { move: 'recall', from: ['handed-in'], to: 'open', by: own },
  { move: 'return', from: ['handed-in'], to: 'returned', by: ['reviewer'] },
  { move: 'accept', from: ['handed-in'], to: 'accepted', by: ['reviewer'] },
  { move: 'drop', from: ['open', 'returned'], to: 'dropped', by: own },
  { move: 'refuse', from: ['asked', 'handed-in'], to: 'dropped', by: ['reviewer'] },
]

/** The moves that a person of these standings may make now; the page shows exactly these. */
export function amendmentMovesFor(status: AmendmentStatus, standings: readonly Standing[]): AmendmentMove[] {
  return amendmentLifecycle
    .filter((rule) => rule.from.includes(status) && rule.by.some((one) => standings.includes(one)))
    .map((rule) => rule.move)
}

/** Where a move leads: the new status, or why it does not lead anywhere. */
export function advanceAmendment(
  status: AmendmentStatus,
  move: AmendmentMove,
  standings: readonly Standing[],
): { to: AmendmentStatus } | 'not-now' | 'not-you' {
  const rule = amendmentLifecycle.find((one) => one.move === move)
  if (!rule || !rule.by.some((one) => standings.includes(one))) return 'not-you'
  return rule.from.includes(status) ? { to: rule.to } : 'not-now'
}

/** Whether its cells may still be typed. */
export function isAmendmentOpen(status: AmendmentStatus): boolean {
  return status === 'open' || status === 'returned'
}

/** Whether it still waits for somebody: a report has one of these at most. */
export function isAmendmentLive(status: AmendmentStatus): boolean {
  return status !== 'accepted' && status !== 'dropped'
}

/** Who reads what an amendment says before it was handed in: as with a report, its own unit. */
export function mayReadAmendment(status: AmendmentStatus, readsDraft: boolean): boolean {
  return readsDraft || status === 'handed-in' || status === 'accepted'
}

/** The moves that must say why. */
export function needsNote(move: AmendmentMove): boolean {
  return move === 'return' || move === 'drop' || move === 'refuse'
}

/** A reason that somebody else can follow needs at least so many letters. */
export const shortestAmendmentReason = 10

/** One cell in which two versions of a report differ. */
export type Difference = {
  cell: CellRef
  name: string
  dimensionName: string | null
  unitOfCount: string
  was: string
  is: string
  wasNote: string
  isNote: string
  /** Null where nobody typed this cell: a sum or a ratio that moved with the others. */
  why: string | null
}

/** The cells in which two contents of one report differ, in the order of the newer one; `whys` by cell key. */
export function differencesOf(
  before: ReportContent,
  after: ReportContent,
  whys: ReadonlyMap<string, string>,
): Difference[] {
  const old = new Map(before.lines.map((line) => [cellKey(line.cell), line]))
  return after.lines.flatMap((line) => {
    const key = cellKey(line.cell)
    const former = old.get(key)
    const said = saidOf(line)
    const was = former ? saidOf(former) : ''
    const wasNote = former?.figure.note ?? ''
    if (said === was && line.figure.note === wasNote) return []
    const { cell, name, dimensionName, unitOfCount } = line
    return [
      {
        ...{ cell, name, dimensionName, unitOfCount, was, wasNote },
        is: said,
        isNote: line.figure.note,
        why: whys.get(key) ?? null,
      },
    ]
  })
}

function saidOf(line: ContentLine): string {
  return formatValue(line.figure.value, line.numeral)
}
