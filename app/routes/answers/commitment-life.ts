/** A commitment's life, in steps: what it was born from, that it was made, and what became of it. */
import type { LifeStep } from '#app/components/life-line'

type When = Date | string | null

type Lived = {
  proposal: { id: string; publishedAt: When } | null
  /** The answer that promised it */
  answer: { round: number; publishedAt: When } | null
  /** The vote whose winner it is */
  poll: { pollId: string; poll: { countedAt: When } } | null
  office: { name: string }
  doneAt: When
  droppedAt: When
}

export function lifeOfCommitment({ proposal, answer, poll, office, doneAt, droppedAt }: Lived): LifeStep[] {
  const end = doneAt ?? droppedAt
  return [
    ...(proposal ? [done('proposal', proposal.publishedAt, `/proposals/${proposal.id}`)] : []),
    ...(proposal && answer
      ? [done(answer.round === 2 ? 'review' : 'answer', answer.publishedAt, `/proposals/${proposal.id}#answer`)]
      : []),
    ...(poll ? [done('poll', poll.poll.countedAt, `/polls/${poll.pollId}/results`)] : []),
    { ...done('made'), who: { name: office.name, association: null } },
    end ? done(doneAt ? 'done' : 'dropped', end) : { ...done('result'), state: 'now' },
  ]
}

function done(name: string, at: When = null, to: string | null = null): LifeStep {
  return { key: `answers.commitment.life.${name}`, state: 'done', at, to }
}
