import { Fragment, useEffect, useState } from 'react'
import { forgetBallot, keptBallot } from '#app/components/ballot/kept-ballot'
import type { PollReport } from '#app/domain/polls/count'
import { sharesOf } from '#app/domain/polls/own-shares'
import type { Terms } from '#app/domain/polls/terms'
import type { VoterShare } from '#app/domain/voting/budgets/voter-share'
import { formatAmount } from '#app/i18n/formats'
import { listed } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'

type Props = {
  pollId: string
  terms: Terms
  report: PollReport
  /** In a vote in the open the site knows the ballot, as everybody does */
  own: string[] | null
}

/** What one's own vote paid for: otherwise worked out here from the copy on this device, for nobody else to see. */
export function OwnShare({ pollId, terms, report, own }: Props) {
  const t = useWords()
  const [kept, setKept] = useState<string[] | null>(null)
  useEffect(() => setKept(keptBallot(pollId)), [pollId])
  const keys = own ?? kept
  const shares = keys ? sharesOf(report, keys) : []
  if (shares.length === 0) return null
  return (
    <section aria-labelledby="own-share" className="card">
      <h2 id="own-share">{t('polls.share.title')}</h2>
      <p className="hint">{t(own ? 'polls.share.about-open' : 'polls.share.about')}</p>
      {shares.map(({ district, share }) => (
        <Fragment key={district}>
          {district !== null && (
            <h3>
              <bdi>{district}</bdi>
            </h3>
          )}
          <Share share={share} terms={terms} />
        </Fragment>
      ))}
      {!own && (
        <button
          type="button"
          className="quiet-button"
          onClick={() => {
            forgetBallot(pollId)
            setKept(null)
          }}
        >
          {t('polls.share.forget')}
        </button>
      )}
    </section>
  )
}

function Share({ share, terms }: { share: VoterShare; terms: Terms }) {
  const t = useWords()
  const reading = useLanguage()
  const { currency } = terms.settings
  const cents = (amount: string) => formatAmount(amount, reading)
  const titleOf = (key: string) => terms.options.find((option) => option.key === key)?.title ?? key
  return (
    <>
      {share.start !== undefined && <p>{t('polls.share.start', { amount: cents(share.start), currency })}</p>}
      <ul>
        {share.paid.map(({ project, amount }) => (
          <li key={project}>{t('polls.share.paid', { title: titleOf(project), amount: cents(amount), currency })}</li>
        ))}
      </ul>
      {share.left !== undefined && <p>{t('polls.share.left', { amount: cents(share.left), currency })}</p>}
      {share.notFunded.length > 0 && (
        <p>{t('polls.share.not-funded', { names: listed(share.notFunded.map(titleOf), reading) })}</p>
      )}
    </>
  )
}
