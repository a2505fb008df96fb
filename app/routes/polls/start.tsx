import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { orAgain } from '#app/components/no-answer'
import { PollWizard } from '#app/components/poll-wizard'
import { associationsToActFor } from '#app/domain/associations/policy'
import { canSpeak, hasRoleSomewhere } from '#app/domain/authorization'
import { startPoll } from '#app/domain/polls/drafts.server'
import { QuestionForm } from '#app/domain/polls/forms'
import { placesToAsk } from '#app/domain/polls/wizard.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { QuestionFields, questionLabels } from './question-fields'

export const loader = page(async ({ actor, t }) => {
  insist(canSpeak(actor))
  const acting = associationsToActFor(actor)
  const official = hasRoleSomewhere(actor, 'officer')
  insist(official || acting.length > 0 || 'poll.officers-only')
  const places = await placesToAsk(actor)
  return { places, acting, official, territoryId: places.at(-1)?.id ?? null, title: t('polls.make') }
})

export const action = form(QuestionForm, async ({ actor, values }) => {
  const { id } = await startPoll(actor, values)
  return go(`/polls/${id}/rule`)
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Start() {
  const { places, acting, official, territoryId, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <PollWizard current="question" pollId={null} />
      <Form method="post">
        <FormErrors result={result} labels={questionLabels(t)} />
        <QuestionFields
          places={places}
          acting={acting}
          official={official}
          values={{ territoryId, associationId: null, language: null, question: '', description: '' }}
          result={result}
        />
        <button className="button">{t('polls.wizard.next')}</button>
      </Form>
    </div>
  )
}
