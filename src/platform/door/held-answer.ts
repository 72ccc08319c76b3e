import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'

export type Answered = { status: number; headers: Record<string, string | string[]>; body: Buffer }

type Chunk = Buffer | Uint8Array | string

/**
 * Holds back what is written to a response until it is complete, so that it can be kept and compressed as a whole.
 * Answers null when the connection ended before; nothing is sent by this function.
 */
export function holdBack(res: ServerResponse): { answered: Promise<Answered | null>; release(): void } {
  const { writeHead, write, end } = res
  const chunks: Buffer[] = []
  let settle: (answered: Answered | null) => void = () => undefined
  const answered = new Promise<Answered | null>((resolve) => (settle = resolve))
  res.once('close', () => settle(null))
  Object.assign(res, {
    writeHead(status: number, ...rest: (string | OutgoingHttpHeaders | undefined)[]) {
      res.statusCode = status
      const headers = rest.findLast((one) => typeof one === 'object')
      for (const [name, value] of Object.entries(headers ?? {})) {
        if (value !== undefined) res.setHeader(name, value)
      }
      return res
    },
    write(chunk: Chunk, encoding?: BufferEncoding) {
      chunks.push(bytesOf(chunk, encoding))
      return true
    },
    end(chunk?: Chunk, encoding?: BufferEncoding) {
      if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') chunks.push(bytesOf(chunk, encoding))
      settle({ status: res.statusCode, headers: headersOf(res), body: Buffer.concat(chunks) })
      return res
    },
  })
  return { answered, release: () => void Object.assign(res, { writeHead, write, end }) }
}

function bytesOf(chunk: Chunk, encoding?: BufferEncoding): Buffer {
  return typeof chunk === 'string' ? Buffer.from(chunk, encoding) : Buffer.from(chunk)
}

function headersOf(res: ServerResponse): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(res.getHeaders()).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'number' ? String(value) : value]],
    ),
  )
}
