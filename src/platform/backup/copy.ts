import type { Duplex } from 'node:stream'
import { once } from 'node:events'
import type pg from 'pg'

/** The part of node-postgres' connection that a COPY needs. */
type Wire = { stream: Duplex; query(text: string): void }

const batchLength = 1 << 16
const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')
const headLength = signature.length + 8
const head = Buffer.concat([signature, Buffer.alloc(8)])
const trailer = Buffer.from([0xff, 0xff])

/** The rows that `copy … to stdout (format binary)` gives, in batches of whole rows; the server waits for whoever reads. */
export async function* copyOut(client: pg.Client, statement: string): AsyncGenerator<Buffer> {
  const answer = new CopyOut(statement)
  client.query(answer)
  try {
    let batch: Buffer[] = []
    let length = 0
    for (let row = await answer.next(); row; row = await answer.next()) {
      batch.push(row)
      length += row.length
      if (length < batchLength) continue
      yield Buffer.concat(batch)
      batch = []
      length = 0
    }
    if (length > 0) yield Buffer.concat(batch)
  } finally {
    answer.giveUp()
  }
}

class CopyOut {
  readonly #statement: string
  #wire: Wire | undefined
  #waiting: Buffer[] = []
  #bytes = 0
  #isFirst = true
  #ended = false
  #forgotten = false
  #failure: Error | undefined
  #wake: () => void = () => undefined

  constructor(statement: string) {
    this.#statement = statement
  }

  submit(wire: Wire): void {
    this.#wire = wire
    wire.query(this.#statement)
  }

  // PostgreSQL sends one row a message; the head stands before the first and the trailer alone in the last.
  handleCopyData(message: { chunk: Buffer }): void {
    if (this.#forgotten) return
    const chunk = this.#isFirst ? message.chunk.subarray(headLength) : message.chunk
    this.#isFirst = false
    if (chunk.length === 0 || chunk.readInt16BE(0) === -1) return
    // Copied: the driver writes the next message over this one.
    this.#waiting.push(Buffer.from(chunk))
    this.#bytes += chunk.length
    if (this.#bytes > batchLength) this.#wire?.stream.pause()
    this.#wake()
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#ended = true
    this.#wake()
  }

  handleError(error: Error): void {
    this.#failure = error
    this.#wake()
  }

  async next(): Promise<Buffer | undefined> {
    for (;;) {
      if (this.#failure) throw this.#failure
      const row = this.#waiting.shift()
      if (row) {
        this.#bytes -= row.length
        return row
      }
      if (this.#ended) return undefined
      this.#wire?.stream.resume()
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  /** Whoever read has stopped: what still comes is dropped, so that the connection can be closed. */
  giveUp(): void {
    this.#forgotten = true
    this.#wire?.stream.resume()
  }
}

/** Gives batches of whole rows to `copy … from stdin (format binary)`. */
export async function copyIn(client: pg.Client, statement: string, batches: AsyncIterable<Buffer>): Promise<void> {
  let wire: Wire | undefined
  let began: (wire: Wire) => void = () => undefined
  let failed: (error: Error) => void = () => undefined
  let ended: () => void = () => undefined
  const ready = new Promise<Wire>((resolve) => (began = resolve))
  const done = new Promise<void>((resolve, reject) => {
    ended = resolve
    failed = reject
  })
  // Heard below; a failure before that must not count as unheard.
  done.catch(() => undefined)
  client.query({
    submit(connection: Wire) {
      wire = connection
      connection.query(statement)
    },
    handleCopyInResponse: (connection: Wire) => began(connection),
    handleCommandComplete: () => undefined,
    handleReadyForQuery: () => ended(),
    handleError: (error: Error) => failed(error),
  })
  await Promise.race([ready, done])
  if (!wire) throw new Error('The server took no COPY')
  await send(wire, head, done)
  for await (const batch of batches) await send(wire, batch, done)
  await send(wire, trailer, done)
  wire.stream.write(Buffer.from([0x63, 0, 0, 0, 4]))
  await done
}

async function send(wire: Wire, bytes: Buffer, done: Promise<void>): Promise<void> {
  const frame = Buffer.alloc(5)
  frame.write('d', 'latin1')
  frame.writeUInt32BE(bytes.length + 4, 1)
  wire.stream.write(frame)
  const mayGoOn = wire.stream.write(bytes)
  // A refused row ends the COPY while we are still sending: then `done` throws what the server said.
  if (!mayGoOn) await Promise.race([once(wire.stream, 'drain'), done])
}
