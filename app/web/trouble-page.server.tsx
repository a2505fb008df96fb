/** What an address that gives a file, or a page that stands alone, says to whoever may not have it. */
import { renderToStaticMarkup } from 'react-dom/server'
import { BarePage } from '#app/components/bare-page'
import type { Refusal } from '#app/domain/refusal'
import type { Scene } from './scene.server'

export function troublePage({ reason, values }: Refusal, { language, t }: Scene): Response {
  const kind = reason === 'not-found' ? 'not-found' : 'forbidden'
  const title = t(`shell.error.${kind}.title`)
  const isSaid = reason !== 'not-found' && reason !== 'forbidden'
  const html = renderToStaticMarkup(
    <BarePage language={language} title={title}>
      <main className="narrow">
        <h1>{title}</h1>
        <p>{isSaid ? t(`refusals.${reason}`, values) : t(`shell.error.${kind}.text`)}</p>
        <p>
          <a className="button" href="/">
            {t('shell.home')}
          </a>
        </p>
      </main>
    </BarePage>,
  )
  return new Response(`<!doctype html>${html}`, {
    status: kind === 'not-found' ? 404 : 403,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store' },
  })
}
