// What the house refuses in any text file. Pure: a path and a text in, findings out.
import { basename } from 'node:path'

/** @typedef {{ file: string, line: number, say: string }} Finding */
/** @typedef {{ vietnamese: string, codes: string[], banned: string[], modules: string[] | null, line: number }} GlossaryRow */
/** @typedef {{ rows: GlossaryRow[], shapes: Set<string> }} Glossary */

// Characters nobody sees: zero width, direction marks, soft hyphen, byte order mark, control characters.
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u

// Not inside a longer word or an id: `…-8000-000000000001` is the tail of a UUID, not a person.
const phone = /(?<![\w.-])(?:\+?84|0)[ .-]?[235789](?:[ .-]?\d){8,9}(?![\w-])/
const identityNumber = /(?<![\w.-])0\d{2}[ .]?\d{3}[ .]?\d{6}(?![\w-])/

const secrets = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\b(?:secret|password|passwd|token|api_?key)\b\s*[:=]\s*['"][A-Za-z0-9+/=_-]{24,}['"]/i,
]

// Folders of one person's machine; written in two halves so that this file does not find itself.
const foreignPaths = [['..', 'shared'].join('/'), ['', 'work', ''].join('/')]

/**
 * Everything that one line can be refused for.
 * @param {string} file path inside the repository
 * @param {string} text
 * @returns {Finding[]}
 */
export function findingsInText(file, text) {
  /** @type {Finding[]} */
  const findings = []
  const mayHoldPeople = /(^|[/-])example\.ts$/.test(file) || /^db\/.*\.csv$/.test(file)
  for (const [index, line] of text.split('\n').entries()) {
    /** @param {string} say */
    const report = (say) => findings.push({ file, line: index + 1, say })
    if (line !== line.normalize('NFC')) report('has a letter in two pieces: save the file as NFC (ế as one character)')
    const hidden = unseen.exec(line.replace(/\r$/, ''))
    if (hidden) report(`has the unseen character ${codePoint(hidden[0])}: delete it, or write it as an escape`)
    if (mayHoldPeople && identityNumber.test(line))
      report('has something like an identity number: leave people out of it')
    else if (mayHoldPeople && phone.test(line)) report('has something like a phone number: leave people out of it')
    if (secrets.some((secret) => secret.test(line))) report('has something like a secret: read it from the environment')
    const foreign = foreignPaths.find((path) => mentions(line, path))
    if (foreign) report(`mentions ${foreign}, a folder that exists on one machine only`)
  }
  return findings
}

/** @param {string} line @param {string} path */
function mentions(line, path) {
  const at = line.indexOf(path)
  return at >= 0 && !/[\w.]/.test(line[at - 1] ?? ' ')
}

/** @param {string} character */
function codePoint(character) {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/**
 * Reads GLOSSARY.md. A heading `## reporting` binds the rows under it to that module, `## Every module` to all, and
 * `## Shapes` lists the words that may be joined to a term (`ReportId`, `UnitList`) without a line of their own.
 * A banned word followed by "for …" is banned for that meaning only: a person checks it, not this script.
 * @param {string} text
 * @returns {Glossary}
 */
export function readGlossary(text) {
  /** @type {GlossaryRow[]} */
  const rows = []
  const shapes = new Set(/** @type {string[]} */ ([]))
  /** @type {string[] | null} */
  let modules = null
  let inShapes = false
  for (const [index, line] of text.split('\n').entries()) {
    const heading = /^##\s+(.+)$/.exec(line)?.[1]?.trim()
    if (heading) {
      inShapes = heading === 'Shapes'
      modules = /^[a-z][a-z, -]*$/.test(heading) ? heading.split(/,\s*/) : null
      continue
    }
    if (inShapes) for (const word of quoted(line)) shapes.add(word)
    const [vietnamese = '', code = '', banned = ''] = cells(line)
    if (inShapes || quoted(code).length === 0) continue
    rows.push({ vietnamese, codes: quoted(code), banned: bannedWords(banned), modules, line: index + 1 })
  }
  return { rows, shapes }
}

/** @param {string} line */
function cells(line) {
  return line.startsWith('|')
    ? line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
    : []
}

/** @param {string} cell */
function quoted(cell) {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
}

/** @param {string} cell */
function bannedWords(cell) {
  return [...cell.matchAll(/`([^`]+)`(?!\s+for\b)/g)].map((match) => match[1] ?? '')
}

/**
 * Holds the exported names of one file of src/modules against the glossary.
 * @param {string} file
 * @param {string} text
 * @param {Glossary} glossary
 * @returns {Finding[]}
 */
export function findingsInNames(file, text, glossary) {
  const module = /^src\/modules\/([^/]+)\//.exec(file)?.[1]
  if (!module || !file.endsWith('.ts') || basename(file).endsWith('.test.ts')) return []
  const rows = glossary.rows.filter((row) => row.modules === null || row.modules.includes(module))
  const spoken = new Set(rows.flatMap((row) => row.codes.map(lower)))
  const known = new Set(glossary.rows.flatMap((row) => row.codes.map(lower)))
  /** @type {Finding[]} */
  const findings = []
  for (const { name, kind, line } of exportedNames(text)) {
    for (const row of rows) {
      for (const word of row.banned) {
        // A word that another line of this module takes for its own term is that term here.
        if (spoken.has(lower(word)) || !containsWord(name, word)) continue
        findings.push({
          file,
          line,
          say: `\`${name}\` says "${word}" for ${row.vietnamese}: GLOSSARY.md line ${row.line} says ${row.codes.join(', ')}`,
        })
      }
    }
    // Builders of invented data have shapes of their own; the words of the domain they use are checked above.
    if (kind === 'type' && !/(^|[/-])example[^/]*$/.test(file) && !isSaid(name, known, glossary.shapes)) {
      findings.push({
        file,
        line,
        say: `the type \`${name}\` is not in GLOSSARY.md: give it a line under "## ${module}"`,
      })
    }
  }
  return findings
}

/**
 * @param {string} text
 * @returns {{ name: string, kind: 'type' | 'value', line: number }[]}
 */
export function exportedNames(text) {
  /** @type {{ name: string, kind: 'type' | 'value', line: number }[]} */
  const names = []
  const shape =
    /^export\s+(?:declare\s+)?(?:abstract\s+)?(?:(type|interface)\s+(\w+)|(?:async\s+)?(?:function\*?|const|let|class)\s+(\w+)|(type\s+)?\{([^}]*)\})/gm
  for (const match of text.matchAll(shape)) {
    const line = text.slice(0, match.index).split('\n').length
    if (match[2]) names.push({ name: match[2], kind: 'type', line })
    else if (match[3]) names.push({ name: match[3], kind: 'value', line })
    for (const part of (match[5] ?? '').split(',')) {
      const name = part.trim().split(/\s+/).at(-1)
      if (name) names.push({ name, kind: match[4] || part.trim().startsWith('type ') ? 'type' : 'value', line })
    }
  }
  return names
}

/** @param {string} name */
function wordsOf(name) {
  return name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g)?.map((word) => word.toLowerCase()) ?? []
}

/** @param {string} word */
function lower(word) {
  return wordsOf(word).join(' ')
}

/** @param {string} name @param {string} word */
function containsWord(name, word) {
  const text = ` ${wordsOf(name).join(' ')} `
  return text.includes(` ${lower(word)} `) || text.includes(` ${lower(word)}s `)
}

/**
 * A name is said when it is a term, or terms and shapes one after the other with at least one term.
 * @param {string} name @param {Set<string>} terms @param {Set<string>} shapes
 */
function isSaid(name, terms, shapes) {
  const words = wordsOf(name)
  const joins = new Set([...shapes].map(lower))
  /** @param {number} from @param {boolean} termSeen @returns {boolean} */
  const covers = (from, termSeen) => {
    if (from === words.length) return termSeen
    for (let to = words.length; to > from; to--) {
      const part = words.slice(from, to).join(' ')
      const single = part.replace(/ies$/, 'y').replace(/s$/, '')
      if ((terms.has(part) || terms.has(single)) && covers(to, true)) return true
      if ((joins.has(part) || joins.has(single)) && covers(to, termSeen)) return true
    }
    return false
  }
  return covers(0, false)
}
