/** What may be submitted about a secret vote: its trustees, a registrar's list, a message of the ceremony, a ballot. */
import { z } from 'zod'
import { optionalText } from '#app/domain/text'

export const mostTrustees = 7
/** Fewer ballots than this need a word that one knows what one does. */
export const safeMinimum = 10

const address = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim().toLowerCase() : null),
  z.email().max(254).nullable(),
)

/** Lines without an address are left out. */
export const TrusteesForm = z
  .object({
    trustees: z
      .array(z.strictObject({ name: optionalText(80), email: address }))
      .max(mostTrustees)
      .default([]),
    threshold: z.coerce.number().int().min(1).max(mostTrustees),
    minimum: z.coerce.number().int().min(1).max(100_000),
    fewIsKnown: z.preprocess((value) => value === 'on' || value === true, z.boolean()),
    credentials: z.enum(['server', 'registrar']),
  })
  .refine(({ minimum, fewIsKnown }) => minimum >= safeMinimum || fewIsKnown, {
    path: ['fewIsKnown'],
    message: 'secret.few-must-be-known',
  })
export type TrusteesGiven = z.output<typeof TrusteesForm>

/** Long enough for seven trustees' shares, far from the body's limit. */
const message = z.string().min(2).max(200_000)

export const StepForm = z.object({ step: z.enum(['certificate', 'dealing', 'holding', 'decryption']), text: message })

/** Sixty ciphertexts with their proofs fit. */
export const SealedBallotForm = z.object({ ballot: z.string().min(2).max(400_000) })
