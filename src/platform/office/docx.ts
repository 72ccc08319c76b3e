import { Document, Packer, PageOrientation, type ISectionOptions } from 'docx'
import type { OfficialDocument } from '#kernel/document.ts'
import { appendixInWord, wideStyles, withWideTables } from './docx-appendix.ts'
import { blockInWord } from './docx-blocks.ts'
import { closing, firstPageHeader, laterPageHeader, opening } from './docx-frame.ts'
import { halfPoints, twips } from './docx-parts.ts'
import { printed, type Printed } from './printed.ts'
import { stampZip } from './zip-stamp.ts'

/** A Word file that officers go on editing. The same document gives the same bytes. */
export async function writeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const content = printed(document)
  const overrides = [{ path: 'docProps/core.xml', data: coreProperties(content) }]
  const packed = await Packer.pack(inWord(content), 'uint8array', undefined, overrides)
  return stampZip(await withWideTables(packed, content))
}

function inWord(content: Printed): Document {
  const { layout } = content
  const font = layout.typeface.value.word
  const baseRun = { font, size: halfPoints(layout.words.value), color: '000000', language: { value: 'vi-VN' } }
  // Word's own heading styles are blue and in another face: official documents are black and in Times New Roman.
  const plainHeading = { run: { font, size: halfPoints(layout.words.value), color: '000000' } }
  const last = content.blocks.length - 1
  const headers = { first: firstPageHeader(content), default: laterPageHeader(content) }
  return new Document({
    compatabilityModeVersion: 15,
    styles: {
      default: { document: { run: baseRun }, heading1: plainHeading, heading2: plainHeading, heading3: plainHeading },
      ...(content.appendices.length > 0 && { paragraphStyles: wideStyles(layout) }),
    },
    sections: [
      {
        properties: { titlePage: true, page: pageOf(layout) },
        headers,
        children: [
          ...opening(content),
          ...content.blocks.flatMap((block, at) => blockInWord(block, layout, at === last)),
          ...closing(content),
        ],
      },
      ...content.appendices.map((_, at) => ({
        properties: { titlePage: true, page: { ...pageOf(layout, true), pageNumbers: { start: 1 } } },
        headers,
        children: appendixInWord(content, at),
      })),
    ],
  })
}

type Page = NonNullable<NonNullable<ISectionOptions['properties']>['page']>

/** A page that lies on its side keeps its margins: the left one is where it is bound. */
function pageOf({ paper, margins, pageNumberFromTop }: Printed['layout'], isTurned = false): Page {
  const { top, bottom, left, right } = margins.value
  return {
    size: {
      width: twips(paper.value.width),
      height: twips(paper.value.height),
      ...(isTurned && { orientation: PageOrientation.LANDSCAPE }),
    },
    margin: {
      ...{ top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right) },
      header: twips(pageNumberFromTop.value),
    },
  }
}

/** In place of the library's, which writes the moment of printing: the day of signing, or no day for a draft. */
function coreProperties({ document, title }: Printed): string {
  const day = document.day
  const moment = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${inXml(title)}</dc:title>`,
    `<dc:creator>${inXml(document.issuer.body.replaceAll('\n', ' '))}</dc:creator>`,
    `<dc:language>${document.language}</dc:language>`,
    day === null ? '' : moment('created') + moment('modified'),
    '</cp:coreProperties>',
  ].join('')
}

function inXml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
