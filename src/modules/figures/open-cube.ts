import { hedgeWord } from '#kernel/numerals.ts'
import { toDecimalText } from '#kernel/quantity.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { cellReasonText, cellText, cellWords } from './cell-words.ts'
import type { CubeAnswer, CubeCell } from './cube-answer.ts'
import type { OpenCubeAnswer, OpenCubeRow } from './open-cube-shape.ts'
import type { ResolvedQuestion } from './question-resolved.ts'
import { questionAddress } from './question-text.ts'
import type { AskedQuestion } from './question.ts'

/** What an answer was made of: the question as asked and as looked up, its sentence, and how units are called in reasons. */
export type AnsweredQuestion = {
  asked: AskedQuestion
  question: ResolvedQuestion
  answer: CubeAnswer
  sentence: string
  nameOf(unit: UnitId): string
}
type Dated = { asOf: string; clock: number }

export function openCubeOf(
  { asked, question, answer, sentence, nameOf }: AnsweredQuestion,
  dated: Dated,
): OpenCubeAnswer {
  const { measures, periods, map, from, labels } = question
  const reasons = new Map<string, number>()
  const cells = [...cellsOf({ question, answer })].map(({ cell }) => cell)
  const reasonAt = ({ reason }: CubeCell): number | null => {
    if (reason === null) return null
    const sentenceOf = cellReasonText(reason, nameOf)
    const known = reasons.get(sentenceOf) ?? reasons.size
    reasons.set(sentenceOf, known)
    return known
  }
  return {
    question: sentence,
    address: questionAddress(asked),
    ...dated,
    measures: measures.map(({ key, name, unitOfCount }) => ({ key, name, unitOfCount })),
    units: labels.units.map(({ code, name, level, isTotal }) => ({ code, name, level, total: isTotal })),
    periods: periods.map((period, at) => ({
      key: '',
      title: '',
      ...labels.periods[at],
      from: period.from,
      to: period.to,
    })),
    map: map.kind === 'reported' ? 'reported' : map.day,
    from,
    counts: question.counts,
    state: cells.map(({ state }) => state),
    amount: cells.map((cell) => (cell.amount === null ? null : toDecimalText(cell.amount))),
    qualifier: cells.map((cell) => (cell.amount === null ? null : cell.qualifier)),
    flag: cells.map((cell) => (cell.amount === null ? null : cell.flag)),
    counted: cells.map(({ counted }) => counted),
    expected: cells.map(({ expected }) => expected),
    reason: cells.map(reasonAt),
    reasons: [...reasons.keys()],
    breaks: measures.flatMap((_, measure) =>
      [...answer.breaks(measure), ...answer.noted(measure)]
        .sort((a, b) => a.period - b.period)
        .map((one) => ({ measure, ...one })),
    ),
  }
}

/** Every cell as a line, in the order of the columns. */
export function openCubeRows({ question, answer, nameOf }: AnsweredQuestion): OpenCubeRow[] {
  const { measures, periods, labels } = question
  return [...cellsOf({ question, answer })].flatMap(({ cell, measure, unit, period }) => {
    const [asked, named, when, title] = [measures[measure], labels.units[unit], periods[period], labels.periods[period]]
    if (!asked || !named || !when || !title) return []
    const isKnown = cell.amount !== null
    return {
      indicator: asked.key,
      indicatorName: asked.name,
      unitOfCount: asked.unitOfCount,
      unit: named.code,
      unitName: named.name,
      total: named.isTotal,
      period: title.key,
      from: when.from,
      to: when.to,
      state: cell.state,
      hedge: isKnown ? hedgeWord(cell.qualifier) : null,
      amount: cell.amount === null ? null : toDecimalText(cell.amount),
      flag: isKnown ? cell.flag : null,
      counted: cell.counted,
      expected: cell.expected,
      reason: cell.reason && cellReasonText(cell.reason, nameOf),
    }
  })
}

function* cellsOf({ question, answer }: Pick<AnsweredQuestion, 'question' | 'answer'>) {
  for (let measure = 0; measure < question.measures.length; measure += 1) {
    for (let unit = 0; unit < question.units.length; unit += 1) {
      for (let period = 0; period < question.periods.length; period += 1) {
        yield { cell: answer.cell(measure, unit, period), measure, unit, period }
      }
    }
  }
}

/** One measure of an answer for people: units beside periods, and below them why numbers are missing. */
export type OpenCubeTable = { title: string; head: string[]; rows: string[][]; notes: string[] }

export function openCubeTables({ question, answer, nameOf }: AnsweredQuestion): OpenCubeTable[] {
  const { measures, periods, labels } = question
  return measures.map((asked, measure) => {
    const notes = new Set<string>()
    const rows = labels.units.map(({ name, isTotal }, unit) => [
      isTotal ? `${name} (số chung)` : name,
      ...periods.map((_, period) => {
        const words = cellWords(answer.cell(measure, unit, period), asked.numeral, nameOf)
        if (words.reason) notes.add(`${name}: ${words.reason}`)
        return [cellText(words), words.isApportioned ? '(chia theo tỷ lệ)' : '', words.from && `(${words.from})`]
          .filter(Boolean)
          .join(' ')
      }),
    ])
    const head = ['Đơn vị', ...labels.periods.map(({ title }) => title)]
    const breaks = answer
      .breaks(measure)
      .map(({ period, to }) => `Từ ${labels.periods[period]?.title ?? ''} đếm theo định nghĩa khác (${to}).`)
    for (const { period, to } of answer.noted(measure)) {
      breaks.push(`Từ ${labels.periods[period]?.title ?? ''} theo định nghĩa mới (${to}), vẫn so được với trước.`)
    }
    return { title: `${asked.key} ${asked.name} (${asked.unitOfCount})`, head, rows, notes: [...breaks, ...notes] }
  })
}
