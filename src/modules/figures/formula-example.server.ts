import { dayInVietnam, partsOf, localDate } from '#kernel/local-date.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db } from '#platform/database.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import type { FormulaEntry } from './formula.ts'
import { addVersion, formulasOf, insertFormula } from './formula-store.server.ts'
import { bookOf, definitionsOn } from './measures.server.ts'
import { measureOf } from './measures.ts'

/** Writes three invented formulas of the province, one of which was revised and one of which uses another. */
export async function loadExampleFormulas(db: Db, province: UnitId, now: Date): Promise<void> {
  const year = partsOf(dayInVietnam(now)).year
  const [begins, revised] = [localDate(`${year - 1}-01-01`), localDate(`${year}-01-01`)]
  await inScope(db, { reach: 'province', province }, async (tx) => {
    const write = async (entry: FormulaEntry, before: string | null): Promise<string> => {
      const formulas = await formulasOf(tx, province)
      const book = bookOf(await definitionsOn(tx, entry.validFrom), formulas, entry.validFrom)
      const reading = measureOf(entry.text, book)
      if ('refusal' in reading) throw new Error(`An example formula counts nothing: ${entry.text}`)
      const writing = { province, entry, unitOfCount: reading.measure.unitOfCount, account: null, at: now }
      const standing = formulas.find(({ code }) => code === before)
      if (standing) await addVersion(tx, standing, writing)
      const code = standing ? standing.code : await insertFormula(tx, writing)
      if (code === null) throw new Error(`Two example formulas are called ${entry.name}`)
      const kind = standing ? 'formula-revised' : 'formula-defined'
      const object = { kind: 'formula', id: code }
      const changed = { version: (standing?.version ?? 0) + 1, validFrom: entry.validFrom }
      await record(tx, { province, account: null, unit: province, kind, object, changed, at: now })
      return code
    }
    const settled = await write({ ...example.settled, validFrom: begins }, null)
    const early = { ...example.early, validFrom: begins }
    const code = await write({ ...early, text: 'F05 / F01 %' }, null)
    await write({ ...early, text: `F05 / ${settled} %`, reason: example.why, validFrom: revised }, code)
    await write({ ...example.praise, validFrom: revised }, null)
  })
}

const example = {
  settled: {
    name: 'Hồ sơ đã giải quyết',
    text: 'F05 + F06 + F07',
    reason: 'Hội nghị giao ban hằng quý hỏi số này, chưa có chỉ tiêu riêng.',
  },
  early: { name: 'Tỷ lệ hồ sơ trả trước hạn', reason: 'Theo dõi xã nào trả sớm cho dân.' },
  why: 'Mẫu số chỉ lấy hồ sơ đã giải quyết, vì hồ sơ chưa đến hạn không tính là chậm.',
  praise: {
    name: 'Phần giấy khen dành cho cá nhân',
    text: 'K01:individual / K01 %',
    reason: 'Tỉnh muốn khen nhiều người trực tiếp làm hơn.',
  },
} as const
