/** A voter's choices encrypted, proved to be allowed and signed with the credential; and the same checked. */
import { type Ballot, ballotText, type EncryptedAnswer, type UnsignedBallot, unsignedText } from './ballot-text'
import { secretOf } from './credentials'
import { type Claim, holdsOneOf, proveOneOf, type Statement } from './disjunction'
import { type Election, type Question, slotsOf } from './election'
import { type Ciphertext, encrypt, type Opening, type PublicKey, sumOf, sumOfOpenings } from './elgamal'
import { fixedPowers, isElement, type Power, type Random } from './group'
import { fingerprint } from './hashing'
import { holdsKnowledge, proveKnowledge } from './knowledge'

/** 0 or 1 for each answer; where a blank vote is allowed, one more before them that says whether it is blank. */
export type Choices = readonly number[]

export interface SealedBallot {
  readonly text: string
  readonly tracker: string
}

export type BallotFault =
  | 'other-election'
  | 'credential-not-on-list'
  | 'wrong-shape'
  | 'not-in-group'
  | 'choice-proof'
  | 'sum-proof'
  | 'blank-proof'
  | 'signature'

export function sealBallot(
  election: Election,
  credential: string,
  choices: readonly Choices[],
  random: Random,
): SealedBallot {
  if (choices.length !== election.questions.length || !election.questions.every((q, i) => isAllowed(q, choices[i]!)))
    throw new RangeError('the choices are not an answer to the questions')
  const secret = secretOf(election.group, election.uuid, credential)
  const publicCredential = fixedPowers(election.group, election.group.g)(secret)
  const context = `${election.fingerprint}|${publicCredential}`
  const ballot: UnsignedBallot = {
    electionUuid: election.uuid,
    electionHash: election.fingerprint,
    credential: publicCredential,
    answers: election.questions.map((question, index) =>
      sealAnswer(election.key, context, question, choices[index]!, random),
    ),
  }
  const hash = fingerprint(unsignedText(ballot))
  const proof = proveKnowledge(election.group, `sig|${hash}`, secret, random)
  const text = ballotText({ ...ballot, signature: { hash, proof } })
  return { text, tracker: fingerprint(text) }
}

export function isAllowed(question: Question, choices: Choices): boolean {
  if (choices.length !== slotsOf(question) || !choices.every((choice) => choice === 0 || choice === 1)) return false
  const chosen = choices.slice(question.blank ? 1 : 0).reduce<number>((sum, choice) => sum + choice, 0)
  if (question.blank && choices[0] === 1) return chosen === 0
  return chosen >= question.min && chosen <= question.max
}

/** What is wrong with a ballot, or undefined. Whether its credential is on the list is asked of `isOnList`. */
export function faultOf(
  election: Election,
  ballot: Ballot,
  isOnList: (credential: bigint) => boolean,
): BallotFault | undefined {
  if (ballot.electionUuid !== election.uuid || ballot.electionHash !== election.fingerprint) return 'other-election'
  if (!isOnList(ballot.credential)) return 'credential-not-on-list'
  const { hash, proof } = ballot.signature
  if (hash !== fingerprint(unsignedText(ballot))) return 'signature'
  if (!holdsKnowledge(election.group, `sig|${hash}`, ballot.credential, proof)) return 'signature'
  if (ballot.answers.length !== election.questions.length) return 'wrong-shape'
  const context = `${election.fingerprint}|${ballot.credential}`
  for (const [index, question] of election.questions.entries()) {
    const fault = faultOfAnswer(election.key, context, question, ballot.answers[index]!)
    if (fault) return fault
  }
  return undefined
}

function sealAnswer(
  key: PublicKey,
  context: string,
  question: Question,
  choices: Choices,
  random: Random,
): EncryptedAnswer {
  const sealed = choices.map((choice) => encrypt(key, choice, random))
  const ciphers = sealed.map(({ cipher }) => cipher)
  const openings = sealed.map(({ opening }) => opening)
  const individualProofs = sealed.map(({ cipher, opening }) =>
    proveOneOf(
      key,
      intervalContext(context, cipher),
      [0, 1].map((value) => ({ opening, value })),
      random,
    ),
  )
  const whole = wholeContext(context, ciphers)
  const [blank, rest] = question.blank ? [openings[0], openings.slice(1)] : [undefined, openings]
  const sum = sumOfOpenings(key.group, rest)
  const inRange: Claim[] = range(question).map((value) => ({ opening: sum, value }))
  if (blank === undefined) {
    const context = intervalContext(whole, sumOf(key.group, ciphers))
    return { choices: ciphers, individualProofs, overallProof: proveOneOf(key, context, inRange, random) }
  }
  return {
    choices: ciphers,
    individualProofs,
    overallProof: proveOneOf(key, `bproof1|${whole}`, [{ opening: blank, value: 1 }, ...inRange], random),
    blankProof: proveOneOf(key, `bproof0|${whole}`, bothZero(blank, sum), random),
  }
}

function faultOfAnswer(
  key: PublicKey,
  context: string,
  question: Question,
  { choices, individualProofs, overallProof, blankProof }: EncryptedAnswer,
): BallotFault | undefined {
  const { group } = key
  const powers = remembered(group.powersOf)
  if (choices.length !== slotsOf(question) || individualProofs.length !== choices.length) return 'wrong-shape'
  if ((blankProof !== undefined) !== (question.blank === true)) return 'wrong-shape'
  if (!choices.flatMap(({ alpha, beta }) => [alpha, beta]).every((it) => isElement(group, it, powers(it))))
    return 'not-in-group'
  const eachHolds = choices.every((cipher, index) =>
    holdsOneOf(
      key,
      intervalContext(context, cipher),
      [0, 1].map((value) => ({ cipher, value })),
      individualProofs[index]!,
      powers,
    ),
  )
  if (!eachHolds) return 'choice-proof'
  const whole = wholeContext(context, choices)
  const sum = sumOf(group, question.blank ? choices.slice(1) : choices)
  const inRange: Statement[] = range(question).map((value) => ({ cipher: sum, value }))
  const blank = choices[0]!
  if (blankProof === undefined)
    return holdsOneOf(key, intervalContext(whole, sum), inRange, overallProof, powers) ? undefined : 'sum-proof'
  const statements = [{ cipher: blank, value: 1 }, ...inRange]
  if (!holdsOneOf(key, `bproof1|${whole}`, statements, overallProof, powers)) return 'sum-proof'
  const zeros = [blank, sum].map((cipher) => ({ cipher, value: 0 }))
  return holdsOneOf(key, `bproof0|${whole}`, zeros, blankProof, powers) ? undefined : 'blank-proof'
}

/** A number outside the group has no powers to speak of: its table is made for every number only once. */
function remembered(powersOf: (base: bigint) => Power): (base: bigint) => Power {
  const known = new Map<bigint, Power>()
  return (base) => {
    const power = known.get(base) ?? powersOf(base)
    known.set(base, power)
    return power
  }
}

function intervalContext(context: string, { alpha, beta }: Ciphertext): string {
  return `prove|${context}|${alpha},${beta}`
}

function wholeContext(context: string, ciphers: readonly Ciphertext[]): string {
  return `${context}|${ciphers.map(({ alpha, beta }) => `${alpha},${beta}`).join(',')}`
}

function range({ min, max }: Question): number[] {
  return Array.from({ length: max - min + 1 }, (_, index) => min + index)
}

function bothZero(blank: Opening, sum: Opening): Claim[] {
  return [blank, sum].map((opening) => ({ opening, value: 0 }))
}
