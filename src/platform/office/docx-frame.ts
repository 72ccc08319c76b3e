import { Header, PageNumber, Paragraph, TextRun, type Table } from 'docx'
import { centred, gap, halfPoints, line, roomOf, roughLength, rule, sideBySide, singleSpacing } from './docx-parts.ts'
import type { Look } from './docx-parts.ts'
import { watermark } from './docx-watermark.ts'
import type { CrownLine, LayoutProfile } from './layout.ts'
import type { Printed } from './printed.ts'

/** Issuer and number on the left, the nation or the Party, place and day on the right, then what this is and about what. */
export function opening(content: Printed): (Paragraph | Table)[] {
  const { document, layout } = content
  const isOfficial = layout.frame.value === 'official'
  return [
    ...(isOfficial ? letterhead(content) : []),
    ...(document.letterTo === undefined ? named(content, isOfficial) : addressees(document.letterTo, layout)),
    gap(isOfficial ? 10 : 4),
  ]
}

function named({ document, layout }: Printed, isOfficial: boolean): Paragraph[] {
  return [
    line(
      document.typeName,
      { size: layout.typeName.value, bold: true },
      isOfficial ? { ...centred, spacing: belowHeader } : centred,
    ),
    line(document.subject, { size: layout.subject.value, bold: true }, { ...centred, spacing: belowName }),
    ruleUnder(document.subject, layout.subject.value, layout.subjectRule.value, roomOf(layout)),
  ]
}

/** One stands on the line of “Kính gửi:”, several below it. */
function addressees(names: readonly string[], { words }: LayoutProfile): Paragraph[] {
  const look = { size: words.value }
  if (names.length === 1) return [line(`Kính gửi: ${names[0]}`, look, { ...centred, spacing: belowHeader })]
  return [
    line('Kính gửi:', look, { indent: { left: addresseeIndent }, spacing: belowHeader }),
    ...names.map((name, at) =>
      line(`- ${name}${at === names.length - 1 ? '.' : ';'}`, look, { indent: { left: addresseeIndent + 400 } }),
    ),
  ]
}

function letterhead({ document, layout, numberLine, placeAndDayLine, letterSubject }: Printed): (Paragraph | Table)[] {
  const room = roomOf(layout)
  const { superior, body } = document.issuer
  const left = layout.leftColumn.value
  const right = room - left
  return [
    sideBySide(
      [left, right],
      [
        [
          [
            ...(superior === null ? [] : [line(superior, { size: layout.superior.value }, centred)]),
            line(body, { size: layout.body.value, bold: true }, centred),
            underBody(body, layout, left),
          ],
          layout.crown.flatMap((one) => crownLine(one, right)),
        ],
        [
          [
            line(numberLine, { size: layout.number.value }, lowered),
            ...(letterSubject === null
              ? []
              : [line(letterSubject, letterLook(layout), { ...centred, spacing: belowName })]),
          ],
          [line(placeAndDayLine, { size: layout.placeAndDay.value, italics: true }, lowered)],
        ],
      ],
    ),
  ]
}

/** Recipients on the left, the right to sign, the title, room to sign and the name on the right; never torn apart. */
export function closing({ document, layout, recipientLines, rightLines }: Printed): (Paragraph | Table)[] {
  if (layout.frame.value === 'none') return []
  const room = roomOf(layout)
  const label = layout.recipientsLabel.value
  const { title, name } = document.signature
  const look = { size: layout.signature.value, bold: true }
  const above = { spacing: { ...singleSpacing, before: layout.signatureRoom.value * twentiethsOfPointPerMillimetre } }
  return [
    gap(10),
    sideBySide(
      [room / 2, room / 2],
      [
        [
          [
            line('Nơi nhận:', { ...label, italics: label.italic }),
            ...recipientLines.map((entry) => line(entry, { size: layout.recipients.value }, hanging)),
          ],
          [
            ...rightLines.map((words) => line(words, look, centred)),
            line(title, { ...look, bold: layout.signatureTitleIsBold.value }, centred),
            line(name ?? '', look, { ...centred, ...above }),
          ],
        ],
      ],
    ),
    gap(1),
  ]
}

/** In the middle of the top margin of every page but the first. */
export function laterPageHeader({ layout, document }: Printed): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(layout.pageNumber.value) })
  const children = [number, ...watermark(document.watermark, layout)]
  return new Header({ children: [new Paragraph({ ...centred, spacing: singleSpacing, children })] })
}

export function firstPageHeader({ layout, document }: Printed): Header {
  return new Header({
    children: [new Paragraph({ spacing: singleSpacing, children: watermark(document.watermark, layout) })],
  })
}

function crownLine({ words, size, rule: share, ems }: CrownLine, room: number): Paragraph[] {
  const length = (ems * size.value * 25.4) / 72
  return [
    line(words.value, { size: size.value, bold: true }, centred),
    ...(share === null ? [] : [rule(length * share.value, room)]),
  ]
}

function underBody(body: string, layout: LayoutProfile, room: number): Paragraph {
  const under = layout.underBody.value
  if (under.kind === 'star') return line('*', { size: layout.body.value }, centred)
  return ruleUnder(body, layout.body.value, under.share, room)
}

function ruleUnder(words: string, size: number, share: number, width: number): Paragraph {
  return rule(share * Math.min(roughLength(words, size), width), width)
}

function letterLook(layout: LayoutProfile): Look {
  const { size, italic } = layout.letterSubject.value
  return { size, italics: italic }
}

const addresseeIndent = 1700
const twentiethsOfPointPerMillimetre = 1440 / 25.4
const lowered = { ...centred, spacing: { ...singleSpacing, before: 140 } }
const belowHeader = { ...singleSpacing, before: 320 }
const belowName = { ...singleSpacing, before: 60 }
const hanging = { indent: { left: 110, hanging: 110 } }
