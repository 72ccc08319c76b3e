import { z } from 'zod'
import { parseLocalDate } from '#kernel/local-date.ts'
import { lengthOf, tidy } from '#kernel/text.ts'
import { awardLevels, recipientKinds, type AwardEntry } from './award.ts'

export const longest = {
  recipient: 160,
  name: 80,
  achievement: 300,
  report: 12_000,
  reason: 500,
  decision: 60,
  what: 400,
  occasion: 200,
  place: 160,
  source: 200,
} as const

const typed = z.string().default('')

function line(most: number, name: string) {
  return typed.transform(tidy).refine((text) => lengthOf(text) <= most, `${name} dài quá ${most} chữ cái.`)
}

function needed(most: number, name: string, example: string) {
  return line(most, name).pipe(z.string().min(1, `${name}: ${example}`))
}

function day(name: string) {
  return typed.transform((text, ctx) => {
    const read = parseLocalDate(text)
    if (read) return read
    ctx.addIssue(`${name}: ghi ngày/tháng/năm, ví dụ 15/10/2026.`)
    return z.NEVER
  })
}

/** A small whole number as it is typed; null where it may be empty. */
function whole(name: string, most: number) {
  return typed.transform((text, ctx): number => {
    const digits = tidy(text)
    if (/^\d{1,4}$/.test(digits) && Number(digits) <= most) return Number(digits)
    ctx.addIssue(`${name}: ghi bằng chữ số, từ 0 đến ${most}.`)
    return z.NEVER
  })
}

const optionalYears = typed.transform((text, ctx): number | null => {
  const digits = tidy(text)
  if (digits === '') return null
  if (/^\d{1,2}$/.test(digits) && Number(digits) <= 80) return Number(digits)
  ctx.addIssue('Số năm làm công tác: ghi bằng chữ số, ví dụ 15; để trống nếu không cần.')
  return z.NEVER
})

/** Written as a person's name is: one written in capitals only is the same person as one that is not. */
export function readName(text: string): string {
  const name = tidy(text).replace(/\s+/g, ' ')
  if (name !== name.toLocaleUpperCase('vi')) return name
  return name.toLocaleLowerCase('vi').replace(/(^|[\s'-])\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'))
}

/** The form of one proposal. `name` goes into the vault and nowhere else. */
export const awardForm = z
  .object({
    form: typed.pipe(z.string().min(1, 'Hình thức: xin chọn.')),
    level: z.enum(awardLevels, 'Cấp tặng: xin chọn.'),
    line: typed.pipe(z.string().min(1, 'Dòng khen thưởng: xin chọn.')),
    year: typed.transform((text, ctx): number => {
      const digits = tidy(text)
      if (/^(19|20)\d\d$/.test(digits)) return Number(digits)
      ctx.addIssue('Năm có thành tích: ghi bốn chữ số, ví dụ 2026.')
      return z.NEVER
    }),
    recipientKind: z.enum(recipientKinds, 'Tập thể hay cá nhân: xin chọn.'),
    recipient: needed(
      longest.recipient,
      'Tên tập thể hoặc chức danh',
      'ghi tên tập thể; với cá nhân ghi chức danh, ví dụ “Trưởng thôn, thôn Đồi Ngang”.',
    ),
    name: typed.transform(readName).refine((text) => lengthOf(text) <= longest.name, 'Họ tên dài quá 80 chữ cái.'),
    isLeader: z.enum(['', 'co', 'khong']).catch(''),
    mayBePublic: typed.transform((text) => text === 'co'),
    yearsOfService: optionalYears,
    achievement: needed(longest.achievement, 'Thành tích ghi trên giấy', 'viết một câu, bắt đầu bằng “Đã có”.'),
    report: line(longest.report, 'Báo cáo thành tích'),
  })
  .transform(({ name, isLeader, ...rest }): { entry: AwardEntry; name: string } => {
    const isPerson = rest.recipientKind === 'individual'
    const said = isLeader === '' ? null : isLeader === 'co'
    return {
      name,
      entry: {
        ...rest,
        isLeader: isPerson ? said : null,
        mayBePublic: isPerson && rest.mayBePublic,
        yearsOfService: isPerson ? rest.yearsOfService : null,
      },
    }
  })

export const voteForm = z.object({
  members: whole('Số thành viên hội đồng', 200),
  present: whole('Số có mặt', 200),
  votesFor: whole('Phiếu thuận', 200),
  votesAgainst: whole('Phiếu chống', 200),
  abstentions: whole('Phiếu trắng', 200),
  on: day('Ngày bỏ phiếu'),
})

export const decisionForm = z.object({
  number: needed(longest.decision, 'Số quyết định', 'ghi cả ký hiệu, ví dụ 125/QĐ-UBND.'),
  on: day('Ngày quyết định'),
})

export const reasonForm = z.object({ reason: line(longest.reason, 'Lý do') })

export const ruleForm = z.object({
  rule: typed,
  value: typed.transform(tidy).pipe(z.string().regex(/^\d{1,4}$/, 'Con số: ghi bằng chữ số.')),
  source: needed(longest.source, 'Căn cứ', 'ghi văn bản lấy con số này, ví dụ “Quy chế xét tặng số 5-QC/BTGDV”.'),
})

export const praiseForm = z.object({
  day: day('Ngày biểu dương'),
  recipientKind: z.enum(recipientKinds, 'Tập thể hay cá nhân: xin chọn.'),
  recipient: needed(longest.recipient, 'Ai được biểu dương', 'ghi tên tập thể, hoặc chức danh không kèm họ tên.'),
  what: needed(longest.what, 'Vì việc gì', 'ghi việc được biểu dương.'),
  occasion: line(longest.occasion, 'Ở đâu, dịp nào'),
})

export const ceremonyForm = z.object({
  day: day('Ngày tổ chức'),
  name: needed(longest.occasion, 'Tên buổi lễ', 'ví dụ “Kỷ niệm Ngày truyền thống công tác dân vận 15/10”.'),
  place: line(longest.place, 'Nơi tổ chức'),
})

export const versionField = z.coerce.number().int().nonnegative().catch(-1)
