import type { FormResult } from '#app/components/form-result'
import type { Content } from '#app/domain/polls/ballot'
import { ruleOf } from '#app/domain/polls/rules'
import type { Terms } from '#app/domain/polls/terms'
import { ChoiceFields } from './choice-fields'
import { OrderFields } from './order-fields'
import { PointFields } from './point-fields'
import { typedBallot } from './typed-ballot'

export type BallotTerms = Pick<Terms, 'rule' | 'settings' | 'options' | 'question'>

/** The choices of a ballot, as kept or as just refused: complete without scripts, and calling `onChange` where there are some. */
export function BallotFields({
  terms,
  content,
  language,
  result,
  onChange,
}: {
  terms: BallotTerms
  content: Content | null
  language: string
  result?: FormResult
  onChange?: () => void
}) {
  const kind = ruleOf(terms.rule).ballot
  const typed = typedBallot(terms, result)
  const props = { terms, content: typed?.content ?? content, language, onChange: onChange ?? (() => {}) }
  if (kind === 'order') return <OrderFields {...props} numbers={typed?.numbers} />
  if (kind === 'points') return <PointFields {...props} />
  return <ChoiceFields {...props} />
}
