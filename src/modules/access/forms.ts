import { z } from 'zod'
import { lengthOf, tidy } from '#kernel/text.ts'
import { dutyKinds } from './actor.ts'
import { resetReasons, resetWhats } from './labels.ts'

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
/** What is wrong with a sign-in name that is to be opened, in a sentence; null when nothing is. */
export function signInNameProblem(text: string): string | null {
  const read = signInName.safeParse(text)
  return read.success ? null : (read.error.issues[0]?.message ?? 'Tên đăng nhập chưa đúng.')
}

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
// On paper there is a hyphen, on a keyboard perhaps a blank or a capital: the letters and digits are the code.
export function recoveryCodeText(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}
const recoveryCode = typed.transform(recoveryCodeText).pipe(
  z
    .string()
    .min(1, 'Gõ một mã khôi phục.')
    .regex(/^[a-z0-9]{10}$/, 'Mã khôi phục gồm 10 chữ và số, ví dụ abcde-23456, lấy ở tờ giấy đã in khi kích hoạt.'),
)
/** Either proves who it is: the telephone, or the paper. */
const codeOfEither = typed
  .transform((text) =>
    /^\D*(\d\D*){6}$/.test(text) && !/[a-z]/i.test(text) ? text.replace(/\D/g, '') : recoveryCodeText(text),
  )
  .pipe(
    z.string().regex(/^(\d{6}|[a-z0-9]{10})$/, 'Gõ 6 chữ số ở ứng dụng xác thực, hoặc một mã khôi phục 10 chữ và số.'),
  )
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
export const recoveryForm = z.object({ recoveryCode })
export const ownFactorForm = z.object({
  currentPassword: password.pipe(z.string().min(1, 'Gõ mật khẩu đang dùng.').max(128, 'Mật khẩu dài quá 128 ký tự.')),
  code: codeOfEither,
})
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
export const dutyForm = z.object({ kind, unit })
export const resetForm = z.object({
  what: z.enum(resetWhats, 'Chọn cấp lại gì.'),
  reason: z.enum(resetReasons, 'Chọn lý do.'),
})

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
