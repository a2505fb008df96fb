import type { RuleName } from '#app/domain/polls/rules'
import { useWords } from '#app/i18n/use-words'

/** Bars a rule draws: [row, from, to, kept] in a box of 120 × 72. */
type Bar = readonly [row: number, from: number, to: number, kind: 'won' | 'lost' | 'moved' | 'line']

const pictures: Record<RuleName, readonly Bar[]> = {
  'yes-no': [
    [0, 0, 72, 'won'],
    [1, 0, 40, 'lost'],
  ],
  plurality: [
    [0, 0, 64, 'won'],
    [1, 0, 48, 'lost'],
    [2, 0, 30, 'lost'],
  ],
  approval: [
    [0, 0, 100, 'won'],
    [1, 0, 84, 'won'],
    [2, 0, 40, 'lost'],
  ],
  score: [
    [0, 0, 96, 'won'],
    [1, 0, 78, 'lost'],
    [2, 0, 60, 'lost'],
  ],
  irv: [
    [0, 0, 44, 'won'],
    [0, 44, 70, 'moved'],
    [1, 0, 48, 'lost'],
    [2, 0, 26, 'line'],
  ],
  schulze: [
    [0, 0, 80, 'won'],
    [1, 40, 80, 'lost'],
    [2, 60, 100, 'lost'],
  ],
  'ranked-pairs': [
    [0, 0, 92, 'won'],
    [1, 0, 66, 'won'],
    [2, 0, 40, 'line'],
  ],
  'stv-scottish': [
    [0, 0, 60, 'won'],
    [1, 0, 40, 'won'],
    [1, 40, 60, 'moved'],
    [2, 0, 20, 'line'],
  ],
  seqphragmen: [
    [0, 0, 56, 'won'],
    [1, 0, 44, 'lost'],
    [2, 56, 104, 'won'],
  ],
  'equal-shares': [
    [0, 0, 56, 'won'],
    [0, 56, 64, 'moved'],
    [1, 64, 120, 'won'],
    [2, 0, 30, 'lost'],
  ],
  greedy_by_votes: [
    [0, 0, 70, 'won'],
    [1, 70, 110, 'won'],
    [2, 110, 120, 'line'],
  ],
  'greedy-no-skip': [
    [0, 0, 70, 'won'],
    [1, 70, 100, 'won'],
    [2, 100, 120, 'line'],
  ],
  mes_cost_add1: [
    [0, 0, 40, 'won'],
    [1, 40, 80, 'won'],
    [2, 80, 110, 'won'],
  ],
  mes_cost_add1u: [
    [0, 0, 40, 'won'],
    [1, 40, 80, 'won'],
    [2, 80, 120, 'won'],
  ],
  sequential_phragmen: [
    [0, 0, 36, 'won'],
    [1, 36, 84, 'won'],
    [2, 84, 120, 'line'],
  ],
}

/** What a rule does, in three bars and a sentence. */
export function RulePicture({ rule }: { rule: RuleName }) {
  const t = useWords()
  return (
    <svg
      className="rule-picture"
      viewBox="0 0 124 76"
      width="124"
      height="76"
      role="img"
      aria-label={t(`polls.rule.${rule}.picture`)}
    >
      {pictures[rule].map(([row, from, to, kind]) => (
        <rect
          key={`${row}-${from}`}
          className={kind}
          x={from + 2}
          y={row * 24 + 6}
          width={to - from}
          height="16"
          rx="2"
        />
      ))}
    </svg>
  )
}
