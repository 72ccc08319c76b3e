import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateRawSync } from 'node:zlib'
import type { Page } from 'playwright-core'

const run = promisify(execFile)

export type Download = { type: string; name: string; bytes: Buffer }

/** Presses a link that answers with a file, as the reader would, and gives the file back with what the server said of it. */
export async function download(page: Page, link: string): Promise<Download> {
  const href = await page.getByRole('link', { name: link, exact: true }).first().getAttribute('href')
  const answer = await page.request.get(new URL(href ?? '', page.url()).href, { maxRedirects: 0 })
  const headers = answer.headers()
  return {
    type: headers['content-type'] ?? '',
    name: headers['content-disposition'] ?? '',
    bytes: await answer.body(),
  }
}

/** The words of a PDF in reading order, one space between them. */
export async function wordsOfPdf(bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kheo-test-pdf-'))
  try {
    await writeFile(join(folder, 'a.pdf'), bytes)
    await run('pdftotext', [join(folder, 'a.pdf'), join(folder, 'a.txt')])
    return (await readFile(join(folder, 'a.txt'), 'utf8')).replace(/\s+/g, ' ')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The words of a Word file, as they stand in its main part. */
export function wordsOfDocx(bytes: Buffer): string {
  return partOf(bytes, 'word/document.xml')
    .replace(/<\/w:p>/g, ' ')
    .replace(/<[^>]+>/g, '')
}

/** One file out of a zip (APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12, 4.3.16). */
function partOf(zip: Buffer, wanted: string): string {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  let entry = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(entry + 28)
    if (zip.toString('utf8', entry + 46, entry + 46 + nameLength) === wanted) {
      const local = zip.readUInt32LE(entry + 42)
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      return inflateRawSync(zip.subarray(from, from + zip.readUInt32LE(entry + 20))).toString('utf8')
    }
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32)
  }
  throw new Error(`The file holds no ${wanted}`)
}
