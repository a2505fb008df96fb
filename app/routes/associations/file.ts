import { createReadableStreamFromReadable } from '@remix-run/node'
import { fileFor } from '#app/domain/files/queries.server'
import { alone } from '#app/web/page.server'

/** The one door to what people sent us: saved rather than opened, and never run. */
export const loader = alone(async ({ actor, param }) => {
  const { stream, size, name, mediaType, public: isPublic } = await fileFor(actor, param('fileId'))
  return new Response(createReadableStreamFromReadable(stream), {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': `${size}`,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': isPublic ? 'public, max-age=600' : 'private, no-store',
    },
  })
})
