/** What an address that gives a file, or a page that stands alone, says to whoever may not have it. */
import { renderToStaticMarkup } from 'react-dom/server'
import type { Refusal } from '#app/domain/refusal'
import { directionOf } from '#app/i18n/languages'
import appCss from '#app/styles/app.css?url'
import type { Scene } from './scene.server'

export function troublePage({ reason, values }: Refusal, { language, t }: Scene): Response {
  const kind = reason === 'not-found' ? 'not-found' : 'forbidden'
  const title = t(`shell.error.${kind}.title`)
  const isSaid = reason !== 'not-found' && reason !== 'forbidden'
  const html = renderToStaticMarkup(
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Agorà`}</title>
        <link rel="stylesheet" href={appCss} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <header className="site-header">
          <div className="site-bar">
            <a className="brand" href="/">
              Agorà
            </a>
          </div>
        </header>
        <main className="narrow">
          <h1>{title}</h1>
          <p>{isSaid ? t(`refusals.${reason}`, values) : t(`shell.error.${kind}.text`)}</p>
          <p>
            <a className="button" href="/">
              {t('shell.home')}
            </a>
          </p>
        </main>
      </body>
    </html>,
  )
  return new Response(`<!doctype html>${html}`, {
    status: kind === 'not-found' ? 404 : 403,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store' },
  })
}
