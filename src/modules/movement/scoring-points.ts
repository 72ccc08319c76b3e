import type { Brand } from '#kernel/brand.ts'
import { tidy } from '#kernel/text.ts'

/** Điểm: whole hundredths of a point, so that no sum ever drifts and 79,99 is not 80. */
export type Points = Brand<number, 'Points'>

export const noPoints = 0 as Points
const mostPoints = 1_000_000

/** A number of points as officers type it (`12`, `12,5`, `12.25`); null when it is none, negative or finer than hundredths. */
export function parsePoints(text: string): Points | null {
  const match = /^(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(tidy(text))
  if (!match) return null
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return hundredths <= mostPoints ? (hundredths as Points) : null
}

/** Points that the program itself writes down; throws when they are none. */
export function points(text: string | number): Points {
  const parsed = parsePoints(String(text))
  if (parsed === null) throw new Error(`Not points: ${text}`)
  return parsed
}

/** What a stored row holds; throws when it is no whole number of hundredths. */
export function storedPoints(hundredths: number): Points {
  if (!Number.isSafeInteger(hundredths)) throw new Error(`Not points: ${hundredths}`)
  return hundredths as Points
}

/** As people read them: `78`, `87,5`, `79,99`. */
export function formatPoints(amount: Points): string {
  const whole = Math.trunc(Math.abs(amount) / 100)
  const rest = String(Math.abs(amount) % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${amount < 0 ? '−' : ''}${whole}${rest ? `,${rest}` : ''}`
}

export function addPoints(amounts: readonly Points[]): Points {
  return amounts.reduce<number>((sum, amount) => sum + amount, 0) as Points
}

/**
 * The part of a whole that several hands share, cut down to hundredths and never up: a mean of 79,996 does not become 80. What is
 * cut down reaches a border of whole hundredths exactly when the fraction itself does.
 */
export function sharedPoints(sum: number, hands: number): Points {
  if (hands < 1) throw new Error('Points shared among nobody')
  return Math.floor(sum / hands) as Points
}
