import { formatDay } from '#kernel/local-date.ts'
import { refused, type Outcome } from '#kernel/outcome.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { SheetRefusal } from '#modules/access/sheet.ts'
import type { z } from 'zod'
import { longest, type reviewForm } from '#modules/directives/forms.ts'
import { directiveFieldOf, directiveRefusalText, type DirectiveRefusal } from '#modules/directives/labels.ts'
import { directiveChoices } from '#modules/directives/library-queries.server.ts'
import { reviewKinds, reviewKindLabel, type ReviewEntry } from '#modules/directives/review.ts'
import type { SheetField } from '../registers/fields.ts'

export const path = '/desk/so-ket'

type No = DirectiveRefusal | SheetRefusal

/** How a *no* about documents and reviews is said, and beside which field. */
export const directiveWords = {
  field: (refusal: No): string => directiveFieldOf(refusal),
  text: (refusal: No): string => directiveRefusalText(refusal),
}

export async function reviewFields(ctx: Ctx): Promise<SheetField[]> {
  const choices = await directiveChoices(ctx)
  return [
    {
      ...{ kind: 'select', name: 'directive', label: 'Văn bản được sơ kết, tổng kết', none: 'chọn văn bản' },
      options: choices.map(({ code, number, issuedOn, subject, isOwn }) => ({
        value: code,
        label: `${number}${issuedOn ? `, ${formatDay(issuedOn)}` : ''}: ${subject.length > 70 ? `${subject.slice(0, 70)}…` : subject}`,
        group: isOwn ? 'Của tỉnh, của đơn vị' : 'Danh sách chung',
      })),
    },
    {
      ...{ kind: 'choice', name: 'kind', label: 'Loại' },
      options: reviewKinds.map((value) => ({ value, label: reviewKindLabel[value] })),
    },
    {
      ...{ kind: 'line', name: 'years', label: 'Mấy năm thực hiện', most: 2, width: 'short', inputmode: 'numeric' },
      ...{ optional: true, suffix: 'năm', hint: 'Ghi đúng số năm mà cuộc này nói tới.' },
    },
    { kind: 'day', name: 'day', label: 'Ngày tổ chức', hint: 'Chỉ ghi cuộc đã tổ chức.' },
    { kind: 'day', name: 'periodFrom', label: 'Giai đoạn từ ngày', optional: true },
    { kind: 'day', name: 'periodTo', label: 'Đến ngày', optional: true },
    {
      ...{
        kind: 'line',
        name: 'document',
        label: 'Số báo cáo sơ kết, tổng kết',
        most: longest.document,
        optional: true,
      },
      hint: 'Ví dụ 15-BC/ĐU.',
    },
    {
      ...{ kind: 'text', name: 'conclusions', label: 'Kết luận', rows: 6, most: longest.conclusions, optional: true },
      hint: 'Kết quả chính, hạn chế, việc phải làm. Không ghi tên, số điện thoại của người dân.',
    },
  ]
}

/** The review with its document as the library has it. */
export async function reviewOf(
  ctx: Ctx,
  typed: z.output<typeof reviewForm>,
): Promise<Outcome<ReviewEntry, DirectiveRefusal>> {
  const { directive: code, day: heldOn, periodFrom, periodTo, ...entry } = typed
  const directive = (await directiveChoices(ctx)).find((one) => one.code === code)
  if (!directive) return refused({ code: 'no-such-directive' })
  if ((periodFrom === null) !== (periodTo === null)) return refused({ code: 'period-not-whole' })
  if (periodFrom && periodTo && periodTo < periodFrom) return refused({ code: 'period-not-whole' })
  const period = periodFrom && periodTo ? { from: periodFrom, to: periodTo } : null
  const { number, issuedOn } = directive
  return { ok: true, value: { ...entry, heldOn, period, directive: { code, number, issuedOn } } }
}

export function valuesOf(review: ReviewEntry): Record<string, string> {
  return {
    ...{
      directive: review.directive.code,
      kind: review.kind,
      years: review.years === null ? '' : String(review.years),
    },
    ...{ day: formatDay(review.heldOn), document: review.document, conclusions: review.conclusions },
    periodFrom: review.period ? formatDay(review.period.from) : '',
    periodTo: review.period ? formatDay(review.period.to) : '',
  }
}

export const kindFilter = { name: 'loai', column: 'kind', values: reviewKinds }
