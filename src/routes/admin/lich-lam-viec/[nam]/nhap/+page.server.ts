import { error, fail, redirect } from '@sveltejs/kit'
import { formatDay, formatDayOfWeek, localDate, parseLocalDate } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import { tidy } from '#kernel/text.ts'
import { rowsOfText } from '#modules/access/list-text.ts'
import { refusalText as listRefusalText } from '#modules/access/labels.ts'
import { enterNotice } from '#modules/calendar/commands.server.ts'
import { dayKindLabel } from '#modules/calendar/labels.ts'
import {
  longestNotice,
  readNoticeRows,
  rowsOfList,
  typedFrom,
  type RowRead,
  type TypedRow,
} from '#modules/calendar/notice-rows.ts'
import { noticeDraft, noticePreview } from '#modules/calendar/queries.server.ts'
import { worksOtherwise, type DayChange, type NoticeEntry } from '#modules/calendar/year.ts'
import { dueMoves } from '#modules/reporting/due-moves-queries.server.ts'
import { ctxOf, textOf } from '../../../context.server.ts'
import { calendarNo, yearIn } from '../../answer.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const outcome = await noticeDraft({ ...ctxOf(locals), db: locals.db }, yearIn(params.nam))
  if (!outcome.ok) error(404, 'Không có trang này.')
  const { year, days, from, standing, last } = outcome.value
  return {
    year,
    from,
    rows: typedFrom(days),
    needsReason: standing === 'official' || last !== null,
    isOfficial: standing === 'official',
    version: last?.version ?? 0,
    number: last?.state === 'in-force' ? last.number : '',
    issuedOn: last?.state === 'in-force' && last.issuedOn ? formatDay(last.issuedOn) : '',
    longestNotice,
  }
}

export const actions: Actions = {
  xem: async ({ locals, params, request }) => {
    const ctx = { ...ctxOf(locals), db: locals.db }
    const sent = sentIn(yearIn(params.nam), await request.formData())
    if (!sent.entry) return fail(422, sent.answer)
    const preview = await noticePreview(ctx, sent.entry)
    if (!preview.ok) error(404, 'Không có trang này.')
    const moves = await dueMoves(ctx, preview.value, localDate(`${sent.entry.year}-12-31`))
    return {
      ...sent.answer,
      preview: {
        changes: preview.value.changes.map(changeSaid),
        otherwise: preview.value.changes.filter(worksOtherwise).length,
        moves: (moves ?? []).map((move) => ({
          name: periodName(move.period),
          was: formatDayOfWeek(move.was),
          now: formatDayOfWeek(move.now),
          open: move.open,
        })),
      },
    }
  },
  ghi: async ({ locals, params, request }) => {
    const ctx = { ...ctxOf(locals), db: locals.db }
    const form = await request.formData()
    const sent = sentIn(yearIn(params.nam), form)
    if (!sent.entry) return fail(422, sent.answer)
    const { typed } = sent.answer
    const seen = { version: Number(textOf(form, 'banGhi', 6)), reason: tidy(typed['lyDo'] ?? '') }
    const outcome = await enterNotice(ctx, sent.entry, seen)
    if (outcome.ok) redirect(303, `/admin/lich-lam-viec?nam=${sent.entry.year}&da=ghi`)
    const no = calendarNo(outcome, typed)
    return fail(no.status, { ...sent.answer, ...no.data })
  },
}

type Answer = {
  errors: Record<string, string>
  typed: Record<string, string>
  rows: TypedRow[]
  rowErrors: RowRead['errors'][]
}

/** What the form sent, read to the end: the entry when all of it is right, and always what the form shows again. */
function sentIn(year: number, form: FormData): { entry: NoticeEntry | null; answer: Answer } {
  const typed = {
    soThongBao: textOf(form, 'soThongBao', 200),
    ngayThongBao: textOf(form, 'ngayThongBao', 20),
    lyDo: textOf(form, 'lyDo', 300),
  }
  const errors: Record<string, string> = {}
  const issuedOn = parseLocalDate(typed.ngayThongBao)
  const number = tidy(typed.soThongBao)
  if (number === '') errors['soThongBao'] = 'Thiếu số của thông báo, ví dụ 9441/TB-BNV.'
  if (!issuedOn) errors['ngayThongBao'] = 'Cần ngày ký thông báo, ví dụ 16/10/2025.'
  const pasted = textOf(form, 'danhSach', 20_000)
  const list = pasted.trim() === '' ? null : rowsOfText(pasted)
  if (typeof list === 'string') errors['danhSach'] = listRefusalText({ code: list })
  const rows = list && typeof list !== 'string' ? rowsOfList(list) : rowsOfForm(form)
  if (rows.length > longestNotice) errors['danhSach'] = `Danh sách dài quá ${longestNotice} dòng.`
  const reads = readNoticeRows(year, rows.slice(0, longestNotice))
  for (const { row, errors: wrong } of reads) {
    for (const [column, sentence] of Object.entries(wrong))
      errors[`${column}-${row.line}`] = `Dòng ${row.line}: ${sentence}`
  }
  if (reads.length === 0) errors['danhSach'] ??= 'Chưa có ngày nào. Gõ vào bảng hoặc dán danh sách.'
  const days = reads.flatMap(({ read }) => (read ? [read] : []))
  const isRight = Object.keys(errors).length === 0
  return {
    entry: isRight && issuedOn ? { year, number, issuedOn, days } : null,
    answer: { errors, typed, rows: reads.map(({ row }) => row), rowErrors: reads.map((one) => one.errors) },
  }
}

function rowsOfForm(form: FormData): TypedRow[] {
  const lines = form.getAll('ngay').slice(0, longestNotice + 1)
  const cell = (name: string, at: number): string => {
    const value = form.getAll(name)[at]
    return typeof value === 'string' ? value.slice(0, 120) : ''
  }
  return lines.map((_, at) => ({
    ...{ line: at + 1, day: cell('ngay', at), kind: cell('loai', at) },
    ...{ name: cell('ten', at), pair: cell('doiVoi', at) },
  }))
}

function changeSaid({ day, was, now }: DayChange) {
  const word = (one: DayChange['was']): string => (one ? `${dayKindLabel[one.kind]}: ${one.name}` : 'ngày thường')
  return { day: formatDayOfWeek(day), was: word(was), now: word(now) }
}
