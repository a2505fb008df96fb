/** A draft as its authors see it in the wizard: what is written, what it lacks, and under which rules it would open. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { insist } from '#app/domain/refusal'
import { plainText } from '#app/editor/document'
import { canPublish, isAuthor } from './policy'
import { readProposal } from './proposal-page.server'
import { lackingIn } from './readiness'
import { thresholdFor } from './rules'
import { rulesInForce } from './rules-in-force.server'

export async function draftPage(actor: Actor, proposalId: string) {
  const proposal = await readProposal(actor, proposalId)
  insist(isAuthor(actor, proposal.weighed) || 'not-found')
  const rules = await rulesInForce(db, proposal.territoryId)
  const threshold = thresholdFor(rules, rules.population)
  const publishes = canPublish(actor, proposal.weighed, rules)
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
    rules,
    threshold,
    lacking: lackingIn({ ...proposal, words: plainText(proposal.document) }),
    /** Why it may not be published, besides what is missing */
    refusal: publishes !== true ? publishes : threshold === null ? 'proposal.population-unknown' : null,
  }
}
