/** Pages that stand alone: drawn once on the server, with one script of their own and nothing of the rest of the site. */
import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { BarePage } from '#app/components/bare-page'
import type { Words } from '#app/i18n/words'
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
    <BarePage
      language={language}
      title={title}
      className="standalone"
      script={<script src={`/booth/${file}`} integrity={integrity} defer />}
      beside={<small>{t('secret.title')}</small>}
    >
      {children}
      <footer>
        <p className="meta">
          {t('secret.script')} <a href="/polls/scripts">{t('secret.script-why')}</a>
          <code dir="ltr">{integrity}</code>
        </p>
      </footer>
    </BarePage>
  )
}
