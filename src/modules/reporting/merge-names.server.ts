import { formatDay } from '#kernel/local-date.ts'
import { periodName } from '#kernel/period.ts'
import type { MergeData } from '#platform/office/merge-fields.ts'
import { printed } from '#platform/office/printed.ts'
import { formatValue } from '#modules/figures/figure.ts'
import { cellKey } from '#modules/figures/indicator.ts'
import type { ContentLine, ReportContent } from './content.ts'
import { reportDocument, type DocumentMarks } from './documents.ts'
import type { IssuingBody } from './issuing-body.ts'
import { noteSaid } from './labels.ts'
import type { Paper } from './paper.ts'
import { amendedWithin, closedWithout, standingSaid } from './unit-list.ts'

/** One name that a unit's own Word template may hold, with what it says and what it comes to for this report. */
export type MergeName = { name: string; says: string; value: string }

/** Every name of one text, but for the figures. */
export function mergeNames(content: ReportContent, body: IssuingBody, marks: DocumentMarks, paper: Paper): MergeName[] {
  const lines = printed(reportDocument(content, body, null, marks, paper))
  const { document } = lines
  const [units, expected] = content.units ? [String(content.units.counted), String(content.units.expected)] : ['', '']
  return [
    ['ten_don_vi', 'Tên đơn vị', content.unitName],
    ['ten_tinh', 'Tên tỉnh, thành phố', content.provinceName],
    ['co_quan_cap_tren', 'Cơ quan cấp trên, chữ in hoa', document.issuer.superior ?? ''],
    ['co_quan', 'Cơ quan ban hành, chữ in hoa', document.issuer.body.replaceAll('\n', ' ')],
    ['so_ky_hieu', 'Dòng số, ký hiệu', lines.numberLine],
    ['dia_danh_ngay', 'Dòng địa danh, ngày tháng', lines.placeAndDayLine],
    ['trich_yeu', 'Trích yếu của báo cáo', document.subject],
    ['ten_mau', 'Tên mẫu báo cáo', content.templateName],
    ['ky_bao_cao', 'Kỳ báo cáo', periodName(content.period)],
    ['tu_ngay', 'Ngày đầu kỳ', formatDay(content.period.from)],
    ['den_ngay', 'Ngày cuối kỳ', formatDay(content.period.to)],
    ['quyen_han_ky', 'Dòng quyền hạn trên chức vụ', lines.rightLines.join(' ')],
    ['chuc_vu_ky', 'Chức vụ người ký', document.signature.title],
    ['noi_nhan', 'Nơi nhận, nối bằng dấu chấm phẩy', document.recipients.join('; ')],
    ['so_don_vi_da_tinh', 'Số đơn vị có số trong tổng (báo cáo của tỉnh)', units],
    ['so_don_vi_phai_bao_cao', 'Số đơn vị phải báo cáo (báo cáo của tỉnh)', expected],
    ['don_vi_con_thieu', 'Kỳ đã chốt còn thiếu đơn vị nào, vì sao (báo cáo của tỉnh)', closedWithout(content) ?? ''],
    ['ban_sua_doi', 'Tổng gồm bản sửa đổi nào của đơn vị nào (báo cáo của tỉnh)', amendedWithin(content) ?? ''],
    ['du_thao', 'Chữ “DỰ THẢO” khi báo cáo chưa được nhận', document.watermark ?? ''],
  ].map(([name = '', says = '', value = '']) => ({ name, says, value }))
}

/** The names of a row that repeats, by its list. */
export const mergeLists = {
  chi_tieu: {
    says: 'mỗi dòng một chỉ tiêu của báo cáo',
    names: ['tt', 'ma', 'ten', 'don_vi_tinh', 'ky_truoc', 'ky_nay', 'ghi_chu'],
  },
  don_vi: { says: 'mỗi dòng một xã, phường của tổng (báo cáo của tỉnh)', names: ['tt', 'ten', 'tinh_trang'] },
} as const

/** The name under which one figure stands: `so.F01`, `so.K01.collective`. */
export function figureName(line: Pick<ContentLine, 'cell'>, prefix: 'so' | 'ky_truoc' = 'so'): string {
  return `${prefix}.${cellKey(line.cell).replaceAll(':', '.')}`
}

/** All that a template can be filled with: the same texts that our own documents print. */
export function fillingOf(names: readonly MergeName[], content: ReportContent): MergeData {
  const values = new Map(names.map(({ name, value }) => [name, value]))
  for (const line of content.lines) {
    values.set(figureName(line), now(line))
    values.set(figureName(line, 'ky_truoc'), before(line))
  }
  const lines = content.lines.map((line, at) =>
    rowOf(mergeLists.chi_tieu.names, [
      ...[String(at + 1), line.cell.code, line.dimensionName ? `${line.name}, ${line.dimensionName}` : line.name],
      ...[line.unitOfCount, before(line), now(line), noteSaid(line)],
    ]),
  )
  const units = (content.unitList ?? []).map((unit, at) =>
    rowOf(mergeLists.don_vi.names, [String(at + 1), unit.name, standingSaid(unit)]),
  )
  return {
    values,
    lists: new Map([
      ['chi_tieu', { names: mergeLists.chi_tieu.names, rows: lines }],
      ['don_vi', { names: mergeLists.don_vi.names, rows: units }],
    ]),
  }
}

function now(line: ContentLine): string {
  return formatValue(line.figure.value, line.numeral)
}

function before(line: ContentLine): string {
  return line.previous ? formatValue(line.previous, line.numeral) : '–'
}

function rowOf(names: readonly string[], values: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name, at) => [name, values[at] ?? '']))
}
