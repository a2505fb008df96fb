import { describe, expect, it } from 'vitest'
import { type Choices, faultOf, isAllowed, sealBallot } from './ballot'
import { type Ballot, ballotText, readBallot, unsignedText } from './ballot-text'
import { publicCredential, secretOf } from './credentials'
import type { Question } from './election'
import { encrypt, type PublicKey } from './elgamal'
import { multiply } from './group'
import { fingerprint } from './hashing'
import { openVote } from './invented-vote'
import { proveKnowledge } from './knowledge'
import { predictable } from './predictable-random'

const random = predictable('ballots')
const plain: Question = { answers: ['a', 'b', 'c'], min: 1, max: 2, question: 'one or two' }
const withBlank: Question = { answers: ['a', 'b'], blank: true, min: 0, max: 1, question: 'at most one, or blank' }
const { election, credentials } = openVote({ questions: [plain, withBlank], voters: 2, random })
const [mine = '', another = ''] = credentials
const anyone = () => true

function sealed(...choices: Choices[]): Ballot {
  return readBallot(sealBallot(election, mine, choices, random).text)!
}

/** Signed again after a change, as the credential's own holder could. */
function signedAgain(ballot: Ballot): Ballot {
  const hash = fingerprint(unsignedText(ballot))
  const secret = secretOf(election.group, election.uuid, mine)
  return { ...ballot, signature: { hash, proof: proveKnowledge(election.group, `sig|${hash}`, secret, random) } }
}

describe('a ballot', () => {
  it.each([
    [
      [1, 0, 0],
      [0, 0, 0],
    ],
    [
      [0, 1, 1],
      [0, 0, 1],
    ],
    [
      [0, 0, 1],
      [1, 0, 0],
    ],
  ])('of allowed choices %j %j proves itself', (first, second) => {
    expect(faultOf(election, sealed(first, second), anyone)).toBeUndefined()
  })

  it('of other choices is not made', () => {
    for (const choices of [
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
      [
        [1, 1, 1],
        [0, 0, 0],
      ],
      [
        [1, 0],
        [0, 0, 0],
      ],
      [[1, 0, 0]],
      [
        [2, 0, 0],
        [0, 0, 0],
      ],
      [
        [1, 0, 0],
        [1, 1, 0],
      ],
    ])
      expect(() => sealBallot(election, mine, choices, random)).toThrow(RangeError)
    expect(isAllowed(withBlank, [0, 1, 1])).toBe(false)
    expect(isAllowed(withBlank, [1, 0, 0])).toBe(true)
  })

  it('has a tracker that its text alone determines, and is different every time', () => {
    const first = sealBallot(
      election,
      mine,
      [
        [1, 0, 0],
        [0, 0, 0],
      ],
      random,
    )
    const second = sealBallot(
      election,
      mine,
      [
        [1, 0, 0],
        [0, 0, 0],
      ],
      random,
    )
    expect(first.tracker).toBe(fingerprint(first.text))
    expect(second.tracker).not.toBe(first.tracker)
  })

  it('is written in one way only', () => {
    const { text } = sealBallot(
      election,
      mine,
      [
        [1, 0, 0],
        [0, 0, 0],
      ],
      random,
    )
    expect(readBallot(text)).toBeDefined()
    for (const other of [
      `${text} `,
      text.replace('":', '": '),
      text.replace('"alpha":"', '"alpha":"0'),
      '{}',
      'no',
      'null',
    ])
      expect(readBallot(other)).toBeUndefined()
  })
})

describe('a ballot that breaks the rules is found out', () => {
  const good = sealed([1, 0, 0], [0, 0, 1])
  const [first, second] = good.answers as [Ballot['answers'][0], Ballot['answers'][0]]
  const withAnswers = (...answers: Ballot['answers']) => signedAgain({ ...good, answers })

  it('from another vote', () => {
    expect(faultOf(election, signedAgain({ ...good, electionUuid: 'x'.repeat(14) }), anyone)).toBe('other-election')
    expect(faultOf(election, signedAgain({ ...good, electionHash: 'x'.repeat(43) }), anyone)).toBe('other-election')
  })

  it('without a credential on the list', () => {
    expect(faultOf(election, good, () => false)).toBe('credential-not-on-list')
  })

  it('signed by somebody else, or not at all', () => {
    const theirs = { ...good, credential: publicCredential(election.group, election.uuid, another) }
    expect(faultOf(election, theirs, anyone)).toBe('signature')
    const hash = fingerprint(unsignedText(theirs))
    expect(faultOf(election, { ...theirs, signature: { ...good.signature, hash } }, anyone)).toBe('signature')
    const { challenge, response } = good.signature.proof
    const beyond = { challenge, response: response + election.group.q }
    expect(faultOf(election, { ...good, signature: { ...good.signature, proof: beyond } }, anyone)).toBe('signature')
  })

  it('copied from another voter: the proofs name the credential', () => {
    const theirs = readBallot(
      sealBallot(
        election,
        another,
        [
          [1, 0, 0],
          [0, 0, 0],
        ],
        random,
      ).text,
    )!
    expect(faultOf(election, withAnswers(...theirs.answers), anyone)).toBe('choice-proof')
  })

  it('with an answer too few or too many', () => {
    expect(faultOf(election, withAnswers(first), anyone)).toBe('wrong-shape')
    expect(faultOf(election, withAnswers(first, first), anyone)).toBe('wrong-shape')
    const shorter = { ...first, choices: first.choices.slice(1), individualProofs: first.individualProofs.slice(1) }
    expect(faultOf(election, withAnswers(shorter, second), anyone)).toBe('wrong-shape')
  })

  it('with a number outside the group', () => {
    const [cipher, ...others] = first.choices
    const outside = { alpha: multiply(election.group, cipher!.alpha, election.group.p - 1n), beta: cipher!.beta }
    expect(faultOf(election, withAnswers({ ...first, choices: [outside, ...others] }, second), anyone)).toBe(
      'not-in-group',
    )
    const beyond = { alpha: cipher!.alpha + election.group.p, beta: cipher!.beta }
    expect(faultOf(election, withAnswers({ ...first, choices: [beyond, ...others] }, second), anyone)).toBe(
      'not-in-group',
    )
  })

  it('with a choice counted a thousand times', () => {
    const [, ...others] = first.choices
    const { cipher } = encrypt(election.key, 1000, random)
    expect(faultOf(election, withAnswers({ ...first, choices: [cipher, ...others] }, second), anyone)).toBe(
      'choice-proof',
    )
  })

  it('with more choices than allowed, or with a blank vote that chooses', () => {
    const three: Question = { ...plain, max: 3 }
    const free: Question = { answers: ['a', 'b'], blank: true, min: 0, max: 2, question: '' }
    const laxer = { ...election, questions: [three, free] }
    const seal = (choices: Choices[]) => readBallot(sealBallot(laxer, mine, choices, random).text)!
    expect(
      faultOf(
        election,
        seal([
          [1, 1, 1],
          [0, 0, 0],
        ]),
        anyone,
      ),
    ).toBe('sum-proof')
    expect(
      faultOf(
        election,
        seal([
          [1, 0, 0],
          [0, 1, 1],
        ]),
        anyone,
      ),
    ).toBe('sum-proof')
    const blank = seal([
      [1, 0, 0],
      [1, 0, 0],
    ]).answers[1]!
    const chosen = seal([
      [1, 0, 0],
      [0, 1, 0],
    ]).answers[1]!
    const parts = [blank, chosen, chosen] as const
    const both = {
      ...blank,
      choices: parts.map(({ choices }, slot) => choices[slot]!),
      individualProofs: parts.map(({ individualProofs }, slot) => individualProofs[slot]!),
    }
    expect(faultOf(election, withAnswers(first, both), anyone)).toBe('sum-proof')
    expect(faultOf(election, withAnswers(first, { ...second, blankProof: first.overallProof }), anyone)).toBe(
      'blank-proof',
    )
  })

  it('with one digit changed anywhere in its numbers', () => {
    const text = ballotText(good)
    const places = [...text.matchAll(/"(alpha|beta|challenge|response|credential)":"\d*(\d)"/g)]
    expect(places.length).toBeGreaterThan(40)
    for (const place of places) {
      const at = place.index + place[0].length - 2
      const changed = text.slice(0, at) + ((Number(text[at]) + 1) % 10) + text.slice(at + 1)
      expect(faultOf(election, readBallot(changed)!, anyone)).toBe('signature')
      if (at > text.indexOf('"signature"')) continue
      expect(faultOf(election, signedAgain(readBallot(changed)!), anyone)).toBeDefined()
    }
  })
})

it('hides a choice: the same choice encrypts to other numbers, and only the key opens them', () => {
  const key: PublicKey = election.key
  const [one, two] = [encrypt(key, 1, random), encrypt(key, 1, random)]
  expect(one.cipher).not.toEqual(two.cipher)
})
