import { useRevalidator } from '@remix-run/react'
import { useRef, useState } from 'react'
import { Link } from '#app/components/link'
import { useWords } from '#app/i18n/use-words'
import { useChanges } from './live'

/** "3 new comments": says that they are there, and brings them only when asked. */
export function NewComments({ proposalId, since }: { proposalId: string; since: number }) {
  const t = useWords()
  const [count, setCount] = useState(0)
  const asked = useRef(0)
  const { revalidate } = useRevalidator()
  const bring = () => {
    setCount(0)
    revalidate()
  }
  useChanges({ kind: 'proposal', id: proposalId }, async () => {
    const turn = ++asked.current
    // A thousand readers hear at once: each asks a little later than the next.
    await new Promise((done) => setTimeout(done, Math.random() * 1_500))
    const response = await fetch(`/proposals/${proposalId}/news?since=${since}`).catch(() => null)
    if (response?.ok && turn === asked.current) setCount(((await response.json()) as { count: number }).count)
  })
  return (
    <div role="status" className="new-comments">
      {count > 0 && (
        <Link className="quiet-button" to={`/proposals/${proposalId}#comments`} keepsPlace onClick={bring}>
          {t('discussion.new', { count })}
        </Link>
      )}
    </div>
  )
}
