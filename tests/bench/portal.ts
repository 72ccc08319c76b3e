import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWhenStale } from '../../scripts/lib/building.mjs'
import { startServer, stopServer } from '../support/server.ts'
import { testSecret } from '../support/access.ts'
import { carry } from './load.ts'
import { inExampleProvince } from './place.ts'
import { inRounds, printTable } from './table.ts'

const rounds = 5
const seconds = 2
const asReaders = { 'Accept-Encoding': 'br, gzip', Accept: 'text/html' }

/** A portal page through our server, against a bare node:http server that sends the very same bytes. */
export async function bench(): Promise<void> {
  const { code, printed } = await buildWhenStale(() => undefined)
  if (code !== 0) throw new Error(printed)
  await inExampleProvince(async (url) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'kheo-bench-'))
    const environment = { PATH: process.env.PATH ?? '', PORT: '0', KHEO_SECRET: testSecret, KHEO_DATA: dataDir }
    const ours = await startServer({ ...environment, KHEO_DATABASE_URL: url, KHEO_EXAMPLE: '1', KHEO_WORKER: '0' })
    const path =
      /href="(\/don-vi\/[^"]+\/bao-cao\/[^"]+)"/.exec((await asked(ours.port, '/')).body.toString())?.[1] ?? '/'
    const bare = await startBare('bare.ts', repeated(await asked(ours.port, path, asReaders)))
    try {
      for (const connections of [1, 50]) await compare(path, connections, bare.port, ours.port)
    } finally {
      bare.child.kill()
      await stopServer(ours.child)
      await rm(dataDir, { recursive: true })
    }
  })
}

async function compare(path: string, connections: number, bare: number, ours: number): Promise<void> {
  const through = (port: number, headers: Record<string, string>) => async (): Promise<number> =>
    (await carry({ port, path, connections, seconds, headers })).perSecond
  const rows = await inRounds(rounds, [
    { name: 'bare node:http, the same bytes', work: through(bare, asReaders) },
    { name: 'Khéo, a kept page', work: through(ours, asReaders) },
    // A cookie of ours that is not about the look: the cache steps aside and the page is rendered each time.
    { name: 'Khéo, rendered each time', work: through(ours, { ...asReaders, Cookie: 'kheo_form=bench' }) },
  ])
  const title = `Portal page, ${connections} connection${connections > 1 ? 's' : ''}: ${rounds} rounds of ${seconds} s`
  printTable(title, 'answers/s', rows, 0)
}

type Asked = { headers: Record<string, string>; body: Buffer }

function asked(port: number, path: string, headers: Record<string, string> = {}): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, path, headers: { host: `localhost:${port}`, ...headers } })
    req.once('response', (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => resolve({ headers: res.headers as Record<string, string>, body: Buffer.concat(chunks) }))
    })
    req.once('error', reject)
    req.end()
  })
}

/** A program of this folder that is told on stdin what to answer, and says on stdout where it listens. */
export async function startBare(
  program: string,
  told: string,
  environment: Record<string, string> = {},
): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, program)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, ...environment },
  })
  child.stdin.end(told)
  const [printed] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, port: Number(printed.toString()) }
}

/** An answer as the bare server repeats it. */
function repeated({ headers, body }: Asked): string {
  const { connection: _, 'keep-alive': __, date: ___, ...kept } = headers
  return JSON.stringify({ headers: kept, body: body.toString('base64') })
}
