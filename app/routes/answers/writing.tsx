import type { MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { AnswerEditor } from '#app/components/answer-editor'
import { DeskFrame } from '#app/components/desk-frame'
import { orAgain } from '#app/components/no-answer'
import { answerAtDesk } from '#app/domain/answers/desk.server'
import { AnswerDraftForm } from '#app/domain/answers/forms'
import { markSeen, saveAnswerDraft } from '#app/domain/answers/write-answer.server'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'

export const loader = page(async ({ actor, param, t }) => {
  await markSeen(actor, param('answerId'))
  const answer = await answerAtDesk(actor, param('answerId'))
  return { answer, title: t('answers.desk.answer-to', { title: answer.proposal.title }) }
})

export const action = form(AnswerDraftForm, async ({ actor, param, values }) => {
  await saveAnswerDraft(actor, param('answerId'), values)
  const desk = `/desk/${param('answerId')}`
  if (values.next === 'preview') return go(`${desk}/publication`)
  if (values.next?.startsWith('split:')) return go(`${desk}/points/${values.next.slice('split:'.length)}/parts`)
  return go(values.next === 'later' ? '/desk' : desk, { key: 'answers.saved', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

/** Where the answer went to another office meanwhile, its page would not be shown, nor what was typed in it. */
export const shouldRevalidate: ShouldRevalidateFunction = (asked) => {
  const refused: string = asked.actionResult?.error?.['']?.[0] ?? ''
  return !/^refusals\.answer\.(not-your-office|no-office-yet)\b/.test(refused) && typedStays(asked)
}

export default function Writing() {
  const { answer } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <DeskFrame answer={answer} current="writing">
      <AnswerEditor key={answer.id} answer={answer} result={result} />
    </DeskFrame>
  )
}
