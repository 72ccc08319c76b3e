import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { inScope, type Db, type Tx } from '#platform/database.ts'
import type { InitiativeId } from './initiative.ts'
import type { FamilyNode, PageContent } from './library.ts'

type Ref = { province: Id<'Unit'>; id: InitiativeId }
type Known = Omit<FamilyNode, 'isHere' | 'children'> & { parent: Ref | null }

/** An idea that went further than this is cut: a page shows a family and not a country. */
const mostUp = 8
const mostDown = 8
const mostNodes = 200

/** The family of a published initiative, as everybody may see it: only what is published. */
export async function publicFamily(db: Db, of: Ref): Promise<FamilyNode | null> {
  return inScope(db, { reach: 'public' }, (tx) => familyOf(tx, of))
}

/**
 * The tree of an idea around one initiative: up to where it began, down to all who learnt from it. What a transaction's scope sees of
 * registers is in it; of other provinces what they published. Null where it stands alone.
 */
export async function familyOf(tx: Tx, of: Ref): Promise<FamilyNode | null> {
  const [here] = await knownOf(tx, [of])
  if (!here) return null
  const root = await rootOf(tx, here)
  const known = new Map([[keyOf(root), root]])
  let level = [root]
  for (let depth = 0; depth < mostDown && level.length > 0 && known.size < mostNodes; depth += 1) {
    const children = (await childrenOf(tx, level)).filter((one) => !known.has(keyOf(one)))
    level = children.slice(0, mostNodes - known.size)
    for (const one of level) known.set(keyOf(one), one)
  }
  return known.size === 1 ? null : nodeOf(root, [...known.values()], keyOf(of))
}

async function rootOf(tx: Tx, here: Known): Promise<Known> {
  let top = here
  const seen = new Set([keyOf(here)])
  for (let step = 0; step < mostUp && top.parent; step += 1) {
    const [above] = await knownOf(tx, [top.parent])
    // One that is not published is the end of what may be seen; two that name each other are nobody's ancestors.
    if (!above || seen.has(keyOf(above))) return top
    seen.add(keyOf(above))
    top = above
  }
  return top
}

function nodeOf(known: Known, all: readonly Known[], here: string): FamilyNode {
  const children = all.filter((one) => one.parent && keyOf(one.parent) === keyOf(known))
  const { parent: _, ...node } = known
  return {
    ...node,
    isHere: keyOf(known) === here,
    children: children
      .toSorted((one, other) => (one.since ?? 9999) - (other.since ?? 9999) || (one.id < other.id ? -1 : 1))
      .map((child) => nodeOf(child, all, here)),
  }
}

function keyOf({ province, id }: Ref): string {
  return `${province}/${id}`
}

async function knownOf(tx: Tx, refs: readonly Ref[]): Promise<Known[]> {
  const ids = refs.map(({ id }) => id)
  const wanted = new Set(refs.map(keyOf))
  const pages = await publishedPages(tx).where('initiative_id', 'in', ids).execute()
  const rows = await registered(tx).where('one.id', 'in', ids).execute()
  return together(pages.map(ofPage), rows.map(ofRegister)).filter((one) => wanted.has(keyOf(one)))
}

async function childrenOf(tx: Tx, parents: readonly Ref[]): Promise<Known[]> {
  const ids = parents.map(({ id }) => id)
  const wanted = new Set(parents.map(keyOf))
  const pages = await publishedPages(tx).where('parent_id', 'in', ids).limit(mostNodes).execute()
  const rows = await registered(tx).where('one.parent_id', 'in', ids).limit(mostNodes).execute()
  return together(pages.map(ofPage), rows.map(ofRegister)).filter((one) => one.parent && wanted.has(keyOf(one.parent)))
}

/** What is published is shown as it was published. */
function together(pages: readonly Known[], rows: readonly Known[]): Known[] {
  const published = new Set(pages.map(keyOf))
  return [...pages, ...rows.filter((row) => !published.has(keyOf(row)))]
}

function publishedPages(tx: Tx) {
  return tx
    .selectFrom('library_page')
    .select(['province_id', 'initiative_id', 'name', 'year_from', 'parent_province_id', 'parent_id', 'content'])
    .where('withdrawn_on', 'is', null)
    .orderBy('year_from')
    .orderBy('initiative_id')
}

/** The register, as far as the scope of the transaction sees it: drafts are nobody's children yet. */
function registered(tx: Tx) {
  return tx
    .selectFrom('initiative as one')
    .innerJoin('initiative_year as year', (join) =>
      join.onRef('year.province_id', '=', 'one.province_id').onRef('year.initiative_id', '=', 'one.id'),
    )
    .select(['one.province_id', 'one.id', 'one.name', 'one.parent_province_id', 'one.parent_id'])
    .select(sql<number>`min(year.year)`.as('since'))
    .select(nameOf('one.unit_id').as('unit_name'))
    .select(nameOf('one.province_id').as('province_name'))
    .where('one.discarded_at', 'is', null)
    .where('year.state', '<>', 'draft')
    .groupBy(['one.province_id', 'one.id'])
    .orderBy('since')
    .orderBy('one.id')
}

function nameOf(column: 'one.unit_id' | 'one.province_id') {
  return sql<string>`coalesce((select version.name from unit_version as version where version.unit_id = ${sql.ref(column)}
    and version.tree = 'state' order by upper(version.valid) desc nulls first limit 1), '')`
}

type Paired = { parent_province_id: string | null; parent_id: string | null }

function parentOf({ parent_province_id: province, parent_id: id }: Paired): Ref | null {
  return province && id ? { province: province as Id<'Unit'>, id: id as InitiativeId } : null
}

type PageRow = Paired & {
  province_id: string
  initiative_id: string
  name: string
  year_from: number
  content: unknown
}

function ofPage(row: PageRow): Known {
  const { unit, province } = row.content as PageContent
  return {
    ...{ province: row.province_id as Id<'Unit'>, id: row.initiative_id as InitiativeId, name: row.name },
    ...{
      unitName: unit.name,
      provinceName: province.name,
      since: row.year_from,
      isPublished: true,
      parent: parentOf(row),
    },
  }
}

type RegisterRow = Paired & {
  province_id: string
  id: string
  name: string
  since: number
  unit_name: string
  province_name: string
}

function ofRegister(row: RegisterRow): Known {
  return {
    ...{ province: row.province_id as Id<'Unit'>, id: row.id as InitiativeId, name: row.name, since: row.since },
    ...{ unitName: row.unit_name, provinceName: row.province_name, isPublished: false, parent: parentOf(row) },
  }
}
