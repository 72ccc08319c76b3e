import type { OfficialDocument } from '#kernel/document.ts'
import { fold } from '#kernel/text.ts'
import { writeDocx } from '#platform/office/docx.ts'
import { writePdf } from '#platform/office/pdf.ts'

const kinds = {
  pdf: { type: 'application/pdf', write: writePdf },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', write: writeDocx },
} as const

/** A document as a file to be saved; null for a kind that is not written. */
export async function downloadOf(kind: string, document: OfficialDocument, name: string): Promise<Response | null> {
  const found = Object.entries(kinds).find(([one]) => one === kind)
  if (!found) return null
  const bytes = await found[1].write(document)
  const plain = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': found[1].type,
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="${plain}.${kind}"; filename*=UTF-8''${encodeURIComponent(`${name}.${kind}`)}`,
    },
  })
}
