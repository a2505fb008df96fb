import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ActForm } from '#app/components/act-form'
import { withdrawComment } from '#app/domain/discussion/commands.server'
import { commentHistory } from '#app/domain/discussion/queries.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  insist(actor.kind === 'person' || 'sign-in-required')
  const { comment, subject } = await commentHistory(actor, param('commentId'))
  insist(comment.mine || 'not-found')
  return { comment, subject, title: t('discussion.withdraw-title') }
})

export const action = form(z.object({}), async ({ actor, param }) => {
  const id = param('commentId')
  const subject = await withdrawComment(actor, id)
  return go(`/proposals/${subject.id}#comment-${id}`, { key: 'discussion.withdrawn-now', kind: 'done' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function WithdrawComment() {
  const { comment, subject, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p className="card said" lang={comment.language} dir="auto">
        {comment.text}
      </p>
      <p>{t('discussion.withdraw-hint')}</p>
      <ActForm
        result={result}
        button={t('discussion.withdraw-yes')}
        danger
        back={`/proposals/${subject.id}#comment-${comment.id}`}
      />
    </div>
  )
}
