import { z } from 'zod'
import { parseLocalDate } from '#kernel/local-date.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import { sectionKinds, type TemplateVersionId } from './report.ts'
import { tooLongText } from './template-labels.ts'
import { templateBounds } from './template-shape.ts'

const typed = z.string().default('')

function line(field: 'name' | 'title', name: string, missing: string) {
  return typed
    .transform((text) => tidy(text).replace(/\s+/g, ' '))
    .refine((text) => lengthOf(text) <= templateBounds[field], tooLongText(name, field))
    .pipe(z.string().min(1, missing))
}

const name = line('name', 'Tên mẫu', 'Ghi tên mẫu, ví dụ “Công tác dân vận quý”.')
const title = line('title', 'Tên mục', 'Ghi tên mục, ví dụ “II. Đối thoại với Nhân dân”.')
const place = z.coerce.number().int().min(1).max(1000).catch(1000)
export const newTemplateForm = z.object({ name })

export const headForm = z.object({
  name,
  daysToSubmit: typed.transform((text, ctx) => {
    const days = /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : -1
    if (days >= 0 && days <= 366) return days
    ctx.addIssue('Ghi số ngày từ 0 đến 366, ví dụ 10.')
    return z.NEVER
  }),
})

/** What was ticked in a list, in the order of the list; anything else that was posted is nothing. */
export function tickedOf<Value extends string>(values: readonly Value[], posted: readonly unknown[]): Value[] {
  return values.filter((value) => posted.includes(value))
}

export const addSectionForm = z.object({ title, section: z.enum(sectionKinds).catch('figures') })

export const changeSectionForm = z.object({
  title,
  hint: typed.transform(tidy).refine((text) => lengthOf(text) <= templateBounds.hint, tooLongText('Lời dặn', 'hint')),
  place,
})

export const inUseForm = z.object({
  from: typed.transform((text, ctx) => {
    const day = parseLocalDate(text)
    if (day) return day
    ctx.addIssue('Ghi ngày/tháng/năm, ví dụ 1/1/2027.')
    return z.NEVER
  }),
})

/** What was typed as the place of a line; one that cannot be read goes last. */
export function placeOf(text: string): number {
  return place.parse(text === '' ? 'none' : text)
}

export const stepField = z.coerce.number().int().nonnegative().catch(-1)

/** `rieng-k3x9@2` in an address; null for anything else. */
export function templateVersionIn(text: string | undefined): TemplateVersionId | null {
  return text !== undefined && /^[a-z0-9-]{1,60}@[1-9]\d{0,3}$/.test(text) ? (text as TemplateVersionId) : null
}
