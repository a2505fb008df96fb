/** What a person chooses about being told. */
import { z } from 'zod'
import { mailChoices } from './preferences'
import { families } from './recipients'

const choice = z.enum(mailChoices)

export const PreferencesForm = z.strictObject(
  Object.fromEntries(families.map((family) => [family, choice])) as Record<(typeof families)[number], typeof choice>,
)

export const FollowForm = z.strictObject({
  subjectKind: z.enum(['proposal', 'territory']),
  subjectId: z.string().trim().min(1).max(40),
})
