import type { CommentSeen } from '#app/domain/discussion/comment-seen'
import { useWords } from '#app/i18n/use-words'
import { Comment } from './comment'
import { Link } from './link'

type Threaded = CommentSeen & { replies: CommentSeen[] }

/** Comments with their first replies; the rest of a conversation has its own page. */
export function Thread({ comments, open }: { comments: Threaded[]; open: boolean }) {
  const t = useWords()
  return (
    <ol className="thread">
      {comments.map((comment) => (
        <li key={comment.id}>
          <Comment comment={comment} open={open}>
            {comment.replies.length > 0 && (
              <ol className="replies">
                {comment.replies.map((reply) => (
                  <li key={reply.id}>
                    <Comment comment={reply} open={open} />
                  </li>
                ))}
              </ol>
            )}
            {comment.replyCount > comment.replies.length && (
              <p>
                <Link to={`/comments/${comment.id}`}>{t('discussion.all-replies', { count: comment.replyCount })}</Link>
              </p>
            )}
          </Comment>
        </li>
      ))}
    </ol>
  )
}
