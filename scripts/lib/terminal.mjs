/** Something the operator can mend: shown as one sentence, without a stack. */
export class Stop extends Error {}

/**
 * Shows what is being done, with the seconds since the command began.
 * @param {NodeJS.WriteStream} stream stderr where stdout is kept for the answer
 * @returns {(sentence: string) => void}
 */
export function progressOn(stream) {
  return (sentence) => void stream.write(`${seconds(performance.now()).padStart(6)}  ${sentence}\n`)
}

/** @param {number} ms */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} s`
}

/**
 * Runs a script to its end: its exit code, or one sentence and 1.
 * @param {() => Promise<number>} work
 */
export async function runScript(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : error instanceof Error ? error.stack : error}\n`)
    process.exitCode = 1
  }
}
