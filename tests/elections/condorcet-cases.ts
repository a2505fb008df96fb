/** Pairwise elections: Schulze's paper, Tideman's and Debian's ballots, and the textbook examples of ranked pairs. */
import { type Check, compared, count, type ElectionCase, numbers } from './case'

type Pairs = Record<string, Record<string, number>>
type Strength = 'winning-votes' | 'margins' | 'ratio'
type Variants<T> = Partial<Record<'Winning' | 'Margin' | 'Ratio', T>>

interface Expected {
  winners?: Variants<string[]>
  ranking?: Variants<string[][]> | string[][]
  path_strengths?: Variants<Pairs>
  pairwise_wins?: Pairs
  schulze_winning_votes?: { ranking: string[][]; path_strengths: Pairs }
  schulze_margins?: { ranking: string[][] }
  ranked_pairs_winning_votes?: { ranking: string[][]; has_tied_pairs: boolean }
  ranked_pairs_margins?: { ranking: string[][]; has_tied_pairs: boolean }
}

const strengthOf = { Winning: 'winning-votes', Margin: 'margins', Ratio: 'ratio' } as const

export function checkCondorcet(election: ElectionCase): Check[] {
  return election.inputs.flatMap((input) => {
    const stem = input.replace(/\.\w+$/, '')
    const expect = (election.expect as Record<string, Expected>)[stem]!
    const name = `${election.id}/${stem}`
    const schulze = (strength: Strength) => count('schulze', input, election.read(input), { strength })
    const pairs = (strength: Strength) => count('ranked-pairs', input, election.read(input), { strength })
    return [
      ...checkPaper(name, expect, schulze),
      ...checkRanked(name, expect, pairs),
      ...checkCollection(name, expect, schulze, pairs),
    ]
  })
}

type Counted = (strength: Strength) => ReturnType<typeof count>

function checkPaper(name: string, expect: Expected, schulze: Counted): Check[] {
  return (['Winning', 'Margin', 'Ratio'] as const).flatMap((variant) => {
    const winners = expect.winners?.[variant]
    const ranking = Array.isArray(expect.ranking) ? undefined : expect.ranking?.[variant]
    const strengths = expect.path_strengths?.[variant]
    if (!winners && !ranking && !strengths) return []
    const report = schulze(strengthOf[variant])
    return [
      compared(`schulze ${strengthOf[variant]}`, name, [
        ...(winners ? [['winners', report.winners, winners] as [string, unknown, unknown]] : []),
        ...(ranking ? [['ranking', report.ranking, ranking] as [string, unknown, unknown]] : []),
        ...(strengths
          ? [['strengths', rounded(report.strengths as Pairs), rounded(strengths)] as [string, unknown, unknown]]
          : []),
      ]),
    ]
  })
}

function checkRanked(name: string, expect: Expected, pairs: Counted): Check[] {
  if (!Array.isArray(expect.ranking)) return []
  return (['winning-votes', 'margins'] as const).map((strength) =>
    compared(`ranked-pairs ${strength}`, name, [['ranking', pairs(strength).ranking, expect.ranking]]),
  )
}

/** Where two defeats are equally strong another legal tie-break may rank otherwise: then only the winners are held. */
function checkCollection(name: string, expect: Expected, schulze: Counted, pairs: Counted): Check[] {
  if (!expect.schulze_winning_votes) return []
  const first = schulze('winning-votes')
  return [
    compared('pairwise', name, [['wins', first.pairwise, expect.pairwise_wins]]),
    compared('schulze winning-votes', name, [
      ['ranking', first.ranking, expect.schulze_winning_votes.ranking],
      ['strengths', first.strengths, expect.schulze_winning_votes.path_strengths],
    ]),
    compared('schulze margins', name, [['ranking', schulze('margins').ranking, expect.schulze_margins?.ranking]]),
    ...(['winning-votes', 'margins'] as const).map((strength) => {
      const theirs = expect[strength === 'margins' ? 'ranked_pairs_margins' : 'ranked_pairs_winning_votes']!
      const ours = pairs(strength).ranking as string[][]
      return compared(`ranked-pairs ${strength}`, name, [
        theirs.has_tied_pairs ? ['winners', ours[0], theirs.ranking[0]] : ['ranking', ours, theirs.ranking],
      ])
    }),
  ]
}

/** The ratios of the paper's table are printed as floats. */
function rounded(pairs: Pairs): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(pairs).map(([a, row]) => [
      a,
      Object.fromEntries(Object.entries(numbers(row)).map(([b, strength]) => [b, strength.toFixed(9)])),
    ]),
  )
}
