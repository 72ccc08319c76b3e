import { error, fail, redirect } from '@sveltejs/kit'
import type { z } from 'zod'
import { byteOrderMark, writeCsv, type CsvCell } from '#kernel/csv-writing.ts'
import { newId, parseId, type Id } from '#kernel/ids.ts'
import { formatDay, timeInVietnam } from '#kernel/local-date.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { formatQuantity, parseQuantity } from '#kernel/quantity.ts'
import { readForm } from '#modules/access/forms.ts'
import type { SheetChange, SheetPage, SheetQuestion } from '#modules/access/sheet-queries.server.ts'
import { mend, type FormAnswer } from '../../form-answer.server.ts'
import { dayShort } from '../when.ts'
import type { SheetRowShown } from './fields.ts'

/** What the address of a register asks: a unit, a year, words, one more filter, a page. */
export function askedOf(url: URL, filter: { name: string; column: string; values: readonly string[] } | null) {
  const text = (name: string): string => url.searchParams.get(name)?.trim().slice(0, 80) ?? ''
  const year = /^(19|20)\d\d$/.test(text('nam')) ? Number(text('nam')) : null
  const chosen = filter && filter.values.includes(text(filter.name)) ? text(filter.name) : ''
  const question: SheetQuestion = {
    ...{ unit: text('don-vi') || null, year, words: text('tim') },
    filter: filter && chosen ? { column: filter.column, value: chosen } : null,
    page: Number(/^\d{1,5}$/.exec(text('trang'))?.[0] ?? 1),
  }
  const asked: Record<string, string> = {
    ...(question.unit === null ? {} : { 'don-vi': question.unit }),
    ...(year === null ? {} : { nam: String(year) }),
    ...(question.words === '' ? {} : { tim: question.words }),
    ...(filter && chosen ? { [filter.name]: chosen } : {}),
  }
  return { question, asked }
}

const saved: Readonly<Record<string, string>> = {
  ghi: 'Đã ghi vào sổ. Báo cáo đang mở của kỳ có ngày này đếm theo sổ.',
  sua: 'Đã lưu. Báo cáo đang mở đếm theo bản mới.',
  go: 'Đã gỡ khỏi sổ. Tờ này không tính nữa; dòng vẫn còn trong sổ kèm lý do.',
}

/** What just happened, as the address of the page after it says. */
export function saidOf(url: URL, more: Readonly<Record<string, string>> = {}): string | null {
  const word = url.searchParams.get('da') ?? ''
  return more[word] ?? saved[word] ?? null
}

export function mustBe<Value>(outcome: Outcome<Value, { code: string }>): Value {
  if (!outcome.ok) error(404, 'Không có trang này')
  return outcome.value
}

/** The parts of a register's page that every register has. */
export function shownPage<Entry>(
  page: SheetPage<Entry>,
  shown: (sheet: SheetPage<Entry>['lines'][number]['sheet']) => Omit<SheetRowShown, 'id' | 'voidReason'>,
  own: string,
) {
  return {
    rows: page.lines.map(({ sheet, unitName }): SheetRowShown => {
      const row = shown(sheet)
      const meta = [unitName === own ? '' : unitName, row.meta].filter(Boolean).join(' · ')
      return { ...row, meta, id: sheet.id, voidReason: sheet.voidReason }
    }),
    ...{ years: page.years, page: page.page, pages: page.pages, total: page.total, above: page.above },
    mayKeep: page.mayKeep,
  }
}

export function amountSaid(text: string | undefined): string {
  const amount = parseQuantity(text ?? '0')
  return amount === null ? (text ?? '') : formatQuantity(amount)
}

export function changesShown(changes: readonly SheetChange[], words: Readonly<Record<string, string>>) {
  return changes.map(({ kind, at, by }, key) => ({
    ...{ key, iso: at.toISOString(), day: dayShort(at), time: timeInVietnam(at), what: words[kind] ?? kind, by },
  }))
}

export function dayTyped(day: Parameters<typeof formatDay>[0] | null): string {
  return day === null ? '' : formatDay(day)
}

/** What is handed back of a form that was refused: the whole text, and never more than a page can hold. */
const longestKept = 20_000

export function typedIn(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const text = form.get(name)
      return [name, typeof text === 'string' ? text.slice(0, longestKept) : '']
    }),
  )
}

/** The sentence of a refusal beside the field it is about; not allowed and not there look the same. */
export function refuse<No extends { code: string }>(
  outcome: Exclude<Outcome<unknown, No>, { ok: true }>,
  typed: Record<string, string>,
  words: { field: (refusal: No) => string; text: (refusal: No) => string },
): ReturnType<typeof fail<FormAnswer>> {
  if (outcome.kind !== 'refused') error(404, 'Không có trang này')
  const field = words.field(outcome.refusal)
  const isThere = field in typed || field === 'tep'
  return fail(409, { errors: { [isThere ? field : '']: words.text(outcome.refusal) }, typed })
}

export function sheetId(text: string): Id<'Sheet'> {
  const id = parseId<'Sheet'>(text)
  if (!id) error(404, 'Không có trang này')
  return id
}

/** The two ways a form comes in: read, or handed back with what has to be mended. */
export async function readSheet<Shape extends z.ZodObject>(
  request: Request,
  shape: Shape,
  more: readonly string[] = [],
): Promise<
  | { ok: true; form: FormData; value: z.output<Shape>; typed: Record<string, string> }
  | { ok: false; answer: ReturnType<typeof mend> }
> {
  const form = await request.formData()
  const typed = typedIn(form, [...Object.keys(shape.shape), ...more])
  const read = readForm(shape, form)
  return read.ok ? { ok: true, form, value: read.value, typed } : { ok: false, answer: mend(read.errors, typed) }
}

/** After a new sheet was sent: to the register, or back with the sentence; on a used sheet the next press gets its own. */
export function afterNew<No extends { code: string }>(
  outcome: Outcome<unknown, No>,
  path: string,
  typed: Record<string, string>,
  now: Date,
  words: { field: (refusal: No) => string; text: (refusal: No) => string },
) {
  if (outcome.ok) redirect(303, `${path}?da=ghi`)
  const isUsed = outcome.kind === 'refused' && outcome.refusal.code === 'sheet-used'
  return refuse(outcome, isUsed ? { ...typed, to: newId<'Sheet'>(now) } : typed, words)
}

export function sheetOfForm(typed: Record<string, string>): Id<'Sheet'> {
  const id = parseId<'Sheet'>(typed.to)
  if (!id) error(400, 'Biểu mẫu này không đầy đủ. Xin mở lại trang ghi sổ.')
  return id
}

/** A register as a file: what the page shows of all its pages. */
export function csvAnswer(name: string, header: readonly string[], rows: readonly (readonly CsvCell[])[]): Response {
  return new Response(byteOrderMark + writeCsv(header, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
  })
}
