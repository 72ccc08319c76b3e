import { z } from 'zod'
import { tidy } from '#kernel/text.ts'

const typed = z.string().default('')

/** The address itself is looked at by the command, which knows what a mail server takes. */
export const emailForm = z.object({
  email: typed.transform(tidy).pipe(
    z
      .string()
      .min(1, 'Gõ địa chỉ thư điện tử.')
      .max(254, 'Địa chỉ dài quá 254 ký tự.')
      .regex(/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/u, 'Địa chỉ thư có dạng ten@co-quan.gov.vn, chỉ một địa chỉ.'),
  ),
})

// Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: a mobile number is a person's, an office's line begins with 02.
export const phoneForm = z.object({
  phone: typed
    .transform((text) => text.replace(/[\s.()-]/g, '').replace(/^(\+84|84(?=2\d{9}$))/, '0'))
    .pipe(
      z
        .string()
        .min(1, 'Gõ số điện thoại bàn của cơ quan.')
        .regex(/^(?!0[35789]\d{8}$)/, 'Đây là số di động của cá nhân. Chỉ ghi số điện thoại bàn của cơ quan.')
        .regex(/^02\d{9}$/, 'Số điện thoại bàn có 11 chữ số, bắt đầu bằng 02.'),
    ),
})

export const confirmForm = z.object({
  code: typed
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Mã gồm 6 chữ số, ở trong thư vừa gửi.')),
})

const hour = typed.pipe(z.string().regex(/^\d{1,2}$/, 'Chọn giờ.')).transform(Number)

export const wishForm = z
  .object({
    byMail: z.enum(['co', 'khong'], 'Chọn có nhận thư hay không.'),
    quiet: z.enum(['chung', 'rieng'], 'Chọn giờ yên.'),
  })
  .and(z.object({ from: typed, until: typed }))
  .transform((form, context) => {
    if (form.quiet === 'chung') return { byMail: form.byMail === 'co', quiet: null }
    const [from, until] = [hour.safeParse(form.from), hour.safeParse(form.until)]
    if (from.success && until.success && from.data < 24 && until.data < 24) {
      return { byMail: form.byMail === 'co', quiet: { from: from.data, until: until.data } }
    }
    context.addIssue({ code: 'custom', path: ['from'], message: 'Giờ là một số từ 0 đến 23.' })
    return z.NEVER
  })
