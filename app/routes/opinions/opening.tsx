import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LanguageField, TerritoryField } from '#app/components/choice-fields'
import { Field, TextArea, TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { typed } from '#app/components/form-result'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { canSpeak, hasRole } from '#app/domain/authorization'
import { openConversation } from '#app/domain/opinions/commands.server'
import { ConversationForm } from '#app/domain/opinions/forms'
import { placesOf } from '#app/domain/opinions/places.server'
import { insist } from '#app/domain/refusal'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, t }) => {
  insist(canSpeak(actor))
  const places = await placesOf((path) => hasRole(actor, 'officer', path) || hasRole(actor, 'facilitator', path))
  insist(places.length > 0 || 'opinions.officers-only')
  return { places, title: t('opinions.make') }
})

export const action = form(ConversationForm, async ({ actor, values }) => {
  const { id } = await openConversation(actor, values)
  return go(`/opinions/${id}`, { key: 'opinions.opened', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Opening() {
  const { places, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const reading = useLanguage()
  const labels = {
    title: t('opinions.fields.title'),
    description: t('opinions.fields.description'),
    territoryId: t('opinions.fields.territory'),
    statements: t('opinions.fields.statements'),
    closesAt: t('opinions.fields.closes-at'),
  }
  return (
    <div className="narrow">
      <WayBack to="/opinions">{t('shell.opinions')}</WayBack>
      <h1>{title}</h1>
      <p>{t('opinions.open-hint')}</p>
      <Form method="post">
        <FormErrors result={result} labels={labels} />
        <TextField
          name="title"
          label={labels.title}
          hint={t('opinions.fields.title-hint')}
          result={result}
          required
          maxLength={150}
        />
        <TextArea name="description" label={labels.description} result={result} rows={3} />
        <TerritoryField label={labels.territoryId} result={result} value={places[0]?.id} required places={places} />
        <LanguageField label={t('opinions.fields.language')} value={reading} result={result} />
        <TextArea
          name="statements"
          label={labels.statements}
          hint={t('opinions.fields.statements-hint')}
          result={result}
          required
          rows={8}
        />
        <Field name="closesAt" label={labels.closesAt} hint={t('opinions.fields.closes-at-hint')} result={result}>
          {(wiring) => <input {...wiring} type="datetime-local" dir="ltr" defaultValue={typed(result, 'closesAt')} />}
        </Field>
        <button className="button">{t('opinions.make')}</button>
      </Form>
    </div>
  )
}
