/** The newest event of the board, on the pages that stand alone as on all others. */
import type { Words } from '#app/i18n/words'

export function HeadHash({ head, t }: { head: { hash: string }; t: Words }) {
  return (
    <dl className="seed">
      <dt>{t('secret.board.head')}</dt>
      <dd dir="ltr">
        <code id="head">{head.hash}</code>
      </dd>
    </dl>
  )
}
