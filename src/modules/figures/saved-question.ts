import type { Id } from '#kernel/ids.ts'
import { holdsPersonalNumber, lengthOf, tidy } from '#kernel/text.ts'
import type { Actor } from '#modules/access/actor.ts'

export type SavedQuestionId = Id<'SavedQuestion'>

/** Câu hỏi đã lưu: a question an officer asks again, under a name of their own. */
export type SavedQuestion = { id: SavedQuestionId; name: string; address: string; savedAt: Date }

/** Why a question is not kept. */
export type SavedQuestionRefusal =
  | { code: 'name-missing' }
  | { code: 'name-too-long'; most: number }
  | { code: 'personal-number' }
  | { code: 'name-taken'; name: string }
  | { code: 'too-many-saved'; most: number }
  | { code: 'not-a-question' }

export const longestName = 120
export const mostSaved = 50
const longestAddress = 4000

/** Who keeps questions: whoever works with figures. An auditor changes nothing, an administrator sees no figures. */
export function mayKeepQuestions(actor: Actor): boolean {
  return actor.duty !== 'auditor' && actor.duty !== 'administrator'
}

/** The name as it is kept, or why it is not. */
export function readName(typed: string): { ok: true; name: string } | { ok: false; refusal: SavedQuestionRefusal } {
  const name = tidy(typed).replace(/\s+/g, ' ')
  if (name === '') return { ok: false, refusal: { code: 'name-missing' } }
  if (lengthOf(name) > longestName) return { ok: false, refusal: { code: 'name-too-long', most: longestName } }
  if (holdsPersonalNumber(name)) return { ok: false, refusal: { code: 'personal-number' } }
  return { ok: true, name }
}

/** Only the part behind the question mark, so that what is kept never leads to another site. */
export function isQuestionAddress(address: string): boolean {
  return address.length <= longestAddress && /^[\w.~%+*,:;=&-]+$/.test(address) && address.includes('=')
}
