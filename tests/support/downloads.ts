import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
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
export async function wordsOfDocx(bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kheo-test-docx-'))
  try {
    await writeFile(join(folder, 'a.docx'), bytes)
    const { stdout } = await run('unzip', ['-p', join(folder, 'a.docx'), 'word/document.xml'], { maxBuffer: 1e8 })
    return stdout.replace(/<\/w:p>/g, ' ').replace(/<[^>]+>/g, '')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
