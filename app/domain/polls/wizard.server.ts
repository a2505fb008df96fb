/** What the wizard's screens need: the draft, the places one may ask in, proposals that may be put to the vote. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { found, insist } from '#app/domain/refusal'
import { draftedPoll } from './drafted.server'
import { canEdit } from './policy'
import { reachPoll } from './reach-poll.server'
import { missingFrom } from './readiness'
import { headOf } from './secret/board.server'

/** For officers the places they answer for, from the largest; for who acts for an association, everywhere it works. */
export async function placesToAsk(actor: Actor) {
  if (actor.kind === 'visitor') return []
  const paths = actor.roles.filter(({ kind }) => kind === 'officer').map(({ territoryPath }) => `${territoryPath}%`)
  const associations = actor.mandates.map(({ associationId }) => associationId)
  return db.$queryRaw<{ id: string; name: string; kind: string }[]>`
    select t.id, t.name, t.kind::text as kind from "Territory" t
    where t.path like any(${paths}) or exists (
      select from "AssociationTerritory" a where a."territoryId" = t.id and a."associationId" = any(${associations}))
    order by t.kind, t.name`
}

/** A draft with what it still lacks; a secret one that begins anew has the board of its last round. */
export async function draftPage(actor: Actor, pollId: string) {
  const poll = await reachPoll(db, pollId)
  insist(canEdit(actor, poll))
  const draft = found(await draftedPoll(db, pollId))
  const { language } = found(await db.poll.findUnique({ where: { id: pollId }, select: { language: true } }))
  return {
    id: pollId,
    language,
    territoryId: poll.territoryId,
    ...draft,
    round: poll.round,
    missing: missingFrom(draft, poll.now),
    head: draft.mode === 'secret' ? await headOf(pollId) : null,
  }
}

/** Proposals of the place that people may be asked about, most supported first. */
export async function proposalsToPut(territoryId: string) {
  return db.proposal.findMany({
    where: {
      territoryId,
      publishedAt: { not: null },
      hiddenAt: null,
      stage: { in: ['open', 'qualified', 'answered'] },
    },
    orderBy: [{ supportCount: 'desc' }, { id: 'asc' }],
    take: 50,
    select: { id: true, title: true },
  })
}
