/** What a secret vote asks and under which key: the text that every voter, trustee and auditor reads alike. */
import { z } from 'zod'
import { randomToken } from './credentials'
import type { PublicKey } from './elgamal'
import { type Group, groupNamed, type Random } from './group'
import { fingerprint } from './hashing'

/** Answers chosen between min and max, or none at all where a blank vote is allowed. */
export interface Question {
  readonly answers: readonly string[]
  readonly blank?: boolean
  readonly min: number
  readonly max: number
  readonly question: string
}

export interface ElectionDraft {
  readonly name: string
  readonly description: string
  readonly uuid: string
  readonly questions: readonly Question[]
  readonly administrator?: string
  readonly credentialAuthority?: string
}

export interface Election {
  readonly uuid: string
  readonly name: string
  readonly description: string
  readonly group: Group
  readonly key: PublicKey
  readonly questions: readonly Question[]
  /** The hash of the election's text, which every ballot repeats. */
  readonly fingerprint: string
}

const mostAnswers = 200
const uuidForm = /^[1-9A-HJ-NP-Za-km-z]{14,64}$/

export function makeUuid(random: Random): string {
  return randomToken(14, random)
}

export function isUuid(text: string): boolean {
  return uuidForm.test(text)
}

/** The text to put on the board. It must never be written again in another way, since its hash is in every ballot. */
export function electionText(draft: ElectionDraft, key: PublicKey): string {
  return JSON.stringify({
    version: 1,
    description: draft.description,
    name: draft.name,
    group: key.group.name,
    public_key: String(key.y),
    questions: draft.questions.map(({ answers, blank, min, max, question }) => ({
      answers,
      ...(blank ? { blank } : {}),
      min,
      max,
      question,
    })),
    uuid: draft.uuid,
    ...(draft.administrator === undefined ? {} : { administrator: draft.administrator }),
    ...(draft.credentialAuthority === undefined ? {} : { credential_authority: draft.credentialAuthority }),
  })
}

/** Reads the text of an election; undefined where it is not one, or asks what cannot be counted from sums. */
export function readElection(text: string): Election | undefined {
  const parsed = electionForm.safeParse(parsedJson(text))
  if (!parsed.success) return undefined
  const { uuid, name, description, questions, group: groupName, public_key } = parsed.data
  const group = groupNamed(groupName)
  if (!group) return undefined
  const key = { group, y: BigInt(public_key) }
  return { uuid, name, description, group, key, questions, fingerprint: fingerprint(text) }
}

/** How many ciphertexts a ballot holds for the question: one an answer, and one for the blank vote before them. */
export function slotsOf({ answers, blank }: Question): number {
  return answers.length + (blank ? 1 : 0)
}

/** Parsed JSON, or undefined where the text is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const questionForm = z
  .object({
    answers: z.array(z.string()).min(1).max(mostAnswers),
    blank: z.boolean().optional(),
    min: z.int().min(0),
    max: z.int().min(1),
    question: z.string(),
  })
  .refine(({ min, max, answers }) => min <= max && max <= answers.length)

const electionForm = z.object({
  version: z.literal(1),
  description: z.string(),
  name: z.string(),
  group: z.enum(['BELENIOS-2048', 'RFC-3526-2048']),
  public_key: z.string().regex(/^[1-9]\d{0,700}$/),
  questions: z.array(questionForm).min(1).max(50),
  uuid: z.string().regex(uuidForm),
  administrator: z.string().optional(),
  credential_authority: z.string().optional(),
})
