import { readXml, withOfficeEscapes } from './xml-scan.ts'

/** No form that people fill in has more words in it; the table of a file that does is not held. */
const most = { bytes: 16 * 1024 * 1024, texts: 1_000_000 }

/** The file has more text than is held at once (quá nhiều chữ). */
export class TooMuchText extends Error {}

/** The texts that cells name by number (shared strings), kept as bytes one after another: a text is made when it is asked for. */
export type SharedTexts = { at: (place: number) => string | null }

export const noTexts: SharedTexts = { at: () => null }

export async function readSharedTexts(pieces: AsyncIterable<Uint8Array>): Promise<SharedTexts> {
  const ends: number[] = []
  let bytes = Buffer.alloc(64 * 1024)
  let length = 0

  function keep(text: string): void {
    const size = Buffer.byteLength(text)
    if (length + size > most.bytes || ends.length >= most.texts) throw new TooMuchText()
    if (length + size > bytes.length) {
      const larger = Buffer.alloc(Math.min(most.bytes, Math.max(bytes.length * 2, length + size)))
      bytes.copy(larger, 0, 0, length)
      bytes = larger
    }
    bytes.write(text, length)
    length += size
    ends.push(length)
  }

  // Formatted pieces (runs) stand for one text; how something is read aloud (phonetic) is not part of it.
  let [plain, runs, run] = ['', '', '']
  let hasRuns = false
  let kept: 'plain' | 'run' | null = null
  await readXml(pieces, {
    open(name, _, within) {
      if (name === 'si') [plain, runs, hasRuns] = ['', '', false]
      if (name === 'r' && within === 'si') run = ''
      if (name !== 't') return
      kept = within === 'si' ? 'plain' : within === 'r' ? 'run' : null
      if (kept === 'plain') plain = ''
      if (kept === 'run') run = ''
    },
    text(text) {
      if (kept === 'plain') plain += text
      if (kept === 'run') run += text
    },
    close(name, within) {
      if (name === 't') kept = null
      if (name === 'r' && within === 'si') {
        runs += withOfficeEscapes(run)
        hasRuns = true
      }
      if (name === 'si') keep(hasRuns ? runs : withOfficeEscapes(plain))
    },
  })

  return {
    at(place) {
      const end = ends[place]
      return end === undefined ? null : bytes.toString('utf8', place === 0 ? 0 : ends[place - 1], end)
    },
  }
}
