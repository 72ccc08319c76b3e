import type { CronItem } from 'graphile-worker'
import { StartRefused } from '../launcher/refusal.ts'

/** Work that comes again by the clock: every so many minutes, or each night so many minutes after the night hour. */
export type Round = { task: string } & ({ everyMinutes: number } | { minutesIntoNight: number })

/** The hour and minute in Vietnam at which the nightly work begins. */
export type NightHour = { hour: number; minute: number }

const usualNight: NightHour = { hour: 1, minute: 30 }

/** KHEO_NIGHT, e.g. `2:15`; refused in words at start. */
export function nightFromEnvironment(env: Record<string, string | undefined>): NightHour {
  const text = env['KHEO_NIGHT']
  if (!text) return usualNight
  const read = /^(\d{1,2}):(\d{2})$/.exec(text)
  const [hour, minute] = [Number(read?.[1]), Number(read?.[2])]
  if (!read || hour > 23 || minute > 59) {
    throw new StartRefused(`KHEO_NIGHT phải là giờ và phút ở Việt Nam như 1:30, đang là “${text}”.`)
  }
  return { hour, minute }
}

/** Rounds as graphile-worker takes them: its clock is UTC. A night that was slept through is made up for within a day. */
export function cronItems(rounds: readonly Round[], night: NightHour = nightFromEnvironment(process.env)): CronItem[] {
  return rounds.map((round) => {
    if ('everyMinutes' in round) {
      return { task: round.task, match: `*/${round.everyMinutes} * * * *`, options: { maxAttempts: 1 } }
    }
    const at = (night.hour * 60 + night.minute + round.minutesIntoNight - 7 * 60 + 48 * 60) % (24 * 60)
    const options = { maxAttempts: 12, backfillPeriod: 24 * 3_600_000 }
    return { task: round.task, match: `${at % 60} ${Math.floor(at / 60)} * * *`, options }
  })
}
