import { addDays, daysBetween, type LocalDate } from '#kernel/local-date.ts'
import type { DialogueEntry } from './dialogue.ts'

/** What invented communes talked about with their people; the first ones are called for one theme. */
const talks = [
  ['Giải phóng mặt bằng tuyến đường liên thôn, giá đền bù cây trồng', 'Hội trường xã'],
  ['Học sinh đi học xa sau khi sáp nhập điểm trường', 'Trường tiểu học'],
  ['Thu gom rác thải và phí vệ sinh ở khu chợ', 'Nhà văn hóa thôn Đồi Ngang'],
  ['Nước sạch mùa khô, đường ống tự chảy bị vỡ', 'Nhà văn hóa thôn Suối Trong'],
  ['Thủ tục đất đai ở bộ phận một cửa, thời gian chờ trích đo', 'Hội trường xã'],
  ['Đèn đường, an ninh trật tự và xe chở vật liệu qua thôn', 'Nhà văn hóa thôn Cầu Tre'],
  ['Vay vốn chăn nuôi, tiêm phòng cho đàn gia súc', 'Nhà văn hóa thôn Gò Sim'],
] as const

/** Meetings of an invented commune, spread over the days from one to another; the last of them was not counted by heads. */
export function inventDialogues(
  within: { from: LocalDate; to: LocalDate },
  meetings: number,
  thematic: number,
): DialogueEntry[] {
  const step = Math.floor(daysBetween(within.from, within.to) / (meetings + 1))
  return Array.from({ length: meetings }, (_, index): DialogueEntry => {
    const [subject, place] = talks[index % talks.length] ?? talks[0]
    const isCounted = index < meetings - 1 || meetings === 1
    return {
      heldOn: addDays(within.from, step * (index + 1)),
      subject: `Đối thoại: ${subject.charAt(0).toLowerCase()}${subject.slice(1)}`,
      place,
      isThematic: index < thematic,
      attendances: isCounted ? 46 + ((index * 23) % 70) : null,
      opinions: isCounted ? 5 + ((index * 7) % 12) : null,
    }
  })
}
