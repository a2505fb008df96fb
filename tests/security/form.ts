import type { CastName } from '#prisma/seed/town'

/** A form that is filled in, by who may, with what is right in it. */
export type Form = {
  path: string
  who: 'visitor' | CastName
  good: Record<string, string>
  /** Fields without which it says what is missing */
  required: string[]
  /** Fields that people write freely */
  free: string[]
}
