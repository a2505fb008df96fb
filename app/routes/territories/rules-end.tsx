import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { TextArea } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { RuleLines } from '#app/components/rule-set'
import { insist } from '#app/domain/refusal'
import { takeBackRules } from '#app/domain/territories/commands.server'
import { TakeBackForm } from '#app/domain/territories/forms'
import { canChangeRules } from '#app/domain/territories/policy'
import { rulesAbove, territoryBySlug } from '#app/domain/territories/queries.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  const territory = await territoryBySlug(param('slug'))
  insist(canChangeRules(actor, territory.path))
  return {
    territory,
    above: await rulesAbove(territory.path),
    title: t('territories.rule-history.take-back'),
  }
})

export const action = form(TakeBackForm, async ({ actor, param, values }) => {
  await takeBackRules(actor, param('slug'), values)
  return go(`/territories/${param('slug')}/rules/versions`, { key: 'territories.rule-history.done', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · ${data?.territory.name} · Agorà` },
]

export default function RulesEnd() {
  const { territory, above, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const word = (name: string) => t(`territories.rule-history.${name}`)
  const labels = { reason: word('reason') }
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>{territory.name}</p>
      <p>{word('take-back-note')}</p>
      {above && (
        <>
          <h2>{t('territories.rules-form.title', { name: above.territoryName })}</h2>
          <RuleLines rules={above} />
        </>
      )}
      <ActForm
        result={result}
        can={above ? true : 'territory.nothing-to-inherit'}
        labels={labels}
        button={title}
        danger
        back={`/territories/${territory.slug}/rules/versions`}
      >
        <TextArea name="reason" label={labels.reason} hint={word('reason-hint')} result={result} rows={3} required />
      </ActForm>
    </div>
  )
}
