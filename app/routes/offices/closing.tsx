import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ActForm } from '#app/components/act-form'
import { Link } from '#app/components/link'
import { OwedCommitments } from '#app/components/owed-commitments'
import { closeOffice } from '#app/domain/offices/commands.server'
import { officeToManage, owedByOffice } from '#app/domain/offices/queries.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  const { id, name } = await officeToManage(actor, param('officeId'))
  return { office: { id, name }, owed: await owedByOffice(actor, id), title: t('offices.close') }
})

export const action = form(z.object({}), async ({ actor, param }) => {
  await closeOffice(actor, param('officeId'))
  return go('/admin/offices', { key: 'offices.notice.closed' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · ${data?.office.name} · Agorà` },
]

export default function Closing() {
  const { office, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <p className="meta">
        <Link to={`/offices/${office.id}`}>
          <bdi>{office.name}</bdi>
        </Link>
      </p>
      <h1>{title}</h1>
      <p>{t('offices.close-text')}</p>
      <Owed />
      <ActForm result={result} button={t('offices.close')} danger back={`/admin/offices/${office.id}`} />
    </div>
  )
}

/** What has to go elsewhere first, each where that is done. */
function Owed() {
  const { answers, commitments } = useLoaderData<typeof loader>().owed
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      {answers.length > 0 && (
        <section aria-labelledby="answers">
          <h2 id="answers">{t('offices.owed-answers')}</h2>
          <ul className="desk">
            {answers.map(({ id, title, language: spoken, dueOn }) => (
              <li key={id} className="card">
                <Link to={`/desk/${id}`} lang={title ? spoken : undefined} dir="auto">
                  {title ?? t('proposals.hidden-title')}
                </Link>
                <p className="meta">{t('answers.by', { date: formatDate(dueOn, language, 'weekday') })}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {commitments.length > 0 && (
        <section aria-labelledby="commitments">
          <h2 id="commitments">{t('offices.owed-commitments')}</h2>
          <OwedCommitments commitments={commitments} />
        </section>
      )}
    </>
  )
}
