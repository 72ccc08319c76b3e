// node scripts/register/sample.mjs [--count 200] [--seed 2025]
// Links of 1 July 2025 drawn at random, always the same for one seed, each with its clause: to be read beside the text.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { linksOfJuly } from '../../src/modules/territory/register-against.ts'
import { registerOf } from '../../src/modules/territory/register.ts'
import { rowsOfFolder } from '../../tests/support/reference-register.ts'
import { drawn } from './drawn.ts'

const { values } = parseArgs({
  options: { count: { type: 'string', default: '200' }, seed: { type: 'string', default: '2025' } },
})
const root = join(import.meta.dirname, '..', '..')
const links = linksOfJuly(registerOf(rowsOfFolder(join(root, 'db', 'reference'))))
for (const link of drawn(links, Number(values.count), Number(values.seed))) {
  const extent = link.extent === 'whole' ? 'toàn bộ' : 'một phần'
  console.log(`${link.clause}: ${extent} ${link.fromName} (${link.from}) → ${link.toName} (${link.to})`)
}
