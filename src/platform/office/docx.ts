import { Document, Packer } from 'docx'
import type { OfficialDocument } from '#kernel/document.ts'
import { blockInWord } from './docx-blocks.ts'
import { closing, firstPageHeader, laterPageHeader, opening } from './docx-frame.ts'
import { halfPoints, twips } from './docx-parts.ts'
import { printed, type Printed } from './printed.ts'
import { stampZip } from './zip-stamp.ts'

/** A Word file that officers go on editing. The same document gives the same bytes. */
export async function writeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const content = printed(document)
  const overrides = [{ path: 'docProps/core.xml', data: coreProperties(content) }]
  return stampZip(await Packer.pack(inWord(content), 'uint8array', undefined, overrides))
}

function inWord(content: Printed): Document {
  const { layout } = content
  const font = layout.typeface.value.word
  const baseRun = { font, size: halfPoints(layout.words.value), color: '000000', language: { value: 'vi-VN' } }
  // Word's own heading styles are blue and in another face: official documents are black and in Times New Roman.
  const plainHeading = { run: { font, size: halfPoints(layout.words.value), color: '000000' } }
  const { top, bottom, left, right } = layout.margins.value
  const last = content.blocks.length - 1
  return new Document({
    compatabilityModeVersion: 15,
    styles: {
      default: { document: { run: baseRun }, heading1: plainHeading, heading2: plainHeading, heading3: plainHeading },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(layout.paper.value.width), height: twips(layout.paper.value.height) },
            margin: {
              top: twips(top),
              bottom: twips(bottom),
              left: twips(left),
              right: twips(right),
              header: twips(layout.pageNumberFromTop.value),
            },
          },
        },
        headers: { first: firstPageHeader(content), default: laterPageHeader(content) },
        children: [
          ...opening(content),
          ...content.blocks.flatMap((block, at) => blockInWord(block, layout, at === last)),
          ...closing(content),
        ],
      },
    ],
  })
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
