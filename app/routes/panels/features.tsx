import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { typed } from '#app/components/form-result'
import { WayBack } from '#app/components/way-back'
import { mostFeatures, mostValues } from '#app/domain/panels/features'
import { FeatureForm } from '#app/domain/panels/forms'
import { addFeature } from '#app/domain/panels/prepare-panel.server'
import { panelToPrepare } from '#app/domain/panels/queries.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { QuotaTable } from './quota-table'

export const loader = page(async ({ actor, param, t }) => ({
  panel: await panelToPrepare(actor, param('panelId')),
  title: t('panels.features'),
}))

export const action = form(FeatureForm, async ({ actor, param, values }) => {
  await addFeature(actor, param('panelId'), values)
  return go(`/panels/${param('panelId')}/features`, { key: 'panels.feature-added', kind: 'done' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Features() {
  const { panel, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const { id, features, seats } = panel
  return (
    <div className="narrow">
      <WayBack to={`/panels/${id}/details`}>{t('panels.change')}</WayBack>
      <h1>{title}</h1>
      <p>{t('panels.features-hint', { count: seats })}</p>
      {features.map((feature, place) => (
        <section key={feature.name} aria-labelledby={`feature-${place}`}>
          <h2 id={`feature-${place}`}>
            <bdi>{feature.name}</bdi>
          </h2>
          <QuotaTable feature={feature} />
          <Form method="post" action={`/panels/${id}/features/${place}/removal`}>
            <button className="quiet-button" aria-describedby={`feature-${place}`}>
              {t('panels.remove-feature')}
            </button>
          </Form>
        </section>
      ))}
      {features.length < mostFeatures && <NewFeature key={features.length} />}
      {features.length > 0 && (
        <section aria-labelledby="ready">
          <h2 id="ready">{t('panels.ready')}</h2>
          <p>{t('panels.opening-hint')}</p>
          <Form method="post" action={`/panels/${id}/opening`}>
            <button className="button">{t('panels.open')}</button>
          </Form>
        </section>
      )}
    </div>
  )
}

/** A name and lines of a value with its fewest and most seats. */
function NewFeature() {
  const { panel } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { name: t('panels.fields.feature'), values: t('panels.fields.values') }
  return (
    <section aria-labelledby="new-feature">
      <h2 id="new-feature">{t('panels.new-feature')}</h2>
      <Form method="post">
        <FormErrors result={result} labels={labels} />
        <TextField
          name="name"
          label={labels.name}
          hint={t('panels.fields.feature-hint')}
          result={result}
          required
          maxLength={60}
        />
        <fieldset className="field" id="values">
          <legend>{labels.values}</legend>
          <p className="hint">{t('panels.fields.values-hint', { count: panel.seats })}</p>
          <div className="quota-rows">
            {Array.from({ length: mostValues }, (_, line) => `values[${line}]`).map((name, line) => (
              <div className="quota-row" key={name}>
                {(['value', 'min', 'max'] as const).map((part) => (
                  <label key={part}>
                    <span className={line > 0 ? 'visually-hidden' : undefined}>
                      {t(`panels.columns.${part}`)}
                      <span className="visually-hidden"> {line + 1}</span>
                    </span>
                    <input
                      id={`${name}.${part}`}
                      name={`${name}.${part}`}
                      type={part === 'value' ? 'text' : 'number'}
                      min={part === 'value' ? undefined : 0}
                      max={part === 'value' ? undefined : panel.seats}
                      maxLength={part === 'value' ? 60 : undefined}
                      dir={part === 'value' ? 'auto' : 'ltr'}
                      defaultValue={typed(result, `${name}.${part}`)}
                    />
                  </label>
                ))}
              </div>
            ))}
          </div>
        </fieldset>
        <button className="quiet-button">{t('panels.add-feature')}</button>
      </Form>
    </section>
  )
}
