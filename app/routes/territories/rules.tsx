import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Choices, TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { WayBack } from '#app/components/way-back'
import { insist } from '#app/domain/refusal'
import { changeRules } from '#app/domain/territories/commands.server'
import { RuleSetForm, usualTerms } from '#app/domain/territories/forms'
import { canChangeRules } from '#app/domain/territories/policy'
import { rulesInForce, territoryBySlug } from '#app/domain/territories/queries.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  const territory = await territoryBySlug(param('slug'))
  insist(canChangeRules(actor, territory.path))
  return {
    territory,
    rules: await rulesInForce(territory.path),
    title: t('territories.rules-form.title', { name: territory.name }),
  }
})

export const action = form(RuleSetForm, async ({ actor, param, values }) => {
  await changeRules(actor, param('slug'), values)
  return go(`/territories/${param('slug')}`, { key: 'territories.rules-changed' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Rules() {
  const { territory, rules } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const word = (name: string) => t(`territories.rules-form.${name}`, { name: territory.name })
  const shown = { ...usualTerms, thresholdNumber: null, thresholdShare: null, ...rules }
  const number = (name: 'thresholdNumber' | 'thresholdShare' | keyof typeof usualTerms, min = 1) => (
    <TextField
      name={name}
      type="number"
      min={min}
      label={word(name)}
      value={String(shown[name] ?? '')}
      result={result}
    />
  )
  return (
    <div className="narrow">
      <WayBack to={`/territories/${territory.slug}`}>{t('proposals.back-to-forum', { name: territory.name })}</WayBack>
      <h1>{word('title')}</h1>
      <Form method="post">
        <FormErrors result={result} labels={word} />
        <Choices
          name="proposers"
          legend={word('proposers')}
          result={result}
          value={rules?.proposers ?? 'residentsAndAssociations'}
          options={['residentsAndAssociations', 'residents', 'associations'].map((value) => ({
            value,
            label: t(`territories.rules-propose.${value}`),
          }))}
        />
        <Choices
          name="supporters"
          legend={word('supporters')}
          result={result}
          value={rules?.supporters ?? 'residents'}
          options={['residents', 'anyone'].map((value) => ({ value, label: t(`territories.rules-support.${value}`) }))}
        />
        {number('thresholdNumber')}
        {number('thresholdShare')}
        {number('editWindowHours', 0)}
        {number('answerDays')}
        {number('extensionDays')}
        {number('reviewDays')}
        <TextField name="act" label={word('act')} value={rules?.act} result={result} />
        <p>{word('note')}</p>
        <button className="button">{word('publish')}</button>
      </Form>
    </div>
  )
}
