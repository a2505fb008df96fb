/** What the address of a list may say: what is not understood counts as not asked. */
import { z } from 'zod'

/** A territory by its slug. */
export const territoryFilter = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+$/)
  .optional()
  .catch(undefined)

/** Where the next page begins. */
export const afterFilter = z.string().max(200).optional().catch(undefined)
