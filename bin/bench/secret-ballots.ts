/** What secret ballots cost the voter's device and whoever audits them. */
import { randomBytes } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { apart } from '#app/apart/apart.server'
import { auditArchive } from '#app/domain/voting/belenios/audit'
import { sealBallot } from '#app/domain/voting/belenios/ballot'
import { archiveBytes } from '#app/domain/voting/belenios/board'
import { announceVote, castVote, openVote } from '#app/domain/voting/belenios/invented-vote'
import { withNativePowers } from '#app/domain/voting/belenios/native-powers.server'
import type { Measure } from './voting'

const random = (bytes: number) => new Uint8Array(randomBytes(bytes))
const questions = [{ answers: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], min: 0, max: 7, question: 'Sette scelte' }]
const choices = [[1, 0, 1, 0, 0, 1, 0]]

/** Goal: a ballot is ready within 2 s in a browser. */
export const secretBallotMeasures: Measure[] = [
  {
    name: 'secret ballot of 7 choices, encrypted, proved and signed',
    async run() {
      const { election, credentials } = openVote({ questions, voters: 1, random })
      return { figure: timed(() => sealBallot(election, credentials[0]!, choices, random)), unit: 'ms' }
    },
  },
  {
    name: 'secret ballot of 7 choices, audited with BigInt alone',
    run: () => auditOf(10, {}),
  },
  {
    name: 'secret ballot of 7 choices, audited with native powers',
    run: () => auditOf(10, { accelerated: withNativePowers }),
  },
  {
    name: 'secret ballots of 7 choices, 2,000 added up on a thread of their own',
    run: async () => ({ figure: (await additionOf(2000)).took, unit: 'ms' }),
  },
  {
    name: 'the same: the longest that the server itself stands still',
    run: async () => ({ figure: (await additionOf(2000)).held, unit: 'ms' }),
  },
]

async function additionOf(ballots: number) {
  const vote = castVote(openVote({ questions, voters: 1, random }), 0, choices, random)
  const election = vote.members.find(({ text }) => text.includes('"questions"'))?.text ?? ''
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const start = performance.now()
  await apart('tallyWith', election, new Array<string>(ballots).fill(vote.ballots[0] ?? ''), null)
  const took = performance.now() - start
  delay.disable()
  return { took, held: delay.max / 1e6 }
}

/** Milliseconds a ballot, for a whole archive with its setup and result. */
async function auditOf(voters: number, options: Parameters<typeof auditArchive>[1]) {
  let vote = openVote({ questions, voters, random })
  for (let voter = 0; voter < voters; voter++) vote = castVote(vote, voter, choices, random)
  const archive = [...archiveBytes(announceVote(vote, [1], random).members, 0)]
  const start = performance.now()
  const { verdict } = await auditArchive(archive, options)
  if (verdict !== 'accepted') throw new Error(`the archive is ${verdict}`)
  return { figure: (performance.now() - start) / voters, unit: 'ms a ballot' }
}

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
