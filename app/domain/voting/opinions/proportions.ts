/** Shares of people and whether they are more than chance: the tests behind what stands out. */

/** One-sided 90 % point of the normal distribution, as Polis rounds it. */
const significant = 1.2816

/** (successes + 1) / (trials + 2): the share of successes, drawn towards one half when few were asked. */
export function share(successes: number, trials: number): number {
  return (successes + 1) / (trials + 2)
}

/** z of "more than half": 2·√(n + 1)·((s + 1)/(n + 1) − ½) for s successes in n trials. */
export function overHalf(successes: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5)
}

/**
 * z of "more here than elsewhere": the two-proportion test with every count raised by one; 0 when both shares are 1,
 * where the test is not defined.
 */
export function moreThan(here: { successes: number; trials: number }, there: typeof here): number {
  const [successes, trials] = [here.successes + 1, here.trials + 1]
  const [others, asked] = [there.successes + 1, there.trials + 1]
  const pooled = (successes + others) / (trials + asked)
  if (pooled === 1) return 0
  return (successes / trials - others / asked) / Math.sqrt(pooled * (1 - pooled) * (1 / trials + 1 / asked))
}

export function isSignificant(z: number): boolean {
  return z > significant
}
