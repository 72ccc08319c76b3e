import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { newId } from '#kernel/ids.ts'
import { addDays, dayInVietnam, localDate, partsOf } from '#kernel/local-date.ts'
import { record } from '#platform/audit.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import { shownImage } from '#platform/files/image.ts'
import { takeIn, type CleanFile } from '#platform/files/intake.ts'
import type { FileStore } from '#platform/files/store.ts'
import { markPublicChange } from '#platform/public-clock.ts'
import { stateFacts } from '#modules/figures/counted-by.server.ts'
import { lastKnownUnit } from '#modules/territory/queries.server.ts'
import type { UnitId } from '#modules/territory/unit.ts'
import { followFacts } from './follow.ts'
import { insertFollowUp } from './follow-store.server.ts'
import { insertInitiativeFile } from './initiative-file-store.server.ts'
import type { Initiative, InitiativeId } from './initiative.ts'
import { examplePractices, type ExamplePractice } from './library-example.ts'
import { putPage, putPhotos, saveDraft, type PhotoWritten } from './library-store.server.ts'
import { writtenPage } from './library-writing.server.ts'
import { insertInitiativeRow, readInitiative } from './store.server.ts'
import { countYear } from './year-frame.server.ts'
import { insertYear, saveYear, yearsOf } from './year-store.server.ts'

/** Writes five invented practices into the library; their pictures are drawn and put into the store where there is one. */
export async function loadExampleLibrary(
  db: Db,
  province: UnitId,
  now: Date,
  store: FileStore | null = null,
): Promise<void> {
  if (store) await putExamplePictures(store)
  const pictures = new Map(await drawnPictures())
  await inScope(db, { reach: 'province', province }, async (tx) => {
    const ids = new Map<string, InitiativeId>()
    for (const practice of examplePractices) {
      const picture = pictures.get(practice.key)
      if (!picture) throw new Error(`There is no picture of ${practice.key}`)
      const parent = practice.learntFrom === null ? null : (ids.get(practice.learntFrom) ?? null)
      ids.set(practice.key, await write(tx, { province, parent }, practice, picture, now))
    }
    await markPublicChange(tx, province)
  })
}

/** The pictures of the example, for a store that does not have them: drawn the same each time. */
export async function putExamplePictures(store: FileStore): Promise<void> {
  for (const [, { whole, shown }] of await drawnPictures()) {
    await store.put(whole.sha256, whole.content)
    await store.put(shown.sha256, shown.content)
  }
}

async function write(
  tx: Tx,
  of: { province: UnitId; parent: InitiativeId | null },
  practice: ExamplePractice,
  picture: Picture,
  at: Date,
): Promise<InitiativeId> {
  const { province } = of
  const found = await lastKnownUnit(tx, practice.unitCode)
  if (!found) throw new Error(`db/example does not contain ${practice.unitCode}`)
  const { unit } = found
  const id = newId<'Initiative'>(at)
  const parent = of.parent && { province, id: of.parent }
  await insertInitiativeRow(tx, { province, unit, id, parent, continues: null }, practice.entry, at)
  const initiative = await readInitiative(tx, province, id)
  if (!initiative) throw new Error('What was written a moment ago is gone')
  // All of it lies before this year: the reports that are open now do not move.
  const last = partsOf(dayInVietnam(at)).year - 1
  for (let year = last - practice.began + 1; year <= last; year += 1)
    await writeYear(
      tx,
      initiative,
      year,
      { isNew: year === last - practice.began + 1, isOutstanding: practice.isOutstanding },
      at,
    )
  await writeLines(tx, initiative, practice, last, at)
  await publish(tx, initiative, practice, picture, at)
  const object = { kind: 'initiative', id }
  await record(tx, {
    province,
    account: null,
    unit,
    kind: 'library-page-published',
    object,
    changed: { photos: 1 },
    at,
  })
  return id
}

async function writeYear(
  tx: Tx,
  initiative: Initiative,
  year: number,
  said: { isNew: boolean; isOutstanding: boolean },
  at: Date,
): Promise<void> {
  const { province, unit, id } = initiative
  const first = { id: newId<'InitiativeYear'>(at), province, unit, initiative: id, year, scope: 'commune' as const }
  await insertYear(tx, { ...first, isNew: said.isNew, theme: '', state: 'draft' }, at)
  const standing = (await yearsOf(tx, province, [id])).find((one) => one.year === year)
  if (!standing) throw new Error('What was written a moment ago is gone')
  const registeredOn = localDate(`${year}-02-15`)
  const days = {
    ...{ registeredOn, startedOn: addDays(registeredOn, 20), recognisedOn: localDate(`${year}-12-05`) },
    ...{
      decision: `${100 + year - 2000}-QĐ/ĐU`,
      outstandingOn: said.isOutstanding ? localDate(`${year}-12-12`) : null,
    },
    ...{ endedOn: null, isCompleted: false, effectiveOn: null },
  }
  const state = said.isOutstanding ? 'outstanding' : 'recognised'
  await countYear(tx, initiative, await saveYear(tx, standing, { state, days }, at))
}

const nobody = { account: null, name: 'Cán bộ ví dụ' }

async function writeLines(
  tx: Tx,
  initiative: Initiative,
  practice: ExamplePractice,
  year: number,
  at: Date,
): Promise<void> {
  const { province, unit, id: of, name: label } = initiative
  for (const entry of practice.lines(year)) {
    const id = newId<'FollowUp'>(at)
    await insertFollowUp(tx, { province, unit, initiative: of, id }, entry, { actor: nobody, at })
    await stateFacts(tx, { province, unit, kind: 'follow-up', id, day: entry.onDay, label }, followFacts(entry))
  }
}

async function publish(
  tx: Tx,
  initiative: Initiative,
  practice: ExamplePractice,
  { whole, shown }: Picture,
  at: Date,
): Promise<void> {
  const { province, unit, id } = initiative
  const { alt, caption } = practice.picture
  const words = { alt, caption, people: 'none' as const, consentNote: '' }
  const by = { ...nobody, at }
  const file = await insertInitiativeFile(tx, { province, unit, initiative: id, line: null }, whole, words, by)
  const { situation: story, content: doing, sustainability, holder } = practice.entry
  const said = { summary: practice.summary, story, doing, sustainability, holder, consentNote: '' }
  await saveDraft(tx, initiative, { said, photos: [file], version: 1 }, { actor: nobody, at })
  const page = await writtenPage(tx, initiative, said, dayInVietnam(at))
  if (!page) throw new Error(`The example ${practice.key} is in no list`)
  await putPage(tx, initiative, page, at)
  const { content: _, ...photo } = shown
  await putPhotos(tx, initiative, [{ ...photo, id: file, alt, caption }])
}

type Shown = Omit<PhotoWritten, 'id' | 'alt' | 'caption'> & { content: Buffer }
type Picture = { whole: CleanFile; shown: Shown }

/** A drawn picture of each practice, as a file that came in and as its public page shows it. */
async function drawnPictures(): Promise<[string, Picture][]> {
  const pictures: [string, Picture][] = []
  for (const { key, picture } of examplePractices) {
    const drawn = await sharp(Buffer.from(drawing(picture)))
      .jpeg({ quality: 85 })
      .toBuffer()
    const intake = await takeIn(`${key}.jpg`, drawn)
    if (!intake.ok || intake.file.kind !== 'jpeg') throw new Error(`The drawing of ${key} is no picture`)
    const { content, ...size } = await shownImage(intake.file.content, 'jpeg')
    const sha256 = createHash('sha256').update(content).digest('hex')
    const { name, kind } = intake.file
    pictures.push([key, { whole: intake.file, shown: { content, sha256, name, kind, bytes: content.length, ...size } }])
  }
  return pictures
}

/** Hills, a house and people without faces: nobody could be known. */
function drawing({ sky, ground, figures }: ExamplePractice['picture']): string {
  const people = Array.from({ length: figures }, (_, at) => {
    const x = 240 + at * (720 / Math.max(1, figures - 1 || 1))
    return `<circle cx="${x}" cy="470" r="34" fill="#7d7563"/><path d="M${x - 62} 620q8-112 62-112t62 112z" fill="#8b826f"/>`
  }).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="675" viewBox="0 0 1200 675">
    <rect width="1200" height="675" fill="${sky}"/><path d="M0 430 260 240l240 170 220-150 480 210v205H0z" fill="${ground}" opacity=".55"/>
    <path d="M380 420V290l220-110 220 110v130z" fill="#efe7d6"/><path d="M350 300 600 170l250 130-30 18-220-114-220 114z" fill="#a5613f"/>
    <rect x="560" y="320" width="80" height="100" fill="#c6b48f"/><rect y="600" width="1200" height="75" fill="${ground}"/>${people}</svg>`
}
