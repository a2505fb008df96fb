import type { Content } from '#app/domain/polls/ballot'
import { ruleOf } from '#app/domain/polls/rules'
import type { Terms } from '#app/domain/polls/terms'
import { ChoiceFields } from './choice-fields'
import { OrderFields } from './order-fields'
import { PointFields } from './point-fields'

export type BallotTerms = Pick<Terms, 'rule' | 'settings' | 'options' | 'question'>

/** The choices of a ballot: complete without scripts, and calling `onChange` where there are some. */
export function BallotFields({
  terms,
  content,
  language,
  onChange,
}: {
  terms: BallotTerms
  content: Content | null
  language: string
  onChange?: () => void
}) {
  const kind = ruleOf(terms.rule).ballot
  const props = { terms, content, language, onChange: onChange ?? (() => {}) }
  if (kind === 'order') return <OrderFields {...props} />
  if (kind === 'points') return <PointFields {...props} />
  return <ChoiceFields {...props} />
}
