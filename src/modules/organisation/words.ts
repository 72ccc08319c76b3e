import { fold } from '#kernel/text.ts'
import type { Tree } from '#modules/territory/unit.ts'
import type { Certainty } from './body.ts'

export const wordLists = ['body-kind', 'body-function', 'sub-commune-kind'] as const

/** Which list a word stands in: kinds of bodies, work they own, kinds of hamlets. */
export type WordList = (typeof wordLists)[number]

/** A word of one of the lists: the country's with how surely it is known, or a province's own. */
export type StructureWord = {
  list: WordList
  code: string
  label: string
  certainty: Certainty
  source: string
  isOwn: boolean
  /** No longer offered; what already uses it keeps it. */
  isRetired: boolean
  /** For kinds of bodies: the tree they usually belong to. */
  tree: Tree | null
  /** For kinds of hamlets: in which kinds of communes they are usual, and where. */
  ofKinds: readonly string[] | null
  regions: string | null
}

/** The words of a list that may be chosen. */
export function offered(words: readonly StructureWord[], list: WordList): StructureWord[] {
  return words.filter((word) => word.list === list && !word.isRetired)
}

/** How a code is said; the code itself when its word is gone from every list, which would be a fault. */
export function labelOf(words: readonly StructureWord[], list: WordList, code: string): string {
  return words.find((word) => word.list === list && word.code === code)?.label ?? code
}

/** The word an officer means by what they typed: with diacritics first, then without; null for none or several. */
export function wordMeant(words: readonly StructureWord[], list: WordList, typed: string): StructureWord | null {
  const all = offered(words, list)
  const ways: ((label: string) => boolean)[] = [
    (label) => label.toLowerCase() === typed.toLowerCase(),
    (label) => fold(label) === fold(typed),
    (label) => label.split(',').some((part) => fold(part) === fold(typed)),
  ]
  for (const way of ways) {
    const found = all.filter(({ label, code }) => way(label) || code === typed)
    if (found.length === 1) return found[0] ?? null
  }
  return null
}

/** The code of a province's own word: `Tổ hòa giải` is `own-to-hoa-giai`. */
export function ownCode(label: string): string {
  const plain = fold(label)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `own-${plain}`
}
