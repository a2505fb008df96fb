/** What sets a group apart: the statements its members answer alike and the others do not. */
import { isSignificant, moreThan, overHalf, share } from './proportions'
import { type Tally, together } from './tallies'

export type Representative = {
  statement: number
  direction: 'agree' | 'disagree'
  successes: number
  trials: number
  /** Smoothed share of the group, and its z against one half. */
  share: number
  test: number
  /** Share of the group divided by the share of all other groups, and its z. */
  ratio: number
  ratioTest: number
  /** Chosen as what the group agrees on most, whether or not it is the most distinctive. */
  agreedMost?: true
}

const mostShown = 5

/**
 * At most five statements a group, chosen as Polis chooses them. A statement qualifies when one answer is given by
 * significantly more than half of the group and significantly more often than in all other groups together (both
 * z > 1.2816). They are ordered by ratio × ratioTest × share × test, equals in the statements' order; what the group
 * agrees on most (see `agreedMost`) takes the first place; agreed ones are shown before disagreed ones. When none
 * qualifies, what the group agrees on most is shown alone, or else the statement with the largest ratioTest.
 * `groups[g][s]` is group g's tally of statement s.
 */
export function representatives(
  groups: readonly (readonly Tally[])[],
  setAside: readonly boolean[],
): Representative[][] {
  return groups.map((own, group) => {
    const others = groups.filter((_, other) => other !== group)
    const pairs = own
      .map((tally, statement) => bothAnswers(statement, tally, together(others.map((list) => list[statement]!))))
      .filter(({ agree }) => !setAside[agree.statement])
    return chosenOf(pairs)
  })
}

type Pair = { agree: Representative; disagree: Representative; answered: boolean }

function bothAnswers(statement: number, own: Tally, rest: Tally): Pair {
  const answer = (direction: 'agree' | 'disagree'): Representative => ({
    statement,
    direction,
    successes: own[direction],
    trials: own.seen,
    share: share(own[direction], own.seen),
    test: overHalf(own[direction], own.seen),
    ratio: share(own[direction], own.seen) / share(rest[direction], rest.seen),
    ratioTest: moreThan(
      { successes: own[direction], trials: own.seen },
      { successes: rest[direction], trials: rest.seen },
    ),
  })
  return { agree: answer('agree'), disagree: answer('disagree'), answered: own.agree + own.disagree > 0 }
}

function chosenOf(pairs: readonly Pair[]): Representative[] {
  const qualified = pairs.filter(({ agree, disagree }) => qualifies(agree) || qualifies(disagree)).map(moreTelling)
  const head = agreedMost(pairs)
  if (qualified.length === 0) return head ? [head] : mostDistinctive(pairs)
  const rest = qualified
    .filter(({ statement }) => statement !== head?.statement)
    .sort((left, right) => weight(right) - weight(left) || left.statement - right.statement)
  const shown = [...(head ? [head] : []), ...rest].slice(0, mostShown)
  return [...shown.filter(isAgreed), ...shown.filter((one) => !isAgreed(one))]
}

/**
 * Statements are compared in order; a later one takes the place of the best so far when its ratio × ratioTest ×
 * share × test is larger, or, while the best so far is no more frequent here than elsewhere (ratio ≤ 1), when its
 * share × test is larger. The first one needs a significant majority, or a majority that is larger than elsewhere.
 */
function agreedMost(pairs: readonly Pair[]): Representative | undefined {
  let best: Pair | undefined
  for (const pair of pairs) if (pair.answered && takesTheLead(pair.agree, best?.agree)) best = pair
  return best && { ...moreTelling(best), agreedMost: true }
}

function takesTheLead(one: Representative, best: Representative | undefined): boolean {
  if (!best) return isSignificant(one.test) || (one.ratio > 1 && one.share > 0.5)
  if (best.ratio > 1) return weight(one) > weight(best)
  return one.share * one.test > best.share * best.test
}

function mostDistinctive(pairs: readonly Pair[]): Representative[] {
  let best: Representative | undefined
  for (const one of pairs.map(moreTelling)) if (!best || one.ratioTest > best.ratioTest) best = one
  return best ? [best] : []
}

function moreTelling({ agree, disagree }: Pair): Representative {
  return agree.ratioTest > disagree.ratioTest ? agree : disagree
}

function qualifies({ test, ratioTest }: Representative): boolean {
  return isSignificant(test) && isSignificant(ratioTest)
}

function isAgreed({ direction }: Representative): boolean {
  return direction === 'agree'
}

function weight({ ratio, ratioTest, share, test }: Representative): number {
  return ratio * ratioTest * share * test
}
