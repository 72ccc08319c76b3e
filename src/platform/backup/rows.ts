import { hash } from 'node:crypto'

/**
 * What a table's rows add up to: the sum of each row's SHA-256, modulo 2^256. The order in which a server happens to give
 * the rows does not count, so the same rows give the same sum before and after.
 */
export class RowSum {
  rows = 0
  readonly #lanes = new Uint32Array(8)

  add(row: Buffer): void {
    const digest = hash('sha256', row, 'buffer')
    let carry = 0
    for (let lane = 0; lane < 8; lane += 1) {
      const sum = (this.#lanes[lane] ?? 0) + digest.readUInt32LE(4 * lane) + carry
      this.#lanes[lane] = sum
      carry = sum > 0xffffffff ? 1 : 0
    }
    this.rows += 1
  }

  get sum(): string {
    const bytes = Buffer.alloc(32)
    for (const [lane, value] of this.#lanes.entries()) bytes.writeUInt32LE(value, 4 * lane)
    return bytes.toString('hex')
  }
}

/** The rows of a batch, each as PostgreSQL's binary COPY writes it: how many fields, then each with its length. */
export function* rowsIn(batch: Buffer): Generator<Buffer> {
  for (let at = 0; at < batch.length;) {
    const from = at
    const fields = batch.readInt16BE(at)
    at += 2
    for (let field = 0; field < fields; field += 1) {
      // A length of -1 is null, and nothing follows.
      at += 4 + Math.max(0, batch.readInt32BE(at))
    }
    yield batch.subarray(from, at)
  }
}
