import { execFile, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { chmod, lchown, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { linkLibraries, stagedPrograms } from './programs.ts'
import { noPrograms } from './refusal.ts'

const run = promisify(execFile)
const nobody = 65534

/** How PostgreSQL is run here. It refuses to run as root, so root needs a detour. */
export type Account = {
  start(program: 'initdb' | 'postgres', args: string[], options: SpawnOptions): ChildProcess
  /** Gives a folder that we made, with all in it, to the account that PostgreSQL runs as. */
  own(folder: string): Promise<void>
}

/** @param cluster where the data is or will be: a folder that belongs to an ordinary account is run as that account */
export async function chooseAccount(native: string, dataDir: string, cluster: string): Promise<Account> {
  const withUs = (await works('setpriv', ['--pdeathsig', 'INT', '--', 'true']))
    ? ['setpriv', '--pdeathsig', 'INT', '--']
    : []
  const linked = await linkLibraries(native)
  if (process.getuid?.() !== 0) {
    return account(linked ? native : await stagedPrograms(native, dataDir), withUs, {})
  }
  const owner = await stat(cluster).catch(() => undefined)
  const isRoots = (owner?.uid ?? 0) === 0
  if (isRoots && !refusesNamespaces() && (await works('unshare', [...asNobodyInside, 'true']))) {
    // Inside the namespace root is called nobody; outside, every file stays root's.
    return account(
      linked ? native : await stagedPrograms(native, dataDir),
      ['unshare', ...asNobodyInside, ...withUs],
      {},
    )
  }
  const person = isRoots ? { uid: nobody, gid: nobody } : { uid: owner?.uid ?? nobody, gid: owner?.gid ?? nobody }
  return ordinaryAccount(native, dataDir, cluster, withUs, person)
}

const asNobodyInside = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--']

/** Some machines forbid user namespaces; the tests try that road on machines that allow them. */
function refusesNamespaces(): boolean {
  return process.env['KHEO_NO_USER_NAMESPACE'] === '1'
}

type Person = { uid?: number; gid?: number }

function account(native: string, before: string[], person: Person): Account {
  return {
    start(program, args, options) {
      const [file = '', ...rest] = [...before, join(native, 'bin', program), ...args]
      return spawn(file, rest, { ...options, ...person, env: plainEnvironment() })
    },
    async own(folder) {
      if (person.uid !== undefined) await giveTo(folder, person.uid, person.gid ?? person.uid)
    },
  }
}

async function ordinaryAccount(
  native: string,
  dataDir: string,
  cluster: string,
  before: string[],
  person: { uid: number; gid: number },
): Promise<Account> {
  // Passing through, not reading: the secret and the cluster keep their own modes.
  await chmod(dataDir, 0o711)
  const reachable = async (folder: string) => works(join(folder, 'bin', 'postgres'), ['--version'], person)
  const programs = (await reachable(native)) ? native : await stagedPrograms(native, dataDir)
  if (!(await reachable(programs)) || !(await works('test', ['-x', join(dataDir, '.')], person))) {
    throw noPrograms(
      `đang chạy bằng root, mà tài khoản thường (uid ${person.uid}) không vào được thư mục ${dataDir} (root cannot run PostgreSQL). ` +
        'Hãy chạy bằng tài khoản thường, hoặc đặt KHEO_DATA là thư mục mọi tài khoản đi qua được, ví dụ /var/lib/kheo',
    )
  }
  const chosen = account(programs, before, person)
  const owner = await stat(cluster).catch(() => undefined)
  if (owner && owner.uid !== person.uid) await chosen.own(cluster)
  return chosen
}

async function giveTo(folder: string, uid: number, gid: number): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await giveTo(path, uid, gid)
    else await lchown(path, uid, gid)
  }
  // Last: an interrupted gift is seen by the folder's own owner and done again.
  await lchown(folder, uid, gid)
}

/** PGDATA, PGPORT and their like in the operator's shell must not steer our server; nor must its language. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    LC_ALL: 'C',
    ...(process.env['TZ'] === undefined ? {} : { TZ: process.env['TZ'] }),
  }
}

async function works(file: string, args: string[], person: Person = {}): Promise<boolean> {
  return run(file, args, { ...person, cwd: '/', timeout: 10_000 }).then(
    () => true,
    () => false,
  )
}
