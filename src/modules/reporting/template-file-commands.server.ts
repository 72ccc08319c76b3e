import { refused } from '#kernel/outcome.ts'
import type { Ctx } from '#modules/access/context.server.ts'
import type { TemplateVersionId } from './report.ts'
import { readTemplateFile } from './template-file.ts'
import { beginTemplate, inProvince, type TemplateDone } from './template-frame.server.ts'
import { faultText } from './template-labels.ts'
import { shapeFaults } from './template-shape.ts'
import { askableIndicators } from './template-store.server.ts'

/** What a draft that came from a file says it was begun from. */
const fromFile = 'tệp'

/** A draft out of a file that another province, or this one, has taken out. With any fault nothing is made. */
export async function receiveTemplate(
  ctx: Ctx,
  given: { text: string; name: string | null },
): TemplateDone<TemplateVersionId> {
  return inProvince(ctx, async (tx, versions) => {
    const read = readTemplateFile(given.text)
    if (!read.ok) return refused({ code: 'file-faults', faults: read.faults })
    const shape = { ...read.shape, name: given.name ?? read.shape.name }
    const faults = shapeFaults(shape, await askableIndicators(tx))
    if (faults.length > 0)
      return refused({ code: 'file-faults', faults: faults.map((one) => ({ at: '', sentence: faultText(one) })) })
    return beginTemplate(tx, ctx, versions, { shape, copiedFrom: fromFile })
  })
}
