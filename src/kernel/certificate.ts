import type { LocalDate } from './local-date.ts'

/** What stands on one certificate, as plain words: a layout decides where and how large. */
export type Certificate = {
  /** In capitals as printed: `CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SÔNG XANH`. */
  issuer: string
  /** In capitals as printed: `GIẤY KHEN`. */
  title: string
  /** The collective, or a person's name. */
  recipient: string
  /** Under the name: a person's function and place; empty for a collective. */
  about: string
  achievement: string
  place: string
  day: LocalDate
  /** `Quyết định số 125/QĐ-UBND ngày 15/10/2026`. */
  decision: string
  /** `Số vào sổ: 12/2026`. */
  book: string
  signerTitle: string
  /** Null where the name is written under the signature by hand. */
  signer: string | null
}
