/** What every kind of ballot is given. */
import type { Content } from '#app/domain/polls/ballot'
import type { Terms } from '#app/domain/polls/terms'

export type BallotFieldProps = {
  terms: Pick<Terms, 'rule' | 'settings' | 'options' | 'question'>
  content: Content | null
  language: string
  onChange: () => void
}
