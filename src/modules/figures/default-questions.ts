import { partsOf, type LocalDate } from '#kernel/local-date.ts'
import { endedPeriods, periodTitle } from '#kernel/period.ts'
import { nothingAsked, type AskedQuestion } from './question.ts'

/** A question to begin with (câu hỏi có sẵn), so that the page is never empty. */
export type DefaultQuestion = { name: string; asked: AskedQuestion }

/** For an officer of a unit: its last quarter first, then the other things people ask. */
export function defaultQuestions(place: 'commune' | 'province', today: LocalDate): DefaultQuestion[] {
  const [last] = endedPeriods('quarter', today, 1)
  if (!last) return []
  const title = periodTitle(last)
  const { year } = partsOf(last.to)
  const own = { ...nothingAsked, period: [last] }
  const through = { ...nothingAsked, year: [year] }
  const files = ['F01', 'F05', 'F06', 'F07']
  if (place === 'commune') {
    const counts = 'open' as const
    return [
      { name: `Hồ sơ một cửa của đơn vị mình, ${title}`, asked: { ...own, indicators: files, counts } },
      {
        name: `Hồ sơ một cửa qua các quý năm ${year}, so với cùng kỳ`,
        asked: { ...through, indicators: files, by: ['quarter'], compare: 'same-period', counts },
      },
      {
        name: `Đối thoại và tiếp công dân, ${title}`,
        asked: { ...own, indicators: ['D03', 'D05', 'E01', 'E02'], counts },
      },
    ]
  }
  return [
    {
      name: `Hồ sơ giải quyết đúng hạn theo xã, phường, ${title}`,
      asked: { ...own, indicators: ['F01', 'F06', 'F10'], by: ['commune'] },
    },
    {
      name: `Hồ sơ một cửa của cả tỉnh qua các quý năm ${year}, so với cùng kỳ`,
      asked: { ...through, indicators: files, by: ['quarter'], compare: 'same-period' },
    },
    {
      name: `Cuộc đối thoại: tỷ trọng của từng xã, phường, ${title}`,
      asked: { ...own, indicators: ['D03'], by: ['commune'], compare: 'whole' },
    },
  ]
}
