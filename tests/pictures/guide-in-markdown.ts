import { guide } from '../../src/routes/(portal)/tro-giup/guide.ts'

/** Where the guide stands for those who read the repository. */
export const guideFile = 'docs/huong-dan/can-bo.md'

/** The officers' guide as docs/huong-dan/can-bo.md holds it: the very words of the page /tro-giup. */
export function guideInMarkdown(): string {
  const lines = [
    `# ${guide.title}`,
    '',
    guide.lead,
    '',
    'Trang này in từ trang “Hướng dẫn cho cán bộ” của phần mềm (`/tro-giup`).',
  ]
  for (const chapter of guide.chapters) {
    lines.push('', `## ${chapter.title}`, '', `*${chapter.who}*`)
    for (const part of chapter.parts) {
      lines.push('', `### ${part.title}`)
      for (const sentence of part.says ?? []) lines.push('', sentence)
      if (part.steps) lines.push('', ...part.steps.map((step, index) => `${index + 1}. ${step}`))
      if (part.minds) lines.push('', ...part.minds.map((one) => `- ${one}`))
      if (part.picture) lines.push('', `![${part.picture.alt}](../images/${part.picture.name}.png)`)
    }
  }
  return `${lines.join('\n')}\n`
}
