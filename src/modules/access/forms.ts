import { z } from 'zod'
import { lengthOf, tidy } from '#kernel/text.ts'
import { dutyKinds } from './actor.ts'

export const shortestPassword = 12

/** Typed with capitals or blanks around it, a sign-in name is still the same. */
export function readSignInName(text: string): string {
  return tidy(text).toLowerCase()
}

const typed = z.string().default('')
const signInName = typed.transform(readSignInName).pipe(
  z
    .string()
    .min(1, 'Gõ tên đăng nhập.')
    .min(3, 'Tên đăng nhập có từ 3 đến 30 ký tự.')
    .max(30, 'Tên đăng nhập có từ 3 đến 30 ký tự.')
    .regex(
      /^[a-z0-9]+([._][a-z0-9]+)*$/,
      'Tên đăng nhập chỉ gồm chữ không dấu, chữ số và dấu chấm ở giữa, ví dụ: xa.songxanh.',
    ),
)
// Vietnamese keyboards write one letter as one or two characters: the same password must be the same everywhere.
const password = typed.transform((text) => text.normalize('NFC'))
const newPassword = password.pipe(
  z
    .string()
    .min(1, 'Gõ mật khẩu mới.')
    .min(shortestPassword, `Mật khẩu mới cần ít nhất ${shortestPassword} ký tự. Một câu ngắn dễ nhớ là tốt.`)
    .max(128, 'Mật khẩu mới dài quá 128 ký tự.'),
)
const code = typed
  .transform((text) => text.replace(/\D/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'Mã gồm 6 chữ số, lấy ở ứng dụng xác thực trên điện thoại.'))
const displayName = typed.transform(tidy).pipe(
  z
    .string()
    .min(1, 'Gõ họ và tên.')
    .refine((name) => lengthOf(name) <= 80, 'Họ và tên dài quá 80 ký tự.'),
)
const kind = z.enum(dutyKinds, 'Chọn nhiệm vụ.')
const unit = z.uuid('Chọn đơn vị.')

export const signInForm = z.object({
  // Here a name of the wrong shape is only an unknown name: the page must not say more.
  signInName: typed
    .transform(readSignInName)
    .pipe(z.string().min(1, 'Gõ tên đăng nhập.').max(100, 'Tên đăng nhập dài quá.')),
  password: password.pipe(z.string().min(1, 'Gõ mật khẩu.').max(128, 'Mật khẩu dài quá 128 ký tự.')),
})
export const codeForm = z.object({ code })
export const passwordForm = z
  .object({
    currentPassword: password.pipe(z.string().min(1, 'Gõ mật khẩu đang dùng.').max(128, 'Mật khẩu dài quá 128 ký tự.')),
    newPassword,
    newPasswordAgain: password,
  })
  .refine((form) => form.newPassword === form.newPasswordAgain, {
    path: ['newPasswordAgain'],
    message: 'Hai lần gõ mật khẩu mới chưa giống nhau.',
  })
export const accountForm = z.object({ signInName, displayName, kind, unit })
export const dutyForm = z.object({ account: z.uuid('Không rõ tài khoản nào.'), kind, unit })

/** What was wrong, by field: the first thing said about each. */
export type FieldErrors = Record<string, string>

/** Reads a form; either its values, or one sentence for each field that needs mending. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
): { ok: true; value: z.output<Schema> } | { ok: false; errors: FieldErrors } {
  const read = schema.safeParse(Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')))
  if (read.success) return { ok: true, value: read.data }
  const errors: FieldErrors = {}
  for (const issue of read.error.issues) errors[issue.path.join('.')] ??= issue.message
  return { ok: false, errors }
}
