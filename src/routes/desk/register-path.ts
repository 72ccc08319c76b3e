import type { RecordKind } from '#modules/figures/counted-by.ts'

/** Where each register is kept, and a record of it is read below that. */
export const registerPath: Record<RecordKind, string> = {
  dialogue: '/desk/doi-thoai',
  initiative: '/desk/mo-hinh',
  'follow-up': '/desk/mo-hinh/theo-doi',
  'work-item': '/desk/phan-viec',
  pledge: '/desk/cam-ket',
  contest: '/desk/hoi-thi',
  review: '/desk/so-ket',
  visit: '/desk/kiem-tra',
  meeting: '/desk/hoi-nghi',
  award: '/desk/khen-thuong',
}

/** What one record of a register is called in a list of them. */
export const recordName: Record<RecordKind, string> = {
  dialogue: 'cuộc đối thoại',
  initiative: 'mô hình, điển hình',
  'follow-up': 'dòng theo dõi mô hình',
  'work-item': 'phần việc, công trình',
  pledge: 'bản cam kết',
  contest: 'hội thi',
  review: 'cuộc sơ kết, tổng kết',
  visit: 'cuộc kiểm tra, khảo sát',
  meeting: 'hội nghị, lớp học',
  award: 'khen thưởng',
}
