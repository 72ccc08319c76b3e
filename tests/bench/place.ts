import pg from 'pg'
import { migrate } from '#platform/migrations.ts'
import { loadReference } from '#platform/reference.ts'
import { loadExample } from '../../src/example.ts'
import { startCluster } from '../support/cluster.ts'

/** A database with the whole example province, on a server of its own that ends with the work. */
export async function inExampleProvince(work: (url: string) => Promise<void>): Promise<void> {
  const cluster = await startCluster()
  try {
    const client = new pg.Client({ connectionString: cluster.url('postgres') })
    await client.connect()
    await client.query('create database bench')
    await client.end()
    const url = cluster.url('bench')
    await fill(url)
    await work(url)
  } finally {
    await cluster.stop()
  }
}

async function fill(url: string): Promise<void> {
  await migrate(url)
  await loadReference(url)
  await loadExample(url)
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query('vacuum analyze')
  await owner.end()
}
