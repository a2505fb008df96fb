import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { SelectField } from '#app/components/fields'
import { assignAnswer } from '#app/domain/answers/assign-answer.server'
import { assignable } from '#app/domain/answers/desk.server'
import { AssignForm } from '#app/domain/answers/forms'
import { isolated } from '#app/i18n/languages'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'

export const loader = page(async ({ actor, param, t }) => ({
  ...(await assignable(actor, param('answerId'))),
  answerId: param('answerId'),
  heading: t('answers.assign.title'),
}))

export const action = form(AssignForm, async ({ actor, param, values }) => {
  await assignAnswer(actor, param('answerId'), values)
  return go('/desk', { key: 'answers.assign.done', kind: 'done' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.heading} · Agorà` }]

export const shouldRevalidate = typedStays

export default function Assignment() {
  const { title, language, offices, officeId, assigneeId, answerId, heading } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  // Kept apart, a name comes first in both directions of writing
  const people = offices.flatMap((office) =>
    office.people.map(({ id, name }) => ({ value: id, label: `${isolated(name)} (${office.name})` })),
  )
  return (
    <div className="narrow">
      <h1>{heading}</h1>
      <p lang={language} dir="auto">
        {title}
      </p>
      <p>{t('answers.assign.date-stays')}</p>
      <ActForm result={result} button={t('answers.assign.button')} back={`/desk/${answerId}`}>
        <SelectField
          name="officeId"
          label={t('answers.assign.office')}
          options={offices.map(({ id, name }) => ({ value: id, label: name }))}
          value={officeId}
          empty={officeId ? undefined : t('answers.assign.choose')}
          result={result}
          required
        />
        <SelectField
          name="assigneeId"
          label={t('answers.assign.person')}
          hint={t('answers.assign.person-hint')}
          options={people}
          value={assigneeId}
          empty={t('answers.assign.everybody')}
          result={result}
        />
      </ActForm>
    </div>
  )
}
