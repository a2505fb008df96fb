import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useRef } from 'react'
import { Comment } from '#app/components/comment'
import { CannotComment, CommentForm } from '#app/components/comment-form'
import { Link } from '#app/components/link'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { associationsToActFor } from '#app/domain/associations/policy'
import { writeComment } from '#app/domain/discussion/commands.server'
import { CommentForm as CommentSchema, ThreadForm } from '#app/domain/discussion/forms'
import { canComment } from '#app/domain/discussion/policy'
import { repliesPage } from '#app/domain/discussion/queries.server'
import { newFormKey } from '#app/domain/identity/secrets.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, url, t }) => {
  const { comments: cursor } = ThreadForm.parse(Object.fromEntries(url.searchParams))
  const conversation = await repliesPage(actor, param('commentId'), cursor)
  return {
    ...conversation,
    formKey: newFormKey(),
    acting: associationsToActFor(actor),
    speaks: canComment(actor, { visible: true, open: conversation.open }),
    title: t('discussion.conversation'),
  }
})

export const action = form(CommentSchema, async ({ actor, param, values }) => {
  const parentId = param('commentId')
  const { subject } = await repliesPage(actor, parentId)
  const { id } = await writeComment(actor, subject, { ...values, parentId })
  return go(`/comments/${parentId}?said=${id}#comment-${id}`, { key: 'discussion.sent', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Replies() {
  const { comment, replies, next, subject, open, formKey, acting, speaks, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useWords()
  const said = search.get('said')
  // A form that is there stays there, even if meanwhile the sign-in ended.
  const { current: couldSpeak } = useRef(speaks === true)
  return (
    <div className="narrow">
      <WayBack to={`/proposals/${subject.id}#comment-${comment.id}`}>{t('discussion.back')}</WayBack>
      <h1>{title}</h1>
      <Comment comment={comment} open={open}>
        <ol className="replies">
          {replies.map((reply) => (
            <li key={reply.id}>
              <Comment comment={reply} open={open} />
            </li>
          ))}
        </ol>
      </Comment>
      {next && (
        <p>
          <Link className="quiet-button" to={`?comments=${next}`} rel="next">
            {t('discussion.more')}
          </Link>
        </p>
      )}
      <div id="reply">
        {speaks !== true && !couldSpeak && !result?.initialValue ? (
          <CannotComment reason={speaks} />
        ) : (
          (result || (!comment.withdrawn && comment.hidden === undefined)) && (
            <CommentForm
              key={said ?? 'first'}
              formKey={formKey}
              result={result}
              acting={acting}
              parentId={comment.id}
              keyOnDevice={`reply:${comment.id}`}
              said={said}
            />
          )
        )}
      </div>
    </div>
  )
}
