import { error } from '@sveltejs/kit'
import { contrastOf, palettesOf, textPairs, type Palette } from '#ui/contrast.ts'
import desk from '#ui/desk.css?raw'
import tokens from '#ui/tokens.css?raw'
import { sampleCountry } from './country.server.ts'
import type { PageServerLoad } from './$types'

const { light, dark } = palettesOf(tokens, desk)

/** The examples stand where the whole house is an example; an installation for people has no such page. */
export const load: PageServerLoad = async ({ url }) => {
  if (process.env.KHEO_EXAMPLE !== '1') error(404, 'Không có trang này.')
  return {
    // Fourteen charts on two grounds have hundreds of places to stop at: they are shown when they are asked for.
    countries: url.searchParams.has('bieu-do')
      ? { now: await sampleCountry('2025-07-01'), before: await sampleCountry('2025-06-30') }
      : null,
    withErrors: url.searchParams.has('loi'),
    swatches: textPairs.map(([ink, ground]) => ({
      ink,
      ground,
      light: swatch(light, ink, ground),
      dark: swatch(dark, ink, ground),
    })),
  }
}

function swatch(palette: Palette, ink: string, ground: string): { ink: string; ground: string; contrast: string } {
  const contrast = contrastOf(palette, ink, ground).toFixed(1).replace('.', ',')
  return { ink: palette.get(ink) ?? '', ground: palette.get(ground) ?? '', contrast }
}
