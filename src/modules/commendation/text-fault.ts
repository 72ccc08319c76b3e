import { fold, holdsPersonalNumber } from '#kernel/text.ts'
import type { Refusal, TextField } from './labels.ts'

/** The first text that must not be kept as it is: with a personal number, or with the name that belongs into the vault. */
export function textFault(texts: Partial<Record<TextField, string>>, name: string): Refusal | null {
  for (const [field, text] of Object.entries(texts) as [TextField, string][]) {
    if (holdsPersonalNumber(text)) return { code: 'personal-number', field }
    if (field !== 'name' && name !== '' && ` ${words(text)} `.includes(` ${words(name)} `))
      return { code: 'name-in-text', field }
  }
  return null
}

function words(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
}
