import { execFile, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

/** A throw-away PostgreSQL 15 (Debian's), the oldest version that Khéo supports, so that tests see the narrowest SQL. */
export type Cluster = { url(database: string): string; stop(): Promise<void> }

export async function startCluster(): Promise<Cluster> {
  const binaries = await debianBinaries()
  const folder = await mkdtemp(join(tmpdir(), 'kheo-test-pg-'))
  const asRoot = process.getuid?.() === 0
  if (asRoot) {
    await chmod(folder, 0o755)
    await run('chown', ['postgres', folder])
  }
  const asOwner = (words: string[]): [string, string[]] => {
    const identity = asRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups'] : []
    const [file = '', ...rest] = [...identity, ...words]
    return [file, rest]
  }
  const cluster = join(folder, 'cluster')
  const make = [join(binaries, 'initdb'), '-D', cluster, '-U', 'kheo', '-E', 'UTF8', '--locale=C.UTF-8']
  await run(...asOwner([...make, '--auth=trust', '-N']), { cwd: '/' })
  const settings = [
    'fsync=off',
    'full_page_writes=off',
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'max_connections=200',
    'logging_collector=off',
  ]
  // After the change of account, which would wipe the signal out.
  const serve = [...endsWithUs(), join(binaries, 'postgres'), '-D', cluster]
  const server = spawn(...asOwner([...serve, ...settings.flatMap((setting) => ['-c', setting])]), {
    cwd: '/',
    stdio: 'ignore',
  })
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

/** A killed run would leave its server behind; where the system can, it is told. */
function endsWithUs(): string[] {
  const words = ['setpriv', '--pdeathsig', 'INT', '--']
  return spawnSync('setpriv', [...words.slice(1), 'true']).status === 0 ? words : []
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
