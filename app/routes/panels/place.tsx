import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { SelectField } from '#app/components/fields'
import { WayBack } from '#app/components/way-back'
import { featuresTold } from '#app/domain/panels/features'
import { VolunteerForm } from '#app/domain/panels/forms'
import { panelToJoin } from '#app/domain/panels/queries.server'
import { volunteer } from '#app/domain/panels/volunteers.server'
import { tellerOf } from '#app/domain/translations/translations.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, language: reading, t }) => {
  const { panel, own } = await panelToJoin(actor, param('panelId'))
  const tell = await tellerOf({ kind: 'panel', id: panel.id }, reading)
  const { id, title, language } = panel
  const features = featuresTold(panel.features, (word) => tell(word, language).text)
  return { panel: { id, title: tell(title, language), features }, own, title: t('panels.join') }
})

export const action = form(VolunteerForm, async ({ actor, param, values }) => {
  const { code } = await volunteer(actor, param('panelId'), values.answers)
  return go(`/panels/${param('panelId')}`, { key: 'panels.joined', values: { code }, kind: 'done' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Place() {
  const { panel, own, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { answers: { line: (at: number) => panel.features[at]?.name ?? '' } }
  return (
    <div className="narrow">
      <WayBack to={`/panels/${panel.id}`} language={panel.title.language}>
        {panel.title.text}
      </WayBack>
      <h1>{title}</h1>
      <p>{t('panels.join-hint')}</p>
      <ActForm
        result={result}
        labels={labels}
        button={t(own ? 'panels.save-answers' : 'panels.join')}
        back={`/panels/${panel.id}`}
      >
        {panel.features.map(({ name, quotas }, place) => (
          <SelectField
            key={name}
            name={`answers[${place}]`}
            label={name}
            value={own?.answers[place]}
            result={result}
            required
            empty={t('panels.choose')}
            options={quotas.map(({ value, told }) => ({ value, label: told }))}
          />
        ))}
        <p className="hint">{t('panels.join-privacy')}</p>
      </ActForm>
    </div>
  )
}
