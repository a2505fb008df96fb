/** What a file really is: sniffed from its bytes; pictures are drawn anew, so that nothing else comes with them. */
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { pdfFlaw } from './pdf-check'

export const largestFile = 10 * 1024 * 1024
/** The longest side of what is kept: a photo beside a list is smaller than a picture within a text. */
const largestSide = { images: 1600, documents: 1600, photos: 800 }
/** Pixels before shrinking: a phone's best camera, and no bomb. */
const mostPixels = 60_000_000

export type Content = {
  bytes: Buffer
  mediaType: string
  extension: string
  width: number | null
  height: number | null
}
export type Unfit = 'file.empty' | 'file.too-big' | 'file.unknown-kind' | 'file.broken' | 'file.active'

/** The bytes to keep, or why they cannot be kept. */
export async function fitContent(bytes: Uint8Array, accepts: keyof typeof largestSide): Promise<Content | Unfit> {
  if (bytes.byteLength === 0) return 'file.empty'
  if (bytes.byteLength > largestFile) return 'file.too-big'
  const sniffed = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (sniffed && pictures.has(sniffed.mime)) return redraw(bytes, sniffed.mime, largestSide[accepts])
  if (accepts !== 'documents' || sniffed?.mime !== 'application/pdf') return 'file.unknown-kind'
  const flaw = pdfFlaw(bytes)
  if (flaw) return `file.${flaw}`
  return { bytes: Buffer.from(bytes), mediaType: 'application/pdf', extension: 'pdf', width: null, height: null }
}

const pictures = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/heic', 'image/gif'])

/** Photographs become JPEG, the rest WebP; places and cameras are not kept. */
async function redraw(bytes: Uint8Array, mime: string, side: number): Promise<Content | Unfit> {
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated: false })
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    const photograph = mime === 'image/jpeg' || mime === 'image/heic'
    const drawn = photograph ? picture.jpeg({ quality: 82, mozjpeg: true }) : picture.webp({ quality: 84 })
    const { data, info } = await drawn.toBuffer({ resolveWithObject: true })
    const [mediaType, extension] = photograph ? ['image/jpeg', 'jpg'] : ['image/webp', 'webp']
    return {
      bytes: data,
      mediaType: mediaType ?? '',
      extension: extension ?? '',
      width: info.width,
      height: info.height,
    }
  } catch {
    return 'file.broken'
  }
}
