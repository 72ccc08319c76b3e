import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { guardFromEnvironment } from '#modules/access/access.server.ts'
import { truncatedAddress } from '#modules/access/address.ts'
import { exampleAccounts, examplePassword } from '#modules/access/example.ts'
import { dutyLabel } from '#modules/access/labels.ts'
import { doorRefusal } from '#platform/api/refusal.ts'
import { openDataFolder } from '#platform/data-folder.ts'
import { s3Settings } from '#platform/files/open-store.ts'
import { listenRefusal, parsePort } from '#platform/door/listening.ts'
import {
  bodyLimit,
  bodyRefusal,
  clientOf,
  hurry,
  isKnownHost,
  isReadableAddress,
  largestBody,
  longestPatience,
  mayFinish,
  routePath,
  unreadableAddress,
} from '#platform/door/requests.ts'
import { plainPage, securityHeaders } from '#platform/door/plain-page.ts'
import { apiRateFrom } from '#platform/door/rate-limit.ts'
import { answerUnreadable } from '#platform/door/unreadable.ts'
import { StartRefused } from '#platform/launcher/refusal.ts'
import type { RunningWorker } from '#platform/jobs/worker.ts'
import { nightFromEnvironment } from '#platform/jobs/rounds.ts'
import { faultOf, logTarget, openLog, type Log } from '#platform/log.ts'
import { mailFromEnvironment } from '#platform/notify/mail-settings.ts'
import { isReady } from '#platform/ready.ts'
import { putLogAside } from '#platform/retention/log-files.ts'
import { prepareVault } from '#platform/vault/keys.ts'
import { ringPlace } from '#platform/vault/ring.ts'
import { installationSettings, prepareInstallation } from './installation.ts'
import { isBeyondCache, openKeptPages } from './kept-pages.ts'
import { startWork } from './work.ts'

type Answer = (req: IncomingMessage, res: ServerResponse) => void
type Installation = { url: string; secret: string; lost?: Promise<string>; stop(): Promise<void> }

const settings = settingsOrEnd()
const { host, port, dataDir, exampleData, hosts, proxies, log } = settings

// Set only when everything behind the door stands; until then a visitor is told to wait.
let application: Answer | undefined
let installation: Installation | undefined
// Anonymous pages, kept for as long as nothing public changes.
let pages: ReturnType<typeof openKeptPages> | undefined
let worker: RunningWorker | undefined

// A request without a host gets our own sentence, not an empty answer of Node's.
const server = createServer({ requireHostHeader: false }, (req, res) => receive(req, res))
server.requestTimeout = longestPatience
server.headersTimeout = 60_000
server.on('error', stopBecauseNobodyCanCome)
server.on('clientError', answerUnreadable)
server.listen(port, host, () => void open())

type Settings = ReturnType<typeof installationSettings> & {
  host: string
  port: number
  hosts: string[]
  proxies: string[]
  log: Log
}

/** What the environment says, each word looked at before anything is opened; the log last, in a folder that stands. */
function settingsOrEnd(): Settings {
  try {
    const { env } = process
    const port = parsePort(env.PORT || '3000')
    if (port === null) throw new StartRefused(`PORT phải là một số từ 0 đến 65535, đang là “${env.PORT}”.`)
    guardFromEnvironment(env)
    apiRateFrom(env)
    mailFromEnvironment(env)
    nightFromEnvironment(env)
    s3Settings(env)
    const read = installationSettings(env)
    openDataFolder(read.dataDir)
    putLogAside(read.dataDir, new Date())
    const log = openLog(logTarget(env, read.dataDir))
    const host = env.HOST || '127.0.0.1'
    return { ...read, host, port, hosts: listOf(env.KHEO_HOSTS), proxies: listOf(env.KHEO_PROXY), log }
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    process.stderr.write(`Không khởi động được: ${error.message}\n`)
    process.exit(1)
  }
}

async function open(): Promise<void> {
  try {
    installation = await prepare()
    void installation.lost?.then(stopBecauseSomethingIsLost)
    setEnvironment(installation)
    if (process.env.KHEO_AWAIT_BUILD) await buildFrom(process.env.KHEO_AWAIT_BUILD)
    const handler = new URL('../build/handler.js', import.meta.url)
    if (!existsSync(handler)) throw new Error('Chưa có bản dựng trong thư mục build. Chạy: npm start')
    const built = (await import(handler.href)) as { handler: Answer }
    if (process.env.KHEO_WORKER !== '0') await work(installation)
    application = built.handler
    pages = openKeptPages(installation.url, (error) => log.error({ fault: faultOf(error) }, 'public version'))
    sayReady()
  } catch (error) {
    log.error({ fault: faultOf(error) }, 'start failed')
    process.stderr.write(`Không khởi động được: ${error instanceof Error ? error.message : String(error)}\n`)
    await stop(1)
  }
}

/** A ready database: of our own making, or the one that KHEO_DATABASE_URL and KHEO_SECRET name (tests, several processes). */
async function prepare(): Promise<Installation> {
  const { KHEO_DATABASE_URL: url, KHEO_SECRET: secret } = process.env
  if (url && secret) {
    await prepareVault(url, ringPlace(dataDir, process.env.KHEO_VAULT_KEY))
    return { url, secret, stop: async () => undefined }
  }
  return prepareInstallation({ ...settings, onProgress: (sentence) => void process.stdout.write(`${sentence}\n`) })
}

/** Jobs run here unless a process of their own does them (node src/worker.ts). */
async function work({ url, secret }: Installation): Promise<void> {
  worker = await startWork({ url, secret, dataDir, log })
  void worker.lost.then(() => stopBecauseSomethingIsLost('Bộ phận làm việc nền đã dừng ngoài ý muốn.'))
}

const longestBuildMs = 10 * 60_000

/**
 * `npm start` builds the pages while the database is being prepared, and stops us when that fails. The builder writes what it
 * built from as its last file.
 */
async function buildFrom(sources: string): Promise<void> {
  const stamp = new URL('../build/.made-from', import.meta.url)
  const until = performance.now() + longestBuildMs
  while ((await readFile(stamp, 'utf8').catch(() => '')) !== sources) {
    if (performance.now() > until) throw new Error('Các trang chưa dựng xong sau 10 phút. Chạy lại: npm start')
    await pause(50)
  }
}

// The adapter reads these once, when its handler is imported.
function setEnvironment({ url, secret }: Installation): void {
  Object.assign(process.env, {
    KHEO_DATABASE_URL: url,
    KHEO_SECRET: secret,
    KHEO_DATA: dataDir,
    KHEO_EXAMPLE: exampleData ? '1' : '0',
    KIT_PROTOCOL_HEADER: 'x-kheo-protocol',
    KIT_ADDRESS_HEADER: 'x-kheo-client',
    KIT_BODY_SIZE_LIMIT: String(largestBody),
  })
}

function receive(req: IncomingMessage, res: ServerResponse): void {
  const id = randomUUID()
  const client = clientOf(req, proxies)
  logWhenDone(req, res, id, client.address)
  // Overwritten on every request: nobody outside may say who they are or that they came by https.
  req.headers['x-request-id'] = id
  req.headers['x-kheo-protocol'] = client.protocol
  req.headers['x-kheo-client'] = client.address
  const path = routePath(req.url)
  const [render, kept] = [application, pages]
  if (render && kept && isForReaders(req, path)) {
    const anew = (): void => {
      dress(res, id, client.protocol)
      render(req, res)
    }
    return void kept.answer(req, res, anew).catch((error: unknown) => failed(res, id, error))
  }
  dress(res, id, client.protocol)
  if (path === '/healthz') return say(res, 200, 'ok')
  if (path === '/readyz') return void ready(res)
  if (!isKnownHost(req.headers.host, { port: listeningPort(), hosts })) return refuseHost(res)
  if (!isReadableAddress(path)) return refuse(res, 400, 'Địa chỉ viết chưa đúng', unreadableAddress)
  const refusal = bodyRefusal(req, bodyLimit(path))
  hurry(req, path)
  if (refusal) return refuse(res, refusal.status, refusal.title, refusal.sentences)
  if (!render) return refuse(res, 503, 'Hệ thống đang khởi động', ['Chờ một phút rồi tải lại trang này.'])
  render(req, res)
}

/** What the page cache may answer: everything before it at the door has been looked at. */
function isForReaders(req: IncomingMessage, path: string): boolean {
  if (isBeyondCache(path) || !isReadableAddress(path)) return false
  if (!isKnownHost(req.headers.host, { port: listeningPort(), hosts })) return false
  return path !== '/healthz' && path !== '/readyz' && bodyRefusal(req, 0) === null
}

/** The headers of every answer; a kept page has them from when it was made. */
function dress(res: ServerResponse, id: string, protocol: 'http' | 'https'): void {
  for (const [name, value] of Object.entries(securityHeaders)) res.setHeader(name, value)
  if (protocol === 'https') res.setHeader('strict-transport-security', 'max-age=31536000')
  res.setHeader('x-request-id', id)
}

function failed(res: ServerResponse, id: string, error: unknown): void {
  log.error({ id, fault: faultOf(error) }, 'fault')
  if (res.headersSent) return void res.destroy()
  refuse(res, 500, 'Có lỗi ở máy chủ', ['Nội dung đã lưu trước đó vẫn còn. Thử lại sau ít phút.'])
}

function refuseHost(res: ServerResponse): void {
  refuse(res, 421, 'Địa chỉ này không phải của hệ thống', [
    'Mở hệ thống bằng địa chỉ mà quản trị đã báo.',
    'Người vận hành: thêm tên miền vào biến KHEO_HOSTS (nhiều tên cách nhau bằng dấu phẩy) rồi khởi động lại.',
  ])
}

function refuse(res: ServerResponse, status: number, title: string, sentences: readonly string[]): void {
  // A program reads JSON; the code is in its list of codes (platform/api/refusal.ts).
  const forProgram = routePath(res.req.url).startsWith('/api/')
  res.writeHead(status, {
    'content-type': forProgram ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    // Otherwise as the visitor asked: who said `close` must not be told that the connection stays.
    ...(mayFinish(res.req) ? {} : { connection: 'close' }),
  })
  const page = (): string => plainPage(title, sentences)
  res.end(forProgram ? JSON.stringify(doorRefusal(status, [`${title}.`, ...sentences].join(' '))) : page())
  res.req.resume()
}

function say(res: ServerResponse, status: number, word: string): void {
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  res.end(`${word}\n`)
}

async function ready(res: ServerResponse): Promise<void> {
  const yes = application !== undefined && installation !== undefined && (await isReady(installation.url))
  say(res, yes ? 200 : 503, yes ? 'ready' : 'not ready')
}

function logWhenDone(req: IncomingMessage, res: ServerResponse, id: string, address: string): void {
  const began = performance.now()
  // The query is left out: it may hold what somebody searched for.
  const path = routePath(req.url)
  res.once('close', () => {
    const ms = Math.round(performance.now() - began)
    log.info({ id, method: req.method, path, status: res.statusCode, ms, from: truncatedAddress(address) }, 'request')
  })
}

function listeningPort(): number {
  const address = server.address()
  return address !== null && typeof address === 'object' ? (address as AddressInfo).port : port
}

function sayReady(): void {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const lines = [`Khéo đang chạy tại http://${shown}:${listeningPort()}`, '']
  if (exampleData) lines.push(...exampleTable(), '')
  process.stdout.write(`${lines.join('\n')}Dừng: bấm Ctrl+C\n`)
}

function exampleTable(): string[] {
  const rows = exampleAccounts.map(({ signInName, duty, name, secret }) => [signInName, dutyLabel[duty], name, secret])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return [
    `Tài khoản ví dụ (mật khẩu chung: ${examplePassword}; cột cuối là mã bí mật để thêm vào ứng dụng xác thực):`,
    ...rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`),
    'Mã 6 chữ số khi đăng nhập:  npm run -s kheo -- code xa.songxanh',
  ]
}

function stopBecauseNobodyCanCome(error: NodeJS.ErrnoException): void {
  process.stderr.write(`${listenRefusal(error.code, { host, port })}\n`)
  // Not exit(): the log's file is not open yet, and its closing would throw over this sentence.
  process.exitCode = 1
}

/** Whoever watches over this process starts it again, and the start recovers the database. */
function stopBecauseSomethingIsLost(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  void stop(1)
}

let stopping = false

/** Lets running answers finish for five seconds, then stops what was started. */
async function stop(code: number): Promise<void> {
  if (stopping) process.exit(code || 1)
  stopping = true
  const closed = new Promise((done) => server.close(done))
  server.closeIdleConnections()
  await Promise.race([closed, new Promise((done) => setTimeout(done, 5_000).unref())])
  await pages?.close()
  await worker?.stop()
  await installation?.stop()
  await new Promise<void>((done) => log.flush(() => done()))
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))
// A promise that nobody waited for is a bug in one answer; it must not end everybody's.
process.on('unhandledRejection', (reason) => log.error({ fault: faultOf(reason) }, 'unhandled'))

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter(Boolean)
}
