/** A draft becomes public: the rules of its territory are frozen onto it, and its supports begin to count. */
import type { Actor } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { insist, Refusal } from '#app/domain/refusal'
import { excerpt, parseDocument, plainText } from '#app/editor/document'
import { excerptLength, pointsOf } from './drafts.server'
import { canPublish, isAuthor } from './policy'
import { makeMove, reach } from './reach.server'
import { lackingIn } from './readiness'
import { thresholdFor } from './rules'
import { rulesInForce } from './rules-in-force.server'

/** Pressed twice, it is published once, and nobody is told that they failed. */
export async function publishProposal(actor: Actor, proposalId: string, now: Date = new Date()) {
  await transaction(async (tx, note) => {
    await tx.$queryRaw`select 1 from "Proposal" where id = ${proposalId} for update`
    const proposal = await reach(tx, proposalId)
    if (proposal.weighed.published && isAuthor(actor, proposal.weighed)) return
    const rules = await rulesInForce(tx, proposal.territoryId)
    if (!rules) throw new Refusal('proposal.no-rules')
    insist(canPublish(actor, proposal.weighed, rules))
    const document = checked(proposal.document)
    const [lacking] = lackingIn({ ...proposal, words: plainText(document) })
    insist(lacking === undefined || `proposal.lacks-${lacking}`)
    const threshold = thresholdFor(rules, rules.population)
    insist(threshold !== null || 'proposal.population-unknown')
    await makeMove(tx, proposal, 'publish', {
      title: proposal.title.trim(),
      excerpt: excerpt(document, excerptLength),
      publishedAt: now,
      ruleSetId: rules.ruleSetId,
      rules,
      threshold,
      version: 1,
      revision: { increment: 1 },
    })
    if ((await pointsOf(tx, proposalId)).length === 0) {
      await tx.point.create({ data: { proposalId, position: 1, text: proposal.title.trim() }, select: { id: true } })
    }
    await note({
      what: 'proposal.published',
      actor,
      subjectId: proposalId,
      territoryId: proposal.territoryId,
      associationId: proposal.associationId,
    })
  })
}

function checked(document: unknown) {
  const parsed = parseDocument(document)
  if (!parsed.ok) throw new Refusal(parsed.reason)
  return parsed.document
}
