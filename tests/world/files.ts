/** Files that people send, made here: a small sound PDF, and pictures. */
import sharp from 'sharp'

/** A PDF of one empty page, with anything added to its catalogue. */
export function pdf(extra = '', tail = ''): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${extra} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n` +
      `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n${tail}trailer\n<< /Root 1 0 R >>\n%%EOF\n`,
    'latin1',
  )
}

export async function photograph(width = 60, height = 40): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#a0550f' } })
    .withExif({ IFD0: { Copyright: 'CNRY-exif' }, IFD3: { GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer()
}

export async function drawing(width = 60, height = 40): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background: '#0066cc80' } })
    .png()
    .toBuffer()
}
