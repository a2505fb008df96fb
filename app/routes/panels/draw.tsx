import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { TextField } from '#app/components/fields'
import { WayBack } from '#app/components/way-back'
import { drawPanel } from '#app/domain/panels/draw-panel.server'
import { DrawForm } from '#app/domain/panels/forms'
import { panelToDraw } from '#app/domain/panels/queries.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => ({
  panel: await panelToDraw(actor, param('panelId')),
  title: t('panels.draw'),
}))

export const action = form(DrawForm, async ({ actor, param, values }) => {
  await drawPanel(actor, param('panelId'), values.seed)
  return go(`/panels/${param('panelId')}#draw`, { key: 'panels.now-drawn', kind: 'done' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Draw() {
  const { panel, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to={`/panels/${panel.id}`} language={panel.language}>
        {panel.title}
      </WayBack>
      <h1>{title}</h1>
      <p>{t('panels.draw-hint')}</p>
      <blockquote lang={panel.language} dir="auto">
        {panel.chance}
      </blockquote>
      <ActForm result={result} button={t('panels.draw-now')} back={`/panels/${panel.id}`}>
        <TextField
          name="seed"
          label={t('panels.fields.seed')}
          hint={t('panels.fields.seed-hint')}
          result={result}
          required
          maxLength={200}
          autoComplete="off"
          dir="ltr"
        />
      </ActForm>
    </div>
  )
}
