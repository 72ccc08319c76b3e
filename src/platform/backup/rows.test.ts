import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factRecord, record, recordsOf } from './records.ts'
import { rowsIn, RowSum } from './rows.ts'

/** A row as PostgreSQL writes it; null is a field of no length. */
function rowOf(fields: readonly (string | null)[]): Buffer {
  const count = Buffer.alloc(2)
  count.writeInt16BE(fields.length)
  const parts = fields.flatMap((field) => {
    const length = Buffer.alloc(4)
    length.writeInt32BE(field === null ? -1 : Buffer.byteLength(field))
    return field === null ? [length] : [length, Buffer.from(field)]
  })
  return Buffer.concat([count, ...parts])
}

function sumOf(rows: readonly Buffer[]): { rows: number; sum: string } {
  const sum = new RowSum()
  for (const row of rows) sum.add(row)
  return { rows: sum.rows, sum: sum.sum }
}

const anyRows = fc.array(fc.array(fc.option(fc.string())).map(rowOf))

test('a batch is taken apart into the rows it was made of', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      expect([...rowsIn(Buffer.concat(rows))]).toEqual(rows)
    }),
  )
})

test('the order of rows does not change their sum', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const sorted = [...rows].sort((one, other) => Buffer.compare(one, other))
      expect(sumOf(sorted)).toEqual(sumOf(rows))
    }),
  )
})

test('a row more, a row less, a row twice or a field changed is another sum', () => {
  const [a, b] = [rowOf(['A', null]), rowOf(['B', '1'])]
  const sums = [[], [a], [b], [a, b], [a, a], [a, b, b], [rowOf(['A', ''])], [rowOf([null, 'A'])]].map(
    (rows) => sumOf(rows).sum,
  )
  expect(new Set(sums).size).toBe(sums.length)
})

test('the sum of one row is its SHA-256, and carries run on to the end', () => {
  // SHA-256("abc") is in every textbook.
  const one = sumOf([Buffer.from('abc')])
  expect(one.sum).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  const littleEndian = BigInt(`0x${Buffer.from(one.sum, 'hex').reverse().toString('hex')}`)
  const thrice = (littleEndian * 3n) % 2n ** 256n
  const expected = Buffer.from(thrice.toString(16).padStart(64, '0'), 'hex').reverse().toString('hex')
  expect(sumOf(Array.from({ length: 3 }, () => Buffer.from('abc'))).sum).toBe(expected)
})

async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

test('records come back whole however the stream is cut', async () => {
  const written = [
    factRecord('head', { a: 'Khéo' }),
    record('body', Buffer.alloc(0)),
    record('body', Buffer.alloc(9, 7)),
  ]
  for (const length of [1, 2, 3, 5, 1000]) {
    const read: Buffer[] = []
    for await (const { kind, payload } of recordsOf(inPieces(Buffer.concat(written), length))) {
      read.push(record(kind, payload))
    }
    expect(read).toEqual(written)
  }
})

test('a stream that ends inside a record, or holds something else, is not a backup', async () => {
  const cut = record('body', Buffer.alloc(9)).subarray(0, 12)
  await expect(recordsOf(inPieces(cut, 5)).next()).rejects.toThrow(/ends inside/)
  await expect(recordsOf(inPieces(Buffer.from('?\0\0\0\0'), 5)).next()).rejects.toThrow(/no record of kind/)
})
