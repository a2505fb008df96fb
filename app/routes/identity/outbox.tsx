import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import { outbox } from '#app/domain/identity/demonstration.server'
import { formatDate } from '#app/i18n/formats'
import { directionOf } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ t }) => ({ letters: await outbox(), title: t('shell.outbox') }))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Outbox() {
  const { letters, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>{t('identity.outbox.text')}</p>
      {letters.length === 0 && <p className="empty">{t('identity.outbox.none')}</p>}
      {letters.map(({ id, to, subject, text, language: written, createdAt }) => (
        <article key={id} className="card" lang={written} dir={directionOf(written)}>
          <h2>{subject}</h2>
          <p className="meta" dir={directionOf(language)}>
            <bdi dir="ltr">{to}</bdi> · <span lang={language}>{formatDate(createdAt, language, 'time')}</span>
          </p>
          <p className="letter">
            <Linked text={text} />
          </p>
        </article>
      ))}
    </div>
  )
}

/** A letter's own links open here, whatever the address of the site is. */
function Linked({ text }: { text: string }) {
  return pieces(text).map(({ at, piece }) => {
    if (!piece.startsWith('http') || !URL.canParse(piece)) return <Fragment key={at}>{piece}</Fragment>
    const { pathname, search } = new URL(piece)
    return (
      <a key={at} href={pathname + search} dir="ltr">
        {piece}
      </a>
    )
  })
}

function pieces(text: string) {
  let at = 0
  return text.split(/(https?:\/\/\S+)/).map((piece) => {
    at += piece.length
    return { at: `${at} ${piece.length}`, piece }
  })
}
