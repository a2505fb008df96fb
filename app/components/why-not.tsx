/** Why something cannot be done yet, and the way to where that changes. */
import { useWords } from '#app/i18n/use-words'
import { Link } from './link'

const ways: Record<string, string> = {
  'identity.confirm-address-first': '/account',
  'proposal.home-unknown': '/account',
}

export function WhyNot({ reason }: { reason: string }) {
  const t = useWords()
  return (
    <>
      {t(`refusals.${reason}`)} <WayOn reason={reason} />
    </>
  )
}

/** Only where there is one. */
export function WayOn({ reason }: { reason: string | undefined }) {
  const t = useWords()
  const to = reason && ways[reason]
  return to ? <Link to={to}>{t('identity.account.go')}</Link> : null
}
