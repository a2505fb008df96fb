/** What an address that gives a file, or a page that stands alone, says to whoever may not have it. */
import { renderToStaticMarkup } from 'react-dom/server'
import { BarePage } from '#app/components/bare-page'
import type { Language } from '#app/domain/languages'
import type { Refusal } from '#app/domain/refusal'
import { wordsFor } from '#app/i18n/server-words.server'
import type { Scene } from './scene.server'
import { statusOf, waitOf } from './statuses.server'

export function troublePage(refusal: Refusal, { language, t }: Scene): Response {
  const { reason, values } = refusal
  const kind = reason === 'not-found' ? 'not-found' : 'forbidden'
  const isSaid = reason !== 'not-found' && reason !== 'forbidden'
  const text = isSaid ? t(`refusals.${reason}`, values) : t(`shell.error.${kind}.text`)
  return new Response(sentencePage(language, t(`shell.error.${kind}.title`), text), {
    status: statusOf(refusal, 403),
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'private, no-store',
      ...waitOf(refusal),
    },
  })
}

/** A page of one sentence, with the way home and no script. */
export function sentencePage(language: Language, title: string, text: string, home = '/'): string {
  const html = renderToStaticMarkup(
    <BarePage language={language} title={title}>
      <main className="narrow">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a className="button" href={home}>
            {wordsFor(language)('shell.home')}
          </a>
        </p>
      </main>
    </BarePage>,
  )
  return `<!doctype html>${html}`
}
