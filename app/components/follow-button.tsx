import { useWords } from '#app/i18n/use-words'
import { Form } from './form'

type Props = { subjectKind: 'proposal' | 'territory'; subjectId: string; following: boolean }

/** "I follow this": hear of every later step. */
export function FollowButton({ subjectKind, subjectId, following }: Props) {
  const t = useWords()
  return (
    <Form method="post" action={following ? '/follows/ending' : '/follows'} preventScrollReset>
      <input type="hidden" name="subjectKind" value={subjectKind} />
      <input type="hidden" name="subjectId" value={subjectId} />
      <button className="quiet-button">
        {following && <span aria-hidden="true">✓ </span>}
        {t(following ? 'notifications.unfollow' : 'notifications.follow')}
      </button>
    </Form>
  )
}
