import type { LocalDate } from '#kernel/local-date.ts'
import type { Period } from '#kernel/period.ts'
import type { SeriesChange } from './cube-answer.ts'
import type { Definition, Memory } from './cube-memory.ts'
import { cellsRead, type Plan } from './cube-plan.ts'
import { changeBetween, type DefinitionChange, type DefinitionSpan } from './definition-change.ts'

/** The definition by which an indicator is counted on a day. */
export function definitionOn(memory: Memory, code: string, day: LocalDate): Definition | null {
  const versions = memory.definitions.byCode.get(code) ?? []
  return (
    versions.findLast(({ from, until }) => (from === null || from <= day) && (until === null || until >= day)) ?? null
  )
}

/**
 * The change that keeps the parts of a period from being put together: one of them is counted by a definition that is not
 * comparable with that of the whole. A part on whose last day nothing was counted has no number, and changes nothing.
 */
export function breakAmong(
  memory: Memory,
  whole: Definition,
  parts: readonly (Definition | null)[],
): DefinitionChange | null {
  for (const part of parts) {
    const change = part && changeOf(memory, part, whole)
    if (change?.comparable === false) return change
  }
  return null
}

/** Where the indicators of a measure, or those it is worked out of, are counted by another definition than before. */
export function changesOf(memory: Memory, plan: Plan, periods: readonly Period[]): SeriesChange[] {
  const codes = new Set([...(plan.code === null ? [] : [plan.code]), ...cellsRead(plan).map(({ code }) => code)])
  const found = [...codes].flatMap((code) => {
    let before: Definition | null = null
    return periods.flatMap(({ to }, period): SeriesChange[] => {
      const now = definitionOn(memory, code, to)
      const change = before && now && changeOf(memory, before, now)
      before = now ?? before
      return change
        ? [{ period, from: change.from, to: change.to, comparable: change.comparable, note: change.note }]
        : []
    })
  })
  return found.sort((a, b) => a.period - b.period)
}

function changeOf(memory: Memory, one: Definition, other: Definition): DefinitionChange | null {
  if (one.id === other.id) return null
  return changeBetween((memory.definitions.byCode.get(one.code) ?? []).map(spanOf), one.id, other.id)
}

function spanOf({ id, from, until, comparable, changeNote }: Definition): DefinitionSpan {
  return { id, validFrom: from, validUntil: until, comparable, changeNote }
}
