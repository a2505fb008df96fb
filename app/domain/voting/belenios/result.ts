/** The totals that a secret vote announces, found from the opened tally and checked against it. */
import { z } from 'zod'
import { writtenWeight } from './board'
import { parsedJson } from './election'
import { fixedPowers, type Group, inverse, multiply } from './group'

/** For each question one total an answer, the blank votes first where they are allowed. */
export type Totals = readonly (readonly bigint[])[]

/** Which totals, none above `most`, the opened tally stands for; undefined where there are none. */
export function totalsOf(group: Group, opened: readonly (readonly bigint[])[], most: bigint): Totals | undefined {
  const logarithm = smallLogarithms(group, most)
  const totals = opened.map((row) => row.map(logarithm))
  return totals.every((row) => row.every((it) => it !== undefined)) ? (totals as bigint[][]) : undefined
}

/** Whether the announced totals are those that the tally holds. */
export function areTotalsOf(group: Group, opened: readonly (readonly bigint[])[], totals: Totals): boolean {
  const ofG = fixedPowers(group, group.g)
  if (totals.length !== opened.length) return false
  return opened.every((row, question) => {
    const announced = totals[question]!
    return (
      announced.length === row.length &&
      row.every((it, slot) => announced[slot]! < group.q && ofG(announced[slot]!) === it)
    )
  })
}

export function resultText(totals: Totals): string {
  return `{"result":[${totals.map((row) => `[${row.map(writtenWeight).join(',')}]`).join(',')}]}`
}

export function readResult(text: string): Totals | undefined {
  const parsed = resultForm.safeParse(parsedJson(text))
  return parsed.success ? parsed.data.result : undefined
}

/** Small steps and great steps: some √most of each. */
function smallLogarithms(group: Group, most: bigint): (value: bigint) => bigint | undefined {
  const stride = BigInt(Math.ceil(Math.sqrt(Number(most) + 1)))
  const small = new Map<bigint, bigint>()
  let power = 1n
  for (let exponent = 0n; exponent < stride; exponent++) {
    small.set(power, exponent)
    power = multiply(group, power, group.g)
  }
  const back = inverse(power, group.p)
  return (value) => {
    let left = value
    for (let great = 0n; great <= stride; great++) {
      const rest = small.get(left)
      if (rest !== undefined && great * stride + rest <= most) return great * stride + rest
      left = multiply(group, left, back)
    }
    return undefined
  }
}

const total = z.union([
  z.int().min(0).transform(BigInt),
  z
    .string()
    .regex(/^\d{1,30}$/)
    .transform(BigInt),
])
const resultForm = z.object({ result: z.array(z.array(total)) })
