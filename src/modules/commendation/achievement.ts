import { formatDay } from '#kernel/local-date.ts'
import type { Dialogue } from '#modules/activities/dialogue.ts'
import { stateLabel } from '#modules/movement/labels.ts'
import type { Initiative } from '#modules/movement/initiative.ts'
import type { InitiativeYear } from '#modules/movement/year.ts'

/** What a proposal starts with: the words of the record, for a person to mend, so that nobody types them again. */
export type ReportStart = {
  recipient: string
  recipientKind: Initiative['holderKind']
  achievement: string
  report: string
}

/** An achievement report from what is recorded of an initiative: situation, way of working, results, evidence. */
export function startFromInitiative(
  initiative: Initiative,
  years: readonly InitiativeYear[],
  year: number,
): ReportStart {
  const sections: [string, string][] = [
    ['1. Hoàn cảnh, lý do xây dựng mô hình', initiative.situation],
    ['2. Mục tiêu', initiative.goals],
    ['3. Nội dung, cách làm', initiative.content],
    [
      '4. Địa bàn, lực lượng tham gia',
      joined([initiative.area, initiative.lead, initiative.coordinating, initiative.participating]),
    ],
    ['5. Nguồn lực', initiative.resources],
    ['6. Kết quả, sản phẩm', initiative.outputs],
    ['7. Khả năng duy trì, nhân rộng', initiative.sustainability],
    ['8. Quá trình đăng ký, công nhận', yearLines(years)],
  ]
  return {
    recipient: initiative.holder,
    recipientKind: initiative.holderKind,
    achievement: `Đã có thành tích trong xây dựng mô hình “${initiative.name}” năm ${year}`,
    report: written(`Báo cáo thành tích: mô hình “${initiative.name}”`, sections),
  }
}

/** An achievement report from a dialogue that was held well: what it was about and its counts. */
export function startFromDialogue(dialogue: Dialogue, unitName: string): ReportStart {
  const counts = [
    dialogue.attendances === null ? '' : `${dialogue.attendances} lượt người dự`,
    dialogue.opinions === null ? '' : `${dialogue.opinions} ý kiến`,
  ]
  return {
    recipient: unitName,
    recipientKind: 'collective',
    achievement: `Đã có thành tích trong tổ chức đối thoại với nhân dân năm ${dialogue.heldOn.slice(0, 4)}`,
    report: written(`Báo cáo thành tích: ${dialogue.subject}`, [
      ['1. Cuộc đối thoại', joined([`ngày ${formatDay(dialogue.heldOn)}`, dialogue.place])],
      ['2. Kết quả', joined(counts)],
      ['3. Việc đã giải quyết sau đối thoại', ''],
    ]),
  }
}

/** A section without words stays as a heading: the officer sees what the record does not say. */
function written(title: string, sections: readonly (readonly [string, string])[]): string {
  return [title, ...sections.map(([heading, words]) => `${heading}\n${words || '(chưa ghi trong hồ sơ)'}`)].join('\n\n')
}

function yearLines(years: readonly InitiativeYear[]): string {
  return years
    .toSorted((one, other) => one.year - other.year)
    .map(({ year, isNew, state, days }) => {
      const recognised = days.recognisedOn
        ? `, công nhận ngày ${formatDay(days.recognisedOn)}${days.decision ? ` (${days.decision})` : ''}`
        : ''
      return `- Năm ${year}: ${isNew ? 'xây dựng mới' : 'duy trì'}, ${stateLabel[state].toLocaleLowerCase('vi')}${recognised}`
    })
    .join('\n')
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('; ')
}
