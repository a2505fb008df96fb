/** A process of its own that casts one person's vote many times at once, when told to: `vote-again.ts POLL PERSON OPTION…`. */
import { once } from 'node:events'
import { closeDatabase } from '#app/db/client.server'
import { actorOf } from '#app/domain/identity/actor.server'
import { castBallot } from '#app/domain/polls/cast-ballot.server'

const [pollId = '', personId = '', ...options] = process.argv.slice(2)
const times = 40

const actor = await actorOf(personId)
console.log('ready')
await once(process.stdin, 'data')
const votes = await Promise.all(
  Array.from({ length: times }, (_, at) =>
    castBallot(actor, pollId, { choices: [options[at % options.length] ?? ''] }).then(
      ({ receipt }) => receipt ?? 'open',
      (error: { reason?: string; message: string }) => `refused: ${error.reason ?? error.message}`,
    ),
  ),
)
console.log(JSON.stringify(votes))
await closeDatabase()
process.stdin.destroy()
