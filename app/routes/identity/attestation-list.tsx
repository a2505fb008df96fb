import { Link } from '#app/components/link'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

type Listed = {
  id: string
  at: Date
  place: string
  expiresOn: Date
  revokedAt: Date | null
  revocation: string | null
  person: { pseudonym: string }
  attester: { pseudonym: string; realName: string | null; showsRealName: boolean }
  territory: { name: string }
}

/** What was attested in the officer's territories: who, where, when, by whom, until when. */
export function AttestationList({ attestations }: { attestations: Listed[] }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <section aria-labelledby="attested">
      <h2 id="attested">{t('identity.desk.list')}</h2>
      {attestations.length === 0 && <p className="empty">{t('identity.desk.none')}</p>}
      <ul className="cards">
        {attestations.map(({ id, person, place, at, attester, expiresOn, revokedAt, revocation }) => (
          <li key={id}>
            <div className="card">
              <h3>
                <bdi>{person.pseudonym}</bdi>
              </h3>
              <p>
                <bdi>{place}</bdi> · {formatDate(at, language, 'time')}
              </p>
              <p className="meta">
                {t('identity.desk.by')} <bdi>{(attester.showsRealName && attester.realName) || attester.pseudonym}</bdi>{' '}
                · {t('identity.desk.until', { date: formatDate(expiresOn, language, 'short') })}
              </p>
              {revokedAt ? (
                <p>
                  <span className="badge refused">{t('identity.desk.revoked')}</span> <bdi>{revocation}</bdi>
                </p>
              ) : (
                <Link to={`/desk/attestation/${id}/revocation`}>{t('identity.desk.revoke')}</Link>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
