import {
  draftOfAssessment,
  draftOfPlan,
  draftOfResults,
  type DraftParagraph,
} from '#modules/reporting/narrative-draft.ts'
import { printed, type NarrativeGround } from '#modules/reporting/narrative-facts.ts'
import type { PlanTask } from '#modules/reporting/task.ts'
import { writeProse } from '#modules/reporting/narrative.ts'

/** One sentence of a draft as it would be typed, and as it reads. */
export type DraftLine = { typed: string; reads: string }
export type DraftShown = { title: string; lines: DraftLine[] }

const drafts: Record<string, (ground: NarrativeGround, tasks: readonly PlanTask[]) => DraftParagraph[]> = {
  'ket-qua': draftOfResults,
  'danh-gia': draftOfAssessment,
  'phuong-huong': (ground, tasks) => draftOfPlan(tasks, ground),
}

/** The draft of a section out of the figures; nothing where no rule writes one. */
export function draftFor(section: string, ground: NarrativeGround, tasks: readonly PlanTask[]): DraftShown[] {
  return (drafts[section]?.(ground, tasks) ?? []).map(({ title, sentences }) => ({
    title,
    lines: sentences.map((sentence) => ({
      typed: writeProse(sentence),
      reads: sentence.map((part) => ('text' in part ? part.text : printed(ground, part).text)).join(''),
    })),
  }))
}

/** Appends a line of the draft, or a paragraph, or all of it; what the officer wrote stays as it stands. */
export function withDraft(text: string, drafts: readonly DraftShown[], wanted: string): string | null {
  const [which = '', line] = wanted.split('.')
  const lines =
    which === 'tat-ca'
      ? drafts.map(paragraphText)
      : drafts.flatMap((one, index) => {
          if (String(index) !== which) return []
          if (line === undefined) return [paragraphText(one)]
          const sentence = one.lines[Number(line)]
          return sentence ? [sentence.typed] : []
        })
  if (lines.length === 0) return null
  const added = lines.join('\n')
  return text.trim() === '' ? added : `${text.trimEnd()}\n${added}`
}

function paragraphText({ title, lines }: DraftShown): string {
  return `${title}. ${lines.map(({ typed }) => typed).join(' ')}`
}
