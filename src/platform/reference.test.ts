import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/support/database.ts'
import { loadReference, loadReferenceFolder } from './reference.ts'

const database = useDatabase()
const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kheo-reference-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

const counted = async (sql: string): Promise<number> =>
  Number((await database.asOwner<{ n: string }>(`select count(*) as n from ${sql}`))[0]?.n)

describe('the files of this repository', () => {
  test('are loaded once; the second time there is nothing to do', async () => {
    await loadReference(database.url)
    expect(await counted('indicator')).toBe(160)
    // 61 of the first version, 71 of the second, 97 of the third.
    expect(await counted('template_line')).toBe(229)
    expect((await loadReference(database.url)).loaded).toEqual([])
  })

  test('example units come beside them: 102 communes until 30/6/2025, 100 from the next day, all right under the province', async () => {
    const sentences: string[] = []
    const folder = join(process.cwd(), 'db', 'example')
    await loadReferenceFolder(database.url, folder, (sentence) => sentences.push(sentence))
    expect(sentences).toHaveLength(5)
    const example = `province_id = (select id from unit where code = 'vi-du')`
    const communes = `unit_version where ${example} and level = 'commune' and valid @> date`
    expect(await counted(`${communes} '2025-06-30'`)).toBe(102)
    expect(await counted(`${communes} '2025-07-01'`)).toBe(100)
    expect(await counted(`${communes} '2025-07-01' and parent_id = province_id`)).toBe(100)
    expect(await counted(`unit_version where ${example} and level = 'district' and valid @> date '2025-07-01'`)).toBe(0)
  })

  test('loading every file again after a change leaves the same rows', async () => {
    const before = await database.asOwner('select * from unit_version order by unit_id, valid')
    await database.asOwner('delete from reference_load')
    await database.asOwner(`update indicator_version set name = 'Khác' where id = 'F01@1'`)
    const order = readFileSync(join('db', 'reference', 'ORDER'), 'utf8').split('\n')
    const files = order.filter((line) => line !== '' && !line.startsWith('#'))
    expect((await loadReference(database.url)).loaded).toHaveLength(files.length)
    await loadReferenceFolder(database.url, join(process.cwd(), 'db', 'example'))
    expect(await database.asOwner('select * from unit_version order by unit_id, valid')).toEqual(before)
    expect(await counted(`indicator_version where name = 'Khác'`)).toBe(0)
  })
})

describe('a folder with a mistake', () => {
  const order = 'template\ntemplate_version\n'
  const header = 'id,template_code,version,valid,name,carried_by,days_to_submit,source\n'

  test('is refused by file and line, and nothing of it stays', async () => {
    const folder = await folderOf({
      ORDER: order,
      'template.csv': 'code\nthu\n',
      'template_version.csv': `${header}thu@1,thu,1,"(,)",Thử,{commune},10,thử\nthu@2,khac,2,"(,)",Thử,{commune},10,thử\n`,
    })
    await expect(loadReferenceFolder(database.url, folder)).rejects.toThrow(/template_version\.csv:3: .*foreign key/)
    expect(await counted(`template where code = 'thu'`)).toBe(0)
  })

  test.each([
    [{ ORDER: 'template\n', 'template.csv': 'code,colour\nthu,xanh\n' }, /template\.csv:1: .*no column colour/],
    [{ ORDER: 'template; drop\n', 'template.csv': 'code\n' }, /ORDER: not “table”/],
    [{ ORDER: 'template by colour\n', 'template.csv': 'code\nthu\n' }, /template\.csv:1: there is no column colour/],
  ])('is refused in words: %#', async (files, message) => {
    const folder = await folderOf(files)
    await expect(loadReferenceFolder(database.url, folder)).rejects.toThrow(message)
  })
})
