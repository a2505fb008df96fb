import { Form } from '@remix-run/react'
import { Link } from '#app/components/link'
import { SupportProgress } from '#app/components/progress-bar'
import { useWords } from '#app/i18n/use-words'

type Supported = {
  id: string
  supports: number
  threshold: number | null
  supported: boolean
  can: { support: true | string; takeBack: true | string }
}

/** How many back it, out of how many are needed, and the one button. */
export function SupportBox({ proposal }: { proposal: Supported }) {
  const { id, supports, threshold, supported, can } = proposal
  const t = useWords()
  return (
    <div className="support-box">
      <SupportProgress count={supports} threshold={threshold} />
      {supported ? (
        <>
          <p>
            <span aria-hidden="true">✓</span> {t('proposals.you-support')}
          </p>
          {can.takeBack === true && (
            <Form method="post" action={`/proposals/${id}/support-withdrawal`} preventScrollReset>
              <button className="quiet-button">{t('proposals.take-back')}</button>
            </Form>
          )}
        </>
      ) : can.support === true ? (
        <Form method="post" action={`/proposals/${id}/support`} preventScrollReset>
          <button className="button">{t('proposals.support')}</button>
        </Form>
      ) : can.support === 'sign-in-required' ? (
        <Link className="button" to={`/sign-in?to=${encodeURIComponent(`/proposals/${id}`)}`}>
          {t('proposals.sign-in-to-support')}
        </Link>
      ) : (
        <p className="hint">{t(`refusals.${can.support}`)}</p>
      )}
    </div>
  )
}
