/** Attestation in person: the short code that somebody shows at a desk, who may read it there, and how long it holds. */
import type { Actor, Verdict } from '#app/domain/authorization'
import { hasRole } from '#app/domain/authorization'
import { isWithin } from '#app/domain/territories/tree'

/** Without the signs that eyes and ears confuse: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const codeAlphabet = '34679ACDEFGHJKMNPQRTWXY'
export const codeLength = 8
/** Minutes: long enough for a queue at a counter, too short to guess. */
export const codeMinutes = 10
/** Years until a desk has to see the person again. */
export const attestationYears = 2

/** A code from random bytes; bytes that would favour some signs are skipped, so there must be plenty. */
export function codeFrom(bytes: Iterable<number>): string {
  const fair = 256 - (256 % codeAlphabet.length)
  const signs = [...bytes].filter((byte) => byte < fair).map((byte) => codeAlphabet[byte % codeAlphabet.length])
  if (signs.length < codeLength) throw new Error('Too few random bytes for a code')
  return signs.slice(0, codeLength).join('')
}

/** As people read it aloud: ACDE-3467. */
export const spoken = (code: string) => `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`

/** What an officer typed, without spaces and hyphens; null if it cannot be a code. */
export function codeTyped(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  return code.length === codeLength && [...code].every((sign) => codeAlphabet.includes(sign)) ? code : null
}

/** The last day of an attestation made today. */
export function attestationEnd(today: Date): Date {
  return new Date(Date.UTC(today.getUTCFullYear() + attestationYears, today.getUTCMonth(), today.getUTCDate()))
}

type Place = { path: string }

/** An attestation counts where it was made: whoever goes to live elsewhere is seen again there. */
export function countsFor(home: Place | null, madeIn: Place): boolean {
  return isWithin(home?.path, madeIn.path)
}

type Seen = { id: string; homePath: string | null }

/** Officers attest people who live in their territory, and never themselves. */
export function canAttest(actor: Actor, person: Seen): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (!canOpenDesk(actor)) return 'forbidden'
  if (person.id === actor.id) return 'identity.attest-yourself'
  if (!person.homePath) return 'identity.attest-without-home'
  return hasRole(actor, 'officer', person.homePath) || 'identity.attest-elsewhere'
}

/** The desk's screen is for officers. */
export function canOpenDesk(actor: Actor): boolean {
  return actor.kind === 'person' && actor.roles.some(({ kind }) => kind === 'officer')
}

/** Taken back by an officer or an administrator of the territory where it was made. */
export function canRevokeAttestation(actor: Actor, attestation: { territoryPath: string; personId: string }): Verdict {
  if (actor.kind === 'visitor') return 'sign-in-required'
  if (actor.id === attestation.personId) return 'forbidden'
  const { territoryPath } = attestation
  return hasRole(actor, 'officer', territoryPath) || hasRole(actor, 'administrator', territoryPath) || 'forbidden'
}
