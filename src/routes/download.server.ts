import type { OfficialDocument } from '#kernel/document.ts'
import { fold } from '#kernel/text.ts'
import type { Workbook } from '#kernel/workbook.ts'
import { writeDocx } from '#platform/office/docx.ts'
import { writePdf } from '#platform/office/pdf.ts'
import { writeWorkbook } from '#platform/office/xlsx.ts'

/** What can be made into files: a document for PDF and Word, a workbook for Excel; null where there is none. */
export type Printable = { document: OfficialDocument | null; workbook: Workbook | null }

const kinds = {
  pdf: {
    type: 'application/pdf',
    write: ({ document }: Printable) => document && writePdf(document),
  },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: ({ document }: Printable) => document && writeDocx(document),
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: ({ workbook }: Printable) => workbook && writeWorkbook(workbook),
  },
} as const

export type DownloadKind = keyof typeof kinds

const labels: Record<DownloadKind, string> = { pdf: 'Bản in PDF', docx: 'Bản Word', xlsx: 'Bảng Excel' }

/** What a file is for: an officer has it signed, the public reads it. */
const uses: Record<'officer' | 'public', Record<DownloadKind, string>> = {
  officer: {
    pdf: 'Để in, trình ký, gửi đi. Mở máy nào cũng giống nhau.',
    docx: 'Để sửa lời văn, thêm phần nhận xét rồi in.',
    xlsx: 'Để cộng và lọc số; mỗi số kèm mã chỉ tiêu.',
  },
  public: {
    pdf: 'Để đọc và in. Mở máy nào cũng giống nhau.',
    docx: 'Để trích lời và bảng sang văn bản khác.',
    xlsx: 'Để cộng và lọc số; mỗi số kèm mã chỉ tiêu.',
  },
}

/** One file in a list of downloads; `size` is told in kilobytes. */
export type Download = { kind: DownloadKind; label: string; use: string; href: string; size: string }

/** A file to be saved; null for a kind that is not written. */
export async function downloadOf(kind: string, printable: Printable, name: string): Promise<Response | null> {
  const found = Object.entries(kinds).find(([one]) => one === kind)
  const bytes = found ? await found[1].write(printable) : null
  if (!found || !bytes) return null
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

/** The files that can be made, with how large each is: a person on a slow line decides before pressing. */
export async function downloadsOf(
  reader: keyof typeof uses,
  printable: Printable,
  address: (kind: DownloadKind) => string,
): Promise<Download[]> {
  const list: Download[] = []
  for (const kind of Object.keys(kinds) as DownloadKind[]) {
    const size = isLong(printable) ? '' : await sizeOf(kind, printable)
    if (size !== null) list.push({ kind, label: labels[kind], use: uses[reader][kind], href: address(kind), size })
  }
  return list
}

// The appendix of a province of a hundred communes is some eighty pages: they are set when somebody asks for them.
function isLong({ document }: Printable): boolean {
  return (document?.appendices ?? []).length > 0
}

async function sizeOf(kind: DownloadKind, printable: Printable): Promise<string | null> {
  const bytes = await kinds[kind].write(printable)
  return bytes && sizeText(bytes.byteLength)
}

function sizeText(bytes: number): string {
  return `${Math.max(1, Math.ceil(bytes / 1024))} KB`
}

const remembered = new Map<string, Promise<Download[]>>()
const mostRemembered = 500

/** For what never changes, such as a publication: made once in a server's life, not at every visit of its page. */
export function rememberedDownloads(key: string, make: () => Promise<Download[]>): Promise<Download[]> {
  const known = remembered.get(key)
  if (known) return known
  if (remembered.size >= mostRemembered) remembered.clear()
  const made = make()
  remembered.set(key, made)
  made.catch(() => remembered.delete(key))
  return made
}
