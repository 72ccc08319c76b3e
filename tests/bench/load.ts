import { connect, type Socket } from 'node:net'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

export type Load = {
  port: number
  path: string
  connections: number
  seconds: number
  headers?: Record<string, string>
}
export type Carried = { perSecond: number; medianMs: number; p99Ms: number; bytes: number }

/** Asks the same address over so many connections, each one question at a time, from a thread of its own. */
export async function carry(load: Load): Promise<Carried> {
  const worker = new Worker(import.meta.filename, { workerData: load })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

if (!isMainThread && parentPort) parentPort.postMessage(await run(workerData as Load))

async function run(load: Load): Promise<Carried> {
  const lines = [`GET ${load.path} HTTP/1.1`, `Host: localhost:${load.port}`]
  for (const [name, value] of Object.entries(load.headers ?? {})) lines.push(`${name}: ${value}`)
  const question = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
  const times: number[] = []
  const until = performance.now() + load.seconds * 1_000
  let bytes = 0
  await Promise.all(
    Array.from({ length: load.connections }, async () => {
      const socket = connect(load.port, '127.0.0.1').setNoDelay(true)
      const answers = answersOf(socket)
      while (performance.now() < until) {
        const began = performance.now()
        socket.write(question)
        bytes = (await answers.next()).value ?? 0
        times.push(performance.now() - began)
      }
      socket.destroy()
    }),
  )
  times.sort((one, other) => one - other)
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN
  return { perSecond: times.length / load.seconds, medianMs: at(0.5), p99Ms: at(0.99), bytes }
}

/** The length of each whole answer that arrives; throws at anything but 200 with a stated length. */
async function* answersOf(socket: Socket): AsyncGenerator<number, undefined> {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    held = held.length ? Buffer.concat([held, chunk]) : chunk
    for (;;) {
      const end = held.indexOf('\r\n\r\n')
      if (end < 0) break
      const head = held.subarray(0, end).toString('latin1')
      const length = /^content-length: (\d+)/im.exec(head)?.[1]
      if (!head.startsWith('HTTP/1.1 200') || length === undefined) throw new Error(`Unexpected answer:\n${head}`)
      const whole = end + 4 + Number(length)
      if (held.length < whole) break
      held = held.subarray(whole)
      yield Number(length)
    }
  }
  return undefined
}
