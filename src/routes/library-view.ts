import { formatDay, partsOf } from '#kernel/local-date.ts'
import { holderKindLabel } from '#modules/movement/labels.ts'
import type { FamilyNode, PageContent, PagePhoto } from '#modules/movement/library.ts'
import { unitPath } from '#modules/territory/naming.ts'
import type { FamilyLine, LibraryArticlePage } from '#ui/portal/library-article.ts'

/** A good practice in the words of its page; the same for everybody and for the officer who looks before publishing. */
export function articleOf(
  name: string,
  content: PageContent,
  of: {
    photos: LibraryArticlePage['photos']
    isOutstanding: boolean
    family: FamilyNode | null
    publishedOn: string | null
  },
): LibraryArticlePage {
  const began = content.beganOn ? partsOf(content.beganOn).year : (content.years[0]?.year ?? null)
  return {
    ...{ name, summary: content.summary, photos: of.photos, isOutstanding: of.isOutstanding },
    chips: [
      content.fieldName,
      ...content.tagNames,
      holderKindLabel[content.holderKind],
      ...(began === null ? [] : [`Làm từ ${began}`]),
    ].filter((chip, index, all) => chip !== '' && all.indexOf(chip) === index),
    ...{ story: content.story, goals: content.goals, doing: content.doing, sustainability: content.sustainability },
    results: content.results,
    steps: content.steps.map((step, key) => ({
      ...{ key, iso: step.day, day: formatDay(step.day), title: step.title, text: step.text },
    })),
    years: content.years.toReversed(),
    facts: [
      { term: 'Ai làm', value: content.holder },
      { term: 'Đơn vị', value: content.unit.name, href: unitPath(content.unit.code) },
      { term: 'Tỉnh, thành phố', value: content.province.name, href: unitPath(content.province.code) },
      { term: 'Địa bàn, đối tượng', value: content.area },
      { term: 'Chủ trì', value: content.lead },
      { term: 'Phối hợp', value: content.coordinating },
      { term: 'Tham gia', value: content.participating },
      { term: 'Nguồn lực', value: content.resources },
      { term: 'Công bố', value: of.publishedOn ?? '' },
    ].filter((fact) => fact.value !== ''),
    family: of.family && lineOf(of.family),
  }
}

function lineOf(node: FamilyNode): FamilyLine {
  const since = node.since === null ? '' : ` · từ ${node.since}`
  return {
    key: `${node.province}/${node.id}`,
    name: node.name,
    href: node.isPublished ? libraryPath(node.id) : null,
    where: `${node.unitName}, ${node.provinceName}${since}`,
    note: node.isPublished ? null : 'Chưa công bố; chỉ cán bộ trong tỉnh thấy dòng này.',
    isHere: node.isHere,
    children: node.children.map(lineOf),
  }
}

/** Where everybody reads a page of the library. */
export function libraryPath(id: string): string {
  return `/thu-vien/${id}`
}

export function photoOf(page: string, photo: PagePhoto): LibraryArticlePage['photos'][number] {
  const { alt, caption, width, height } = photo
  return { src: `${libraryPath(page)}/anh/${photo.id}`, alt, caption, width, height }
}
