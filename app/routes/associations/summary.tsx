import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { WayBack } from '#app/components/way-back'
import { stepOf } from '#app/domain/associations/completeness'
import { associationPapers } from '#app/domain/associations/queries.server'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { History } from './history'
import { OfficeWords } from './office-words'
import { PapersInWords } from './papers-in-words'
import { RegistrationSteps } from './registration-steps'
import { VerificationBadge } from './verification-badge'

export const loader = page(async ({ actor, param, t }) => ({
  papers: await associationPapers(actor, param('associationId')),
  title: t('associations.steps.summary'),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · ${data?.papers.name} · Agorà` },
]

export default function Summary() {
  const { papers } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to="/account/associations">{t('identity.account.associations')}</WayBack>
      <p className="meta">
        <bdi>{papers.name}</bdi> · <VerificationBadge state={papers.verification} />
      </p>
      <h1>{t('associations.steps.summary')}</h1>
      {papers.can.change === true && <RegistrationSteps id={papers.id} current="summary" missing={papers.missing} />}
      <OfficeWords papers={papers} />
      {papers.numberShared && papers.can.change === true && (
        <p className="notice time">{t('associations.same-number.hint')}</p>
      )}
      <Sending />
      <PapersInWords papers={papers} />
      <History history={papers.history} />
    </div>
  )
}

/** What is still missing, or the button that sends it. */
function Sending() {
  const { papers } = useLoaderData<typeof loader>()
  const t = useWords()
  const { id, missing, verification, can } = papers
  if (verification === 'submitted') return <p className="notice time">{t('associations.summary.waiting')}</p>
  if (can.change !== true) return null
  if (missing.length > 0) {
    return (
      <section className="notice" aria-labelledby="missing">
        <h2 id="missing">{t('associations.summary.missing')}</h2>
        <ul>
          {missing.map((part) => (
            <li key={part}>
              <Link to={`/associations/${id}/registration/${stepOf[part]}`}>{t(`associations.missing.${part}`)}</Link>
            </li>
          ))}
        </ul>
      </section>
    )
  }
  if (can.submit !== true) return <p className="notice">{t(`refusals.${can.submit}`)}</p>
  return (
    <form method="post" action={`/associations/${id}/submission`} className="notice done">
      <p>{t('associations.summary.ready')}</p>
      <button className="button">{t('associations.summary.send')}</button>
    </form>
  )
}
