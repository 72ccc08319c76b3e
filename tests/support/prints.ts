import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll } from 'vitest'

export const run = promisify(execFile)

export type Word = { text: string; xMin: number; xMax: number; yMin: number; yMax: number }

/** A folder of this test file, and the programs that look at what was written into it. */
export function usePrints(): Prints {
  const held = { folder: '' }
  beforeAll(async () => {
    held.folder = await mkdtemp(join(tmpdir(), 'kheo-office-'))
  })
  afterAll(() => rm(held.folder, { recursive: true }))
  return {
    saved: (name, bytes) => saved(held.folder, name, bytes),
    throughLibreOffice: (name, bytes, to) => throughLibreOffice(held.folder, name, bytes, to),
  }
}

export type Prints = {
  saved(name: string, bytes: Uint8Array): Promise<string>
  /** The file as LibreOffice prints it (or gives it out as `csv`). */
  throughLibreOffice(name: string, bytes: Uint8Array, to?: string): Promise<string>
}

async function saved(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  await writeFile(join(folder, name), bytes)
  return join(folder, name)
}

export async function textOf(path: string): Promise<string> {
  return (await run('pdftotext', [path, '-'])).stdout
}

export async function wordsOnPages(path: string): Promise<Word[][]> {
  const { stdout } = await run('pdftotext', ['-bbox', path, '-'])
  const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(word)].map(([, xMin, yMin, xMax, yMax, words = '']) => {
        return { text: words, xMin: Number(xMin), yMin: Number(yMin), xMax: Number(xMax), yMax: Number(yMax) }
      }),
    )
}

export function millimetres(length: number): number {
  return (length * 72) / 25.4
}

/** Without blanks: a cell may break “khoảng 500” in two lines. */
export function flat(words: string): string {
  return words.replace(/\s/g, '')
}

/** With a profile of its own (two tests at once) and Tinos in place of Times New Roman, which this machine lacks. */
async function throughLibreOffice(folder: string, name: string, bytes: Uint8Array, to = 'pdf'): Promise<string> {
  const path = await saved(folder, name, bytes)
  const fonts = await saved(folder, 'fonts.conf', Buffer.from(fontSettings(folder)))
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`
  await run('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, path], {
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  })
  return path.replace(/\.[a-z]+$/, `.${to.split(':')[0] ?? to}`)
}

function fontSettings(folder: string): string {
  const tinos = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
    <dir>${tinos}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}</cachedir>
    <match target="pattern"><test name="family"><string>Times New Roman</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit></match></fontconfig>`
}
