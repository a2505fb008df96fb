import { BoardHead } from '#app/components/board-head'
import type { SecretTerms } from '#app/domain/polls/terms'
import { useWords } from '#app/i18n/use-words'
import { HowToVerify } from './how-to-verify'

type Head = { hash: string; height: number } | null

/** A secret result is not counted again but verified: nobody has its ballots. */
export function Proved({ pollId, secret, head }: { pollId: string; secret: SecretTerms; head: Head }) {
  const t = useWords()
  return (
    <>
      <section aria-labelledby="proved">
        <h2 id="proved">{t('secret.proved.title')}</h2>
        <p>{t('secret.proved.about')}</p>
        <p>{t(`secret.made-by.${secret.credentials}`)}</p>
        {head && <BoardHead pollId={pollId} head={head} />}
      </section>
      <HowToVerify pollId={pollId} uuid={secret.uuid} />
    </>
  )
}
