import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import { isSheetRefusal, sheetRefusalText, type SheetRefusal } from '#modules/access/sheet.ts'
import type { ContestFault } from './contest.ts'
import type { ListFault } from './participants.ts'

/** Every *no* of drives, pledges, contests and work items beyond those of every register. */
export type CampaignRefusal =
  | ListFault
  | ContestFault
  | { code: 'ends-before-it-begins' }
  | { code: 'result-before-the-end'; until: LocalDate }
  | { code: 'theme-already-there'; year: number }
  | { code: 'no-such-campaign' }
  | { code: 'signed-outside-its-year'; year: number }
  | { code: 'not-time-to-judge'; year: number }
  | { code: 'nobody-signed' }
  | { code: 'no-such-signer' }
  | { code: 'no-team' }
  | { code: 'no-round' }
  | { code: 'results-settled' }
  | { code: 'results-open' }
  | { code: 'done-not-come'; today: LocalDate }
  | { code: 'done-before-it-began' }

/** The field that a refusal stands beside; empty for the whole form. */
export function campaignFieldOf({ code }: CampaignRefusal | SheetRefusal): string {
  return fields[code] ?? ''
}

const fields: Readonly<Record<string, string>> = {
  'named-twice': 'list',
  'no-such-unit': 'list',
  'name-too-long': 'list',
  'too-many-names': 'list',
  'nobody-signed': 'list',
  'no-team': 'list',
  'round-unread': 'rounds',
  'too-many-rounds': 'rounds',
  'no-round': 'rounds',
  'ends-before-it-begins': 'until',
  'result-before-the-end': 'result',
  'theme-already-there': 'kind',
  'signed-outside-its-year': 'day',
  'no-such-campaign': 'campaign',
  'day-not-come': 'day',
  'unit-not-in-force': 'day',
  'done-not-come': 'doneOn',
  'done-before-it-began': 'doneOn',
  'personal-number': 'title',
}

export function campaignRefusalText(refusal: CampaignRefusal | SheetRefusal): string {
  if (isSheetRefusal(refusal)) return sheetRefusalText(refusal)
  switch (refusal.code) {
    case 'named-twice':
      return `“${refusal.name}” có tên hai lần trong danh sách. Mỗi đơn vị chỉ ghi một lần; xin bỏ dòng thừa.`
    case 'no-such-unit':
      return `Dòng ${refusal.line}: ngày ấy trong tỉnh không có “${refusal.name}”. Xin xem lại tên xã, phường và ngày.`
    case 'name-too-long':
      return `Dòng ${refusal.line} dài quá 120 chữ cái. Mỗi dòng chỉ ghi tên một đơn vị.`
    case 'too-many-names':
      return `Danh sách dài quá ${refusal.most} dòng. Xin tách thành nhiều tờ.`
    case 'round-unread':
      return `Dòng ${refusal.line}: ghi tên phần thi rồi điểm tối đa, ví dụ “Chào hỏi: 20”.`
    case 'too-many-rounds':
      return `Hội thi có nhiều nhất ${refusal.most} phần thi.`
    case 'score-over-maximum':
      return `Điểm của “${refusal.team}” ở phần “${refusal.round}” quá điểm tối đa ${refusal.most}. Xin xem lại phiếu chấm.`
    case 'score-unread':
      return `Điểm của “${refusal.team}” ở phần “${refusal.round}” không đọc được. Ghi bằng chữ số, ví dụ 18 hoặc 18,5; chưa chấm thì để trống.`
    case 'scores-missing':
      return `“${refusal.team}” còn phần chưa chấm. Chấm đủ mọi đội rồi mới chốt kết quả.`
    default:
      return plainText(refusal)
  }
}

function plainText(refusal: Exclude<CampaignRefusal, ListFault | ContestFault>): string {
  switch (refusal.code) {
    case 'ends-before-it-begins':
      return 'Ngày kết thúc đứng trước ngày bắt đầu. Xin xem lại hai ngày.'
    case 'result-before-the-end':
      return `Đợt này còn đến hết ngày ${formatDay(refusal.until)}. Kết quả ghi sau ngày ấy; xin để trống phần kết quả.`
    case 'theme-already-there':
      return `Năm ${refusal.year} đơn vị đã có một chủ đề trong sổ. Mỗi năm một chủ đề; xin sửa chủ đề đã ghi, hoặc chọn loại đợt thi đua.`
    case 'no-such-campaign':
      return 'Chủ đề hoặc đợt thi đua đã chọn không còn trong sổ. Xin chọn lại.'
    case 'signed-outside-its-year':
      return `Cam kết của năm ${refusal.year} được ký từ quý IV năm trước đến hết năm ${refusal.year}. Xin xem lại năm và ngày ký.`
    case 'not-time-to-judge':
      return `Kết quả thực hiện cam kết năm ${refusal.year} được đánh giá từ ngày 1/12/${refusal.year}.`
    case 'nobody-signed':
      return 'Chưa có đơn vị nào ký. Ghi mỗi dòng một đơn vị.'
    case 'no-such-signer':
      return 'Danh sách đơn vị ký vừa thay đổi. Xin mở lại trang rồi đánh giá lại.'
    case 'no-team':
      return 'Chưa có đội nào. Ghi mỗi dòng một đội, theo tên đơn vị.'
    case 'no-round':
      return 'Chưa có phần thi nào. Ghi các phần thi và điểm tối đa rồi mới chấm.'
    case 'results-settled':
      return 'Kết quả hội thi đã chốt nên không sửa đội, phần thi và điểm nữa. Muốn sửa thì mở lại kết quả trước.'
    case 'results-open':
      return 'Kết quả hội thi chưa chốt.'
    case 'done-not-come':
      return `Ngày hoàn thành chưa tới (hôm nay ${formatDay(refusal.today)}). Chưa làm xong thì để trống.`
    case 'done-before-it-began':
      return 'Ngày hoàn thành đứng trước ngày bắt đầu. Xin xem lại hai ngày.'
  }
}
