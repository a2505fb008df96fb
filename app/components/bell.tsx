import { Link, useRevalidator } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words'
import { useBell } from './live'

/** How many notices wait; counts on by itself while the page is open. */
export function Bell({ unread }: { unread: number }) {
  const t = useWords()
  const { revalidate } = useRevalidator()
  // Spread over two seconds, so that a thousand bells do not ask at once.
  useBell(() => void setTimeout(revalidate, Math.random() * 2000))
  return (
    <Link className="bell" to="/notifications">
      {t('shell.notifications')} {unread > 0 && <strong className="count">{unread > 99 ? '99+' : unread}</strong>}
    </Link>
  )
}
