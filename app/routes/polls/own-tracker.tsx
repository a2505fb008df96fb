import { useEffect, useState } from 'react'
import { Link } from '#app/components/link'
import { useWords } from '#app/i18n/use-words'

/** The tracker that this device keeps of the ballot cast on it. */
export function OwnTracker({ uuid, pollId }: { uuid: string; pollId: string }) {
  const t = useWords()
  const [tracker, setTracker] = useState<string | null>(null)
  useEffect(() => {
    try {
      setTracker(localStorage.getItem(`tracker:${uuid}`))
    } catch {
      setTracker(null)
    }
  }, [uuid])
  if (!tracker) return null
  return (
    <p className="notice done">
      {t('secret.own-tracker')}{' '}
      <Link to={`/polls/${pollId}/board?tracker=${encodeURIComponent(tracker)}`}>
        <code dir="ltr" className="tracker">
          {tracker}
        </code>
      </Link>
    </p>
  )
}
