import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, inject } from 'vitest'
import { buildWhenStale } from '../../scripts/lib/building.mjs'
import { putExamplePictures } from '../../src/modules/movement/library-example.server.ts'
import { localStore } from '../../src/platform/files/local-store.ts'
import { testSecret } from './access.ts'
import { inTurn, type TestDatabase } from './database.ts'

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; bytes: Buffer; cookies: string[] }
export type Asked = { method?: string; headers?: Record<string, string>; body?: string }

/** The built application behind src/server.ts, on a port of its own. */
export type TestServer = {
  port: number
  origin: string
  dataDir: string
  child: ChildProcess
  ask(path: string, asked?: Asked): Promise<Answer>
}

/** Starts the server on the test file's database; builds the application first when its sources changed. */
export function useServer(database: TestDatabase, environment: Record<string, string> = {}): TestServer {
  const held: Partial<TestServer> = {}
  beforeAll(async () => {
    await inTurn(inject('clusterUrl'), 1, buildApplication)
    const dataDir = await mkdtemp(join(tmpdir(), 'kheo-test-server-'))
    // The example's database was made elsewhere: the pictures it names are put beside this server.
    if (environment.KHEO_EXAMPLE === '1') await putExamplePictures(localStore(join(dataDir, 'files')))
    const { child, port } = await startServer({ ...serverEnvironment(database, dataDir), ...environment })
    Object.assign(held, {
      port,
      dataDir,
      child,
      origin: `http://localhost:${port}`,
      ask: (path: string, asked: Asked = {}) => ask(port, path, asked),
    })
  }, 600_000)
  afterAll(async () => {
    await stopServer(held.child)
    if (held.dataDir) await rm(held.dataDir, { recursive: true, force: true })
  })
  return new Proxy({} as TestServer, { get: (_, key: keyof TestServer) => held[key] })
}

// What is asked must be what was written: a stale build would answer for yesterday's pages.
async function buildApplication(): Promise<void> {
  const { code, printed } = await buildWhenStale(() => undefined)
  if (code !== 0) throw new Error(`The application could not be built:\n${printed}`)
}

export function serverEnvironment(database: TestDatabase, dataDir: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    PORT: '0',
    KHEO_DATABASE_URL: database.url,
    KHEO_SECRET: testSecret,
    KHEO_DATA: dataDir,
  }
}

export async function startServer(
  env: Record<string, string>,
): Promise<{ child: ChildProcess; port: number; said: string }> {
  const child = spawn(process.execPath, ['src/server.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const port = await new Promise<number>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      said += chunk.toString()
      const found = /http:\/\/\S+:(\d+)/.exec(said)
      if (found && said.includes('Ctrl+C')) resolve(Number(found[1]))
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)))
  })
  return { child, port, said }
}

/** A start that must end by itself: what it said to the operator, and how it ended. */
export async function refusedStart(env: Record<string, string>): Promise<{ code: number | null; errors: string }> {
  const child = spawn(process.execPath, ['src/server.ts'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, errors }
}

export async function stopServer(child: ChildProcess | undefined): Promise<number | null> {
  if (!child) return null
  if (child.exitCode !== null) return child.exitCode
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  return ended
}

// node:http, not fetch: fetch adds headers of its own, and the cases differ by exactly those.
function ask(port: number, path: string, { method = 'GET', headers = {}, body = '' }: Asked): Promise<Answer> {
  const sent = {
    host: `localhost:${port}`,
    accept: 'text/html',
    ...(method === 'POST' && !headers['transfer-encoding'] ? form(body) : {}),
    ...headers,
  }
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, path, method, headers: sent }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () =>
        resolve({
          status: res.statusCode ?? 0,
          headers: res.headers,
          text: Buffer.concat(chunks).toString('utf8'),
          bytes: Buffer.concat(chunks),
          cookies: res.headers['set-cookie'] ?? [],
        }),
      )
    })
    req.on('error', reject)
    req.end(body)
  })
}

function form(body: string): Record<string, string> {
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
  }
}

/** A visitor with cookies, who follows nothing by itself and posts from our own pages. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #server: TestServer

  constructor(server: TestServer) {
    this.#server = server
  }

  async get(path: string): Promise<Answer> {
    return this.#go(path, {})
  }

  async post(path: string, fields: Record<string, string>): Promise<Answer> {
    return this.#go(path, {
      method: 'POST',
      headers: { origin: this.#server.origin },
      body: new URLSearchParams(fields).toString(),
    })
  }

  async #go(path: string, asked: Asked): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await this.#server.ask(path, {
      ...asked,
      headers: { ...asked.headers, ...(cookie ? { cookie } : {}) },
    })
    for (const line of answer.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }
}
