import { Form } from '#app/components/form'
import { Link } from '#app/components/link'
import { Originals } from '#app/components/translated'
import type { Told } from '#app/domain/translations/tell'
import { useWords } from '#app/i18n/use-words'

type Props = {
  id: string
  next: (Told & { id: string }) | null
  answered: number
  of: number
  verdict: true | string
}

/** One statement and three buttons: the same buttons stay in their place when the next statement comes. */
export function NextStatement({ id, next, answered, of, verdict }: Props) {
  const t = useWords()
  if (verdict === 'sign-in-required')
    return (
      <div className="support-box" id="next">
        <p>{t('opinions.take-part-hint')}</p>
        <Link className="button" to={`/sign-in?to=${encodeURIComponent(`/opinions/${id}`)}`}>
          {t('opinions.sign-in')}
        </Link>
      </div>
    )
  if (verdict !== true)
    return (
      <p className="hint" id="next">
        {t(`refusals.${verdict}`)}
      </p>
    )
  return (
    <section className="support-box opinion-next" id="next" aria-labelledby="next-heading">
      <h2 id="next-heading">{t('opinions.what-do-you-think')}</h2>
      <p className="meta">{t('opinions.answered', { count: answered, of })}</p>
      <div aria-live="polite">
        {next ? (
          <>
            <blockquote lang={next.language} dir="auto">
              {next.text}
            </blockquote>
            <Originals of={[next]} />
          </>
        ) : (
          <p>{t('opinions.all-answered')}</p>
        )}
      </div>
      {next && (
        <Form method="post" action={`/opinions/${id}/answers`} preventScrollReset>
          <input type="hidden" name="statementId" value={next.id} />
          <input type="hidden" name="from" value="next" />
          <VoteButtons />
        </Form>
      )}
    </section>
  )
}

export function VoteButtons({ chosen }: { chosen?: 'agree' | 'disagree' | 'pass' }) {
  const t = useWords()
  return (
    <div className="actions opinion-answers">
      {(['agree', 'disagree', 'pass'] as const).map((vote) => (
        <button
          key={vote}
          name="vote"
          value={vote}
          className={chosen === vote ? 'button' : 'quiet-button'}
          aria-pressed={chosen === undefined ? undefined : chosen === vote}
        >
          {t(`opinions.vote.${vote}`)}
        </button>
      ))}
    </div>
  )
}
