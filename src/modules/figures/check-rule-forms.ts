import { z } from 'zod'
import { lengthOf, tidy } from '#kernel/text.ts'
import { severities } from './check-rule.ts'

export const longestRule = { name: 120, cause: 300, remedy: 300, reason: 500, cells: 300 } as const

/** Kinds of rule that a province may write itself. */
export const ownKinds = ['total-of-parts', 'part-of-whole', 'ratio-bounds', 'change-beyond'] as const
export type OwnKind = (typeof ownKinds)[number]

const typed = z.string().default('')

function words(most: number, name: string) {
  return typed
    .transform((text) => tidy(text).replace(/\s+/g, ' '))
    .refine((text) => lengthOf(text) <= most, `${name}: dài quá ${most} chữ cái, xin viết ngắn lại.`)
}

const reason = words(longestRule.reason, 'Vì sao').refine(
  (text) => text !== '',
  'Vì sao: ghi một câu, vì mọi đơn vị được kiểm tra theo quy tắc này đều đọc.',
)

const weight = {
  isOn: typed.transform((text) => text !== 'tat'),
  severity: z.enum(severities, 'Mức: xin chọn một mức.'),
  cause: words(longestRule.cause, 'Nguyên nhân thường gặp'),
  remedy: words(longestRule.remedy, 'Cách sửa'),
}

/** What is written over a rule, with the reason; trying it needs no reason. */
export const ruleForm = z.object({ ...weight, reason })
export const ruleTrialForm = z.object({ ...weight, reason: words(longestRule.reason, 'Vì sao') })

const own = {
  ...weight,
  kind: z.enum(ownKinds, 'Loại: xin chọn một loại.'),
  name: words(longestRule.name, 'Tên').refine(
    (text) => text !== '',
    'Tên: ghi điều phải đúng, ví dụ “Giấy khen không nhiều hơn đề nghị”.',
  ),
  total: words(longestRule.cells, 'Ô thứ nhất'),
  parts: words(longestRule.cells, 'Các ô còn lại'),
  expression: words(longestRule.cells, 'Phép tính'),
}

export const ownRuleForm = z.object({ ...own, reason })
export const ownRuleTrialForm = z.object({ ...own, reason: words(longestRule.reason, 'Vì sao') })

/** Numbers of a rule as they were typed, by the names of its kind (check-rule-labels.ts). */
export type TypedNumbers = Readonly<Record<string, string>>
export type RuleEntry = z.infer<typeof ruleForm> & { numbers: TypedNumbers }
export type OwnRuleEntry = z.infer<typeof ownRuleForm> & { numbers: TypedNumbers }

export const ruleVersionField = z.coerce.number().int().nonnegative().catch(-1)

/** Why a rule goes back to what the house has. */
export const ruleResetForm = z.object({
  back: words(longestRule.reason, 'Lý do').refine((text) => text !== '', 'Lý do: ghi một câu vì sao trả về.'),
})
