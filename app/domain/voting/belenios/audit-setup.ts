/** The setup checked: what is asked, under whose keys, and which credentials may vote. */
import { z } from 'zod'
import { type Books, takeData } from './audit-books'
import { type Election, parsedJson, readElection } from './election'
import { isElement } from './group'
import { fingerprint } from './hashing'
import { demand, Unreadable } from './rejection'
import { areTrustees, electionKey, readTrustees } from './trustees'

export function auditSetup(books: Books, text: string): void {
  const setup = setupForm.safeParse(parsedJson(text))
  demand(setup.success, 'invalid-election', 'the setup does not name election, trustees and credentials')
  const take = (hash: string) => takeData(books, hash, 'the setup')
  const election = accelerated(books, readableElection(take(setup.data.election)))
  const trustees = readTrustees(take(setup.data.trustees))
  const credentials = take(setup.data.credentials)
  const { group, key } = election
  demand(
    trustees && areTrustees(group, trustees),
    'invalid-trustees',
    'the keys of the trustees are not proved, or do not fit together',
  )
  demand(
    isElement(group, key.y) && key.y === electionKey(group, trustees),
    'invalid-election-key',
    "the election's key is not the one that the trustees' keys make",
  )
  readCredentials(books, election, credentials)
  books.election = election
  books.trustees = trustees
  books.stage = 'voting'
}

function readableElection(text: string): Election {
  const election = readElection(text)
  if (election) return election
  const about = vagueForm.safeParse(parsedJson(text))
  if (about.success && about.data.group !== undefined && !['BELENIOS-2048', 'RFC-3526-2048'].includes(about.data.group))
    throw new Unreadable(
      `the vote uses the group ${JSON.stringify(about.data.group)}, which this program does not know`,
    )
  if (about.success && about.data.questions?.some((question) => question.type === 'NonHomomorphic'))
    throw new Unreadable('the vote asks for whole ballots through a mixnet, which this program does not check')
  demand(false, 'invalid-election', 'the text of the election is not one')
}

function accelerated({ options }: Books, election: Election): Election {
  const group = options.accelerated?.(election.group) ?? election.group
  return { ...election, group, key: { group, y: election.key.y } }
}

/** Each line is a public credential, with its weight after a comma where weights are used. */
function readCredentials(books: Books, { group }: Election, text: string): void {
  const list = z.array(z.string()).safeParse(parsedJson(text))
  demand(list.success, 'invalid-credential-list', 'the list of public credentials is not one')
  for (const line of list.data) {
    const [, number, weight = '1'] = /^([1-9]\d{0,700})(?:,([1-9]\d{0,20}))?$/.exec(line) ?? []
    demand(number, 'invalid-credential-list', 'a line of the credential list is not a public credential')
    const credential = BigInt(number)
    demand(credential > 1n && credential < group.p, 'invalid-credential-list', 'a public credential is out of range')
    demand(!books.weights.has(credential), 'invalid-credential-list', 'a public credential is on the list twice')
    books.weights.set(credential, BigInt(weight))
  }
  books.credentialsFingerprint = fingerprint(text)
}

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const setupForm = z.object({ election: hash, trustees: hash, credentials: hash })
const vagueForm = z.object({
  group: z.string().optional(),
  questions: z.array(z.looseObject({ type: z.unknown().optional() })).optional(),
})
