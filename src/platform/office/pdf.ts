import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { OfficialDocument } from '#kernel/document.ts'
import { pdfAppendixTemplate } from './pdf-appendix-template.ts'
import { pdfTemplate } from './pdf-template.ts'
import { printed } from './printed.ts'

/**
 * PDF/A-2b with its fonts inside: it must open the same in twenty years. A draft without a day of signing is a plain
 * PDF, because the archive format demands a date and a draft has none. The same document gives the same bytes.
 */
export async function writePdf(document: OfficialDocument): Promise<Uint8Array> {
  const content = printed(document)
  const inputs = { printed: JSON.stringify(content), layout: JSON.stringify(content.layout) }
  return setPdf(pdfTemplate + pdfAppendixTemplate, inputs, content.title, document.day === null ? '1.7' : 'a-2b')
}

/** Sets one of our Typst programs with its words. */
export async function setPdf(
  template: string,
  inputs: Record<string, string>,
  title: string,
  pdfStandard: '1.7' | 'a-2b',
): Promise<Uint8Array> {
  // Typesetting holds the thread. Between two documents others get their turn, and so does the release of the native
  // buffers, which never runs within one turn: a hundred documents in a row kept 20 MB that were no longer used.
  await nextTurn()
  const typst = await compiler()
  try {
    return typst.pdf({ mainFileContent: template, inputs }, { pdfStandard })
  } catch (error) {
    throw new Error(`Typst could not set “${title}”`, { cause: error })
  } finally {
    typst.evictCache(2) // else Typst remembers every document it ever set
  }
}

let ready: NodeCompiler | undefined

/**
 * Reading four faces takes about 50 ms: once per server, at the first document. The library itself is loaded then too: its
 * native part ends the process when a worker thread that loaded it ends, as the build's own worker does.
 */
async function compiler(): Promise<NodeCompiler> {
  if (ready) return ready
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  ready ??= NodeCompiler.create({ workspace: '/nowhere', fontArgs: [{ fontBlobs: faces.map(readFace) }] })
  return ready
}

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']

// Resolved from this file, as Node does it: true in src/ and in the bundle in build/server/, which both stand above
// node_modules. Vite leaves the call alone, so the faces are not copied into the build.
const fromHere = createRequire(import.meta.url)

function readFace(face: string): Buffer {
  return readFileSync(fromHere.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`))
}
