import { z } from 'zod'
import { lengthOf, tidy } from '#kernel/text.ts'
import { scopes } from './initiative.ts'

export const longestPage = {
  ...{ summary: 220, story: 3000, doing: 6000, sustainability: 2000 },
  ...{ holder: 200, consentNote: 200, notice: 300, name: 200 },
} as const

const typed = z.string().default('')

function line(most: number, name: string) {
  return typed.transform(tidy).refine((text) => lengthOf(text) <= most, `${name} dài quá ${most} chữ cái.`)
}

/** What is written for the public page. What is still missing is said when it is published, so that a half can be kept. */
export const pageForm = z.object({
  summary: line(longestPage.summary, 'Câu giới thiệu').transform((text) => text.replace(/\s+/g, ' ')),
  story: line(longestPage.story, 'Chuyện bắt đầu từ đâu'),
  doing: line(longestPage.doing, 'Cách làm'),
  sustainability: line(longestPage.sustainability, 'Bền lâu, nơi khác làm theo'),
  holder: line(longestPage.holder, 'Ai làm'),
  consentNote: line(longestPage.consentNote, 'Sự đồng ý'),
})

export const pageFields = ['summary', 'story', 'doing', 'sustainability', 'holder', 'consentNote'] as const

export const withdrawalForm = z.object({ notice: line(longestPage.notice, 'Lời báo') })

/** The form by which a unit begins to do the same. */
export const replicationForm = z.object({
  name: line(longestPage.name, 'Tên mô hình'),
  holder: line(longestPage.holder, 'Ai làm'),
  year: z.coerce.number().int().min(1990).max(2100),
  scope: z.enum(scopes),
})

export const replicationFields = ['name', 'holder', 'year', 'scope', 'sheet'] as const
