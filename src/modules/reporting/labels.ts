import { notCarriedText } from './carry-labels.ts'
import { correctedSaid } from './count-correction.ts'
import type { Layout } from '#kernel/document.ts'
import { basisName, registerName } from '#modules/figures/labels.ts'
import type { ContentLine } from './content.ts'
import { formatDay, timeInVietnam, type LocalDate } from '#kernel/local-date.ts'
import type { Move, ReportStatus } from './lifecycle.ts'

export const statusName: Record<ReportStatus, string> = {
  draft: 'đang nhập',
  submitted: 'chờ duyệt',
  returned: 'bị trả lại',
  accepted: 'đã nhận',
  published: 'đã công bố',
}

export const moveName: Record<Move, string> = {
  submit: 'Nộp báo cáo',
  recall: 'Rút lại để sửa',
  return: 'Trả lại kèm câu hỏi',
  accept: 'Nhận báo cáo',
  publish: 'Công bố',
  withdraw: 'Gỡ công bố',
}

/** What happened, as the history says it. */
export const movedName: Record<Move | 'begin' | 'record' | 'unaccept', string> = {
  begin: 'mở báo cáo',
  record: 'ghi số liệu đã công bố',
  submit: 'nộp báo cáo',
  recall: 'rút lại để sửa',
  return: 'trả lại kèm câu hỏi',
  accept: 'nhận báo cáo',
  unaccept: 'hoàn tác nhận báo cáo',
  publish: 'công bố',
  withdraw: 'gỡ công bố',
}

/** What others are told of a move, in one sentence without a person's name. */
export function toldTitle(told: {
  move: Exclude<Move, 'recall'> | 'unaccept'
  unit: string
  period: string
  questions: number
}): string {
  const { unit, period, questions } = told
  switch (told.move) {
    case 'submit':
      return `${unit} đã nộp báo cáo ${period}`
    case 'return':
      return `Báo cáo ${period} của ${unit} bị trả lại${questions > 0 ? `, kèm ${questions} câu hỏi` : ''}`
    case 'accept':
      return `Báo cáo ${period} của ${unit} đã được nhận`
    case 'unaccept':
      return `Việc nhận báo cáo ${period} của ${unit} đã được hoàn tác; báo cáo chờ duyệt lại`
    case 'publish':
      return `Báo cáo ${period} của ${unit} đã được công bố`
    case 'withdraw':
      return `Báo cáo ${period} của ${unit} đã gỡ khỏi trang công khai`
  }
}

/** Why a unit has not reported, on the page of those who have not. */
export const absenceName = {
  'not-begun': 'chưa bắt đầu',
  draft: 'đang nhập',
  submitted: 'đã nộp, chờ duyệt',
  returned: 'bị trả lại, đang sửa',
  'unit-ended': 'đơn vị đã kết thúc',
} as const

/** As the page of a report offers them. */
export const layoutName: Record<Layout, string> = {
  state: 'Nhà nước (Nghị định 30/2020/NĐ-CP)',
  party: 'Đảng (Hướng dẫn 05-HD/VPTW)',
  front: 'Mặt trận Tổ quốc (theo Nghị định 30, chưa đối chiếu)',
}

export const layoutHint: Record<Layout, string> = {
  state: 'Quốc hiệu, “Số: …/BC-UBND”, ký TM. Ủy ban nhân dân.',
  party: '“Đảng Cộng sản Việt Nam”, “Số …-BC/ĐU”, ký T/M cấp ủy. Một số cỡ chữ chưa đối chiếu với bản gốc.',
  front: 'Quốc hiệu, “Số: …/BC-MTTQ-BTT”, ký TM. Ban Thường trực. Chưa tìm được hướng dẫn riêng của Mặt trận.',
}

/** Within a sentence: thể thức … */
export const layoutShort: Record<Layout, string> = { state: 'Nhà nước', party: 'Đảng', front: 'Mặt trận' }

/** In an address. */
export const layoutSlug: Record<Layout, string> = { state: 'nha-nuoc', party: 'dang', front: 'mat-tran' }

/** Where a unit stands with one period: its report's status, or why there is none. */
export type UnitStatus = ReportStatus | 'not-begun' | 'unit-ended' | 'not-in-force'

export const unitStatusName: Record<UnitStatus, string> = {
  ...absenceName,
  ...statusName,
  returned: absenceName.returned,
  submitted: absenceName.submitted,
  'not-in-force': 'chưa lập đơn vị',
}

/** Where a printed number comes from, in words. */
export function sourceName(line: Pick<ContentLine, 'unitsCounted' | 'countedFrom' | 'figure'>): string {
  if (line.countedFrom?.corrected)
    return `nhập tay; ${registerName[line.countedFrom.kind]} đếm được ${line.countedFrom.corrected.counted}`
  if (line.countedFrom) return `đếm từ ${registerName[line.countedFrom.kind]}`
  return line.unitsCounted === null ? basisName[line.figure.basis] : `cộng từ ${line.unitsCounted} xã, phường`
}

/** The note of a line as it is printed: the officer's own, and behind it why another number stands than was counted. */
export function noteSaid(line: Pick<ContentLine, 'countedFrom' | 'figure'>): string {
  const { countedFrom, figure } = line
  if (!countedFrom?.corrected) return figure.note
  const said = correctedSaid(countedFrom.corrected, registerName[countedFrom.kind])
  return figure.note ? `${figure.note}. ${said}` : said
}

/** A cell that somebody else wrote meanwhile: what stands there now, whose it is and since when. */
export type CellConflict = { key: string; now: string; note: string; by: string; at: Date; isOwn: boolean }

/** Why a step cannot be undone or redone: one of its cells was written again. */
export type StepObstacle = { key: string; by: string; at: Date; isOwn: boolean }

/** Every *no* of this module, with what it needs to be said. */
export type Refusal =
  | { code: 'unit-not-in-force' }
  | { code: 'template-not-carried' }
  | { code: 'period-not-begun' }
  | { code: 'period-not-ended'; last: LocalDate }
  | { code: 'says-nothing'; asked: number }
  | { code: 'template-not-valid' }
  | { code: 'not-open-for-entry'; status: ReportStatus }
  | { code: 'not-now'; status: ReportStatus }
  | { code: 'changed-meanwhile' }
  | { code: 'cells-are-counted'; keys: string[] }
  | { code: 'cells-held-elsewhere'; keys: string[]; templateName: string }
  | { code: 'held-report-open'; templateName: string; count: number }
  | { code: 'cell-not-counted' }
  | { code: 'correction-not-read' }
  | { code: 'correction-without-reason'; least: number }
  | { code: 'correction-says-the-count' }
  | { code: 'cells-changed-by-another'; cells: CellConflict[] }
  | { code: 'not-carried'; why: keyof typeof notCarriedText }
  | { code: 'nothing-to-carry' }
  | { code: 'nothing-to-undo' }
  | { code: 'nothing-to-redo' }
  | { code: 'step-overwritten'; cells: StepObstacle[] }
  | { code: 'does-not-add-up'; keys: string[] }
  | { code: 'explanation-too-short'; least: number }
  | { code: 'nothing-to-explain' }
  | { code: 'questions-unanswered'; count: number }
  | { code: 'no-question' }
  | { code: 'question-too-short' }
  | { code: 'answer-empty' }
  | { code: 'question-settled' }
  | { code: 'personal-number' }
  | { code: 'withdrawal-without-reason'; least: number }
  | { code: 'moment-not-read' }
  | { code: 'moment-passed' }
  | { code: 'nothing-planned' }
  | { code: 'cell-not-carried' }
  | { code: 'not-handed-in'; status: ReportStatus }
  | { code: 'due-day-passed' }
  | { code: 'nobody-to-answer' }
  | { code: 'already-recorded' }

/** What an officer reads when a command says no: what is wrong and what to do. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.code) {
    case 'unit-not-in-force':
      return 'Đơn vị này không còn hoặc chưa có vào ngày cuối kỳ nên không lập báo cáo kỳ đó. Xin chọn kỳ khác.'
    case 'template-not-carried':
      return 'Mẫu này không dành cho cấp của đơn vị. Xin chọn mẫu khác.'
    case 'period-not-begun':
      return 'Kỳ này chưa bắt đầu. Xin đợi tới ngày đầu kỳ, hoặc chọn kỳ khác.'
    case 'period-not-ended':
      return `Kỳ này đến hết ngày ${formatDay(refusal.last)} mới kết thúc nên chưa nộp được. Số đã nhập vẫn được giữ; xin nộp sau ngày đó.`
    case 'says-nothing':
      return `Báo cáo còn trống cả ${refusal.asked} ô nên chưa nộp được. Xin ghi số; không có thì ghi 0, không thuộc đơn vị thì ghi “không áp dụng”. Chưa biết số nào thì ghi vì sao vào ghi chú của ô hoặc vào lời văn, hoặc xin tỉnh gia hạn, miễn kỳ này.`
    case 'template-not-valid':
      return 'Mẫu báo cáo này không dùng cho kỳ đó. Xin chọn kỳ khác.'
    case 'not-open-for-entry':
      return `Báo cáo ${statusName[refusal.status]} nên không sửa số được nữa. Muốn sửa, xin rút lại hoặc đề nghị cấp trên trả lại.`
    case 'not-now':
      return `Báo cáo hiện ${statusName[refusal.status]} nên không làm bước này được. Có thể một người khác vừa làm xong; xin xem lại trạng thái bên dưới.`
    case 'changed-meanwhile':
      return 'Báo cáo vừa thay đổi sau khi ông/bà mở trang. Xin xem lại bản mới bên dưới rồi làm lại.'
    case 'cells-changed-by-another':
      return `${refusal.cells.length} ô vừa được ${peopleSaid(refusal.cells)} sửa trong lúc ông/bà nhập. Số của ông/bà vẫn còn trong ô; xin so với số mới ghi bên cạnh, chọn giữ số nào rồi lưu lại.`
    case 'cells-are-counted':
      return `Ô ${refusal.keys.join(', ')} nay được đếm từ sổ nên không gõ số vào được. Số chưa đúng thì xin mở sổ, ghi thêm hoặc sửa ở đó; sổ không ghi được thì mở ô, bấm “Gõ số khác số đếm” và ghi lý do.`
    case 'cells-held-elsewhere':
      return `Ô ${refusal.keys.join(', ')} đã có số ở báo cáo “${refusal.templateName}” cùng kỳ. Mỗi số chỉ ghi một lần; muốn đổi, xin sửa ở báo cáo đó. Các ô khác chưa được lưu, xin trả ô này về số cũ rồi lưu lại.`
    case 'held-report-open':
      return `${refusal.count} ô của báo cáo này lấy số từ báo cáo “${refusal.templateName}” cùng kỳ, mà báo cáo đó chưa nộp. Xin nộp báo cáo đó trước.`
    case 'cell-not-counted':
      return 'Ô này không còn được đếm từ sổ: xin gõ số thẳng vào ô ở báo cáo.'
    case 'correction-not-read':
      return 'Chưa đọc được thành số. Xin ghi bằng chữ số, ví dụ 35; không có thì ghi 0.'
    case 'correction-without-reason':
      return `Số gõ khác số đếm cần một lý do, ít nhất ${refusal.least} chữ cái, để người duyệt hiểu vì sao sổ chưa ghi đủ.`
    case 'correction-says-the-count':
      return 'Số này đúng bằng số sổ đếm được, nên không cần gõ thêm.'
    case 'not-carried':
      return notCarriedText[refusal.why]
    case 'nothing-to-carry':
      return 'Không có ô nào lấy lại được số kỳ trước: chỉ ô số tồn (số có đến cuối kỳ) còn trống và kỳ trước đã được nhận mới lấy lại được.'
    case 'nothing-to-undo':
      return 'Không còn bước nào của ông/bà để hoàn tác. Chỉ hoàn tác được những gì chính ông/bà đã ghi từ lần mở, nộp hay trả lại gần nhất.'
    case 'nothing-to-redo':
      return 'Không còn bước nào để làm lại. Sau khi ghi số mới, những bước đã hoàn tác trước đó không làm lại được.'
    case 'step-overwritten':
      return `${refusal.cells.map(obstacleText).join(' ')} Số đang có được giữ nguyên; muốn đổi, xin gõ thẳng vào ô.`
    case 'does-not-add-up':
      return `Còn ${refusal.keys.length} chỗ chưa khớp. Xin sửa, hoặc viết lời giải thích ở chỗ được phép, rồi nộp lại.`
    case 'explanation-too-short':
      return `Lời giải thích cần ít nhất ${refusal.least} chữ cái để người duyệt hiểu được. Xin viết rõ vì sao sổ đúng như vậy.`
    case 'nothing-to-explain':
      return 'Chỗ này không còn lệch hoặc không được giải thích thay cho sửa. Xin xem lại các ô bên dưới.'
    case 'questions-unanswered':
      return `Còn ${refusal.count} câu hỏi của cấp trên chưa trả lời. Xin trả lời từng câu rồi nộp lại.`
    case 'no-question':
      return 'Xin ghi ít nhất một câu hỏi ở ô cần sửa, để xã biết phải làm gì.'
    case 'question-too-short':
      return 'Câu hỏi ngắn quá, người nhận khó hiểu. Xin viết rõ điều cần hỏi.'
    case 'answer-empty':
      return 'Xin viết câu trả lời rồi gửi.'
    case 'question-settled':
      return 'Câu hỏi này cấp trên đã coi là xong nên không trả lời thêm được.'
    case 'personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại hoặc số căn cước. Báo cáo có thể được công bố, xin bỏ dãy số đó rồi lưu lại.'
    case 'withdrawal-without-reason':
      return `Xin ghi vì sao gỡ, ít nhất ${refusal.least} chữ cái. Lời này đứng ở địa chỉ cũ thay cho báo cáo.`
    case 'moment-not-read':
      return 'Chưa đọc được ngày giờ. Xin ghi ngày như 25/11/2026 và giờ như 8:00.'
    case 'moment-passed':
      return 'Lúc đó đã qua. Xin chọn một lúc sau bây giờ, hoặc công bố ngay.'
    case 'nothing-planned':
      return 'Báo cáo này không còn hẹn giờ công bố. Có thể đã công bố, hoặc một người khác vừa bỏ hẹn.'
    case 'cell-not-carried':
      return 'Mẫu báo cáo này không có ô đó. Xin chọn một ô trong danh sách.'
    case 'not-handed-in':
      return `Báo cáo ${statusName[refusal.status]} nên chưa có bản nào để hỏi. Xin đợi đơn vị nộp.`
    case 'due-day-passed':
      return 'Hạn trả lời đã qua. Xin chọn từ hôm nay trở đi.'
    case 'nobody-to-answer':
      return 'Người được giao không còn giữ nhiệm vụ ở đơn vị này. Xin chọn người khác.'
    case 'already-recorded':
      return 'Số liệu đã công bố của đơn vị và kỳ này đã được ghi.'
  }
}

/** `Lê Văn Ngữ`; `chính ông/bà (ở cửa sổ khác)`; `một người khác` where the name is not to be had. */
export function writerName(writer: { by: string; isOwn: boolean }): string {
  if (writer.isOwn) return 'chính ông/bà (ở cửa sổ khác)'
  return writer.by || 'một người khác'
}

function peopleSaid(writers: { by: string; isOwn: boolean }[]): string {
  return [...new Set(writers.map(writerName))].join(', ')
}

/** Whose writing stands in the way of a step, and since when. */
export function obstacleText(obstacle: StepObstacle): string {
  return `Ô ${obstacle.key.replace(':', ' ')} vừa được ${writerName(obstacle)} ghi lúc ${timeInVietnam(obstacle.at)} nên bước này không đổi lại được nữa.`
}
