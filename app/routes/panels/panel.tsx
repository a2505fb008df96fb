import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import { Form } from '#app/components/form'
import { FurtherLanguages } from '#app/components/further-languages'
import { LifeLine } from '#app/components/life-line'
import { Link } from '#app/components/link'
import { useChanges } from '#app/components/live'
import { Originals } from '#app/components/translated'
import { featuresTold } from '#app/domain/panels/features'
import { panelPage } from '#app/domain/panels/queries.server'
import { tellerOf, translationStates } from '#app/domain/translations/translations.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { Lottery } from './lottery'
import { lifeOfPanel } from './panel-life'
import { QuotaTable } from './quota-table'

export const loader = page(async ({ actor, param, language: reading }) => {
  const subject = { kind: 'panel', id: param('panelId') } as const
  const [told, tell, further] = await Promise.all([
    panelPage(actor, subject.id),
    tellerOf(subject, reading),
    translationStates(actor, subject),
  ])
  const { title, description, chance, features, language, ...panel } = told.panel
  return {
    ...told,
    panel: {
      ...panel,
      title: tell(title, language),
      description: tell(description, language),
      chance: tell(chance, language),
      features: featuresTold(features, (word) => tell(word, language).text),
    },
    further,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.panel.title.text} · Agorà` },
  { name: 'description', content: data?.panel.description.text },
]

export default function Panel() {
  const { panel, people, own, drawn, offered, can, further } = useLoaderData<typeof loader>()
  const t = useWords()
  const { revalidate } = useRevalidator()
  // Those who wait for the tickets or the draw see them come; whoever has just done something keeps reading that it is done
  const watches = can.manage !== true && (panel.stage === 'preparing' || panel.stage === 'published')
  useChanges({ kind: 'panel', id: panel.id }, () => watches && revalidate())
  const { id, title, description, territory, stage, seats, features, chance } = panel
  return (
    <>
      <p>
        <Link to={`/territories/${territory.slug}`}>{territory.name}</Link> ·{' '}
        <Link to="/panels">{t('panels.title')}</Link>
      </p>
      <h1 lang={title.language} dir="auto">
        {title.text}
      </h1>
      {stage === 'draft' ? (
        <p className="actions">
          <Link className="button" to={`/panels/${id}/features`}>
            {t('panels.go-on')}
          </Link>
        </p>
      ) : (
        <LifeLine steps={lifeOfPanel(panel)} history={`/history/panel/${panel.id}`} />
      )}
      {description.text && (
        <p lang={description.language} dir="auto">
          {description.text}
        </p>
      )}
      <Originals of={[title, description]} />
      <Joining />
      <Keeping />
      {panel.digest && <Lottery panel={panel} own={own} drawn={drawn} />}
      <section aria-labelledby="quotas">
        <h2 id="quotas">{t('panels.quotas')}</h2>
        <p>
          {t('panels.seats', { count: seats })}
          {people > 0 && ` · ${t('panels.volunteers', { count: people })}`}
        </p>
        {features.map((feature, place) => (
          <div key={feature.name}>
            <h3>
              <bdi>{feature.name}</bdi>
            </h3>
            <QuotaTable feature={feature} offered={offered?.[place] ?? null} />
          </div>
        ))}
      </section>
      <section aria-labelledby="chance">
        <h2 id="chance">{t('panels.chance')}</h2>
        <blockquote lang={chance.language} dir="auto">
          {chance.text}
        </blockquote>
        <Originals of={[chance]} />
        <p>{t('panels.chance-hint')}</p>
        <p className="meta">
          {t('panels.seed')} <code className="code">{panel.seed}</code>
        </p>
      </section>
      {further && <FurtherLanguages at={`/panels/${id}`} about={t('translations.about')} languages={further} />}
      {can.leave === true && own && (
        <Form method="post" action={`/panels/${id}/departure`}>
          <button className="quiet-button">{t('panels.leave')}</button>
        </Form>
      )}
    </>
  )
}

/** The one thing to do here for those who may be drawn. */
function Joining() {
  const { panel, own, can } = useLoaderData<typeof loader>()
  const t = useWords()
  const reading = useLanguage()
  const { id, stage, gathersTo, drawsAt } = panel
  if (own)
    return (
      <div className="support-box">
        <p>
          <strong>{t(own.drawn ? 'panels.you-are-drawn' : 'panels.you-are-in')}</strong>
        </p>
        <p>
          {t('panels.your-code')} <code className="code">{own.code}</code>
        </p>
        {own.tickets !== null && <p>{t('panels.your-tickets', { count: own.tickets, of: panel.tickets ?? 0 })}</p>}
        {can.volunteer === true && <Link to={`/panels/${id}/place`}>{t('panels.change-answers')}</Link>}
      </div>
    )
  if (stage !== 'gathering') return null
  return (
    <div className="support-box">
      <p>{t('panels.join-until', { when: formatDate(gathersTo, reading, 'moment') })}</p>
      <p>{t('panels.draws-at', { when: formatDate(drawsAt, reading, 'moment') })}</p>
      {can.volunteer === true && (
        <Link className="button" to={`/panels/${id}/place`}>
          {t('panels.join')}
        </Link>
      )}
      {can.volunteer === 'sign-in-required' && (
        <Link className="button" to={`/sign-in?to=${encodeURIComponent(`/panels/${id}`)}`}>
          {t('panels.sign-in')}
        </Link>
      )}
      {can.volunteer !== true && can.volunteer !== 'sign-in-required' && (
        <p className="hint">{t(`refusals.${can.volunteer}`)}</p>
      )}
    </div>
  )
}

/** What its keepers must do now. */
function Keeping() {
  const { panel, why, can } = useLoaderData<typeof loader>()
  const t = useWords()
  const { id } = panel
  if (can.manage !== true || panel.stage === 'draft') return null
  return (
    <>
      {why && (
        <div className="notice refused">
          <p>
            <strong>{t('panels.impossible')}</strong>
          </p>
          <ul>
            {why.map(({ key, values }) => (
              <li key={key + JSON.stringify(values)}>{t(key.replace('panels.', 'panels.why.'), values)}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="actions">
        {can.draw === true && (
          <Link className="button" to={`/panels/${id}/draw`}>
            {t('panels.draw')}
          </Link>
        )}
        {can.changeQuotas === true && (
          <>
            <Link to={`/panels/${id}/quotas`}>{t('panels.change-quotas')}</Link>
            <Link to={`/panels/${id}/extension`}>{t('panels.extend')}</Link>
          </>
        )}
      </p>
    </>
  )
}
