import type { Layout, Signature } from '#kernel/document.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { ReportAppendix } from './appendix.ts'
import type { IssuingBody } from './issuing-body.ts'

export const signers = ['head', 'deputy'] as const

/** Người ký: the head of the body, or a deputy in the head's place. */
export type Signer = (typeof signers)[number]

/** What one printing of a report adds to its figures. */
export type Paper = {
  signer: Signer
  /** As the register gave both; null while they are to be written on paper. */
  number: string | null
  day: LocalDate | null
  /** What a published source leaves open. */
  questions?: readonly string[]
  /** What goes behind it; none in what everybody may take home. */
  appendix?: ReportAppendix | null
}

/** Signed by the head, to be numbered on paper. */
export const plainPaper: Paper = { signer: 'head', number: null, day: null }

/**
 * A deputy of a People's Committee signs on two lines, `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH` (Nghị định 30/2020/NĐ-CP, Điều 13);
 * a deputy of a Party committee or of a Standing Board of the Front signs for it without the second (the Front's is unverified).
 */
export function signedBy({ layout, signature }: Pick<IssuingBody, 'layout' | 'signature'>, signer: Signer): Signature {
  if (signer === 'head') return signature
  const instead = { authority: 'for-superior' as const, of: signature.title }
  return {
    ...signature,
    rights: layout === 'state' ? [...signature.rights, instead] : signature.rights,
    title: `PHÓ ${signature.title}`,
  }
}

/** The symbol of a letter beside that of a report: `UBND` of `BC-UBND`, `CV/ĐU` of `BC/ĐU`; the drafting office is added by hand. */
export function letterSymbol(reportSymbol: string, layout: Layout): string {
  return layout === 'party' ? reportSymbol.replace(/^BC\//, 'CV/') : reportSymbol.replace(/^BC-/, '')
}
