/** A draft as its authors see it in the wizard: what is written, what it lacks, and under which rules it would open. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { insist } from '#app/domain/refusal'
import { plainText } from '#app/editor/document'
import { canPublish, isAuthor, type Weighed } from './policy'
import { readProposal } from './proposal-page.server'
import { lackingIn } from './readiness'
import { type FrozenRules, thresholdFor } from './rules'
import { rulesInForce } from './rules-in-force.server'

export async function draftPage(actor: Actor, proposalId: string) {
  const proposal = await readProposal(actor, proposalId)
  insist(isAuthor(actor, proposal.weighed) || 'not-found')
  const rules = await rulesInForce(db, proposal.territoryId)
  const threshold = rules && thresholdFor(rules, rules.population)
  return {
    id: proposal.id,
    stage: proposal.stage,
    revision: proposal.revision,
    title: proposal.title,
    document: proposal.document,
    points: proposal.points.map(({ text }) => text),
    files: proposal.files,
    topic: proposal.topic,
    language: proposal.language,
    territoryId: proposal.territoryId,
    territoryName: proposal.territoryName,
    associationId: proposal.associationId,
    associationName: proposal.associationName,
    authorName: proposal.authorName,
    coAuthors: proposal.coAuthors,
    /** Who began it says in whose name it speaks */
    begun: actor.kind === 'person' && actor.id === proposal.weighed.authorId,
    rules,
    threshold,
    lacking: lackingIn({ ...proposal, words: plainText(proposal.document) }),
    /** Why it may not be published, besides what is missing */
    refusal: refusalOf(actor, proposal.weighed, rules),
  }
}

function refusalOf(actor: Actor, weighed: Weighed, rules: FrozenRules | null) {
  if (!rules) return 'proposal.no-rules'
  const publishes = canPublish(actor, weighed, rules)
  if (publishes !== true) return publishes
  return thresholdFor(rules, rules.population) === null ? 'proposal.population-unknown' : null
}
