import { dayInVietnam } from '#kernel/local-date.ts'
import { writeCsv, byteOrderMark } from '#kernel/csv-writing.ts'
import { textCell, type Workbook } from '#kernel/workbook.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { rowsOfText, textOfBytes } from '#modules/access/list-text.ts'
import { holderKindLabel, scopeLabel } from '#modules/movement/labels.ts'
import {
  longestRegistrationList,
  registrationColumns,
  type ListedCells,
  type UnreadableSheet,
} from '#modules/movement/registration-list.ts'
import { scopesOpenTo } from '#modules/movement/registration.ts'
import { rowsOfWorkbook, writeSheetToFill } from '#platform/office/xlsx-rows.ts'

const example: Record<string, string> = {
  ...{ name: 'Tuyến đường hoa tự quản', holder: 'Chi hội phụ nữ thôn Đồi Ngang', year: '2026', scope: 'Cấp xã' },
  ...{ isNew: 'Mới', holderKind: 'Tập thể', mainField: 'Văn hóa – xã hội' },
  ...{ situation: 'Đường thôn nhiều cỏ, rác', lead: 'Chi hội phụ nữ thôn' },
}

/** The file to start from, in either form, with one invented initiative. */
export async function registrationTemplate(
  ctx: Ctx,
  fields: readonly string[],
  kind: 'xlsx' | 'csv',
): Promise<Response> {
  const today = dayInVietnam(ctx.now)
  const titles = registrationColumns.map(({ title }) => title)
  const row = registrationColumns.map(({ column }) => example[column] ?? '')
  if (kind === 'csv') return fileOf(byteOrderMark + writeCsv(titles, [row]), 'mau-mo-hinh', 'csv')
  const words: Record<string, readonly string[]> = {
    scope: scopesOpenTo(ctx.actor.unit === ctx.actor.province, today).map((one) => scopeLabel[one]),
    ...{ isNew: ['Mới', 'Duy trì'], holderKind: Object.values(holderKindLabel), mainField: fields },
  }
  const bytes = await writeSheetToFill({
    name: 'Đăng ký mô hình',
    columns: registrationColumns.map(({ column, title, note }) => ({
      ...{ title, note, words: words[column] ?? [], width: Math.max(16, Math.min(40, title.length + 6)) },
    })),
    examples: [row],
    rows: longestRegistrationList,
  })
  return fileOf(bytes, 'mau-mo-hinh', 'xlsx')
}

export function fileOf(body: string | Uint8Array, name: string, kind: 'xlsx' | 'csv'): Response {
  const type =
    kind === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': type,
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${name}.${kind}"`,
    },
  })
}

/** A list that is too long is told so, and one with empty rows in between is not. */
const mostRows = longestRegistrationList * 10

/** The lines of what was sent: an Excel file, a text file, or pasted text. */
export async function sentLines(bytes: Uint8Array): Promise<ListedCells[] | UnreadableSheet> {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isWorkbook) {
    const rows = await rowsOfWorkbook(bytes, mostRows)
    return rows ? rows.map((cells, at) => ({ line: at + 1, cells })) : 'spreadsheet'
  }
  const text = textOfBytes(bytes)
  if (text === 'empty' || text === 'not-unicode' || text === 'spreadsheet' || text === 'stray-quote') return text
  return rowsOfText(text)
}

/** The register as a workbook of words. */
export function registerWorkbook(
  given: { title: string; creator: string; header: readonly string[]; rows: readonly (readonly string[])[] },
  ctx: Ctx,
): Workbook {
  const widths = [40, 22, 28, 20, 14, 14, 20, 14, 20]
  return {
    ...{ title: given.title, creator: given.creator, day: dayInVietnam(ctx.now) },
    sheets: [
      {
        name: 'Mô hình',
        heading: [{ words: given.title, look: 'title' }],
        columns: given.header.map((title, at) => ({ title, width: widths[at] ?? 16, align: 'left' as const })),
        frozenColumns: 1,
        rows: given.rows.map((cells) => ({ kind: 'cells' as const, cells: cells.map(textCell) })),
        notes: [{ words: 'Mỗi cấp đăng ký được đếm riêng; số của hai cấp không cộng với nhau.', href: null }],
      },
    ],
  }
}
