import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { ExtensionForm } from '#app/domain/panels/forms'
import { extendPanel } from '#app/domain/panels/prepare-panel.server'
import { panelToChange } from '#app/domain/panels/queries.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { HourField, panelLabels } from './panel-fields'

export const loader = page(async ({ actor, param, t }) => ({
  panel: await panelToChange(actor, param('panelId')),
  title: t('panels.extend'),
}))

export const action = form(ExtensionForm, async ({ actor, param, values }) => {
  await extendPanel(actor, param('panelId'), values)
  return go(`/panels/${param('panelId')}`, { key: 'panels.extended', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Extension() {
  const { panel, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to={`/panels/${panel.id}`} language={panel.language}>
        {panel.title}
      </WayBack>
      <h1>{title}</h1>
      <ActForm result={result} labels={panelLabels(t)} button={t('panels.extend')} back={`/panels/${panel.id}`}>
        <HourField name="gathersTo" value={panel.gathersTo} result={result} />
        <HourField name="drawsAt" value={panel.drawsAt} result={result} />
      </ActForm>
    </div>
  )
}
