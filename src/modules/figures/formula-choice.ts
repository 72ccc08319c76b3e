import type { LocalDate } from '#kernel/local-date.ts'
import { readExpression, writeExpression } from './expression-text.ts'
import { versionOn, type Formula } from './formula.ts'
import type { PickedIndicator } from './indicator-choice.ts'

/** A province's own formulas as they stand on a day, to be chosen for a question beside the indicators. */
export function pickedFormulas(formulas: readonly Formula[], on: LocalDate): PickedIndicator[] {
  return formulas.flatMap((formula): PickedIndicator[] => {
    const version = versionOn(formula, on)
    if (!version) return []
    const reading = readExpression(version.text)
    const counts = reading.kind === 'expression' ? writeExpression(reading.expression, 'words') : version.text
    const { name, unitOfCount } = version
    // No figure is reported under its code: how its numbers add up is said by the indicators in it.
    const adds = { nature: 'ratio', overTerritory: 'none' } as const
    return [{ code: formula.code, name, unitOfCount, counts, ...adds, section: 'Công thức của tỉnh', dimensions: [] }]
  })
}
