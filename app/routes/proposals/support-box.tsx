import { FollowButton } from '#app/components/follow-button'
import { Form } from '#app/components/form'
import { Link } from '#app/components/link'
import { SupportProgress } from '#app/components/progress-bar'
import { WhyNot } from '#app/components/why-not'
import { useWords } from '#app/i18n/use-words'

type Supported = {
  id: string
  supports: number
  threshold: number | null
  supported: boolean
  followed: boolean
  offersFollowing: boolean
  can: { support: true | string; takeBack: true | string }
}

/** How many back it, out of how many are needed, and the one button; beside it, to hear of it without backing it. */
export function SupportBox({ proposal }: { proposal: Supported }) {
  const { id, supports, threshold, supported, followed, offersFollowing, can } = proposal
  const t = useWords()
  return (
    <div className="support-box">
      <SupportProgress count={supports} threshold={threshold} />
      {supported && (
        <p>
          <span aria-hidden="true">✓</span> {t('proposals.you-support')}
        </p>
      )}
      {(supported ? can.takeBack : can.support) === true && (
        // One form for both acts: after either the focus is still on its button
        <Form
          method="post"
          action={`/proposals/${id}/${supported ? 'support-withdrawal' : 'support'}`}
          preventScrollReset
        >
          <button className={supported ? 'quiet-button' : 'button'}>
            {t(supported ? 'proposals.take-back' : 'proposals.support')}
          </button>
        </Form>
      )}
      {supported
        ? can.takeBack !== true && (
            <p className="hint">
              <WhyNot reason={can.takeBack} />
            </p>
          )
        : can.support !== true && <CannotSupport id={id} reason={can.support} />}
      {offersFollowing && (
        <div className="following">
          <FollowButton subjectKind="proposal" subjectId={id} following={followed} />
          {!followed && <p className="hint">{t('proposals.follow-hint')}</p>}
        </div>
      )}
    </div>
  )
}

function CannotSupport({ id, reason }: { id: string; reason: string }) {
  const t = useWords()
  if (reason !== 'sign-in-required')
    return (
      <p className="hint">
        <WhyNot reason={reason} />
      </p>
    )
  return (
    <Link className="button" to={`/sign-in?to=${encodeURIComponent(`/proposals/${id}`)}`}>
      {t('proposals.sign-in-to-support')}
    </Link>
  )
}
