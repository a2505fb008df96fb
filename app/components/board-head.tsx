import { Link } from '#app/components/link'
import { useWords } from '#app/i18n/use-words'

/** The newest event of a vote's board, on every page of it: whoever keeps it notices another history. */
export function BoardHead({ pollId, head }: { pollId: string; head: { hash: string; height: number } }) {
  const t = useWords()
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
