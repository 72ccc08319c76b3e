import { formatDay } from '#kernel/local-date.ts'
import { longest } from '#modules/movement/campaign-forms.ts'
import { roundsText, type ContestEntry } from '#modules/movement/contest.ts'
import { participantsText } from '#modules/movement/participants.ts'
import type { SheetField } from '../registers/fields.ts'

export const path = '/desk/hoi-thi'

export const contestFields: SheetField[] = [
  { kind: 'line', name: 'title', label: 'Tên hội thi', most: longest.title },
  { kind: 'day', name: 'day', label: 'Ngày thi', hint: 'Ghi ngày/tháng/năm. Chỉ ghi hội thi đã tổ chức.' },
  { kind: 'line', name: 'place', label: 'Nơi tổ chức', most: longest.place, optional: true },
  {
    ...{ kind: 'text', name: 'rounds', label: 'Phần thi', rows: 4, most: longest.text, optional: true },
    hint: 'Mỗi dòng một phần và điểm tối đa, ví dụ “Chào hỏi: 20”.',
  },
  {
    ...{ kind: 'text', name: 'list', label: 'Các đội', rows: 8, most: longest.list, optional: true },
    hint: 'Mỗi dòng một đội, theo tên đơn vị cử đi.',
  },
]

export function valuesOf(contest: ContestEntry): Record<string, string> {
  return {
    ...{ title: contest.title, day: formatDay(contest.heldOn), place: contest.place },
    ...{ rounds: roundsText(contest.rounds), list: participantsText(contest.teams) },
  }
}
