import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findingsInNames, findingsInText, readGlossary } from '../../scripts/lib/house-rules.mjs'

const script = join(import.meta.dirname, '../../scripts/check-house.mjs')

function says(file: string, text: string): string[] {
  return findingsInText(file, text).map(({ line, say }) => `${line} ${say}`)
}

describe('letters', () => {
  test('a letter in two pieces is reported at its line', () => {
    expect(says('src/a.ts', 'tốt\n' + 'tốt'.normalize('NFD'))).toEqual([
      expect.stringMatching(/^2 has a letter in two pieces/),
    ])
  })

  test.each(['\u200b', '\u202e', '\ufeff', '\u00ad', '\u2066'])('the unseen character %j is reported', (character) => {
    expect(says('README.md', `đơn${character}`)).toEqual([expect.stringMatching(/^1 has the unseen character U\+/)])
  })

  test('ordinary Vietnamese, tabs and Windows line ends are left alone', () => {
    expect(says('README.md', 'Nguyễn Ữ Ặ ỗ\t–\r\n“được”')).toEqual([])
  })
})

describe('people', () => {
  const invented = ['09', '12', '345', '678'].join(' ')

  test.each([invented, invented.replaceAll(' ', ''), `+84${invented.slice(1)}`, ['024', '3825', '1234'].join('.')])(
    '%j in example data is taken for a phone',
    (text) => {
      expect(says('src/modules/access/example.ts', `phone: '${text}'`)).toEqual([expect.stringMatching(/phone/)])
      expect(says('db/reference/unit.csv', `a,${text}`)).toHaveLength(1)
      expect(says('src/modules/access/labels.ts', text)).toEqual([])
    },
  )

  test('an identity number in example data is reported', () => {
    const number = ['001', '099', '012345'].join('')
    expect(says('src/example.ts', `'${number}'`)).toEqual([expect.stringMatching(/identity number/)])
  })

  test.each([
    "'00000000-0000-7000-8000-000000000123'",
    '2026-07-01',
    '33.838',
    '100000000000',
    '01/07/2025 – 30/09/2025',
  ])('the id, day or amount %j is nobody', (text) => {
    expect(says('src/modules/figures/example.ts', text)).toEqual([])
  })
})

describe('secrets and folders of one machine', () => {
  test('a secret is reported', () => {
    expect(says('src/a.ts', `const token = '${'a1B2'.repeat(8)}'`)).toEqual([expect.stringMatching(/secret/)])
  })

  test('a folder of one machine is reported, a route that ends alike is not', () => {
    expect(says('docs/a.md', `see ${['..', 'shared', 'notes'].join('/')}`)).toHaveLength(1)
    expect(says('docs/a.md', `see ${['', 'work', 'notes'].join('/')}`)).toHaveLength(1)
    expect(says('docs/a.md', 'see src/desk/work/page')).toEqual([])
  })
})

describe('the glossary', () => {
  const glossary = readGlossary(`
## Every module
| Vietnamese | code | do not say | because |
|---|---|---|---|
| đơn vị | \`unit\` | \`department\` | |
## movement
| mô hình | \`Initiative\` | \`Model\` | |
| đợt | \`Campaign\` | | |
| phong trào | \`Movement\` | \`Campaign\` | |
| điển hình | \`Exemplar\` | \`example\` for điển hình | |
## Shapes
\`Id\`, \`List\`
`)
  const findings = (file: string, text: string): string[] => findingsInNames(file, text, glossary).map(({ say }) => say)

  test('a type that nobody has translated is reported', () => {
    expect(findings('src/modules/movement/a.ts', 'export type Gadget = 1')).toEqual([
      expect.stringMatching(/Gadget.*not in GLOSSARY/),
    ])
    expect(findings('src/modules/movement/a.ts', 'export interface Gadget {}')).toHaveLength(1)
    expect(findings('src/modules/movement/a.ts', 'export type { Gadget } from "./b.ts"')).toHaveLength(1)
  })

  test('a type made of terms and shapes needs no line of its own', () => {
    expect(
      findings('src/modules/movement/a.ts', 'export type InitiativeId = 1\nexport type UnitInitiatives = 2'),
    ).toEqual([])
    expect(findings('src/modules/movement/a.ts', 'export type IdList = 1')).toHaveLength(1)
  })

  test('a banned word is reported in the module it is bound to, as a whole word', () => {
    expect(findings('src/modules/movement/a.ts', 'export function startModel() {}')).toEqual([
      expect.stringMatching(/startModel.*"Model".*mô hình.*Initiative/),
    ])
    expect(findings('src/modules/figures/a.ts', 'export function startModel() {}')).toEqual([])
    expect(findings('src/modules/movement/a.ts', 'export const remodelled = 1')).toEqual([])
    expect(findings('src/modules/figures/a.ts', 'export const departments = 1')).toHaveLength(1)
  })

  test('a word is not refused where it is a term itself, or banned for one meaning only', () => {
    expect(
      findings('src/modules/movement/a.ts', 'export const campaignDays = 1\nexport const exampleInitiative = 2'),
    ).toEqual([])
  })

  test('tests and files outside the modules may say what they like', () => {
    expect(findings('src/modules/movement/a.test.ts', 'export type Gadget = 1')).toEqual([])
    expect(findings('src/ui/a.ts', 'export type Gadget = 1')).toEqual([])
  })
})

describe('the whole check, run on a small house', () => {
  let house = ''

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }

  function check(...options: string[]): { status: number | null; lines: string[] } {
    const { status, stdout } = spawnSync(process.execPath, [script, '--root', house, ...options], { encoding: 'utf8' })
    return { status, lines: stdout.split('\n').filter(Boolean) }
  }

  beforeEach(() => {
    house = mkdtempSync(join(tmpdir(), 'kheo-house-'))
    write('GLOSSARY.md', '## Every module\n| đơn vị | `Unit` | `department` | |\n')
    write('db/migrations/0001_ground.sql', 'select 1;\n')
    write('src/modules/territory/unit.ts', 'export type Unit = 1\n')
  })

  afterEach(() => rmSync(house, { recursive: true, force: true }))

  test('a new migration must be listed; once listed, it may not change or go', () => {
    expect(check()).toEqual({ status: 1, lines: [expect.stringMatching(/0001_ground\.sql:1 is not in SHA256SUMS/)] })
    expect(check('--write')).toEqual({ status: 0, lines: ['SHA256SUMS: added 0001_ground.sql'] })
    expect(check()).toEqual({ status: 0, lines: [] })

    appendFileSync(join(house, 'db/migrations/0001_ground.sql'), 'select 2;\n')
    expect(check()).toEqual({
      status: 1,
      lines: [expect.stringMatching(/0001_ground\.sql:1 has changed since it landed/)],
    })
    expect(check('--write').status, '--write never rewrites a sum').toBe(1)

    rmSync(join(house, 'db/migrations/0001_ground.sql'))
    expect(check().lines).toEqual([expect.stringMatching(/lists 0001_ground\.sql, which is gone/)])
  })

  test('every finding names file and line, and what git ignores is not read', () => {
    check('--write')
    write('src/modules/territory/gadget.ts', '\nexport type Gadget = 1\n')
    write('.gitignore', 'kept-out/\n')
    write('kept-out/a.txt', 'a\u200b')
    execFileSync('git', ['init', '-q'], { cwd: house })
    expect(check()).toEqual({
      status: 1,
      lines: [expect.stringMatching(/^src\/modules\/territory\/gadget\.ts:2 the type `Gadget`/)],
    })
  })
})
