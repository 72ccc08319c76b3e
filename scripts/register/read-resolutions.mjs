// node scripts/register/read-resolutions.mjs --inputs FOLDER
// Stage 1 of the register: writes what the acts of a folder say into db/register. The acts are not kept in the project.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { factsOf } from './inputs.ts'

const [flag, folder] = process.argv.slice(2)
if (flag !== '--inputs' || !folder) {
  console.error('node scripts/register/read-resolutions.mjs --inputs FOLDER')
  process.exit(2)
}
const target = join(import.meta.dirname, '..', '..', 'db', 'register')
mkdirSync(target, { recursive: true })
for (const [name, text] of Object.entries(factsOf(folder))) writeFileSync(join(target, name), text)
console.log(`Đã ghi các bảng của ${target}`)
