/** A name in lines of about so many letters, broken between words; what does not fit ends with an ellipsis. */
export function wrapped(text: string, letters: number, mostLines: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= mostLines) return lines
  return lines.slice(0, mostLines).map((line, index) => (index === mostLines - 1 ? `${line} …` : line))
}
