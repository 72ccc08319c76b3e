import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { guide } from '../../src/routes/(portal)/tro-giup/guide.ts'
import { guideFile, guideInMarkdown } from '../pictures/guide-in-markdown.ts'
import { pictures } from '../pictures/pictures.ts'

const parts = guide.chapters.flatMap((chapter) => chapter.parts)
const taken = readdirSync('docs/images').map((name) => name.replace(/\.png$/, ''))

test('the guide in docs/ has the very words of the page (npm run pictures -- text writes it)', () => {
  expect(readFileSync(guideFile, 'utf8')).toBe(guideInMarkdown())
})

test('every word of the screens that the guide names stands on a screen', () => {
  const named = [...new Set(JSON.stringify(parts).match(/“[^”]+”/g) ?? [])]
  expect(named.length).toBeGreaterThan(50)
  const screens = sourcesOf('src')
  expect(named.filter((word) => !screens.includes(word.slice(1, -1)))).toEqual([])
})

test('every picture is shown, taken by the script, said in words, and light enough for a telephone', () => {
  const shown = parts.flatMap((part) => part.picture?.name ?? [])
  expect([...shown].sort()).toEqual([...taken].sort())
  expect(Object.keys(pictures).sort()).toEqual([...taken].sort())
  expect(taken.length).toBeLessThanOrEqual(14)
  for (const name of taken) expect(statSync(`docs/images/${name}.png`).size, name).toBeLessThanOrEqual(120_000)
  for (const part of parts) expect(part.picture?.alt ?? 'không có hình', part.id).toMatch(/^[^.]{8,}\.?$/)
})

test('each part can be linked to', () => {
  const ids = [...parts, ...guide.chapters].map((one) => one.id)
  expect(new Set(ids).size).toBe(ids.length)
})

/** The text of everything that can be shown, with runs of spaces as one; the guide itself left out. */
function sourcesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(svelte|ts)$/.test(name) && !/\.test\.ts$|tro-giup/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/\s+/g, ' '))
    .join('\n')
}
