/** Ways in which a dishonest server could tell a vote again, each with the reason why an audit refuses it. */
import type { Member } from './archive'
import { sealBallot } from './ballot'
import { decryptionText, decryptShare } from './decryption'
import type { Question } from './election'
import { groupNamed } from './group'
import { announceVote, castVote, openVote, singleTrustees } from './invented-vote'
import { predictable } from './predictable-random'
import type { Reason } from './rejection'
import { retold, type Step, stepsOf } from './retold-board'
import { readTally, tallyText } from './tally'
import { makeTrusteeKey } from './trustee-key'
import { trusteesText } from './trustees'

export const random = predictable('audit')
const group = groupNamed('BELENIOS-2048')!
export const questions: Question[] = [
  { answers: ['sì', 'no'], blank: true, min: 1, max: 1, question: 'Si fa?' },
  { answers: ['lunedì', 'martedì'], min: 0, max: 2, question: 'Quando?' },
]
export const opened = openVote({ questions, voters: 3, random, trustees: singleTrustees(group, 2, random) })
export const voted = [
  {
    voter: 0,
    choices: [
      [0, 1, 0],
      [1, 1],
    ],
  },
  {
    voter: 1,
    choices: [
      [1, 0, 0],
      [0, 0],
    ],
  },
  {
    voter: 0,
    choices: [
      [0, 0, 1],
      [0, 1],
    ],
  },
].reduce((vote, { voter, choices }) => castVote(vote, voter, choices, random), opened)
export const announced = announceVote(voted, [1, 2], random)
export const steps = stepsOf(announced.members)

/** The board with the step of that number told otherwise, or left out. */
function changed(number: number, change: (step: Step) => Step | undefined): Member[] {
  return retold(steps.flatMap((step, index) => (index === number ? (change(step) ?? []) : step)))
}

export function withText(number: number, place: number, change: (text: string) => string): Member[] {
  return changed(number, ({ kind, texts }) => ({
    kind,
    texts: texts.map((text, index) => (index === place ? change(text) : text)),
  }))
}

/** Places of the steps of the honest board. */
export const setup = 0
const [ballot, lastBallot, end, tally, share, result] = [1, 3, 4, 5, 6, 8]

const stranger = openVote({ questions, voters: 1, random }).credentials[0]!

/** The last word says which auditors refuse it: Debian's belenios-tool 2.0 does not look at everything that we do. */
type Tampering = [what: string, reason: Reason, tell: () => Member[], refusedBy?: 'us']

export const tamperings: readonly Tampering[] = [
  ['a result one higher', 'invalid-result', () => withText(result, 0, (text) => text.replace('[1,', '[2,'))],
  ['a result with an answer less', 'invalid-result', () => withText(result, 0, () => '{"result":[[1,0,1]]}')],
  ['a ballot left out', 'invalid-tally', () => changed(lastBallot, () => undefined)],
  ['a ballot posted twice', 'repeated-ballot', () => retold([...steps.slice(0, 4), steps[ballot]!, ...steps.slice(4)])],
  ['a ballot after the end', 'out-of-order', () => retold([...steps.slice(0, 5), steps[ballot]!])],
  [
    'a digit of a ciphertext changed',
    'invalid-ballot',
    () => withText(ballot, 0, (text) => text.replace(/"beta":"\d/, (it) => `${it.slice(0, -1)}3`)),
  ],
  [
    "another ballot's signature",
    'invalid-ballot',
    () =>
      withText(ballot, 0, (text) =>
        text.replace(/"signature".*/, /"signature".*/.exec(steps[lastBallot]!.texts[0]!)![0]),
      ),
  ],
  ['a ballot written with spaces', 'invalid-ballot', () => withText(ballot, 0, (text) => text.replaceAll(',', ', '))],
  [
    'a ballot of an invented credential',
    'invalid-credential',
    () =>
      withText(
        ballot,
        0,
        () =>
          sealBallot(
            opened.election,
            stranger,
            [
              [1, 0, 0],
              [0, 0],
            ],
            random,
          ).text,
      ),
  ],
  [
    'the tally says one more',
    'invalid-tally',
    () => withText(tally, 1, (text) => text.replace('"num_tallied":2', '"num_tallied":3')),
    'us',
  ],
  ['a tally with one ballot more', 'invalid-tally', () => withText(tally, 0, inflated), 'us'],
  ['no tally before the decryption', 'out-of-order', () => changed(tally, () => undefined), 'us'],
  [
    'a digit of a decryption changed',
    'invalid-decryption',
    () => withText(share, 0, (text) => text.replace(/(\d)"/, (_, digit) => `${(Number(digit) + 1) % 10}"`)),
  ],
  [
    'a decryption with another key',
    'invalid-decryption',
    () =>
      withText(share, 0, () =>
        decryptionText(decryptShare(opened.election, readTally(steps[tally]!.texts[0]!)!, 12345n, random)),
      ),
  ],
  [
    "a decryption under another's name",
    'invalid-decryption',
    () => withText(share, 1, (text) => text.replace('"owner":1', '"owner":2')),
  ],
  [
    'a decryption by nobody',
    'invalid-decryption',
    () => withText(share, 1, (text) => text.replace('"owner":1', '"owner":3')),
  ],
  ['one trustee missing', 'invalid-decryption', () => changed(share, () => undefined)],
  ['no end of voting', 'out-of-order', () => changed(end, () => undefined), 'us'],
  [
    'a trustee without proof',
    'invalid-trustees',
    () => withText(setup, 1, (text) => text.replace(/"response":"\d/, (it) => `${it}1`)),
  ],
  [
    'a trustee exchanged',
    'invalid-election-key',
    () => withText(setup, 1, () => trusteesText([{ kind: 'single', key: makeTrusteeKey(group, random).key }])),
  ],
  [
    'a credential twice',
    'invalid-credential-list',
    () => withText(setup, 2, (text) => text.replace(/^\[("\d+")/, '[$1,$1')),
  ],
  [
    'a credential that is no number',
    'invalid-credential-list',
    () => withText(setup, 2, (text) => text.replace('["', '["x')),
  ],
  [
    'a question changed after ballots were cast',
    'invalid-ballot',
    () => withText(setup, 0, (text) => text.replace('Si fa?', 'Non si fa?')),
  ],
  ['a text that is no election', 'invalid-election', () => withText(setup, 0, () => '{}')],
]

function inflated(text: string): string {
  const [[one, ...others] = [], ...rest] = readTally(text)!
  return tallyText([[{ alpha: one!.alpha, beta: (one!.beta * group.g) % group.p }, ...others], ...rest])
}
