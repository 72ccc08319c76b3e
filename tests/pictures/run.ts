import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { guideFile, guideInMarkdown } from './guide-in-markdown.ts'
import { openStudio } from './studio.ts'
import { pictures } from './pictures.ts'

/** What a picture of the guide may weigh: the page with all of them is read on a telephone. */
const mostBytes = 120_000

writeFileSync(guideFile, guideInMarkdown())
const wanted = process.argv.slice(2)
if (wanted.includes('text')) process.exit()
const dataDir = mkdtempSync(join(tmpdir(), 'kheo-pictures-'))
const port = await freePort()
const server = spawn(process.execPath, ['scripts/start.mjs'], {
  env: { ...process.env, PORT: String(port), KHEO_DATA: dataDir, KHEO_EXAMPLE: '1', NODE_ENV: '' },
  stdio: ['ignore', 'ignore', 'inherit'],
})
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
try {
  const origin = `http://127.0.0.1:${port}`
  await ready(origin, server)
  const studio = openStudio(browser, origin)
  for (const [name, take] of Object.entries(pictures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    process.stdout.write(`${name}: ${await save(name, await take(studio))} bytes\n`)
  }
} finally {
  await browser.close()
  server.kill('SIGTERM')
  await new Promise((done) => (server.exitCode === null ? server.once('exit', done) : done(null)))
  rmSync(dataDir, { recursive: true, force: true })
}

/** In few colours, as screens are made of; a picture that is still too heavy shows too much. */
async function save(name: string, taken: Buffer): Promise<number> {
  const made = await sharp(taken).png({ palette: true, colours: 64, effort: 10, dither: 0 }).toBuffer()
  if (made.byteLength > mostBytes) throw new Error(`${name} weighs ${made.byteLength} bytes: show less of the page`)
  writeFileSync(join('docs', 'images', `${name}.png`), made)
  return made.byteLength
}

async function ready(origin: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}`)
    const answer = await fetch(`${origin}/readyz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 500))
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
