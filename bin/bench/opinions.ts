/** What an opinion map costs, measured on an invented conversation. */
import { seededNumbers } from '#app/domain/voting/formats/random-electorate'
import { opinionMap } from '#app/domain/voting/opinions/opinion-map'
import { addVote, emptyVotes, tableOf, type Vote, type VoteBox } from '#app/domain/voting/opinions/votes'
import type { Measure } from './voting'

const [people, statements] = [2_000, 200]

/** A conversation of four camps whose members answer most statements as their camp does; three in four are answered. */
function inventedVotes(): VoteBox {
  const below = seededNumbers('invented-opinions')
  const chance = () => below(10_000) / 10_000
  const camps = Array.from({ length: 4 }, () => Array.from({ length: statements }, () => chance()))
  const box = emptyVotes()
  for (let person = 0; person < people; person += 1) {
    const camp = camps[person % camps.length]!
    for (let statement = 0; statement < statements; statement += 1) {
      if (chance() > 0.75) continue
      const answer = chance()
      const vote: Vote = answer < 0.15 ? 0 : chance() < camp[statement]! ? 1 : -1
      addVote(box, { participant: String(person), statement: String(statement), vote })
    }
  }
  return box
}

/** Seconds from votes in the order in which they came to the finished map; goal: at most 3. */
export const opinionMeasures: Measure[] = [
  {
    name: `opinion map, ${people} people × ${statements} statements`,
    async run() {
      const box = inventedVotes()
      const from = performance.now()
      const map = opinionMap(tableOf(box))
      if (map.positions.length !== people) throw new Error('the map does not show everybody')
      return { figure: (performance.now() - from) / 1000, unit: 's' }
    },
  },
]
