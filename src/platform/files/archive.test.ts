import { expect, test } from 'vitest'
import { zipOf } from '../../../tests/support/zip.ts'
import { entriesByPiece } from './archive.ts'

test.each([true, false])(
  'an entry comes in pieces that are never long, whether it is stored as it is: %s',
  async (isStored) => {
    const content = Buffer.alloc(300 * 1024, 'Số liệu ')
    const pieces: Buffer[] = []
    for await (const piece of entriesByPiece(zipOf([{ name: 'a.xml', content, isStored }]))?.get('a.xml') ?? [])
      pieces.push(piece)
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(64 * 1024)
    expect(Buffer.concat(pieces).equals(content)).toBe(true)
  },
)
