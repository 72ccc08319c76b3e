import { parseLocalDate } from '#kernel/local-date.ts'
import { tidy } from '#kernel/text.ts'
import { parseCellKey } from '#modules/figures/indicator.ts'
import { textOf } from './forms.ts'
import { longestTask, type PlanTaskEntry } from './task.ts'

/** A task as its form was filled in: kept as typed when it is refused. */
export type TypedTask = { text: string; owner: string; due: string; cell: string }

export function typedTask(form: FormData): TypedTask {
  return {
    text: textOf(form, 'viec', longestTask.text),
    owner: textOf(form, 'ai', longestTask.owner),
    due: textOf(form, 'han', 20),
    cell: textOf(form, 'o', 60),
  }
}

/** Null where the day cannot be read. */
export function readTask(typed: TypedTask): PlanTaskEntry | null {
  const due = tidy(typed.due) === '' ? null : parseLocalDate(tidy(typed.due))
  if (tidy(typed.due) !== '' && due === null) return null
  return { text: typed.text, owner: typed.owner, due, cell: typed.cell === '' ? null : parseCellKey(typed.cell) }
}

export const dayNotRead = 'Hạn: ghi ngày/tháng/năm, ví dụ 15/12/2026; chưa định thì để trống.'
