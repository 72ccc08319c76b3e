// npm run -s db -- register
// Stage 2 of the register: db/reference from db/register and the packages of package.json, the same bytes every time.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { factsIn, registerFiles } from './register.ts'

const root = join(import.meta.dirname, '..', '..')
for (const [name, text] of Object.entries(registerFiles(factsIn(join(root, 'db', 'register'))))) {
  writeFileSync(join(root, 'db', 'reference', name), text)
  console.log(`db/reference/${name}: ${text.split('\n').length - 2} rows`)
}
