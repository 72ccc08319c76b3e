import { formatDay } from '#kernel/local-date.ts'
import { formatQuantity, type Quantity } from '#kernel/quantity.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import { longest } from '#modules/movement/campaign-forms.ts'
import { workPurposes, workPurposeLabel, type WorkItemEntry } from '#modules/movement/work-item.ts'
import type { SheetField } from '../registers/fields.ts'
import { campaignField } from '../registers/movement-form.server.ts'

export const path = '/desk/phan-viec'

export async function workItemFields(ctx: Ctx, chosen?: { id: string; title: string }): Promise<SheetField[]> {
  return [
    { kind: 'line', name: 'title', label: 'Phần việc, công trình', most: longest.title },
    {
      ...{ kind: 'choice', name: 'purpose', label: 'Thuộc về', hint: 'Mỗi việc chỉ tính ở một ô.' },
      options: workPurposes.map((value) => ({ value, label: workPurposeLabel[value] })),
    },
    await campaignField(ctx, chosen),
    { kind: 'day', name: 'day', label: 'Bắt đầu, dự kiến bắt đầu' },
    { kind: 'day', name: 'doneOn', label: 'Hoàn thành ngày', optional: true, hint: 'Chưa xong thì để trống.' },
    { kind: 'line', name: 'place', label: 'Địa điểm', most: longest.place, optional: true },
    { ...number('costMillion', 'Kinh phí'), suffix: 'triệu đồng' },
    { ...number('labourDays', 'Công lao động'), suffix: 'ngày công' },
    { kind: 'text', name: 'result', label: 'Kết quả', rows: 3, most: longest.text, optional: true },
  ]
}

function number(name: string, label: string): SheetField {
  return { kind: 'line', name, label, most: 20, width: 'short', inputmode: 'decimal', optional: true }
}

export function amountText(amount: Quantity | null, none = ''): string {
  return amount === null ? none : formatQuantity(amount)
}

export function valuesOf(item: WorkItemEntry): Record<string, string> {
  return {
    ...{ title: item.title, purpose: item.purpose, campaign: item.campaign ?? '', day: formatDay(item.plannedFrom) },
    ...{ doneOn: item.doneOn === null ? '' : formatDay(item.doneOn), place: item.place, result: item.result },
    ...{ costMillion: amountText(item.costMillion), labourDays: amountText(item.labourDays) },
  }
}

export const purposeFilter = { name: 'thuoc', column: 'purpose', values: workPurposes }
