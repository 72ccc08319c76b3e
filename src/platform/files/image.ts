import sharp from 'sharp'
import type { ImageKind } from '#kernel/file-kind.ts'

/** Wide enough for a page of A4 at 300 dots an inch, and for any screen here. */
const longestSide = 2560
/** A camera of a telephone takes 50 million points; unpacked they are 150 MB for the moment. */
const mostPixels = 50_000_000

// A server that takes in a picture now and then keeps no unpacked one in memory.
sharp.cache(false)

/**
 * An image made anew: turned the way it was held, at most 2560 points long, in sRGB, and without a word of what the camera
 * wrote into it (place, time, device: EXIF, XMP, IPTC).
 */
export async function cleanImage(bytes: Buffer, kind: ImageKind): Promise<Buffer | 'too-many-pixels' | 'broken'> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > mostPixels) return 'too-many-pixels'
    const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    if (kind === 'png') return await image.png({ compressionLevel: 9 }).toBuffer()
    if (kind === 'webp') return await image.webp({ quality: 82 }).toBuffer()
    return await image.jpeg({ quality: 82, mozjpeg: true }).toBuffer()
  } catch {
    // Whatever libvips says about it, a person can only look at the file again.
    return 'broken'
  }
}

/** Wide enough for a page on any screen at a quarter of the weight. */
const shownSide = 1280

/** A kept image as a public page shows it: smaller, with its measures, so that the page does not jump while it comes. */
export async function shownImage(
  bytes: Buffer,
  kind: ImageKind,
): Promise<{ content: Buffer; width: number; height: number }> {
  const image = sharp(bytes, { limitInputPixels: mostPixels }).resize({
    ...{ width: shownSide, height: shownSide, fit: 'inside', withoutEnlargement: true },
  })
  const written =
    kind === 'png'
      ? image.png({ compressionLevel: 9, palette: true })
      : kind === 'webp'
        ? image.webp({ quality: 78 })
        : image.jpeg({ quality: 78, mozjpeg: true })
  const { data, info } = await written.toBuffer({ resolveWithObject: true })
  return { content: data, width: info.width, height: info.height }
}
