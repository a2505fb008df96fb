import { useEffect, useState } from 'react'
import { Link } from '#app/components/link'
import { useWords } from '#app/i18n/use-words'
import { useBell } from './live'

/** How many notices wait; counts on by itself while the page is open, and touches nothing else on it. */
export function Bell({ unread }: { unread: number }) {
  const t = useWords()
  const [count, setCount] = useState(unread)
  useEffect(() => setCount(unread), [unread])
  useBell(async () => {
    // Spread over two seconds, so that a thousand bells do not ask at once.
    await new Promise((done) => setTimeout(done, Math.random() * 2000))
    const response = await fetch('/notifications/unread').catch(() => null)
    if (response?.ok && !response.redirected) setCount(((await response.json()) as { count: number }).count)
  })
  return (
    <Link className="bell" to="/notifications">
      {t('shell.notifications')} {count > 0 && <strong className="count">{count > 99 ? '99+' : count}</strong>}
    </Link>
  )
}
