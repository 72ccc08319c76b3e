import { fold } from '#kernel/text.ts'
import { wordsOf, type ReportParagraph } from './narrative.ts'

/** Chép lại kỳ trước: how much of a paragraph stands in the last report too, of a hundred, with the paragraph there. */
export type Copied = { share: number; earlier: string }

/** So many words in a row are a phrase of somebody's; fewer are the language's. */
const phraseWords = 5
const fewestWords = 12
/** From here on it is shown: below it two quarters of one office simply sound alike. */
const leastShare = 60

/**
 * For each paragraph the one of the last report that it repeats; null where it is new. Numbers say nothing here: the same
 * sentences around other numbers are still the same sentences.
 */
export function copiedForward(
  paragraphs: readonly ReportParagraph[],
  earlier: readonly ReportParagraph[],
): (Copied | null)[] {
  const before = earlier.map((one) => ({ text: wordsOf(one), phrases: phrasesOf(one) }))
  return paragraphs.map((paragraph) => {
    const phrases = phrasesOf(paragraph)
    if (phrases.size < fewestWords - phraseWords + 1) return null
    let best: Copied | null = null
    for (const one of before) {
      const shared = [...phrases].filter((phrase) => one.phrases.has(phrase)).length
      const share = Math.round((100 * shared) / phrases.size)
      if (share >= leastShare && share > (best?.share ?? 0)) best = { share, earlier: one.text }
    }
    return best
  })
}

function phrasesOf({ parts }: ReportParagraph): Set<string> {
  // A cited number is left out, and so is a typed one.
  const text = parts.map((part) => ('text' in part ? part.text : ' ')).join('')
  const words = fold(text).match(/[a-z]+/g) ?? []
  const count = Math.max(0, words.length - phraseWords + 1)
  return new Set(Array.from({ length: count }, (_, index) => words.slice(index, index + phraseWords).join(' ')))
}
