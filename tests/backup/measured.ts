// node measured.ts backup|verify|restore URL FILE: does it once and prints how many MB of memory the process had at most.
import { readBackup } from '../../src/platform/backup/read.ts'
import { backedUp, backupKey, restored } from '../support/backup.ts'

const [verb = '', url = '', file = ''] = process.argv.slice(2)

if (verb === 'backup') await backedUp(url, file)
else if (verb === 'verify') await readBackup(file, backupKey)
else await restored(url, file)
process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)))
