/** The addresses of accounts, the attestation desk, roles and the outbox. */
import { type RouteConfigEntry, route } from '@remix-run/route-config'

const at = (path: string, file: string) => route(path, `routes/identity/${file}`)

export const identityRoutes: RouteConfigEntry[] = [
  at('sign-in', 'sign-in.tsx'),
  at('sign-in/demonstration', 'demonstration.ts'),
  at('sign-out', 'sign-out.ts'),
  at('register', 'register.tsx'),
  at('register/sent', 'sent.tsx'),
  at('confirm', 'confirm.tsx'),
  at('confirm/letter', 'confirmation-letter.ts'),
  at('reset', 'reset.tsx'),
  at('reset/new', 'new-password.tsx'),
  at('account', 'account.tsx'),
  at('account/password', 'password.tsx'),
  at('account/address', 'address.tsx'),
  at('account/address/confirm', 'address-confirmation.tsx'),
  at('account/sign-ins', 'sign-ins.tsx'),
  at('account/sign-ins/end', 'sign-in-end.ts'),
  at('account/sign-ins/others', 'other-sign-ins-end.ts'),
  at('account/attestation', 'attestation-code.tsx'),
  at('account/data', 'own-data.ts'),
  at('account/leaving', 'leaving.tsx'),
  at('desk/attestation', 'attestation-desk.tsx'),
  at('desk/attestation/:attestationId/revocation', 'attestation-revocation.tsx'),
  at('admin', 'administration.tsx'),
  at('admin/roles', 'roles.tsx'),
  at('admin/roles/:roleId/end', 'role-end.tsx'),
  at('dev/outbox', 'outbox.tsx'),
]
