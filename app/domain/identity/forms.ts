/** What people may submit about themselves: accounts, profiles, attestations, roles. */
import { z } from 'zod'
import { languageField, optionalText, text } from '#app/domain/text'
import { longest, shortest } from './passwords'

/** Lower case: an address is one person, however it is typed. */
export const emailField = text(190)
  .pipe(z.email().max(190))
  .transform((address) => address.toLowerCase())
/** Spaces inside are part of a password; only its length is a matter of form. */
const newPassword = z.string().min(shortest).max(longest)
const password = z.string().min(1).max(longest)
const token = z
  .string()
  .min(20)
  .max(100)
  .regex(/^[\w-]+$/)
const id = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[\w-]+$/)
const ticked = z.literal('on').optional().transform(Boolean)
const day = z.iso.date().transform((date) => new Date(`${date}T00:00:00Z`))

export const RegisterForm = z.object({
  email: emailField,
  pseudonym: text(40, 2),
  password: newPassword,
  homeTerritoryId: id.optional(),
})
export const SignInForm = z.object({ email: emailField, password, to: z.string().max(1000).optional() })
export const ConfirmForm = z.object({ token, password: password.optional() })
export const ResetRequestForm = z.object({ email: emailField })
export const ResetForm = z.object({ token, password: newPassword })
export const PasswordForm = z.object({ current: password, password: newPassword })
export const AddressForm = z.object({ email: emailField, password })
export const LeavingForm = z.object({ password, sure: z.literal('on', 'identity.sure-required') })
export const TokenForm = z.object({ token })
export const ProfileForm = z.object({
  pseudonym: text(40, 2),
  realName: optionalText(80),
  showsRealName: ticked,
  homeTerritoryId: id.optional(),
  language: languageField,
})
export const EndSignInForm = z.object({ signIn: z.string().regex(/^[0-9a-f]{64}$/) })
export const AttestForm = z.object({
  code: text(20),
  place: text(120, 3),
  seen: z.literal('on', 'identity.seen-required'),
})
export const RevokeForm = z.object({ attestationId: id, revocation: text(300, 5) })
export const GrantRoleForm = z.object({
  email: emailField,
  territoryId: id,
  kind: z.enum(['officer', 'moderator', 'mediator', 'facilitator', 'trainer', 'administrator']),
  startsOn: day,
  endsOn: day.optional(),
})
export const CastForm = z.object({
  name: z
    .string()
    .max(20)
    .regex(/^[a-z]+$/),
  to: z.string().max(1000).optional(),
})

export type Registration = z.output<typeof RegisterForm>
export type Profile = z.output<typeof ProfileForm>
export type RoleGrant = z.output<typeof GrantRoleForm>
