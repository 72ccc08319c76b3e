import { periodKey } from '#kernel/period.ts'
import { aimLabel, amountWords, handLabel } from './target-labels.ts'
import { drawnAmount, type Besides } from './beside.ts'
import type { AnswerPlace, BesideWords } from './answer-table.ts'
import type { CubeCell } from './cube-answer.ts'
import type { CubeQuestion, Measure } from './cube-question.ts'
import { cellKey, type CellRef } from './indicator.ts'
import { againstTarget } from './reached.ts'
import { stateWords } from './reached-sentence.ts'
import { targetHands, type Target } from './target.ts'
import { formatQuantity } from '#kernel/quantity.ts'

/** The cells of a question for which a target can be set: what is worked out of several has none. */
export function aimedCells({ measures }: CubeQuestion): CellRef[] {
  return measures.flatMap(({ expression, key }) => (expression.kind === 'cell' ? [expression.cell] : codeOf(key)))
}

// A ratio of the list of indicators is worked out of others and yet has a code of its own, for which a target may be set.
function codeOf(key: string): CellRef[] {
  return /^[A-Z]{1,3}\d{2,3}$/.test(key) ? [{ code: key, dimension: '' }] : []
}

/** Each number beside its target; where a unit and its superior both set one, beside both. */
export function besideTargets(question: CubeQuestion, targets: readonly Target[]): Besides {
  const byPlace = Map.groupBy(targets, ({ unit, cell, period }) => placeKey(unit, cellKey(cell), periodKey(period)))
  const targetsAt = (place: AnswerPlace): readonly Target[] => {
    const [measure, unit, period] = [
      question.measures[place.measure],
      question.units[place.unit],
      question.periods[place.period],
    ]
    if (!measure || unit === undefined || !period) return []
    return byPlace.get(placeKey(unit, measure.key, periodKey(period))) ?? []
  }
  return {
    periods: [],
    units: [],
    note: null,
    drawn: targetHands
      .filter((hand) => targets.some(({ setBy }) => setBy === hand))
      .map((hand) => ({
        key: `chi-tieu-${hand}`,
        name: `Chỉ tiêu, ${handLabel[hand].toLocaleLowerCase('vi')}`,
        role: 'target',
        at(_, place) {
          const target = targetsAt(place).find(({ setBy }) => setBy === hand)
          return target ? { cell: drawnAmount(target.amount), name: null } : null
        },
      })),
    words(_, place, cell) {
      const measure = question.measures[place.measure]
      if (!measure) return { text: null, reason: null }
      const found = targetsAt(place)
      return found.length === 0 ? { text: 'chưa đặt chỉ tiêu', reason: null } : saidOf(found, measure, cell)
    },
  }
}

function placeKey(unit: string, cell: string, period: string): string {
  return `${unit} ${cell} ${period}`
}

function saidOf(targets: readonly Target[], measure: Measure, cell: CubeCell): BesideWords {
  const said = targets.map((target) => {
    const reached = againstTarget(target, cell)
    const aim = `${aimLabel[target.aim]} ${amountWords(target.amount, measure.numeral, measure.unitOfCount)}`
    const share = reached.share === null || measure.numeral === 'percent' ? '' : ` (${formatQuantity(reached.share)}%)`
    const hand = targets.length > 1 ? `${handLabel[target.setBy]}: ` : ''
    return `${hand}${stateWords(target, reached).toLocaleLowerCase('vi')}${share}, ${aim}`
  })
  return { text: said.join('; '), reason: null }
}
