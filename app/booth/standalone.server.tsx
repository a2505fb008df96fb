/** Pages that stand alone: drawn once on the server, with one script of their own and nothing of the rest of the site. */
import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { directionOf } from '#app/i18n/languages'
import type { Words } from '#app/i18n/words'
import appCss from '#app/styles/app.css?url'
import { boothScripts } from './scripts.server'

type Standing = { language: string; t: Words; title: string; script: 'ballot' | 'trustee'; body: ReactElement }

export function standalone({ language, t, title, script, body }: Standing): Response {
  const html = renderToStaticMarkup(
    <Sheet language={language} t={t} title={title} script={script}>
      {body}
    </Sheet>,
  )
  return new Response(`<!doctype html>${html}`, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store' },
  })
}

function Sheet({ language, t, title, script, children }: Omit<Standing, 'body'> & { children: ReactNode }) {
  const { file, integrity } = boothScripts()[script]
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Agorà`}</title>
        <link rel="stylesheet" href={appCss} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <script src={`/booth/${file}`} integrity={integrity} defer />
      </head>
      <body className="standalone">
        <header className="site-header">
          <div className="site-bar">
            <a className="brand" href="/">
              Agorà
            </a>
            <small>{t('secret.title')}</small>
          </div>
        </header>
        {children}
        <footer>
          <p className="meta">
            {t('secret.script')} <a href="/polls/scripts">{t('secret.script-why')}</a>
            <code dir="ltr">{integrity}</code>
          </p>
        </footer>
      </body>
    </html>
  )
}
