import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const rules = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string; comment: string }[]
  options: ICruiseOptions & { tsConfig: { fileName: string } }
}

/** A small house in which every main rule is broken exactly once; the path says where, the text says how. */
const brokenHouse: Record<string, string> = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: {
      '#kernel/*': './src/kernel/*',
      '#platform/*': './src/platform/*',
      '#modules/*': './src/modules/*',
      '#ui/*': './src/ui/*',
    },
  }),
  'node_modules/kysely/package.json': '{"name":"kysely","main":"index.js"}',
  'node_modules/kysely/index.js': 'export const sql = 1',
  'node_modules/zod/package.json': '{"name":"zod","main":"index.js"}',
  'node_modules/zod/index.js': 'export const z = 1',

  // lawful: everything else imports these
  'src/kernel/brand.ts': 'export const brand = 1',
  'src/platform/clock.ts': "import { brand } from '#kernel/brand.ts'\nexport const clock = brand",
  'src/modules/access/actor.ts':
    "import { z } from 'zod'\nimport { brand } from '#kernel/brand.ts'\nexport const actor = [z, brand]",
  'src/modules/access/store.server.ts': "import { sql } from 'kysely'\nexport const rows = sql",
  'src/modules/access/queries.server.ts': "import { rows } from './store.server.ts'\nexport const list = rows",
  'src/modules/figures/figure.ts': "import { actor } from '#modules/access/actor.ts'\nexport const figure = actor",
  'src/modules/figures/counted-by.ts': 'export const countedBy = 1',
  'src/modules/figures/example.ts': 'export const exampleFigures = []',
  'src/ui/Field.svelte': '<p>đơn</p>',
  'src/routes/+page.server.ts':
    "import { list } from '#modules/access/queries.server.ts'\nexport const load = () => list",
  'src/routes/+page.svelte': '<script lang="ts">\nimport Field from \'#ui/Field.svelte\'\n</script>\n<Field />',
  'src/modules/movement/initiative.ts':
    "import { countedBy } from '#modules/figures/counted-by.ts'\nexport const counts = countedBy",

  // each of these breaks one rule
  'src/kernel/first.ts': "import { second } from './second.ts'\nexport const first = second",
  'src/kernel/second.ts': "import { first } from './first.ts'\nexport const second = first",
  'src/kernel/with-zod.ts': "import { z } from 'zod'\nexport const kernelZod = z",
  'src/platform/actor.ts': "import { actor } from '#modules/access/actor.ts'\nexport const known = actor",
  'src/modules/access/reads-disk.ts': "import { readFileSync } from 'node:fs'\nexport const read = readFileSync",
  'src/modules/access/typed-by-database.ts': "import type { sql } from 'kysely'\nexport type Rows = typeof sql",
  'src/modules/access/policy.ts': "import { list } from './queries.server.ts'\nexport const may = list",
  'src/modules/access/needs-figures.ts':
    "import { figure } from '#modules/figures/figure.ts'\nexport const needs = figure",
  'src/modules/figures/commands.server.ts':
    "import { rows } from '#modules/access/store.server.ts'\nexport const stolen = rows",
  'src/modules/figures/kit.ts': "import { page } from '$app/state'\nexport const here = page",
  'src/modules/figures/page.ts': "import Field from '#ui/Field.svelte'\nexport const shown = Field",
  'src/modules/figures/words.ts': "import { exampleFigures } from './example.ts'\nexport const words = exampleFigures",
  'src/modules/movement/score.ts': "import { figure } from '#modules/figures/figure.ts'\nexport const score = figure",
  'src/modules/chatting/line.ts': "import { brand } from '#kernel/brand.ts'\nexport const line = brand",
  'src/routes/desk/+page.server.ts': "import { sql } from 'kysely'\nexport const load = () => sql",
  'src/routes/list/+page.server.ts':
    "import { rows } from '#modules/access/store.server.ts'\nexport const load = () => rows",
  'src/routes/list/+page.svelte':
    '<script lang="ts">\nimport { clock } from \'#platform/clock.ts\'\n</script>\n{clock}',
  'src/ui/Rights.svelte':
    '<script lang="ts">\nimport { list } from \'#modules/access/queries.server.ts\'\n</script>\n{list}',
  'src/server.ts': 'export const server = 1',
  'src/doors.ts': "import { server } from './server.ts'\nexport const doors = server",
}

/** rule, the file that breaks it */
const bites = [
  ['no-cycles', 'src/kernel/first.ts'],
  ['kernel-imports-nothing', 'src/kernel/with-zod.ts'],
  ['platform-knows-no-domain', 'src/platform/actor.ts'],
  ['core-is-pure', 'src/modules/access/reads-disk.ts'],
  ['core-is-pure', 'src/modules/access/typed-by-database.ts'],
  ['core-does-not-know-its-shell', 'src/modules/access/policy.ts'],
  ['access-uses-only-what-stands-below-it', 'src/modules/access/needs-figures.ts'],
  ['store-is-private', 'src/modules/figures/commands.server.ts'],
  ['store-is-private-to-modules', 'src/routes/list/+page.server.ts'],
  ['modules-and-platform-run-without-the-framework', 'src/modules/figures/kit.ts'],
  ['modules-do-not-know-pages', 'src/modules/figures/page.ts'],
  ['example-data-stays-out-of-the-program', 'src/modules/figures/words.ts'],
  ['records-state-what-they-count-and-no-more', 'src/modules/movement/score.ts'],
  ['every-module-is-in-the-table', 'src/modules/chatting/line.ts'],
  ['routes-stay-thin', 'src/routes/desk/+page.server.ts'],
  ['pages-run-in-the-browser-without-the-shell', 'src/routes/list/+page.svelte'],
  ['ui-imports-only-values-and-words', 'src/ui/Rights.svelte'],
  ['nobody-imports-an-entry', 'src/doors.ts'],
] as const

const lawful = [
  'src/platform/clock.ts',
  'src/modules/access/actor.ts',
  'src/modules/access/store.server.ts',
  'src/modules/access/queries.server.ts',
  'src/modules/figures/figure.ts',
  'src/modules/movement/initiative.ts',
  'src/routes/+page.server.ts',
  'src/routes/+page.svelte',
]

describe('the arrows of the house', () => {
  let house = ''
  let broken: { from: string; rule: string }[] = []

  beforeAll(async () => {
    house = mkdtempSync(join(tmpdir(), 'kheo-arrows-'))
    for (const [path, text] of Object.entries(brokenHouse)) {
      mkdirSync(dirname(join(house, path)), { recursive: true })
      writeFileSync(join(house, path), text)
    }
    const { tsConfig, ...options } = rules.options
    const result = await cruise(
      ['src'],
      { ...options, baseDir: house, validate: true, ruleSet: { forbidden: rules.forbidden } as never },
      {},
      { tsConfig: extractTSConfig(join(root, tsConfig.fileName)) as never },
    )
    broken = (result.output as ICruiseResult).summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }))
  })

  afterAll(() => rmSync(house, { recursive: true, force: true }))

  test.each(bites)('%s is reported at %s', (rule, from) => {
    expect(broken).toContainEqual({ from, rule })
  })

  test.each(lawful)('%s keeps every rule', (from) => {
    expect(broken.filter((violation) => violation.from === from)).toEqual([])
  })

  test('every rule carries the sentence a developer reads when it breaks', () => {
    for (const rule of rules.forbidden) expect(rule.comment, rule.name).toMatch(/^\S.{40,}[.)]$/)
  })
})
