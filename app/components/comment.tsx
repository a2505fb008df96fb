import type { CommentSeen } from '#app/domain/discussion/comment-seen'
import type { Stance } from '#app/domain/discussion/stances'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { Link } from './link'

const shapes: Record<Stance, string> = { for: '▲', against: '▼', neutral: '●' }

/** One comment: who speaks, for whom, for or against, and what one can do with it. */
export function Comment({
  comment,
  open,
  children,
}: {
  comment: CommentSeen
  open: boolean
  children?: React.ReactNode
}) {
  const t = useWords()
  const language = useLanguage()
  const { id, authorName, associationName, stance, createdAt, editedAt } = comment
  return (
    <article className="comment" id={`comment-${id}`} aria-labelledby={`comment-${id}-who`}>
      <p className="meta" id={`comment-${id}-who`}>
        <strong>
          <bdi>{authorName}</bdi>
        </strong>{' '}
        {associationName && (
          <>
            {t('discussion.for-association')} <bdi>{associationName}</bdi>{' '}
          </>
        )}
        <SpeakerMark comment={comment} /> ·{' '}
        <time dateTime={createdAt.toISOString()}>{formatDate(createdAt, language, 'time')}</time>{' '}
        {comment.parentId === undefined && (
          <span className={`stance ${stance}`}>
            <span aria-hidden="true">{shapes[stance]}</span> {t(`discussion.stance.${stance}`)}
          </span>
        )}
        {editedAt && !comment.withdrawn && comment.hidden === undefined && (
          <>
            {' · '}
            <Link to={`/comments/${id}/history`}>{t('discussion.edited')}</Link>
          </>
        )}
      </p>
      <CommentWords comment={comment} />
      {!comment.withdrawn && comment.hidden === undefined && <CommentActs comment={comment} open={open} />}
      {children}
    </article>
  )
}

/** What the platform knows of who speaks: a shape of its own, which no name and no text can take. */
function SpeakerMark({ comment: { proposes, officeName } }: { comment: CommentSeen }) {
  const t = useWords()
  if (proposes) return <span className="badge">{t('discussion.proposes')}</span>
  if (officeName === undefined) return null
  return (
    <span className="badge office">
      {t('discussion.office')} <bdi>{officeName}</bdi>
    </span>
  )
}

function CommentWords({ comment }: { comment: CommentSeen }) {
  const t = useWords()
  const { hidden, withdrawn, hidingId, appealed, text, language } = comment
  return (
    <>
      {withdrawn && <p className="gone">{t('discussion.withdrawn')}</p>}
      {hidden !== undefined && !withdrawn && (
        <p className="gone">
          {t('discussion.hidden', { reason: t(`moderation.reason.${hidden}`) })}{' '}
          {hidingId && (
            <Link to={`/moderation/hidings/${hidingId}`}>
              {t(appealed ? 'discussion.appealed' : 'discussion.appeal')}
            </Link>
          )}
        </p>
      )}
      {text !== '' && (
        <div className={isLong(text) ? 'folded' : undefined}>
          {isLong(text) && (
            <details>
              <summary>
                <span>{t('discussion.read-all')}</span>
                <span>{t('discussion.read-less')}</span>
              </summary>
            </details>
          )}
          <p className="said" lang={language} dir="auto">
            {text}
          </p>
        </div>
      )}
    </>
  )
}

/** More than some twelve lines of a phone. */
function isLong(text: string) {
  return text.length > 700 || text.split('\n').length > 15
}

function CommentActs({ comment, open }: { comment: CommentSeen; open: boolean }) {
  const t = useWords()
  const { id, weight, mine, marked } = comment
  return (
    <div className="comment-acts">
      {mine ? (
        weight > 0 && <span className="meta">{t('discussion.useful-to', { count: weight })}</span>
      ) : (
        <form method="post" data-discover="" action={`/comments/${id}/${marked ? 'mark-withdrawal' : 'mark'}`}>
          <button className="plain-button" aria-pressed={marked}>
            {t('discussion.useful')} {weight > 0 && <span>({weight})</span>}
          </button>
        </form>
      )}
      {open && comment.parentId === undefined && (
        <Link to={`/comments/${id}#reply`} className="plain-button">
          {t('discussion.reply')}
        </Link>
      )}
      {mine && open && (
        <Link to={`/comments/${id}/change`} className="plain-button">
          {t('discussion.change')}
        </Link>
      )}
      {mine ? (
        <Link to={`/comments/${id}/withdrawal`} className="plain-button">
          {t('discussion.withdraw')}
        </Link>
      ) : (
        <Link to={`/reports/comment/${id}`} className="plain-button" rel="nofollow">
          {t('discussion.report')}
        </Link>
      )}
    </div>
  )
}
