import type { ScoringLine } from '#modules/movement/scoring-set.ts'

/** A set as its form shows it: the head as typed, and rows of lines with empty ones to add to. */
export type SetValues = { head: Record<string, string>; appliesTo: string[]; rows: ScoringLine[] }
