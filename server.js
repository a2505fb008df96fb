import { createServer } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import compression from 'compression'
import express from 'express'
import gzipped from 'express-static-gzip'

/** What speaks of pages is left out where only pieces of them are sent: it would weigh as much as the smaller ones. */
const aboutPages = ['Content-Security-Policy', 'Referrer-Policy', 'Cross-Origin-Opener-Policy', 'Permissions-Policy']
const kept = {
  enableBrotli: true,
  orderPreference: ['br'],
  serveStatic: {
    immutable: true,
    maxAge: '1y',
    etag: false,
    lastModified: false,
    acceptRanges: false,
    setHeaders: (response) => {
      for (const name of aboutPages) response.removeHeader(name)
    },
  },
}

/** Serves the application on one HTTP server: built, or through Vite in development. */
export async function serve({ port, development }) {
  const vite = development && (await (await import('vite')).createServer({ server: { middlewareMode: true } }))
  const load = vite
    ? () => vite.ssrLoadModule('virtual:remix/server-build')
    : () => import(new URL('./build/server/index.js', import.meta.url).href)
  const build = await load()
  const { guard, attachLive, buildOf, shapeOf, shapesOf } = build.entry.module

  const app = express().disable('x-powered-by')
  let leaving = false
  app.use(guard({ development, isLeaving: () => leaving }))
  app.use('/booth', gzipped('build/booth', kept))
  if (vite) app.use(vite.middlewares)
  else app.use('/assets', gzipped('build/client/assets', kept))
  app.use(compression())
  // Only names with an ending are files: a page is not looked for on the disk first.
  app.get(/\.\w+$/, express.static(vite ? 'public' : 'build/client', { maxAge: '1h', index: false }))
  const answer = (part) =>
    createRequestHandler({ build: part, getLoadContext: (_request, response) => response.locals })
  if (vite) app.all('*', answer(load))
  else {
    const tables = new Map([...shapesOf(build)].map((shape) => [shape, answer(buildOf(build, shape))]))
    const nowhere = answer(buildOf(build, '*'))
    app.all('*', (request, ...rest) => (tables.get(shapeOf(request.path)) ?? nowhere)(request, ...rest))
  }

  const http = createServer(app)
  const detach = await attachLive(http)
  await new Promise((done, fail) => http.once('error', fail).listen(port, done))
  return {
    port: http.address().port,
    close: async () => {
      leaving = true
      await detach()
      if (vite) await vite.close()
      http.closeIdleConnections()
      await new Promise((done) => http.close(done))
    },
  }
}
