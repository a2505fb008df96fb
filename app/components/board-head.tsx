import { Link } from '#app/components/link'
import { useWords } from '#app/i18n/use-words'

type Head = { hash: string; height: number } | null

/** The newest event of a vote's board, on every page of it: whoever keeps it notices another history. */
export function BoardHead({ pollId, head }: { pollId: string; head: Head }) {
  const t = useWords()
  if (!head) return <p className="hint">{t('secret.board.begins-at-opening')}</p>
  return (
    <dl className="seed board-head">
      <dt>
        {t('secret.board.head')} · <Link to={`/polls/${pollId}/board`}>{t('secret.board.title')}</Link>
      </dt>
      <dd dir="ltr">
        <code>{head.hash}</code>
      </dd>
    </dl>
  )
}
