import { loadExample } from '../../src/example.ts'
import { withAccess } from '../../src/modules/access/access.server.ts'
import { createExampleAccounts } from '../../src/modules/access/example.server.ts'
import { testSecret } from './access.ts'
import { inTurn, onServer, useDatabase, type TestDatabase } from './database.ts'

const template = 'kheo_example'
/** A database of this test file alone, with the whole example province and its accounts. */
export function useExampleDatabase(): TestDatabase {
  return useDatabase(exampleTemplate)
}

/** Made once in a run, by the first file that asks: a run without journeys does not wait for it. */
async function exampleTemplate(server: string): Promise<string> {
  await inTurn(server, 2, async () => {
    const made = await onServer(server, `select 1 from pg_database where datname = '${template}'`)
    if (made.rowCount === 0) await makeTemplate(server)
  })
  return template
}

async function makeTemplate(server: string): Promise<void> {
  // Under another name until it is whole: a copy of half an example would fail in places that say nothing about why.
  const unfinished = `${template}_unfinished`
  await onServer(server, `drop database if exists ${unfinished}`)
  await onServer(server, `create database ${unfinished} template kheo_template`)
  const url = server.replace('/postgres?', `/${unfinished}?`)
  await loadExample(url)
  await withAccess({ url, secret: testSecret }, (access) => createExampleAccounts(access, new Date()))
  await onServer(server, `alter database ${unfinished} rename to ${template}`)
}
