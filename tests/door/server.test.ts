import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { refusedStart, serverEnvironment, startServer, stopServer, useServer } from '../support/server.ts'

const database = useDatabase()
const server = useServer(database, { KHEO_HOSTS: 'danvan.vidu.example', KHEO_PROXY: '127.0.0.1' })

test('a host that is not ours gets a sentence instead of a page', async () => {
  const answer = await server.ask('/dang-nhap', { headers: { host: 'elsewhere.example' } })
  expect(answer.status).toBe(421)
  expect(answer.text).toContain('KHEO_HOSTS')
  expect((await server.ask('/dang-nhap', { headers: { host: 'localhost:1' } })).status).toBe(421)
})

test.each(['127.0.0.1', '[::1]', 'localhost'])('this machine is known as %s', async (name) => {
  expect((await server.ask('/dang-nhap', { headers: { host: `${name}:${server.port}` } })).status).toBe(200)
})

test('behind a configured proxy a form is taken by https and cookies travel only there', async () => {
  const headers = {
    host: 'danvan.vidu.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '6.6.6.6, 198.51.100.9',
  }
  const answer = await server.ask('/co-chu', {
    method: 'POST',
    headers: { ...headers, origin: 'https://danvan.vidu.example' },
    body: 'muc=130&ve=/',
  })
  expect(answer.status).toBe(303)
  expect(answer.cookies.join()).toMatch(/kheo_text=130;.*Secure/)
  expect(answer.headers['strict-transport-security']).toContain('max-age')
})

test('a form that is too long is refused before it is read, and one that hides its length too', async () => {
  const long = await server.ask('/dang-nhap', {
    method: 'POST',
    headers: { origin: server.origin },
    body: `signInName=${'x'.repeat(20_000)}`,
  })
  expect(long.status).toBe(413)
  expect(long.text).toContain('16 KB')
  const hidden = await server.ask('/dang-nhap', {
    method: 'POST',
    headers: { origin: server.origin, 'transfer-encoding': 'chunked' },
  })
  expect(hidden.status).toBe(411)
})

test('a body that is announced but never sent does not keep the answer waiting', async () => {
  const status = await new Promise((resolve, reject) => {
    const req = request({
      host: '127.0.0.1',
      port: server.port,
      path: '/dang-nhap',
      method: 'POST',
      headers: { host: `localhost:${server.port}`, 'content-length': '99999999' },
    })
    req.once('response', (res) => resolve(res.statusCode))
    req.once('error', reject)
    req.flushHeaders()
  })
  expect(status).toBe(413)
})

test('an address that cannot be decoded is refused with a sentence, and the server goes on', async () => {
  for (const path of ['/desk/%FF', '/admin/%C3%28', '/%ZZ', '/desk/%00']) {
    const answer = await server.ask(path)
    expect([answer.status, answer.text.includes('UTF-8')], path).toEqual([400, true])
  }
  expect(JSON.parse((await server.ask('/api/v1/%FF')).text)).toMatchObject({ error: { code: 'bad-encoding' } })
  expect((await server.ask('/healthz')).text).toBe('ok\n')
})

test('every answer carries the security headers, and pages without script run none', async () => {
  for (const path of ['/dang-nhap', '/healthz', '/desk', '/khong-co-trang-nay']) {
    const { headers } = await server.ask(path)
    expect(headers).toMatchObject({
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(headers['content-security-policy']).not.toMatch(/unsafe-inline|unsafe-eval/)
  }
  const page = await server.ask('/dang-nhap')
  expect(page.text).not.toMatch(/<script|\sstyle=|<style/)
})

test('health and readiness are answered to the operator under any name', async () => {
  const host = { headers: { host: '10.0.0.1' } }
  expect([(await server.ask('/healthz', host)).text, (await server.ask('/readyz', host)).text]).toEqual([
    'ok\n',
    'ready\n',
  ])
})

test('readiness says no while the database is of an older version', async () => {
  const [row] = await database.asOwner<{ name: string; sha256: string }>(
    'delete from schema_migration where name = (select max(name) from schema_migration) returning name, sha256',
  )
  expect((await server.ask('/readyz')).status).toBe(503)
  await database.asOwner('insert into schema_migration (name, sha256) values ($1, $2)', [row?.name, row?.sha256])
  expect((await server.ask('/readyz')).status).toBe(200)
})

test('the size of text is a setting that the server writes into the page', async () => {
  const set = await server.ask('/co-chu?muc=130&ve=/dang-nhap')
  expect([set.status, set.headers.location]).toEqual([303, '/dang-nhap'])
  const cookie = set.cookies[0]?.split(';')[0] ?? ''
  expect((await server.ask('/dang-nhap', { headers: { cookie } })).text).toContain('data-text="130"')
  expect((await server.ask('/dang-nhap', { headers: { cookie: 'kheo_text=999' } })).text).toContain('data-text="100"')
})

test('light or dark is a setting that the server writes into the page', async () => {
  const set = await server.ask('/mau-nen?chon=dark&ve=/dang-nhap')
  expect([set.status, set.headers.location]).toEqual([303, '/dang-nhap'])
  const cookie = set.cookies[0]?.split(';')[0] ?? ''
  expect((await server.ask('/dang-nhap', { headers: { cookie } })).text).toContain('data-theme="dark"')
  const unknown = await server.ask('/dang-nhap', { headers: { cookie: 'kheo_theme=den' } })
  expect(unknown.text).toContain('data-theme="auto"')
  const away = await server.ask('/mau-nen?chon=dark&ve=//elsewhere.example')
  expect(away.headers.location).toBe('/desk')
})

test.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', '/%09/elsewhere.example\t'])(
  'the size of text never leads to another site: %s',
  async (way) => {
    const { headers } = await server.ask(`/co-chu?muc=115&ve=${encodeURIComponent(way)}`)
    expect(new URL(headers.location ?? '', server.origin).origin).toBe(server.origin)
  },
)

test('the log has neither queries nor whole addresses', async () => {
  await server.ask('/dang-nhap?tiep=/desk/tim%3Fq=Nguyen-Thi-Mau', { headers: { 'x-forwarded-for': '198.51.100.77' } })
  await new Promise((resolve) => setTimeout(resolve, 200))
  const lines = (await readFile(join(server.dataDir, 'kheo.log'), 'utf8')).trim().split('\n')
  const last = JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>
  expect(last).toMatchObject({ method: 'GET', path: '/dang-nhap', status: 200, from: '198.51.100.0' })
  expect(lines.join('\n')).not.toMatch(/Nguyen|198\.51\.100\.77/)
})

test('a second server on the same port ends with one sentence that names the port', async () => {
  const second = startServer({ ...serverEnvironment(database, server.dataDir), PORT: String(server.port) })
  await expect(second).rejects.toThrow(
    new RegExp(
      `ended with 1: Cổng ${server.port} đang có chương trình khác dùng\\. .*PORT=${server.port + 1} npm start\\n$`,
    ),
  )
})

test.each([
  ['PORT=abc', { PORT: 'abc' }, /PORT phải là một số từ 0 đến 65535, đang là “abc”/],
  ['PORT=99999', { PORT: '99999' }, /PORT phải là một số/],
  ['an address that this machine does not have', { HOST: '203.0.113.1' }, /“203\.0\.113\.1” đặt trong HOST/],
  ['a name that nobody has', { HOST: 'khong-co.invalid' }, /“khong-co\.invalid” đặt trong HOST/],
  ['a folder that cannot be made', { KHEO_DATA: '/proc/nope' }, /\/proc\/nope .*KHEO_DATA/],
  ['a file instead of a folder', { KHEO_DATA: import.meta.filename }, /không phải là thư mục/],
  ['a lock after a word', { KHEO_LOCK_AFTER: 'năm' }, /KHEO_LOCK_AFTER phải là một số nguyên/],
])('%s: the server ends with one sentence and nothing else', async (_, environment, sentence) => {
  const { code, errors } = await refusedStart({ ...serverEnvironment(database, server.dataDir), ...environment })
  expect(code).toBe(1)
  expect(errors).toMatch(sentence)
  expect(errors.trim().split('\n')).toHaveLength(1)
})

test("the data folder that the server makes is its owner's alone", async () => {
  const dataDir = join(await mkdtemp(join(tmpdir(), 'kheo-test-folder-')), 'made', 'here')
  const { child } = await startServer(serverEnvironment(database, dataDir))
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
  await stopServer(child)
  await rm(dirname(dirname(dataDir)), { recursive: true })
})

test('while the pages are still being built, the server lives, says so and is not ready', async () => {
  const port = await freePort()
  const environment = { ...serverEnvironment(database, server.dataDir), PORT: String(port), KHEO_AWAIT_BUILD: 'others' }
  const child = spawn(process.execPath, ['src/server.ts'], { env: environment, stdio: 'ignore' })
  const status = (path: string) =>
    fetch(`http://localhost:${port}${path}`).then(
      (answer) => answer.status,
      () => 0,
    )
  await expect.poll(() => status('/healthz'), { timeout: 30_000 }).toBe(200)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  expect([await status('/readyz'), await status('/dang-nhap')]).toEqual([503, 503])
  expect(await stopServer(child)).toBe(0)
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

test('told to stop, the server ends in order', async () => {
  const { child, said } = await startServer(serverEnvironment(database, server.dataDir))
  expect(said).toMatch(/xa\.songxanh\s+Cán bộ dân vận xã\s+Nguyễn Thị Mẫu/)
  expect(await stopServer(child)).toBe(0)
})
