import { Writable } from 'node:stream'
import type { EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceContext } from './components/nonce'
import { wordsFor } from './i18n/server-words.server'
import { Speaking } from './i18n/use-words'
import { log } from './web/log.server'
import type { Context } from './web/scene.server'

export { attachLive } from './live/attach.server'
export { guard } from './web/guard.server'
export { buildOf, sectionOf, sectionsOf } from './web/sections.server'

/** The root loader is the one that knows the language; refusals before it speak Italian. */
function languageIn(remix: EntryContext): string {
  const root = remix.staticHandlerContext.loaderData?.root as { language?: string } | undefined
  return root?.language ?? 'it'
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: unknown,
) {
  const { nonce } = context as Context
  const language = languageIn(remix)
  return new Promise<Response>((done, fail) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <Speaking language={language} words={wordsFor(language)}>
          <RemixServer context={onlyMatched(remix)} url={request.url} nonce={nonce} />
        </Speaking>
      </NonceContext.Provider>,
      {
        nonce,
        // Nothing is deferred, so the page goes out whole: one write instead of dozens.
        onAllReady() {
          clearTimeout(patience)
          headers.set('Content-Type', 'text/html; charset=utf-8')
          if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
          pipe(whole((html) => done(new Response(html, { status, headers }))))
        },
        onShellError: fail,
        onError: (error) => log.error(error),
      },
    )
    const patience = setTimeout(abort, 10_000)
  })
}

/** Drawing a page needs the routes that matched it, not the whole table; the browser gets that from the manifest's own file. */
function onlyMatched(remix: EntryContext): EntryContext {
  const ids = new Set(['root', ...remix.staticHandlerContext.matches.map(({ route }) => route.id)])
  const routes = Object.fromEntries(Object.entries(remix.manifest.routes).filter(([id]) => ids.has(id)))
  return { ...remix, manifest: { ...remix.manifest, routes } }
}

function whole(finish: (html: Buffer<ArrayBuffer>) => void) {
  const chunks: Buffer[] = []
  return new Writable({
    write(chunk, _encoding, next) {
      chunks.push(Buffer.from(chunk))
      next()
    },
    final(next) {
      // React 18 leaves zero bytes where a letter of several bytes meets the end of its buffer.
      const html = Buffer.concat(chunks)
      finish(html.includes(0) ? (html.filter((byte) => byte !== 0) as Buffer<ArrayBuffer>) : html)
      next()
    },
  })
}

export function handleError(error: unknown, { request }: { request: Request }) {
  if (!request.signal.aborted) log.error({ error, path: new URL(request.url).pathname })
}
