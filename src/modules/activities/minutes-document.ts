import { text, type Block, type OfficialDocument } from '#kernel/document.ts'
import { formatDay, formatDayInWords } from '#kernel/local-date.ts'
import { askerSideName, commitmentKindName, commitmentStateName } from './dialogue-words.ts'
import type { AskedQuestion } from './asked.ts'
import type { Commitment } from './commitment.ts'
import type { Dialogue, DialogueSession } from './dialogue.ts'
import { linesOf } from './public-dialogue.ts'

/** Under which names the minutes are printed; the route knows them from the unit's other documents. */
export type MinutesIssuer = Pick<OfficialDocument, 'issuer' | 'place' | 'signature' | 'recipients'> & { name: string }

/** What the minutes are drafted from. */
export type MinutesFrom = {
  dialogue: Dialogue
  sessions: readonly DialogueSession[]
  questions: readonly AskedQuestion[]
  commitments: readonly Commitment[]
  isExample: boolean
}

/** The minutes of a dialogue (biên bản), drafted from its record in the State layout; numbered and signed on paper. */
export function minutesDocument(from: MinutesFrom, issuer: MinutesIssuer): OfficialDocument {
  const { dialogue } = from
  const isDraft = dialogue.state !== 'approved' && dialogue.state !== 'published'
  const { name, ...printed } = issuer
  return {
    ...printed,
    layout: 'state',
    language: 'vi',
    number: { symbol: 'BB-UBND', assigned: null },
    day: null,
    typeName: 'BIÊN BẢN',
    subject: `Đối thoại giữa ${name} với Nhân dân${isDraft ? ' (dự thảo)' : ''}`,
    blocks: [
      ...marks(isDraft, from.isExample),
      ...opening(from),
      ...answersBlocks(from),
      ...conclusionBlocks(dialogue),
      {
        kind: 'closing',
        runs: [text(`Biên bản này ghi lại nội dung cuộc đối thoại ngày ${formatDay(dialogue.heldOn)} của ${name}`)],
      },
    ],
  }
}

function marks(isDraft: boolean, isExample: boolean): Block[] {
  const words = [
    ...(isDraft ? ['Dự thảo: biên bản chưa được duyệt.'] : []),
    ...(isExample ? ['Dữ liệu ví dụ: đơn vị và nội dung đều do phần mềm đặt ra.'] : []),
  ]
  return words.map((one) => ({ kind: 'note', runs: [text(one)] }))
}

function paragraph(words: string): Block {
  return { kind: 'paragraph', runs: [text(words)] }
}

function opening({ dialogue, sessions }: MinutesFrom): Block[] {
  const first = [dialogue.startsAt, formatDayInWords(dialogue.heldOn), dialogue.place].filter(Boolean).join(', ')
  const others = sessions.map((one) => [one.startsAt, formatDayInWords(one.day), one.place].filter(Boolean).join(', '))
  const attended = dialogue.attendances === null ? 'không đếm' : `${dialogue.attendances} lượt người`
  return [
    { kind: 'heading', level: 1, text: 'Thời gian, địa điểm, thành phần' },
    paragraph(`Thời gian, địa điểm: ${[first, ...others].join('; ')}.`),
    paragraph(`Nội dung: ${dialogue.subject}.`),
    paragraph(`Chủ trì: ${dialogue.chairedBy || '……………'}.`),
    ...(dialogue.invited ? [paragraph(`Thành phần: ${linesOf(dialogue.invited).join('; ')}.`)] : []),
    paragraph(`Nhân dân dự: ${attended}.`),
  ]
}

function answersBlocks({ questions, commitments }: MinutesFrom): Block[] {
  const taken = questions.filter((one) => one.state === 'taken')
  const leads = taken.filter((one) => one.sameAs === null)
  const heading: Block = { kind: 'heading', level: 1, text: 'Câu hỏi của Nhân dân và trả lời' }
  if (leads.length === 0) return [heading, paragraph('Không ghi riêng từng câu hỏi.')]
  return [
    heading,
    ...leads.flatMap((question): Block[] => {
      const others = taken.filter((one) => one.sameAs === question.id).length
      const also = others > 0 ? ` (thêm ${others} ý kiến cùng nội dung)` : ''
      const commitment = commitments.find((one) => one.question === question.id)
      return [
        { kind: 'heading', level: 2, text: `Hỏi: ${question.content}${also}` },
        paragraph(commitment ? answerWords(commitment) : 'Trả lời: ……………'),
      ]
    }),
  ]
}

function answerWords({ kind, answer, owner, dueOn, state, outcome, asker }: Commitment): string {
  if (kind === 'answered')
    return `Trả lời tại cuộc đối thoại: ${answer}${asker === 'unknown' ? '' : ` (người hỏi ${askerSideName[asker]})`}`
  const due = dueOn ? `, hạn ${formatDay(dueOn)}` : ''
  const done = state === 'open' ? '' : ` Kết quả (${commitmentStateName[state]}): ${outcome}`
  const kindName = commitmentKindName[kind]
  return `${kindName.charAt(0).toLocaleUpperCase('vi')}${kindName.slice(1)}: ${answer} Thực hiện: ${owner}${due}.${done}`
}

function conclusionBlocks({ conclusion }: Dialogue): Block[] {
  if (conclusion === '') return []
  return [
    { kind: 'heading', level: 1, text: 'Kết luận của người chủ trì' },
    ...linesOf(conclusion).map((words) => paragraph(words)),
  ]
}
