import { Link } from '#app/components/link'
import type { MandateKind, Verdict } from '#app/domain/authorization'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

type Mandate = {
  id: string
  kind: MandateKind
  name: string | null
  invitedEmail: string | null
  startsOn: Date
  endsOn: Date | null
  /** Not in force yet */
  toCome: boolean
  acceptedAt: Date | null
  own: boolean
  can: { end: Verdict; handOver: boolean }
}

/** One person's right to act for the association, with what can be done about it. */
export function MandateCard({ associationId, mandate }: { associationId: string; mandate: Mandate }) {
  const t = useWords()
  const language = useLanguage()
  const { id, kind, name, invitedEmail, startsOn, endsOn, toCome, acceptedAt, own, can } = mandate
  const at = `/associations/${associationId}/mandates/${id}`
  return (
    <div className="card">
      <h2>
        {name || invitedEmail ? <bdi>{name ?? invitedEmail}</bdi> : t('associations.mandates.somebody')}
        {own && ` (${t('associations.mandates.you')})`}
      </h2>
      <p>
        <strong>{t(`associations.mandate.${kind}`)}</strong>{' '}
        {!acceptedAt && <span className="badge time">{t('associations.mandates.invited')}</span>}{' '}
        {toCome && <span className="badge">{t('associations.mandates.to-come')}</span>}
      </p>
      <p className="meta">
        {t('associations.mandates.from', { date: formatDate(startsOn, language, 'short') })}
        {endsOn && ` · ${t('associations.mandates.to', { date: formatDate(endsOn, language, 'short') })}`}
      </p>
      <div className="actions">
        {can.handOver && acceptedAt && (
          <Link to={`${at}/handover`} className="quiet-button">
            {t('associations.mandates.hand-over')}
          </Link>
        )}
        {can.end === true && (
          <form method="post" action={`${at}/end`}>
            <button className="danger-button">
              {t(
                own
                  ? 'associations.mandates.leave'
                  : acceptedAt
                    ? 'associations.mandates.end'
                    : 'associations.mandates.withdraw',
              )}
            </button>
          </form>
        )}
      </div>
    </div>
  )
}
