import { formatDay } from '#kernel/local-date.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { longest } from '#modules/movement/campaign-forms.ts'
import { participantsText } from '#modules/movement/participants.ts'
import type { PledgeEntry } from '#modules/movement/pledge.ts'
import type { SheetField } from '../registers/fields.ts'
import { campaignField } from '../registers/movement-form.server.ts'

export const path = '/desk/cam-ket'

export async function pledgeFields(ctx: Ctx, chosen?: { id: string; title: string }): Promise<SheetField[]> {
  return [
    {
      kind: 'line',
      name: 'title',
      label: 'Tên bản cam kết',
      most: longest.title,
      hint: 'Ví dụ “Cam kết thi đua công tác dân vận năm 2027”.',
    },
    { kind: 'line', name: 'year', label: 'Cam kết cho năm', most: 4, width: 'short', inputmode: 'numeric' },
    { kind: 'day', name: 'day', label: 'Ngày ký' },
    { kind: 'text', name: 'wording', label: 'Nội dung cam kết', rows: 6, most: longest.text },
    await campaignField(ctx, chosen),
    {
      ...{ kind: 'text', name: 'list', label: 'Đơn vị ký', rows: 8, most: longest.list },
      hint: 'Mỗi dòng một đơn vị, ví dụ “Xã Sông Xanh”, “Hội Liên hiệp Phụ nữ xã”. Không ghi tên người.',
    },
  ]
}

export function valuesOf(pledge: PledgeEntry): Record<string, string> {
  return {
    ...{ title: pledge.title, year: String(pledge.year), day: formatDay(pledge.signedOn), wording: pledge.wording },
    ...{ campaign: pledge.campaign ?? '', list: participantsText(pledge.signers) },
  }
}
