import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { chooseAccount } from '../../src/platform/launcher/account.ts'
import { initdbArguments } from '../../src/platform/launcher/cluster.ts'
import { installedPrograms } from '../../src/platform/launcher/programs.ts'

/** A throw-away PostgreSQL server. */
export type Cluster = { url(database: string): string; stop(): Promise<void> }

/** `debian`: version 15, the oldest that Khéo supports, so that tests see the narrowest SQL · `embedded`: the one that comes with Khéo. */
export type ServerKind = 'debian' | 'embedded'

/** Which server a run of the tests uses; `npm test` runs those with a database on both. */
export function wantedServer(): ServerKind {
  return process.env['KHEO_TEST_SERVER'] === 'embedded' ? 'embedded' : 'debian'
}

export async function startCluster(kind: ServerKind = 'debian'): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'kheo-test-pg-'))
  const programs = kind === 'embedded' ? await embeddedPrograms(folder) : await debianPrograms(folder)
  const cluster = join(folder, 'cluster')
  await finished(programs.start('initdb', [...programs.initdb, '-N', '-D', cluster], { cwd: '/', stdio: 'ignore' }))
  const settings = [
    'fsync=off',
    'full_page_writes=off',
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'max_connections=200',
    'logging_collector=off',
  ]
  const words = ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])]
  const server = programs.start('postgres', words, { cwd: '/', stdio: 'ignore' })
  const url = (database: string): string => `postgresql://kheo@/${database}?host=${folder}`
  await reachable(url('postgres'))
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Programs = {
  initdb: readonly string[]
  start(program: 'initdb' | 'postgres', args: string[], options: SpawnOptions): ChildProcess
}

async function embeddedPrograms(folder: string): Promise<Programs> {
  const account = await chooseAccount(installedPrograms(), folder, join(folder, 'cluster'))
  await account.own(folder)
  return { initdb: initdbArguments, start: account.start }
}

async function debianPrograms(folder: string): Promise<Programs> {
  const binaries = await debianBinaries()
  const asRoot = process.getuid?.() === 0
  if (asRoot) {
    const [uid = 0, gid = 0] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'postgres']).stdout))
    await chmod(folder, 0o755)
    await chown(folder, uid, gid)
  }
  const identity = asRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups'] : []
  return {
    initdb: ['-U', 'kheo', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust'],
    start(program, args, options) {
      // Told of our end after the change of account, which would wipe the wish out.
      const [file = '', ...rest] = [...identity, ...endsWithUs(), join(binaries, program), ...args]
      return spawn(file, rest, options)
    },
  }
}

/** A killed run would leave its server behind; where the system can, it is told. */
function endsWithUs(): string[] {
  const words = ['setpriv', '--pdeathsig', 'INT', '--']
  return spawnSync('setpriv', [...words.slice(1), 'true']).status === 0 ? words : []
}

async function finished(child: ChildProcess): Promise<void> {
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`initdb ended with ${String(code)}`)
}

export async function debianBinaries(): Promise<string> {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? (await readdir(root)).filter((name) => Number(name) >= 15).sort() : []
  const version = versions[0]
  if (!version) throw new Error('Tests need PostgreSQL from Debian: apt-get install postgresql')
  return join(root, version, 'bin')
}

async function reachable(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (attempt > 150) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
