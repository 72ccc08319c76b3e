import { error, fail, redirect } from '@sveltejs/kit'
import { periodName } from '#kernel/period.ts'
import { textOfBytes } from '#modules/access/list-text.ts'
import { readForm } from '#modules/access/forms.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import { groundsForm } from '#modules/figures/target-forms.ts'
import { aimLabel, targetRefusalText, type TargetRefusal } from '#modules/figures/target-labels.ts'
import { isOfList, targetListRefusalText, type TargetListRefusal } from '#modules/figures/target-list-labels.ts'
import {
  listTargets,
  previewTargets,
  type PreviewedTarget,
  type TargetGrounds,
} from '#modules/figures/target-listing.server.ts'
import { targetColumns, type TypedTargetRow } from '#modules/figures/target-list.ts'
import { contextOf } from '../context.ts'

export const groundFields = ['number', 'on', 'reason'] as const

/** The reason and document that hold for every line, or what to mend in them. */
export function readGrounds(
  form: FormData,
): { ok: true; grounds: TargetGrounds } | { ok: false; errors: Record<string, string> } {
  const read = readForm(groundsForm, form)
  return read.ok ? { ok: true, grounds: read.value } : read
}

/** The preview of a list for the page; `typed` comes back with it, so that nothing has to be typed again. */
export async function previewAnswer(
  locals: App.Locals,
  rows: readonly TypedTargetRow[],
  grounds: TargetGrounds,
  typed: Record<string, string>,
) {
  const outcome = await previewTargets(contextOf(locals), rows, grounds)
  if (!outcome.ok) {
    if (outcome.kind !== 'refused') error(404, 'Không có trang này')
    return listNo(outcome.refusal, typed)
  }
  const shown = outcome.value.map(rowShown)
  const wrong = shown.filter(({ problems }) => problems.length > 0).length
  const changes = shown.filter(({ effect }) => effect !== null && effect !== effectWords.same).length
  return { typed, preview: { rows: shown, wrong, changes } }
}

/** Sets the list and leads to the targets; a list that has become wrong meanwhile is shown again. */
export async function setAnswer(
  locals: App.Locals,
  rows: readonly TypedTargetRow[],
  grounds: TargetGrounds,
  typed: Record<string, string>,
) {
  const outcome = await listTargets(contextOf(locals), rows, grounds)
  if (outcome.ok) redirect(303, '/desk/chi-tieu?da=tep')
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  if (outcome.refusal.code === 'list-wrong') return previewAnswer(locals, rows, grounds, typed)
  return listNo(outcome.refusal, typed)
}

export function listNo(refusal: TargetListRefusal | TargetRefusal, typed: Record<string, string>) {
  const message = isOfList(refusal) ? targetListRefusalText(refusal) : targetRefusalText(refusal)
  return fail(409, { errors: { danhSach: message } as Record<string, string>, typed })
}

const effectWords = { set: 'đặt mới', revised: 'điều chỉnh', same: 'đã có đúng như vậy' } as const

function rowShown({ line, typed, unit, cell, period, aim, problems, effect, standing }: PreviewedTarget) {
  return {
    line,
    unit: unit?.name ?? (typed.unit || typed.unitCode),
    cell: cell ? cellKey(cell) : typed.cell,
    period: period ? periodName(period) : typed.period,
    amount: typed.amount,
    aim: aim ? aimLabel[aim] : '',
    standing: standing ? standing.raw : null,
    effect: effect && effectWords[effect],
    problems: problems.map(({ column, sentence }) => ({ column: targetColumns[column], sentence })),
  }
}

/** The file when one was chosen, else what was pasted. */
export async function sentText(form: FormData): Promise<{ text: string } | { refusal: TargetListRefusal }> {
  const file = form.get('tep')
  if (!(file instanceof File) || file.size === 0) {
    const pasted = form.get('danhSach')
    return { text: typeof pasted === 'string' ? pasted.slice(0, longestText) : '' }
  }
  const text = textOfBytes(new Uint8Array(await file.arrayBuffer()))
  return text === 'empty' || text === 'not-unicode' || text === 'spreadsheet' || text === 'stray-quote'
    ? { refusal: { code: 'list-unreadable', why: text } }
    : { text: text.slice(0, longestText) }
}

const longestText = 400_000
