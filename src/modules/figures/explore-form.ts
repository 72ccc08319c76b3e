import { answerAxes, type AnswerAxis } from './answer-heads.ts'
import { questionAddress } from './question-text.ts'
import type { AskedQuestion, QuestionField } from './question.ts'

/** What the form of the exploring page sends beside the parameters of a question (ô chỉ có trên biểu). */
export type FormWords = {
  /** Sent by the button, so that the address can be put into its short form. */
  isSent: boolean
  /** Words to look indicators and units up by. */
  findIndicator: string
  findUnit: string
  formula: string
  /** The whole question written in one line. */
  line: string
  map: string
  mapDay: string
  /** The periods as they were typed: kept where they cannot be read. */
  period: string
  /** Which axis the columns of the table are; null leaves it to the table. */
  columns: AnswerAxis | null
}

/** Names of the form's own fields, as they stand in its address. */
export const formName = {
  isSent: 'hoi',
  findIndicator: 'tim-chi-tieu',
  findUnit: 'tim-don-vi',
  formula: 'cong-thuc',
  line: 'loi',
  mapDay: 'ban-do-ngay',
  columns: 'columns',
} as const

const ownNames: readonly string[] = Object.values(formName)
const longestWords = 200
const longestFormula = 2000

/** Splits what the form sent into the words of a question and the form's own. */
export function readForm(parameters: URLSearchParams): { question: [string, string][]; words: FormWords } {
  const text = (name: string, most = longestWords): string =>
    (parameters.get(name) ?? '').replaceAll('\0', '').normalize('NFC').trim().slice(0, most)
  const columns = answerAxes.find((axis) => axis === text(formName.columns)) ?? null
  const words: FormWords = {
    isSent: parameters.has(formName.isSent),
    findIndicator: text(formName.findIndicator),
    findUnit: text(formName.findUnit),
    formula: text(formName.formula, longestFormula),
    line: text(formName.line, 300),
    map: text('map'),
    mapDay: text(formName.mapDay),
    period: parameters.getAll('period').join(', ').replaceAll('\0', '').slice(0, longestFormula),
    columns,
  }
  // What everybody expects needs no word in the address.
  const isUsual = ([name, value]: [string, string]): boolean => name === 'counts' && value === 'accepted'
  const question = [...parameters].filter(
    (pair) => !ownNames.includes(pair[0]) && pair[0] !== 'map' && !isUsual(pair),
  )
  const map = words.map === 'day' ? words.mapDay : words.map
  if (words.formula) question.push(['indicators', words.formula])
  return { question: map === '' ? question : [...question, ['map', map]], words }
}

/** The address of a question with the form's one word that changes how it is shown. */
export function exploreAddress(asked: AskedQuestion, columns: AnswerAxis | null): string {
  const query = questionAddress(asked)
  const across = columns === null ? '' : `${formName.columns}=${columns}`
  return [query, across].filter(Boolean).join('&')
}

/** The control of the form that a parameter is mended in. */
export const controlOf: Record<QuestionField, string> = {
  indicators: 'tim-chi-tieu',
  by: 'theo-don-vi',
  unit: 'tim-don-vi',
  level: 'theo-don-vi',
  year: 'period',
  period: 'period',
  map: 'ban-do-ngay',
  from: 'from',
  counts: 'counts',
  compare: 'compare',
  view: 'period',
  sort: 'period',
  page: 'period',
}
