import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { LanguageField } from '#app/components/choice-fields'
import { TextArea } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { editComment } from '#app/domain/discussion/commands.server'
import { CommentEditForm } from '#app/domain/discussion/forms'
import { commentHistory } from '#app/domain/discussion/queries.server'
import { insist, Refusal } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'

export const loader = page(async ({ actor, param, t }) => {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const { comment, subject, open } = await commentHistory(actor, param('commentId'))
  insist(comment.mine || 'not-found')
  insist(open || 'discussion.closed')
  return { comment, subject, title: t('discussion.change-title') }
})

export const action = form(CommentEditForm, async ({ actor, param, values }) => {
  const id = param('commentId')
  const subject = await editComment(actor, id, values)
  return go(`/proposals/${subject.id}#comment-${id}`, { key: 'discussion.changed', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function ChangeComment() {
  const { comment, subject, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>{t('discussion.change-hint')}</p>
      <ActForm result={result} button={t('shell.save')} back={`/proposals/${subject.id}#comment-${comment.id}`}>
        <TextArea
          name="text"
          label={t('discussion.your-comment')}
          value={comment.text}
          lang={comment.language}
          result={result}
          required
        />
        <LanguageField label={t('discussion.language')} value={comment.language} result={result} />
      </ActForm>
    </div>
  )
}
