import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { Link } from '#app/components/link'
import { notificationList, type Told } from '#app/domain/notifications/queries.server'
import { formatDate } from '#app/i18n/formats'
import { isolated } from '#app/i18n/languages'
import { said } from '#app/i18n/sayings'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor, url, t }) => ({
  ...(await notificationList(actor, url.searchParams.get('after'))),
  title: t('shell.notifications'),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Notifications() {
  const { notifications, next, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const unread = notifications.some(({ read }) => !read)
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <div className="actions">
        {unread && (
          <Form method="post" action="/notifications/reading">
            <button className="quiet-button">{t('notifications.read-all')}</button>
          </Form>
        )}
        <Link className="quiet-button" to="/account/notifications">
          {t('notifications.choose')}
        </Link>
      </div>
      {notifications.length === 0 && <p className="empty">{t('notifications.none')}</p>}
      <ul className="notifications">
        {notifications.map((told) => (
          <Line key={told.id} told={told} />
        ))}
      </ul>
      {next && (
        <p>
          <Link className="quiet-button" to={`/notifications?after=${next}`}>
            {t('shell.more')}
          </Link>
        </p>
      )}
    </div>
  )
}

function Line({ told }: { told: Told }) {
  const t = useWords()
  const language = useLanguage()
  const { id, saying, title, task, reason, createdAt, read } = told
  return (
    <li className={read ? 'card' : 'card unread'}>
      {!read && (
        <span className="badge">
          <span aria-hidden="true">●</span> {t('notifications.new')}
        </span>
      )}{' '}
      {task === 'open' && (
        <span className="badge time">
          <span aria-hidden="true">▸</span> {t('notifications.to-do')}
        </span>
      )}
      {task === 'finished' && (
        <span className="badge">
          <span aria-hidden="true">✓</span> {t('notifications.finished')}
        </span>
      )}
      <p>
        <a href={`/notifications/${id}`}>
          <bdi>{said(t, language, saying, title && isolated(title))}</bdi>
        </a>
      </p>
      {task === 'open' && saying.task && <p>{t(`notifications.task.${saying.task}`)}</p>}
      {reason && (
        <blockquote dir="auto" className="paragraphs">
          {reason}
        </blockquote>
      )}
      <p className="meta">{formatDate(createdAt, language, 'time')}</p>
    </li>
  )
}
