import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { formatQuantity } from '#kernel/quantity.ts'
import { visitKindName } from '#modules/activities/visit-labels.ts'
import type { VisitOfInitiative } from '#modules/activities/visit-queries.server.ts'
import { milestoneState, type FollowEntry, type FollowUp } from '#modules/movement/follow.ts'
import { amountSaid, followKindLabel, giverLabel, milestoneLabel } from '#modules/movement/follow-labels.ts'
import type { StateKind } from '#ui/state.ts'

const stateKind: Record<ReturnType<typeof milestoneState>, StateKind> = { planned: 'none', done: 'ok', late: 'late' }

/** One line of the line of time in words; rows of other registers that happened to the initiative look the same. */
export type TimeRow = {
  key: string
  iso: string
  day: string
  kind: string
  text: string
  amount: string | null
  more: string | null
  state: { kind: StateKind; word: string } | null
  voidReason: string | null
  past: { key: number; text: string; by: string }[]
  href: string | null
  /** The page of the record of another register that the line tells of. */
  record: string | null
}

export function timeRow(line: FollowUp, past: readonly FollowUp[], href: string | null, today: LocalDate): TimeRow {
  const { entry } = line
  const state = entry.kind === 'milestone' ? milestoneState(entry, today) : null
  return {
    ...{ key: line.id, iso: dayOf(entry), day: formatDay(dayOf(entry)), kind: followKindLabel[entry.kind] },
    ...{ text: entry.text, amount: amountSaid(entry), more: moreOf(entry), voidReason: line.voidReason, href },
    record: null,
    state: state && { kind: stateKind[state], word: milestoneLabel[state] },
    past: past.map((one, key) => ({
      key,
      text: [formatDay(dayOf(one.entry)), one.entry.text, amountSaid(one.entry)].filter(Boolean).join(' · '),
      by: one.by,
    })),
  }
}

/** A visit that went to see the initiative, as a line among its own. */
export function visitRow(visit: VisitOfInitiative): TimeRow {
  const { id, on, kind, isSurprise, leadingBody } = visit
  return {
    ...{ key: `cuoc-${id}`, iso: on, day: formatDay(on), kind: visitKindName[kind] },
    ...{ text: leadingBody, amount: null, more: isSurprise ? 'Đột xuất' : null },
    ...{ state: null, voidReason: null, past: [], href: null, record: `/desk/kiem-tra/${id}` },
  }
}

/** Where a line stands in time: when it happened, or while it has not, when it is planned. */
export function dayOf(entry: FollowEntry): LocalDate {
  if (entry.kind === 'milestone') return entry.doneOn ?? entry.onDay
  return entry.kind === 'output' ? (entry.reached?.on ?? entry.onDay) : entry.onDay
}

function moreOf(entry: FollowEntry): string | null {
  if ('giver' in entry) return giverLabel[entry.giver]
  if (entry.kind === 'milestone' && entry.doneOn && entry.doneOn !== entry.onDay)
    return `Dự định ${formatDay(entry.onDay)}`
  if (entry.kind === 'output')
    return entry.reached ? `Minh chứng: ${entry.reached.evidence}` : `Hạn ${formatDay(entry.onDay)}`
  return null
}

/** A line as an officer would type it. */
export function valuesOf(entry: FollowEntry): Record<string, string> {
  const head = { onDay: formatDay(entry.onDay), text: entry.text }
  if (entry.kind === 'milestone') return { ...head, doneOn: entry.doneOn ? formatDay(entry.doneOn) : '' }
  if (entry.kind === 'note') return head
  if (entry.kind === 'output') {
    const { reached } = entry
    return {
      ...{ ...head, measure: entry.measure, planned: formatQuantity(entry.planned) },
      ...{ reached: reached ? formatQuantity(reached.amount) : '', reachedOn: reached ? formatDay(reached.on) : '' },
      evidence: reached?.evidence ?? '',
    }
  }
  const amount = entry.kind === 'money' ? `${formatQuantity(entry.amount)} triệu` : formatQuantity(entry.amount)
  return { ...head, amount, ...('giver' in entry ? { giver: entry.giver } : {}) }
}
