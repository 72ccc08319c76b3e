import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { formatPoints, type Points } from './scoring-points.ts'
import type { AppraisalRound, SheetPart, SubjectKind } from './appraisal.ts'

export const roundStatusName = {
  open: 'Đang chấm',
  closed: 'Đã chốt điểm',
  decided: 'Đã có quyết định',
} as const satisfies Record<AppraisalRound['status'], string>

export const sheetPartName = {
  self: 'Tự chấm',
  appraiser: 'Thẩm định',
  council: 'Hội đồng thống nhất',
  superior: 'Cấp trên cho điểm',
} as const satisfies Record<SheetPart, string>

export const subjectKindName = {
  initiative: 'Mô hình, điển hình',
  unit: 'Xã, phường',
} as const satisfies Record<SubjectKind, string>

/** Every *no* of scoring in a round. */
export type AppraisalRefusal =
  | { code: 'round-sheet-used' }
  | { code: 'set-not-for-this-year'; year: number }
  | { code: 'set-not-for-this-kind'; names: readonly string[] }
  | { code: 'round-not-open'; status: AppraisalRound['status'] }
  | { code: 'round-not-closed'; status: AppraisalRound['status'] }
  | { code: 'round-changed-meanwhile' }
  | { code: 'nothing-chosen' }
  | { code: 'subject-moved'; name: string; why: string }
  | { code: 'subject-scored'; name: string }
  | { code: 'not-an-appraiser' }
  | { code: 'own-work'; names: readonly string[] }
  | { code: 'appraiser-has-scored' }
  | { code: 'sheet-handed-in' }
  | { code: 'sheet-not-handed-in' }
  | { code: 'sheet-incomplete'; groups: readonly string[] }
  | { code: 'over-most'; criterion: string; key: string; most: Points }
  | { code: 'not-a-level'; criterion: string; key: string; levels: readonly Points[] }
  | { code: 'mark-changed-meanwhile'; criterion: string; key: string; now: Points | null }
  | { code: 'mark-reason-missing' }
  | { code: 'appraisal-personal-number' }
  | { code: 'round-empty' }
  | { code: 'round-unfinished'; names: readonly string[]; count: number }
  | { code: 'appraisers-open'; names: readonly string[]; count: number }
  | { code: 'more-present-than-members' }
  | { code: 'decision-day-not-come'; today: LocalDate }
  | { code: 'decision-before-meeting'; metOn: LocalDate }

const few = (names: readonly string[], count: number = names.length): string => {
  const said = names.slice(0, 3).map((name) => `“${name}”`)
  return count > said.length ? `${said.join(', ')} và ${count - said.length} đối tượng khác` : said.join(', ')
}

export function appraisalRefusalText(refusal: AppraisalRefusal): string {
  switch (refusal.code) {
    case 'round-sheet-used':
      return 'Biểu này lúc nãy đã mở một đợt khác; đợt đó vẫn còn trong danh sách. Xin mở lại trang để mở đợt nữa.'
    case 'set-not-for-this-year':
      return `Bộ tiêu chí này không có hiệu lực ngày nào trong năm ${refusal.year}. Xin chọn bộ khác, hoặc nhờ tỉnh sửa ngày hiệu lực của bộ.`
    case 'set-not-for-this-kind':
      return `Bộ tiêu chí của đợt không dùng cho ${few(refusal.names)}. Xin bỏ chọn, hoặc mở đợt khác với bộ dùng được.`
    case 'round-not-open':
      return refusal.status === 'closed'
        ? 'Đợt này đã chốt điểm nên không sửa nữa. Muốn sửa thì người tổ chức mở lại đợt.'
        : 'Đợt này đã có quyết định nên không đổi nữa.'
    case 'round-not-closed':
      return refusal.status === 'open'
        ? 'Đợt này chưa chốt điểm. Xin chốt điểm, xem lại xếp hạng rồi mới ghi quyết định.'
        : 'Đợt này đã có quyết định nên không đổi nữa.'
    case 'round-changed-meanwhile':
      return 'Đợt này vừa được người khác sửa sau khi ông/bà mở trang. Trang đang hiện bản mới; xin xem lại rồi làm lần nữa nếu vẫn muốn.'
    case 'nothing-chosen':
      return 'Chưa chọn dòng nào. Xin đánh dấu ít nhất một dòng.'
    case 'subject-moved':
      return `“${refusal.name}”: ${refusal.why} Chưa có gì được ghi. Xin mở lại đợt và đưa đối tượng này ra, hoặc để đơn vị đưa nó về đúng bước.`
    case 'subject-scored':
      return `“${refusal.name}” đã có điểm nên không đưa ra khỏi đợt được. Nếu không xét nữa, xin ghi “không đủ điều kiện xét” kèm lý do.`
    case 'not-an-appraiser':
      return 'Chỉ phân công được cán bộ, lãnh đạo của đơn vị tổ chức đợt, còn đang làm việc. Xin chọn lại.'
    case 'own-work':
      return `Người đã tự chấm thì không thẩm định chính đối tượng đó: ${few(refusal.names)}. Xin để người khác chấm.`
    case 'appraiser-has-scored':
      return 'Người này đã cho điểm nên phiếu phải giữ lại. Xin để nguyên phân công đó.'
    case 'sheet-handed-in':
      return 'Phiếu này đã nộp. Xin bấm “Lấy lại phiếu để sửa” trước.'
    case 'sheet-not-handed-in':
      return 'Phiếu này chưa nộp nên không cần lấy lại.'
    case 'sheet-incomplete':
      return `Phiếu còn tiêu chí chưa có điểm ở: ${refusal.groups.join('; ')}. Không đạt thì ghi 0, đừng để trống.`
    case 'over-most':
      return `“${refusal.criterion}”: nhiều nhất ${formatPoints(refusal.most)} điểm. Xin xem lại số vừa gõ.`
    case 'not-a-level':
      return `“${refusal.criterion}”: chỉ cho một trong các mức ${refusal.levels.map(formatPoints).join(', ')}.`
    case 'mark-changed-meanwhile':
      return `“${refusal.criterion}” vừa được người khác đổi thành ${refusal.now === null ? 'chưa có điểm' : `${formatPoints(refusal.now)} điểm`} sau khi ông/bà mở trang. Số vừa gõ vẫn còn trong ô; vẫn muốn ghi thì lưu lần nữa.`
    case 'mark-reason-missing':
      return 'Đổi một điểm đã nộp, hoặc thống nhất khác điểm thẩm định, thì cần lý do. Mọi số cũ đều được giữ. Xin ghi lý do.'
    case 'appraisal-personal-number':
      return 'Chỗ vừa viết có dãy số giống số điện thoại hoặc số căn cước. Phiếu không giữ số của cá nhân; xin bỏ dãy số đó rồi lưu lại.'
    case 'round-empty':
      return 'Đợt này chưa có đối tượng nào. Xin đưa đối tượng vào đợt trước.'
    case 'round-unfinished':
      return `Chưa đủ điểm để chốt: ${few(refusal.names, refusal.count)}. Xin chấm cho xong, hoặc ghi không đủ điều kiện xét kèm lý do.`
    case 'appraisers-open':
      return `Còn phiếu thẩm định chưa nộp của ${few(refusal.names, refusal.count)}. Xin đợi nộp, hoặc bỏ phân công người chưa chấm.`
    case 'more-present-than-members':
      return 'Số người có mặt nhiều hơn số thành viên hội đồng. Xin xem lại hai số.'
    case 'decision-day-not-come':
      return `Ngày quyết định chưa tới (hôm nay ${formatDay(refusal.today)}). Xin ghi ngày đã ký.`
    case 'decision-before-meeting':
      return `Hội đồng họp ngày ${formatDay(refusal.metOn)}; quyết định không thể sớm hơn. Xin xem lại ngày.`
  }
}

/** The field that a refusal stands beside; empty for the whole form. */
export function appraisalFieldOf(refusal: AppraisalRefusal): string {
  if ('key' in refusal) return `diem.${refusal.key}`
  switch (refusal.code) {
    case 'mark-reason-missing':
    case 'appraisal-personal-number':
      return 'reason'
    case 'set-not-for-this-year':
      return 'set'
    case 'more-present-than-members':
      return 'present'
    case 'decision-day-not-come':
    case 'decision-before-meeting':
      return 'on'
    default:
      return ''
  }
}
