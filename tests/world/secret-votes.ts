/** Secret votes as tests need them: the cast as trustees and voters, whose browsers do what browsers do. */
import { db } from '#app/db/client.server'
import type { Content } from '#app/domain/polls/ballot'
import type { TimesGiven } from '#app/domain/polls/forms'
import { openPoll } from '#app/domain/polls/open-poll.server'
import type { RuleName } from '#app/domain/polls/rules'
import type { TrusteesGiven } from '#app/domain/polls/secret/forms'
import { saveTrustees } from '#app/domain/polls/secret/setup.server'
import * as browsers from '#prisma/seed/browsers'
import { addressOf, type CastName } from '#prisma/seed/town'
import { actor } from './people'
import { draftedPoll } from './polls'

export const trustees = ['luca', 'marta', 'fatou'] as const satisfies CastName[]
type TrusteeName = (typeof trustees)[number]
export type Keepers = Record<TrusteeName, browsers.Keeper>

type Wish = {
  rule?: RuleName
  options?: string[]
  times?: Partial<TimesGiven>
  settings?: Parameters<typeof draftedPoll>[0] extends { settings?: infer S } | undefined ? S : never
  setup?: Partial<TrusteesGiven>
}

const named: TrusteesGiven = {
  trustees: trustees.map((name) => ({ name: null, email: addressOf(name) })),
  threshold: 2,
  minimum: 2,
  fewIsKnown: true,
  credentials: 'server',
}

export async function draftedSecretPoll({ setup, times, ...wish }: Wish = {}) {
  const { id, officer } = await draftedPoll({ ...wish, times: { mode: 'secret', ...times } })
  await saveTrustees(officer, id, { ...named, ...setup })
  return { id, officer }
}

export async function makeKey(pollId: string): Promise<Keepers> {
  const keepers = await browsers.makeKeyTogether(pollId, await Promise.all(trustees.map((name) => actor(name))))
  return Object.fromEntries(trustees.map((name, at) => [name, keepers[at]])) as Keepers
}

/** A file as the browser sends it: in pieces. */
export function fileOf(text: string, name = '') {
  const bytes = Buffer.from(text)
  return {
    name,
    pieces: (async function* () {
      for (let from = 0; from < bytes.length; from += 1000) yield bytes.subarray(from, from + 1000)
    })(),
  }
}

export async function openedSecretPoll(wish: Wish = {}) {
  const { id, officer } = await draftedSecretPoll(wish)
  const keepers = await makeKey(id)
  await openPoll(officer, id)
  const options = await db.pollOption.findMany({ where: { pollId: id }, orderBy: { position: 'asc' } })
  return { id, officer, keepers, options }
}

export async function sealed(pollId: string, name: CastName, content: Content, credential?: string) {
  return browsers.sealed(pollId, await actor(name), content, credential)
}

export async function castSealed(pollId: string, name: CastName, content: Content, credential?: string) {
  return browsers.castSealed(pollId, await actor(name), content, credential)
}

export async function open(pollId: string, name: TrusteeName, keepers: Keepers) {
  await browsers.openCount(pollId, keepers[name])
}
