import type { Certificate } from '#kernel/certificate.ts'
import { placeAndDayLine } from '#kernel/document.ts'
import type { CertificateLayout } from './certificate-layout.ts'
import { certificateTemplate } from './certificate-template.ts'
import { setPdf } from './pdf.ts'
import { printableText } from './printable-text.ts'

/** What holds for a whole printing: whether our frame is drawn, and what a trial print says of itself at the top. */
export type CertificatePrinting = { title: string; frame: boolean; mark: string }

/** Certificates in one file, one a page, in the order given. */
export async function writeCertificates(
  certificates: readonly Certificate[],
  layout: CertificateLayout,
  printing: CertificatePrinting,
): Promise<Uint8Array> {
  const words = certificates.map(({ day, ...it }) => ({
    ...it,
    recipient: printableText(it.recipient),
    about: printableText(it.about),
    achievement: printableText(it.achievement),
    decision: printableText(it.decision),
    signer: printableText(it.signer ?? ''),
    placeAndDay: placeAndDayLine(it.place, day),
  }))
  return setPdf(
    certificateTemplate,
    { certificates: JSON.stringify(words), layout: JSON.stringify(layout), options: JSON.stringify(printing) },
    printing.title,
    '1.7',
  )
}
