import { Header, PageNumber, Paragraph, TextRun, type Table } from 'docx'
import { centred, gap, halfPoints, line, roughLength, rule, sideBySide, singleSpacing } from './docx-parts.ts'
import type { Printed } from './printed.ts'
import { stateLayout as layout } from './state-layout.ts'

const { paper, margins } = layout
/** The width between the side margins, in millimetres. */
export const room = paper.value.width - margins.value.left - margins.value.right

/** Issuer and number on the left, the nation, its motto, place and day on the right, then what this is and about what. */
export function opening({ document, numberLine, placeAndDayLine }: Printed): (Paragraph | Table)[] {
  const { superior, body } = document.issuer
  const left = layout.leftColumn.value
  const right = room - left
  const mottoLength = (mottoEms * layout.motto.value * 25.4) / 72
  return [
    sideBySide(
      [left, right],
      [
        [
          [
            ...(superior === null ? [] : [line(superior, { size: layout.superior.value }, centred)]),
            line(body, { size: layout.body.value, bold: true }, centred),
            ruleUnder(body, layout.body.value, layout.bodyRule.value, left),
          ],
          [
            line(layout.nationWords.value, { size: layout.nation.value, bold: true }, centred),
            line(layout.mottoWords.value, { size: layout.motto.value, bold: true }, centred),
            rule(mottoLength * layout.mottoRule.value, right),
          ],
        ],
        [
          [line(numberLine, { size: layout.number.value }, lowered)],
          [line(placeAndDayLine, { size: layout.placeAndDay.value, italics: true }, lowered)],
        ],
      ],
    ),
    line(document.typeName, { size: layout.typeName.value, bold: true }, { ...centred, spacing: belowHeader }),
    line(document.subject, { size: layout.subject.value, bold: true }, { ...centred, spacing: belowName }),
    ruleUnder(document.subject, layout.subject.value, layout.subjectRule.value, room),
    gap(10),
  ]
}

/** Recipients on the left, the right to sign, the title, room to sign and the name on the right; never torn apart. */
export function closing({ document, recipientLines, rightLines }: Printed): (Paragraph | Table)[] {
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
            line('Nơi nhận:', { size: layout.recipientsLabel.value, bold: true, italics: true }),
            ...recipientLines.map((entry) => line(entry, { size: layout.recipients.value }, hanging)),
          ],
          [
            ...[...rightLines, title].map((words) => line(words, look, centred)),
            line(name ?? '', look, { ...centred, ...above }),
          ],
        ],
      ],
    ),
    gap(1),
  ]
}

/** In the middle of the top margin of every page but the first. */
export function laterPageHeader(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(layout.pageNumber.value) })
  return new Header({ children: [new Paragraph({ ...centred, spacing: singleSpacing, children: [number] })] })
}

export function firstPageHeader(): Header {
  return new Header({ children: [new Paragraph({ spacing: singleSpacing })] })
}

function ruleUnder(words: string, size: number, share: number, width: number): Paragraph {
  return rule(share * Math.min(roughLength(words, size), width), width)
}

/** What “Độc lập - Tự do - Hạnh phúc” measures in Times bold, in its own size: its rule must be as long as the words. */
const mottoEms = 12.22
const twentiethsOfPointPerMillimetre = 1440 / 25.4
const lowered = { ...centred, spacing: { ...singleSpacing, before: 140 } }
const belowHeader = { ...singleSpacing, before: 320 }
const belowName = { ...singleSpacing, before: 60 }
const hanging = { indent: { left: 110, hanging: 110 } }
