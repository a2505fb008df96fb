import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { WayBack } from '#app/components/way-back'
import { commentHistory } from '#app/domain/discussion/queries.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor, param, t }) => ({
  ...(await commentHistory(actor, param('commentId'))),
  title: t('discussion.history'),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function CommentHistory() {
  const { comment, edits, subject, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  return (
    <div className="narrow">
      <WayBack to={`/proposals/${subject.id}#comment-${comment.id}`}>{t('discussion.back')}</WayBack>
      <h1>{title}</h1>
      <p className="meta">
        <bdi>{comment.authorName}</bdi> · {t('discussion.says-now')}
      </p>
      <p className="card said" lang={comment.language} dir="auto">
        {comment.text}
      </p>
      <ol>
        {edits.map(({ text, at }) => (
          <li key={new Date(at).toISOString()}>
            <p className="meta">{t('discussion.until', { date: formatDate(at, language, 'moment') })}</p>
            <p className="said" lang={comment.language} dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
}
