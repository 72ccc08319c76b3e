import { z } from 'zod'
import { lengthOf, tidy } from '#kernel/text.ts'

/** Why a sheet no longer counts. */
export const reasonOf = z.object({
  reason: z
    .string()
    .default('')
    .transform(tidy)
    .refine((text) => lengthOf(text) <= 300, 'Lý do dài quá 300 chữ cái.')
    .pipe(z.string().min(1, 'Lý do: ghi vì sao tờ này không tính, ví dụ “ghi trùng” hoặc “không tổ chức”.')),
})

const version = z.coerce.number().int().nonnegative().catch(-1)

/** The version the officer had before them when they wrote. */
export function versionOf(form: FormData): number {
  return version.parse(form.get('ban'))
}
