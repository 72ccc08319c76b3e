import { formatDay } from '#kernel/local-date.ts'
import { campaignKinds, campaignKindLabel, type CampaignEntry } from '#modules/movement/campaign.ts'
import { longest } from '#modules/movement/campaign-forms.ts'
import { participantsText } from '#modules/movement/participants.ts'
import type { SheetField } from '../registers/fields.ts'

export const path = '/desk/phong-trao'

export const campaignFields: SheetField[] = [
  {
    ...{ kind: 'choice', name: 'kind', label: 'Loại' },
    options: [
      { value: 'theme', label: campaignKindLabel.theme, hint: 'Ví dụ “Năm Dân vận khéo”; mỗi năm một chủ đề.' },
      {
        value: 'drive',
        label: campaignKindLabel.drive,
        hint: 'Có ngày đầu, ngày cuối, ví dụ chào mừng ngày truyền thống 15/10.',
      },
      { value: 'surprise', label: campaignKindLabel.surprise, hint: 'Phát động ngắn ngày cho một việc cấp bách.' },
    ],
  },
  { kind: 'line', name: 'title', label: 'Tên', most: longest.title },
  { kind: 'day', name: 'from', label: 'Từ ngày' },
  { kind: 'day', name: 'until', label: 'Đến hết ngày', hint: 'Sau ngày này đợt tự kết thúc, không phải đóng.' },
  { kind: 'text', name: 'subject', label: 'Nội dung', rows: 4, most: longest.text, optional: true },
  {
    ...{ kind: 'text', name: 'list', label: 'Đơn vị tham gia', rows: 6, most: longest.list, optional: true },
    hint: 'Mỗi dòng một xã, phường, cơ quan, đoàn thể. Không ghi tên người.',
  },
  {
    ...{ kind: 'text', name: 'result', label: 'Kết quả', rows: 4, most: longest.text, optional: true },
    hint: 'Ghi sau khi đợt kết thúc.',
  },
]

export function valuesOf(campaign: CampaignEntry): Record<string, string> {
  return {
    ...{ kind: campaign.kind, title: campaign.title, from: formatDay(campaign.from), until: formatDay(campaign.until) },
    ...{ subject: campaign.subject, list: participantsText(campaign.participants), result: campaign.result },
  }
}

export const kindFilter = { name: 'loai', column: 'kind', values: campaignKinds }
