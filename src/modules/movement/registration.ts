import { formatDay, type LocalDate } from '#kernel/local-date.ts'
import type { InitiativeEntry, RegistrationScope } from './initiative.ts'

/** The nine items of the registration form that must be written before it is sent, and how a page calls them. */
export const requiredItems = {
  name: 'tên',
  holder: 'tập thể hoặc cá nhân thực hiện',
  mainField: 'lĩnh vực chính',
  situation: 'thực trạng, lý do',
  goals: 'mục tiêu, tiêu chí',
  content: 'nội dung, cách làm',
  area: 'địa bàn, đối tượng',
  lead: 'lực lượng chủ trì',
  resources: 'nguồn lực',
  timePlan: 'thời gian',
  outputs: 'sản phẩm, kết quả đầu ra',
  sustainability: 'khả năng duy trì, nhân rộng',
} as const

export type RequiredItem = keyof typeof requiredItems

/** Which items of the form are still empty. */
export function missingItems(entry: InitiativeEntry): RequiredItem[] {
  return (Object.keys(requiredItems) as RequiredItem[]).filter((item) => entry[item].trim() === '')
}

/** Which levels a unit of today may register with; the district only until it ended (Luật 72/2025/QH15). */
export function scopesOpenTo(isProvince: boolean, day: LocalDate): RegistrationScope[] {
  if (isProvince) return ['province', 'central']
  return day < '2025-07-01' ? ['commune', 'district', 'province'] : ['commune', 'province']
}

/** The window of a year and level, said to who asks whether they may register now. */
export function windowSaid(from: LocalDate, to: LocalDate, today: LocalDate): string {
  const days = `từ ${formatDay(from)} đến hết ${formatDay(to)}`
  if (today < from) return `Đợt đăng ký mở ${days}; chưa tới ngày.`
  return today > to ? `Đợt đăng ký đã mở ${days}; nay đã hết.` : `Đợt đăng ký đang mở ${days}.`
}

/** A form on which nothing is written yet. */
export const blankEntry: InitiativeEntry = {
  ...{ name: '', holderKind: 'collective', holder: '', mainField: '', tags: [], situation: '', goals: '' },
  ...{ content: '', area: '', lead: '', coordinating: '', participating: '', resources: '', timePlan: '' },
  ...{ outputs: '', sustainability: '', beganOn: null },
}
