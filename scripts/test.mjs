// npm test: everything, ending with one plain line "N passed, N failed". npm test -- petitions: only the tests of one room.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildWhenStale } from './lib/building.mjs'
import { endAll, runChecks, runVitest, staticChecks, syncTypes } from './lib/checks.mjs'
import { databaseTests } from './lib/database-tests.mjs'
import { installDebianPackages } from './lib/debian.mjs'
import { installPackages } from './lib/packages.mjs'
import { root, whenNpmIsGone } from './lib/programs.mjs'
import { progressOn, runScript, Stop } from './lib/terminal.mjs'

const longestRunMs = 60 * 60 * 1000
const words = process.argv.slice(2)
/** @type {import('./lib/checks.mjs').Count} */
const count = { passed: 0, failed: 0, failures: [] }

await runScript(async () => {
  const deadline = setTimeout(
    () => stopEarly('Đã quá 60 phút: dừng các phép thử (stopped after 60 minutes).'),
    longestRunMs,
  )
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => stopEarly('Các phép thử bị dừng giữa chừng (interrupted).'))
  }
  whenNpmIsGone(() => stopEarly('Các phép thử bị dừng giữa chừng (interrupted).'))
  try {
    await run(progressOn(process.stdout))
  } catch (error) {
    // Whatever happens, the last line says how many passed and failed.
    if (!(error instanceof Stop)) throw error
    failed(error.message)
  }
  clearTimeout(deadline)
  return finish()
})

/** @param {(sentence: string) => void} say */
async function run(say) {
  await installPackages(say)
  const lack = await installDebianPackages(say)
  if (lack) failed(lack)
  await syncTypes()
  if (words.length === 0) {
    add(await runChecks(staticChecks))
  } else if (needsBuild()) {
    const { code, printed } = await buildWhenStale(say)
    if (code !== 0) throw new Stop(printed.trim())
  }
  add(await runVitest(words))
  const again = databaseTests(root, words)
  if (again.length === 0) return
  say(`Chạy lại ${again.length} tệp phép thử có cơ sở dữ liệu trên PostgreSQL đi kèm`)
  add(await runVitest(again, { KHEO_TEST_SERVER: 'embedded' }))
}

/** Tests in tests/ may start the built server; those beside the code never do. */
function needsBuild() {
  return testsOfTheWhole().some((path) => words.some((word) => path.includes(word)))
}

function testsOfTheWhole() {
  return readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' }).map((path) => `tests/${path}`)
}

/** @param {import('./lib/checks.mjs').Count} more */
function add(more) {
  count.passed += more.passed
  count.failed += more.failed
  count.failures.push(...more.failures)
}

/** @param {string} sentence */
function failed(sentence) {
  console.log(sentence)
  count.failed += 1
  count.failures.push(sentence)
}

/** A long run scrolls away: what failed is said again at its end, above the line that counts. */
function finish() {
  if (count.failures.length > 0) console.log(`\n${count.failures.map((failure) => `FAIL ${failure}`).join('\n')}`)
  console.log(`\n${count.passed} passed, ${count.failed} failed`)
  return count.failed > 0 ? 1 : 0
}

/** @param {string} sentence */
function stopEarly(sentence) {
  endAll()
  failed(sentence)
  process.exit(finish())
}
