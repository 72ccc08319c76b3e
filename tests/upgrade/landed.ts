import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { inject } from 'vitest'
import { debianBinaries } from '../support/cluster.ts'

/** Gives `work` the address of a database as an installation of that version left it, and takes it away afterwards. */
export async function withLanded<T>(file: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `kheo_upgrade_${randomUUID().replaceAll('-', '')}`
  const server = new pg.Client({ connectionString: inject('clusterUrl') })
  await server.connect()
  await server.query(`create database ${name}`)
  try {
    const url = inject('clusterUrl').replace('/postgres?', `/${name}?`)
    const psql = join(await debianBinaries(), 'psql')
    const script = join(import.meta.dirname, file)
    await promisify(execFile)(psql, ['--quiet', '--set=ON_ERROR_STOP=1', `--file=${script}`, url])
    return await work(url)
  } finally {
    await server.query(`drop database ${name}`)
    await server.end()
  }
}

/** Asks as the owner of the database, outside row security. */
export async function asking<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
