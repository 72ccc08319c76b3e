import { isDateFormat } from 'hucre'
import { entriesByPiece } from '../files/archive.ts'
import { noTexts, readSharedTexts, type SharedTexts } from './xlsx-texts.ts'
import { readXml, type Attributes } from './xml-scan.ts'

/** A sheet of a workbook: the tab's name, whether it is shown, and its cells as they unpack. */
export type BookSheet = { name: string; isHidden: boolean; cells: AsyncIterable<Uint8Array> }

/** What the cells of a workbook are read with. */
export type Book = {
  sheets: readonly BookSheet[]
  texts: SharedTexts
  /** Whether the cells of a style show days or hours: `s` of a cell. */
  showsDate: (style: number) => boolean
  /** Days are counted from 1904, as on old Macintosh machines. */
  isFrom1904: boolean
}

/** A file that is no workbook inside, or whose parts are not where it says. */
export class UnreadableBook extends Error {}

/** As many sheets and relations as a zip may have entries, as many forms of a cell as Excel has: more are made to exhaust the server. */
const most = { relations: 4000, sheets: 4000, forms: 65_490 }

function holdTo(limit: number, count: number): void {
  if (count > limit) throw new UnreadableBook('more than any workbook has')
}

type Parts = NonNullable<ReturnType<typeof entriesByPiece>>
type Relation = { id: string; type: string; target: string }

/** The frame of a workbook: its sheets, texts and styles. The cells are not touched. */
export async function openBook(file: Buffer): Promise<Book> {
  const parts = entriesByPiece(file)
  if (!parts?.has('[Content_Types].xml')) throw new UnreadableBook('no office file')
  const main = (await relationsOf(parts, '', '_rels/.rels')).find(({ type }) => type === 'officeDocument')?.target
  if (!main) throw new UnreadableBook('no workbook in it')
  const [folder, name] = [main.slice(0, main.lastIndexOf('/') + 1), main.slice(main.lastIndexOf('/') + 1)]
  const relations = await relationsOf(parts, folder, `${folder}_rels/${name}.rels`)
  const { sheets, isFrom1904 } = await frameOf(partOf(parts, main))
  const taken = new Set<string>()
  const partOfType = (type: string) => parts.get(relations.find((one) => one.type === type)?.target ?? '')
  const [texts, styles] = [partOfType('sharedStrings'), partOfType('styles')]
  return {
    sheets: sheets.flatMap((sheet) => {
      const relation = relations.find(({ id }) => id === sheet.relation)
      // A sheet that is one large chart has no cells.
      if (relation && relation.type !== 'worksheet') return []
      const path = relation?.target ?? ''
      // One part named as a thousand sheets would be read a thousand times.
      if (taken.has(path)) throw new UnreadableBook(`${path} is two sheets`)
      taken.add(path)
      return [{ name: sheet.name, isHidden: sheet.isHidden, cells: partOf(parts, path) }]
    }),
    texts: texts ? await readSharedTexts(texts) : noTexts,
    showsDate: styles ? await dateStylesOf(styles) : () => false,
    isFrom1904,
  }
}

function partOf(parts: Parts, path: string): AsyncIterable<Uint8Array> {
  const part = parts.get(path)
  if (!part) throw new UnreadableBook(`no part ${path}`)
  return part
}

async function relationsOf(parts: Parts, folder: string, path: string): Promise<Relation[]> {
  const part = parts.get(path)
  const relations: Relation[] = []
  if (part)
    await readXml(part, {
      open(name, attributes) {
        if (name !== 'Relationship') return
        const [id = '', type = '', target = ''] = ['Id', 'Type', 'Target'].map((one) => attributes.get(one))
        // Transitional and strict files name the same types by different addresses.
        holdTo(most.relations, relations.length + 1)
        relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: pathFrom(folder, target) })
      },
    })
  return relations
}

function pathFrom(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

type Frame = { sheets: { name: string; relation: string; isHidden: boolean }[]; isFrom1904: boolean }

async function frameOf(part: AsyncIterable<Uint8Array>): Promise<Frame> {
  const frame: Frame = { sheets: [], isFrom1904: false }
  await readXml(part, {
    open(name, attributes, within) {
      if (name === 'workbookPr') frame.isFrom1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '')
      if (name !== 'sheet' || within !== 'sheets') return
      const isHidden = ['hidden', 'veryHidden'].includes(attributes.get('state') ?? '')
      holdTo(most.sheets, frame.sheets.length + 1)
      frame.sheets.push({ name: attributes.get('name') ?? '', relation: relationIn(attributes), isHidden })
    },
  })
  return frame
}

function relationIn(attributes: Attributes): string {
  for (const [name, value] of attributes) if (name.endsWith(':id')) return value
  return ''
}

/** The styles whose numbers are days, by how they are written: a cell names its style, the style its form of writing. */
async function dateStylesOf(part: AsyncIterable<Uint8Array>): Promise<Book['showsDate']> {
  const own = new Map<number, string>()
  const styles: number[] = []
  await readXml(part, {
    open(name, attributes, within) {
      const form = Number(attributes.get('numFmtId') ?? '0')
      if (name === 'numFmt' && within === 'numFmts') own.set(form, attributes.get('formatCode') ?? '')
      if (name === 'xf' && within === 'cellXfs') styles.push(form)
      holdTo(most.forms, Math.max(own.size, styles.length))
    },
  })
  const dates = styles.map((form) => isDateFormat(own.get(form) || String(form)))
  return (style) => dates[style] ?? false
}
