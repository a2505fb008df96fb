import { BoardHead } from '#app/components/board-head'
import { Link } from '#app/components/link'
import type { Phase } from '#app/domain/polls/lifecycle'
import type { SecretTerms } from '#app/domain/polls/terms'
import { useWords } from '#app/i18n/use-words'
import { OwnTracker } from './own-tracker'

type State = {
  uuid: string
  head: { hash: string; height: number }
  tooFew: boolean
  isAddedUp: boolean
  trustees: { number: number; name: string; hasOpened: boolean }[]
  isTrustee: boolean
}

/** What a secret vote has beside others: its trustees, its board, and whom it waits for. */
export function SecretPart(props: { pollId: string; phase: Phase; terms: SecretTerms; state: State }) {
  const { pollId, phase, terms, state } = props
  const t = useWords()
  const { trustees, tooFew, isAddedUp, isTrustee, uuid, head } = state
  const given = trustees.filter(({ hasOpened }) => hasOpened).length
  return (
    <section aria-labelledby="secrecy" className="secret-part">
      <h2 id="secrecy">{t('secret.title')}</h2>
      {tooFew && <p className="notice refused">{t('secret.too-few-about', { count: terms.minimum })}</p>}
      {phase === 'counting' && isAddedUp && (
        <p className="notice time">{t('secret.awaits', { given, threshold: terms.threshold })}</p>
      )}
      {isTrustee && phase === 'counting' && isAddedUp && (
        <p>
          <a className="button" href={`/polls/${pollId}/trustee`}>
            {t('secret.trustee.title')}
          </a>
        </p>
      )}
      <p>{t(`secret.made-by.${terms.credentials}`)}</p>
      <h3>{t('secret.setup.trustees')}</h3>
      <ul>
        {trustees.map(({ number, name, hasOpened }) => (
          <li key={number}>
            <bdi>{name}</bdi> {hasOpened && <span className="badge done">{t('secret.has-opened')}</span>}
          </li>
        ))}
      </ul>
      <OwnTracker uuid={uuid} pollId={pollId} />
      <BoardHead pollId={pollId} head={head} />
      {phase === 'counted' && (
        <p>
          <Link to={`/polls/${pollId}/board#verify`}>{t('secret.verify.title')}</Link>
        </p>
      )}
    </section>
  )
}
