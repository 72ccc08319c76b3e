import { parseId } from '#kernel/ids.ts'
import { cellKey, parseCellKey, type CellRef } from '#modules/figures/indicator.ts'
import type { QuestionId } from './report.ts'

/** What a form says about one cell: the text now, and the text the page was made with. */
export type CellEntry = { cell: CellRef; raw: string; note: string; was: { raw: string; note: string } }

/** The longest text of a cell and of its note; longer is cut by the browser and refused by nobody. */
export const longest = { raw: 60, note: 500, question: 1000, explanation: 2000 } as const

/** Field names of one cell in an entry form. */
export function fieldNames(cell: CellRef): { raw: string; note: string; wasRaw: string; wasNote: string } {
  const key = cellKey(cell)
  return { raw: `so.${key}`, note: `ghi-chu.${key}`, wasRaw: `so-cu.${key}`, wasNote: `ghi-chu-cu.${key}` }
}

/** Reads the cells of an entry form; a cell without its `so` field was not on the page. */
export function readEntries(form: FormData): CellEntry[] {
  return [...form.keys()]
    .filter((name) => name.startsWith('so.'))
    .map((name) => {
      const cell = parseCellKey(name.slice('so.'.length))
      const names = fieldNames(cell)
      return {
        cell,
        raw: textOf(form, names.raw, longest.raw),
        note: textOf(form, names.note, longest.note),
        was: { raw: textOf(form, names.wasRaw, longest.raw), note: textOf(form, names.wasNote, longest.note) },
      }
    })
}

/** Reads the questions of a review form: one text a cell, empty ones left out. */
export function readQuestions(form: FormData): { cell: CellRef; text: string }[] {
  return [...form.keys()]
    .filter((name) => name.startsWith('hoi.'))
    .map((name) => ({
      cell: parseCellKey(name.slice('hoi.'.length)),
      text: textOf(form, name, longest.question).trim(),
    }))
    .filter((question) => question.text !== '')
}

/** Reads the answers of an entry form: one text a question, empty ones left out. */
export function readAnswers(form: FormData): { question: QuestionId; text: string }[] {
  return [...form.keys()]
    .filter((name) => name.startsWith('tra-loi.'))
    .map((name) => ({
      question: parseId<'Question'>(name.slice('tra-loi.'.length)),
      text: textOf(form, name, longest.question).trim(),
    }))
    .flatMap(({ question, text }) => (question && text !== '' ? [{ question, text }] : []))
}

/** Reads the explanations of a check form: the text now, and the text the page was made with. */
export function readExplanations(form: FormData): { key: string; text: string; before: string }[] {
  return [...form.keys()]
    .filter((name) => name.startsWith('loi.'))
    .map((name) => {
      const key = name.slice('loi.'.length)
      return {
        key,
        text: textOf(form, name, longest.explanation),
        before: textOf(form, `loi-cu.${key}`, longest.explanation),
      }
    })
}

export function textOf(form: FormData, name: string, most: number): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, most) : ''
}
