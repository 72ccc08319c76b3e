/** How many forms with files are worked on at once in one process: each holds up to 25 MB, and an unpacked picture beside. */
const mostAtOnce = 4
let working = 0

/** Reads a form with files and works on it; or says that too many are being read, or that the sender went away half way. */
export async function withUpload<Answer>(
  request: Request,
  work: (form: FormData) => Promise<Answer>,
): Promise<Answer | 'busy' | 'cut-off'> {
  if (working >= mostAtOnce) return 'busy'
  working += 1
  try {
    const form = await request.formData().catch(() => null)
    // The body ended early or is no form: nothing was kept, and there is nothing to save.
    return form === null ? 'cut-off' : await work(form)
  } finally {
    working -= 1
  }
}

/** The chosen files of a field; browsers send one empty file where none was chosen. */
export function filesIn(form: FormData, name: string): File[] {
  return form
    .getAll(name)
    .filter((value): value is File => value instanceof File && (value.size > 0 || value.name !== ''))
}
