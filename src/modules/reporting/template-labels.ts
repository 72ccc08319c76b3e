import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { periodName, type Period, type RuledRegime } from '#kernel/period.ts'
import type { UnitLevel } from '#modules/territory/unit.ts'
import { dimensionName } from '#modules/figures/labels.ts'
import type { TemplateSection } from './report.ts'
import { templateBounds, type ShapeFault } from './template-shape.ts'

export const sectionKindName: Record<TemplateSection['kind'], string> = { figures: 'số liệu', narrative: 'lời văn' }

export const carrierName: Record<UnitLevel, string> = {
  commune: 'xã, phường, đặc khu',
  district: 'huyện (đến 30/6/2025)',
  province: 'tỉnh, thành phố',
}

/** The periods that a form is owed for, as an administrator ticks them. */
export const owedName: Record<RuledRegime, string> = {
  ...{
    month: 'hằng tháng',
    quarter: 'hằng quý',
    'half-year': '6 tháng đầu năm',
    'nine-months': '9 tháng',
    year: 'năm',
  },
  ...{ 'month-15': 'tháng, chốt ngày 14', 'quarter-15': 'quý, chốt ngày 14', 'half-year-15': '6 tháng, chốt ngày 14' },
  ...{ 'nine-months-15': '9 tháng, chốt ngày 14', 'year-15': 'năm, chốt ngày 14' },
}

/** A part of an indicator as a column is headed. */
export function columnName(part: string): string {
  return dimensionName(part) ?? 'chung'
}

/** A report that would be by another form if a version began on a day. */
export type ReportInTheWay = { unitName: string; period: Period }

/** Lỗi trong tệp mẫu: where, as a reader counts, and what to do; nowhere in particular where it is the whole file. */
export type TemplateFileFault = { at: string; sentence: string }

/** Every *no* about templates, with what it needs to be said. */
export type TemplateRefusal =
  | { code: 'shape'; fault: ShapeFault }
  | { code: 'personal-number' }
  | { code: 'name-taken'; name: string }
  | { code: 'too-many-templates'; most: number }
  | { code: 'changed-meanwhile' }
  | { code: 'in-use' }
  | { code: 'draft-exists'; id: string }
  | { code: 'nothing-to-undo' }
  | { code: 'empty-section'; titles: string[] }
  | { code: 'no-section-yet' }
  | { code: 'nobody-carries' }
  | { code: 'not-counted-then'; codes: string[] }
  | { code: 'begins-too-early'; than: LocalDate }
  | { code: 'begins-before-the-end'; until: LocalDate }
  | { code: 'reports-in-the-way'; count: number; reports: ReportInTheWay[] }
  | { code: 'not-running' }
  | { code: 'file-faults'; faults: TemplateFileFault[] }

/** What an administrator reads when a command says no: what is wrong and what to do. */
export function templateRefusalText(refusal: TemplateRefusal): string {
  switch (refusal.code) {
    case 'shape':
      return faultText(refusal.fault)
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại hoặc số căn cước. Mẫu báo cáo được in ra cho mọi đơn vị, xin bỏ dãy số đó.'
    case 'name-taken':
      return `Đã có mẫu tên “${refusal.name}”. Xin đặt tên khác để người nộp không nhầm hai mẫu.`
    case 'too-many-templates':
      return `Tỉnh đã có ${refusal.most} mẫu riêng. Xin bỏ bớt bản nháp không dùng, hoặc sửa một mẫu đã có.`
    case 'changed-meanwhile':
      return 'Bản nháp vừa được sửa ở một cửa sổ khác sau khi ông/bà mở trang. Xin xem lại bản mới bên dưới rồi làm lại.'
    case 'in-use':
      return 'Phiên bản này đã đưa vào dùng nên không sửa được nữa. Xin bấm “Lập phiên bản mới” rồi sửa ở bản nháp.'
    case 'draft-exists':
      return 'Mẫu này đang có một bản nháp. Xin sửa tiếp bản nháp đó, hoặc bỏ nó trước khi lập bản khác.'
    case 'nothing-to-undo':
      return 'Bản nháp chưa sửa lần nào, hoặc đã đổi sau khi ông/bà mở trang, nên không có gì để hoàn tác.'
    case 'empty-section':
      return `Mục số liệu “${refusal.titles.join('”, “')}” chưa có chỉ tiêu nào. Xin thêm chỉ tiêu, hoặc xoá mục đó.`
    case 'no-section-yet':
      return 'Mẫu chưa có mục nào. Xin thêm ít nhất một mục trước khi đưa vào dùng.'
    case 'nobody-carries':
      return 'Chưa chọn cấp nào nộp theo mẫu này. Xin chọn ở phần “Tên, ai nộp và khi nào”.'
    case 'not-counted-then':
      return `Chỉ tiêu ${refusal.codes.join(', ')} không còn hoặc chưa được tính vào ngày ấy. Xin bỏ các chỉ tiêu này, hoặc chọn ngày khác.`
    case 'begins-too-early':
      return `Phiên bản trước dùng từ ngày ${formatDay(refusal.than)}. Xin chọn một ngày sau ngày đó.`
    case 'begins-before-the-end':
      return `Phiên bản trước dùng đến hết ngày ${formatDay(refusal.until)}. Xin chọn một ngày sau ngày đó.`
    case 'reports-in-the-way':
      return `Đã có ${refusal.count} báo cáo của kỳ kết thúc từ ngày ấy trở đi, lập theo phiên bản trước: ${inTheWay(refusal)}. Xin chọn một ngày sau các kỳ đó; báo cáo đã lập giữ nguyên mẫu của nó.`
    case 'not-running':
      return 'Mẫu này hiện không có phiên bản nào đang dùng.'
    case 'file-faults':
      return `Tệp có ${refusal.faults.length} chỗ chưa đúng, nên chưa lập gì. Xin sửa các chỗ ghi bên dưới rồi gửi lại.`
  }
}

function inTheWay({ count, reports }: { count: number; reports: readonly ReportInTheWay[] }): string {
  const named = reports.map(({ unitName, period }) => `${unitName} (${periodName(period)})`).join('; ')
  return count > reports.length ? `${named}; và ${count - reports.length} báo cáo khác` : named
}

export function faultText(fault: ShapeFault): string {
  switch (fault.code) {
    case 'no-section':
      return 'Mục này không còn trong bản nháp. Có thể nó vừa được xoá; xin xem lại các mục bên dưới.'
    case 'title-taken':
      return `Đã có mục tên “${fault.title}”. Xin đặt tên khác.`
    case 'too-many-sections':
      return `Một mẫu có nhiều nhất ${fault.most} mục. Xin gộp bớt mục.`
    case 'too-many-lines':
      return `Mẫu sẽ có ${fault.lines} ô, nhiều hơn mức ${fault.most}. Xin bớt chỉ tiêu hoặc bớt phân tổ, hoặc tách thành hai mẫu.`
    case 'too-many-columns':
      return `Mục “${fault.title}” sẽ có ${fault.columns} cột phân tổ, nhiều hơn mức ${fault.most}. Xin tách thành hai mục.`
    case 'text-has-no-lines':
      return `“${fault.title}” là mục lời văn nên không có chỉ tiêu. Xin thêm chỉ tiêu vào một mục số liệu.`
    case 'unknown-indicator':
      return `Không có chỉ tiêu mã ${fault.codes.join(', ')} trong danh mục. Xin xem lại mã ở trang “Thêm chỉ tiêu”.`
    case 'unknown-part':
      return `Chỉ tiêu ${fault.indicator} không chia theo “${fault.parts.map(columnName).join('”, “')}”. Xin chọn các phần có trong danh mục.`
    case 'asked-twice':
      return `Chỉ tiêu ${fault.indicator} đã có ở mục “${fault.title}”. Mỗi số chỉ hỏi một lần; xin bỏ ở một trong hai chỗ.`
    case 'nothing-chosen':
      return 'Chưa chọn chỉ tiêu nào. Xin đánh dấu ít nhất một chỉ tiêu rồi bấm thêm.'
  }
}

/** Too long for its field, in a sentence. */
export function tooLongText(name: string, field: keyof typeof templateBounds): string {
  return `${name} dài quá ${templateBounds[field]} chữ cái. Xin viết ngắn hơn.`
}
