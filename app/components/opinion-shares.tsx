import { useWords } from '#app/i18n/use-words'

type Shares = { agree: number; disagree: number; pass: number; people: number }

/** A bar in three parts, and the same in words; nothing where fewer than five people answered. */
export function OpinionShares({ shares }: { shares: Shares | null }) {
  const t = useWords()
  if (!shares) return <p className="meta">{t('opinions.too-few')}</p>
  const { agree, disagree, pass, people } = shares
  return (
    <>
      <svg className="opinion-shares" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className="agree" x={0} y={0} width={agree} height={4} />
        <rect className="pass" x={agree} y={0} width={pass} height={4} />
        <rect className="disagree" x={agree + pass} y={0} width={disagree} height={4} />
      </svg>
      <p className="meta">
        {t('opinions.shares', { agree, disagree, pass })} {t('opinions.answers', { count: people })}
      </p>
    </>
  )
}
