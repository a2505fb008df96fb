import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { BoardHead } from '#app/components/board-head'
import { TextArea } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { RestartForm } from '#app/domain/polls/forms'
import { restartPoll } from '#app/domain/polls/open-poll.server'
import { pollPage } from '#app/domain/polls/queries.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  const { id, question, language, can, phase, secret } = await pollPage(actor, param('pollId'))
  insist(can.manage)
  insist(phase === 'open' || phase === 'announced' || 'poll.not-open')
  return { id, question, language, head: secret?.head ?? null, title: t('polls.restart') }
})

export const action = form(RestartForm, async ({ actor, param, values }) => {
  await restartPoll(actor, param('pollId'), values.reason)
  return go(`/polls/${param('pollId')}/summary`, { key: 'polls.restarted', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Restart() {
  const { id, question, language, head, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p lang={language} dir="auto">
        <strong>{question}</strong>
      </p>
      <p className="notice time">{t('polls.restart-hint')}</p>
      {head && <p>{t('secret.restart')}</p>}
      <ActForm result={result} button={t('polls.restart-yes')} danger back={`/polls/${id}`}>
        <TextArea name="reason" label={t('polls.fields.reason')} result={result} required />
      </ActForm>
      {head && <BoardHead pollId={id} head={head} />}
    </div>
  )
}
