import type { AskedSource } from './asked.ts'
import type { AskerSide, CommitmentKind } from './commitment.ts'
import type { CommitmentMove, CommitmentState } from './commitment-life.ts'
import type { DialogueMove, DialogueState } from './dialogue-life.ts'

/** How far a dialogue came, as it is read in lists. */
export const dialogueStateName: Record<DialogueState, string> = {
  planned: 'đã lên lịch',
  announced: 'đã thông báo',
  held: 'đã tổ chức',
  drafted: 'đang soạn biên bản',
  circulated: 'đang lấy ý kiến biên bản',
  approved: 'đã duyệt biên bản',
  published: 'đã công bố biên bản',
  cancelled: 'đã hủy',
}

/** The button of each step. */
export const dialogueMoveName: Record<DialogueMove, string> = {
  announce: 'Thông báo cho Nhân dân',
  hold: 'Ghi là đã tổ chức',
  draft: 'Lưu biên bản',
  circulate: 'Gửi lấy ý kiến',
  'send-back': 'Đưa về soạn lại',
  approve: 'Duyệt biên bản',
  publish: 'Công bố biên bản',
  withdraw: 'Rút biên bản đã công bố',
  cancel: 'Hủy cuộc đối thoại',
}

/** What was done, after a step. */
export const dialogueMoveDone: Record<DialogueMove, string> = {
  announce: 'Đã thông báo: cuộc này đứng ở trang công khai.',
  hold: 'Đã ghi là đã tổ chức. Báo cáo đang mở của kỳ có ngày này đếm cuộc đó.',
  draft: 'Đã lưu biên bản.',
  circulate: 'Đã chuyển sang bước lấy ý kiến: câu hỏi và câu trả lời không sửa được cho tới khi đưa về soạn lại.',
  'send-back': 'Đã đưa biên bản về soạn lại.',
  approve: 'Đã duyệt biên bản.',
  publish: 'Đã công bố: ai cũng đọc được câu hỏi, câu trả lời và việc thực hiện từng cam kết.',
  withdraw: 'Đã rút biên bản khỏi trang công khai.',
  cancel: 'Đã hủy cuộc đối thoại.',
}

export const askedSourceName: Record<AskedSource, string> = {
  online: 'gửi qua trang công khai',
  paper: 'phiếu giấy',
  hall: 'hỏi tại cuộc đối thoại',
}

export const commitmentKindName: Record<CommitmentKind, string> = {
  answered: 'trả lời ngay tại cuộc',
  'passed-on': 'chuyển cơ quan khác',
  promised: 'cam kết thực hiện',
}

export const commitmentStateName: Record<CommitmentState, string> = {
  open: 'đang làm',
  done: 'đã có kết quả',
  closed: 'đã khép',
}

export const commitmentMoveName: Record<CommitmentMove, string> = {
  extend: 'Gia hạn',
  finish: 'Ghi kết quả',
  close: 'Khép lại',
  reopen: 'Mở lại',
}

export const commitmentMoveDone: Record<CommitmentMove, string> = {
  extend: 'Đã gia hạn; hạn cũ và lý do còn trong lịch sử.',
  finish: 'Đã ghi kết quả. Khi biết ý kiến của người hỏi thì khép lại.',
  close: 'Đã khép cam kết.',
  reopen: 'Đã mở lại cam kết với hạn mới.',
}

export const askerSideName: Record<AskerSide, string> = {
  unknown: 'chưa biết hoặc không hỏi được',
  satisfied: 'hài lòng',
  'not-satisfied': 'chưa hài lòng',
}
