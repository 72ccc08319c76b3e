import type { TestProject } from 'vitest/node'
import pg from 'pg'
import { migrate } from '../../src/platform/migrations.ts'
import { loadReference } from '../../src/platform/reference.ts'
import { startCluster, wantedServer } from './cluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    clusterUrl: string
  }
}

/** One server for the whole run; a migrated template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster(wantedServer())
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  await client.query('create database kheo_template')
  await client.end()
  await migrate(cluster.url('kheo_template'))
  await loadReference(cluster.url('kheo_template'))
  project.provide('clusterUrl', cluster.url('postgres'))
  return () => cluster.stop()
}
