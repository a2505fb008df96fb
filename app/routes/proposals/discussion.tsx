import { type ComponentProps, useRef } from 'react'
import { CannotComment, CommentForm } from '#app/components/comment-form'
import type { FormResult } from '#app/components/form-result'
import { Link } from '#app/components/link'
import { NewComments } from '#app/components/new-comments'
import { Thread } from '#app/components/thread'
import { type ThreadSort, threadSorts } from '#app/domain/discussion/stances'
import { useWords } from '#app/i18n/use-words'

type Writing = {
  formKey: string
  acting: { id: string; name: string }[]
  result: FormResult
  speaks: true | string
  open: boolean
  /** The comment that was just sent */
  said: string | null
}

type Props = {
  proposalId: string
  count: number
  thread: { comments: ComponentProps<typeof Thread>['comments']; next: string | null }
  sort: ThreadSort
  continued: boolean
  number: number
  writing: Writing
}

/** What people say about a proposal, thirty at a time, and the place to say something. */
export function Discussion({ proposalId, count, thread, sort, continued, number, writing }: Props) {
  const t = useWords()
  const { formKey, acting, result, speaks, open, said } = writing
  // A form that is there stays there, even if meanwhile the sign-in ended.
  const { current: couldSpeak } = useRef(speaks === true)
  const at = (query: string) => `/proposals/${proposalId}${query}#comments`
  return (
    <section aria-labelledby="comments" className="discussion">
      <h2 id="comments" tabIndex={-1}>
        {t('discussion.title', { count })}
      </h2>
      {speaks === true || couldSpeak || result?.initialValue ? (
        <div id="write">
          <CommentForm
            key={said ?? 'first'}
            formKey={formKey}
            result={result}
            acting={acting}
            keyOnDevice={`comment:${proposalId}`}
            said={said}
          />
        </div>
      ) : (
        <CannotComment reason={speaks} />
      )}
      {thread.comments.length > 1 && (
        <nav aria-label={t('discussion.order')}>
          <ul className="chips">
            {threadSorts.map((order) => (
              <li key={order}>
                <Link
                  className="chip"
                  to={at(order === 'time' ? '' : `?sort=${order}`)}
                  aria-current={order === sort ? 'true' : undefined}
                  keepsPlace
                >
                  {t(`discussion.sort.${order}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <NewComments key={number} proposalId={proposalId} since={number} />
      {thread.comments.length > 0 ? <Thread comments={thread.comments} open={open} /> : <p>{t('discussion.none')}</p>}
      <p className="actions">
        {continued && <Link to={at(sort === 'time' ? '' : `?sort=${sort}`)}>{t('shell.first-page')}</Link>}
        {thread.next && (
          <Link className="quiet-button" to={at(`?sort=${sort}&comments=${thread.next}`)} rel="next">
            {t('discussion.more')}
          </Link>
        )}
      </p>
    </section>
  )
}
