import type { EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { NonceContext } from './components/nonce'
import { notedWords } from './i18n/server-words.server'
import { Speaking } from './i18n/use-words'
import { log } from './web/log.server'
import type { Context } from './web/scene.server'

export { attachLive } from './live/attach.server'
export { guard } from './web/guard.server'
export { buildOf, shapeOf, shapesOf } from './web/sections.server'

/** Draws a page whole. Nothing is deferred, so nothing needs to be streamed: data first, then one string. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: unknown,
) {
  const { nonce } = context as Context
  const language = languageIn(remix)
  const { words, rooms } = notedWords(language)
  const data = await textOf(remix.serverHandoffStream)
  const html = renderToString(
    <NonceContext.Provider value={nonce}>
      <Speaking language={language} words={words}>
        <RemixServer context={onlyDrawn(remix)} url={request.url} nonce={nonce} />
      </Speaking>
    </NonceContext.Provider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  // Remix passes on what a refused form says to a program, not to a page
  for (const given of Object.values(remix.staticHandlerContext.actionHeaders)) {
    const wait = given.get('Retry-After')
    if (wait) headers.set('Retry-After', wait)
  }
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
  // As bytes: a string would be looked through for broken signs once more
  return new Response(Buffer.from(wholePage(html, { rooms, data, nonce })), {
    status: isSignedOut(remix) ? 401 : status,
    headers,
  })
}

/** Whatever was wrong with a form, first of all its page asks to sign in. */
function isSignedOut(remix: EntryContext): boolean {
  const errors = Object.values(remix.staticHandlerContext.errors ?? {})
  return errors.some((error) => isRouteErrorResponse(error) && error.status === 401)
}

/** The root loader is the one that knows the language; refusals before it speak Italian. */
function languageIn(remix: EntryContext): string {
  const root = remix.staticHandlerContext.loaderData?.root as { language?: string } | undefined
  return root?.language ?? 'it'
}

/**
 * Drawing a page needs the routes that matched it, not the whole table: the browser gets that from the manifest's own
 * file. Nor the stream of its data, which is written behind the page.
 */
function onlyDrawn(remix: EntryContext): EntryContext {
  const ids = ['root', ...remix.staticHandlerContext.matches.map(({ route }) => route.id)]
  const matched = ids.flatMap((id) => remix.manifest.routes[id] ?? [])
  const routes = Object.fromEntries(matched.map((route) => [route.id, route]))
  return { ...remix, manifest: { ...remix.manifest, routes }, serverHandoffStream: undefined }
}

async function textOf(stream: ReadableStream<Uint8Array> | undefined): Promise<string> {
  if (!stream) return ''
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  for (let text = ''; ; ) {
    const { done, value } = await reader.read()
    if (done) return text
    text += decoder.decode(value, { stream: true })
  }
}

/**
 * What was drawn, and what the browser's script needs to draw it again: the rooms whose words were used, where it finds
 * them however early it runs, and the data of the page, in the same calls that Remix makes itself when it streams.
 */
function wholePage(
  html: string,
  { rooms, data, nonce }: { rooms: ReadonlySet<string>; data: string; nonce: string },
): string {
  const beginning = '<html '.length
  const end = html.length - '</body></html>'.length
  const script = `<script nonce="${nonce}">window.__remixContext.streamController.enqueue(${inScript(data)});window.__remixContext.streamController.close();</script>`
  return `<!DOCTYPE html><html data-rooms="${[...rooms].join(' ')}" ${html.slice(beginning, end)}${script}</body></html>`
}

/** A string that no letter of it can take out of a script. */
function inScript(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** What was refused is no fault of ours, and nobody waits for what was broken off. */
export function handleError(error: unknown, { request }: { request: Request }) {
  const isRefused = isRouteErrorResponse(error) && error.status < 500
  if (!isRefused && !request.signal.aborted) log.error({ error, path: new URL(request.url).pathname })
}
