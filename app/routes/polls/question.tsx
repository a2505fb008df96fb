import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BoardHead } from '#app/components/board-head'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { orAgain } from '#app/components/no-answer'
import { PollWizard } from '#app/components/poll-wizard'
import { associationsToActFor } from '#app/domain/associations/policy'
import { hasRoleSomewhere } from '#app/domain/authorization'
import { saveQuestion } from '#app/domain/polls/drafts.server'
import { QuestionForm } from '#app/domain/polls/forms'
import { draftPage, placesToAsk } from '#app/domain/polls/wizard.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { QuestionFields, questionLabels } from './question-fields'

export const loader = page(async ({ actor, param, t }) => {
  const [draft, places] = await Promise.all([draftPage(actor, param('pollId')), placesToAsk(actor)])
  const official = hasRoleSomewhere(actor, 'officer')
  return { draft, places, official, acting: associationsToActFor(actor), title: t('polls.wizard.question') }
})

export const action = form(QuestionForm, async ({ actor, param, values }) => {
  await saveQuestion(actor, param('pollId'), values)
  return go(`/polls/${param('pollId')}/rule`)
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Question() {
  const { draft, places, official, acting, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <PollWizard current="question" pollId={draft.id} secret={draft.mode === 'secret'} />
      <Form method="post">
        <FormErrors result={result} labels={questionLabels(t)} />
        <QuestionFields places={places} acting={acting} official={official} values={draft} result={result} />
        <button className="button">{t('polls.wizard.next')}</button>
      </Form>
      {draft.mode === 'secret' && <BoardHead pollId={draft.id} head={draft.head} />}
    </div>
  )
}
