import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { usePlaceName } from '#app/components/place-name'
import { WayBack } from '#app/components/way-back'
import { associationPage } from '#app/domain/associations/queries.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { OfficeWords } from './office-words'
import { runtsInWords } from './runts-section'
import { VerificationBadge } from './verification-badge'

export const loader = page(async ({ actor, param }) => {
  const insider =
    actor.kind === 'person' && actor.mandates.some(({ associationId }) => associationId === param('associationId'))
  return { association: await associationPage(actor, param('associationId')), insider }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.association.name} · Agorà` }]

export default function Association() {
  const { association } = useLoaderData<typeof loader>()
  const t = useWords()
  const { id, name, legalForm, seat, verification, description, proposals, moreProposals, territories } = association
  const placeName = usePlaceName()
  return (
    <>
      <WayBack to="/associations">{t('shell.associations')}</WayBack>
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <p className="meta">
        {legalForm && t(`associations.form.${legalForm}`)}
        {seat && ` · ${seat.name}`} · <VerificationBadge state={verification} />
      </p>
      <OfficeWords papers={association} />
      <OwnActions />
      <div className="columns">
        <div>
          <section aria-labelledby="work">
            <h2 id="work">{t('associations.page.work')}</h2>
            {description ? (
              <p lang={association.language} dir="auto" className="paragraphs">
                {description}
              </p>
            ) : (
              <p>{t('associations.page.no-description')}</p>
            )}
          </section>
          <section aria-labelledby="territories">
            <h2 id="territories">{t('associations.territories')}</h2>
            <ul>
              {territories.map((place) => (
                <li key={place.id}>
                  <Link to={`/territories/${place.slug}`}>{placeName(place)}</Link>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="proposals">
            <h2 id="proposals">{t('associations.page.proposals')}</h2>
            {proposals.length === 0 && <p className="empty">{t('associations.page.no-proposals')}</p>}
            <ul>
              {proposals.map(({ id: proposalId, title, language, stage }) => (
                <li key={proposalId}>
                  <Link to={`/proposals/${proposalId}`}>
                    <bdi lang={language}>{title}</bdi>
                  </Link>{' '}
                  <span className="meta">{t(`proposals.stage.${stage}`)}</span>
                </li>
              ))}
            </ul>
            {moreProposals && (
              <p>
                <Link to={`/proposals?association=${id}`}>{t('associations.page.all-proposals')}</Link>
              </p>
            )}
          </section>
        </div>
        <Facts />
      </div>
    </>
  )
}

/** What its own people and its office can do from here. */
function OwnActions() {
  const { association, insider } = useLoaderData<typeof loader>()
  const t = useWords()
  const { id, can, verification } = association
  if (!insider && can.seePapers !== true) return null
  return (
    <p className="actions">
      {can.change === true && (
        <Link className="button" to={`/associations/${id}/registration/summary`}>
          {t('associations.page.continue')}
        </Link>
      )}
      {can.change !== true && can.update === true && (
        <Link className="quiet-button" to={`/associations/${id}/registration/work`}>
          {t('associations.page.update')}
        </Link>
      )}
      {insider && can.change !== true && can.seePapers === true && verification !== 'verified' && (
        <Link className="quiet-button" to={`/associations/${id}/registration/summary`}>
          {t('associations.steps.summary')}
        </Link>
      )}
      {insider && (
        <Link className="quiet-button" to={`/associations/${id}/mandates`}>
          {t('associations.mandates.title')}
        </Link>
      )}
      {!insider && can.seePapers === true && (
        <Link className="quiet-button" to={`/desk/associations/${id}`}>
          {t('associations.page.papers')}
        </Link>
      )}
    </p>
  )
}

function Facts() {
  const { association } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  const { people, address, website, email, phone, languages, runtsNumber, verifiedAt } = association
  return (
    <section aria-labelledby="facts" className="card">
      <h2 id="facts">{t('associations.page.facts')}</h2>
      <dl className="facts">
        {people.length > 0 && (
          <>
            <dt>{t('associations.mandate.representative')}</dt>
            <dd>
              {people.map(({ name }) => (
                <bdi key={name}>{name}</bdi>
              ))}
            </dd>
          </>
        )}
        <Fact name={t('associations.address')} value={address} />
        <dt>{t('associations.languages')}</dt>
        <dd>{languages.map((spoken) => t(`associations.language.${spoken}`)).join(' · ')}</dd>
        <Fact name={t('associations.email')} value={email} ltr />
        <Fact name={t('associations.phone')} value={phone} ltr />
        {website && (
          <>
            <dt>{t('associations.website')}</dt>
            <dd>
              <a href={website} rel="noopener nofollow ugc" dir="ltr">
                {website}
              </a>
            </dd>
          </>
        )}
        <Fact name={t('associations.runts')} value={runtsNumber && runtsInWords(t, association)} />
        {verifiedAt && <Fact name={t('associations.page.verified-on')} value={formatDate(verifiedAt, language)} />}
      </dl>
    </section>
  )
}

function Fact({ name, value, ltr }: { name: string; value: string | null; ltr?: boolean }) {
  if (!value) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <bdi dir={ltr ? 'ltr' : 'auto'}>{value}</bdi>
      </dd>
    </>
  )
}
