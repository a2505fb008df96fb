/** What a panel should look like: features of its people, and how many seats each value has. */
import { z } from 'zod'
import type { Verdict } from '#app/domain/authorization'
import type { Feature } from '#app/domain/voting/sortition/pool'

export const mostFeatures = 6
export const mostValues = 8
export const mostSeats = 200

const quota = z.object({ value: z.string(), min: z.int(), max: z.int() })
const stored = z.array(z.object({ name: z.string(), quotas: z.array(quota) }))

/** Features as they are kept; what is not understood is none. */
export function featuresFrom(content: unknown): Feature[] {
  const parsed = stored.safeParse(content)
  return parsed.success ? parsed.data : []
}

/** The same with its words said otherwise; what people answer with stays. */
export function featuresTold(features: readonly Feature[], say: (word: string) => string) {
  return features.map(({ name, quotas }) => ({
    name: say(name),
    quotas: quotas.map(({ value, ...seats }) => ({ ...seats, value, told: say(value) })),
  }))
}

/** Whether a new feature can stand beside the others. */
export function canAdd(features: readonly Feature[], feature: Feature, seats: number): Verdict {
  if (features.length >= mostFeatures) return 'panel.too-many-features'
  if (features.some(({ name }) => sameWord(name, feature.name))) return 'panel.feature-twice'
  return isSound(feature, seats)
}

/** Whether as many seats as there are can be filled within the quotas, were there enough people of every kind. */
export function isSound({ quotas }: Feature, seats: number): Verdict {
  if (quotas.length < 2) return 'panel.two-values'
  const words = quotas.map(({ value }) => value.toLocaleLowerCase())
  if (new Set(words).size < words.length) return 'panel.value-twice'
  if (quotas.some(({ min, max }) => min > max)) return 'panel.min-above-max'
  if (quotas.reduce((sum, { min }) => sum + min, 0) > seats) return 'panel.minimums-too-high'
  if (quotas.reduce((sum, { max }) => sum + max, 0) < seats) return 'panel.maximums-too-low'
  return true
}

function sameWord(left: string, right: string): boolean {
  return left.toLocaleLowerCase() === right.toLocaleLowerCase()
}
