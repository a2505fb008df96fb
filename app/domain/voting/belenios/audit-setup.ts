/** The setup checked: what is asked, under whose keys, and which credentials may vote. */
import { z } from 'zod'
import { type Books, takeData } from './audit-books'
import { type CredentialListFault, readCredentialList } from './credential-list'
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
  const weights = readCredentialList(group, credentials)
  const isList = weights instanceof Map
  demand(isList, 'invalid-credential-list', isList ? '' : sentences[weights.fault])
  books.weights = weights
  books.credentialsFingerprint = fingerprint(credentials)
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

const sentences: Record<CredentialListFault['fault'], string> = {
  'not-a-list': 'the list of public credentials is not one',
  'not-a-credential': 'a line of the credential list is not a public credential',
  'out-of-range': 'a public credential is out of range',
  twice: 'a public credential is on the list twice',
}

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const setupForm = z.object({ election: hash, trustees: hash, credentials: hash })
const vagueForm = z.object({
  group: z.string().optional(),
  questions: z.array(z.looseObject({ type: z.unknown().optional() })).optional(),
})
