import { refused, done, type Outcome } from '#kernel/outcome.ts'

/** More figures than this do not fit a page that is read in a minute. */
export const mostFigures = 12

/** Why a choice of figures stays as it was. */
export type ChoiceRefusal =
  | { code: 'unknown-figure'; given: string }
  | { code: 'already-chosen'; name: string }
  | { code: 'too-many'; most: number }
  | { code: 'not-chosen' }
  | { code: 'last-one' }
  | { code: 'at-the-end' }
  | { code: 'not-changed' }

type Choice = Outcome<readonly string[], ChoiceRefusal>

/** Puts a cell behind the figures that are chosen already. */
export function withFigure(chosen: readonly string[], cell: string, name: string): Choice {
  if (chosen.includes(cell)) return refused({ code: 'already-chosen', name })
  if (chosen.length >= mostFigures) return refused({ code: 'too-many', most: mostFigures })
  return done([...chosen, cell])
}

/** Takes a cell out; the last one stays, for a page without figures says nothing. */
export function withoutFigure(chosen: readonly string[], cell: string): Choice {
  if (!chosen.includes(cell)) return refused({ code: 'not-chosen' })
  if (chosen.length === 1) return refused({ code: 'last-one' })
  return done(chosen.filter((one) => one !== cell))
}

/** Exchanges a cell with the one above or below it. */
export function withFigureMoved(chosen: readonly string[], cell: string, step: 'up' | 'down'): Choice {
  const at = chosen.indexOf(cell)
  if (at < 0) return refused({ code: 'not-chosen' })
  const other = step === 'up' ? at - 1 : at + 1
  const beside = chosen[other]
  if (beside === undefined) return refused({ code: 'at-the-end' })
  return done(chosen.map((one, place) => (place === at ? beside : place === other ? cell : one)))
}
