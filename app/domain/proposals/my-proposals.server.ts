/** What a person writes or has written, alone, with others or for an association. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { Refusal } from '#app/domain/refusal'
import type { Stage } from './lifecycle'

export type MyProposal = {
  id: string
  title: string
  language: string
  stage: Stage
  territoryName: string
  associationName: string | null
  updatedAt: Date
  supports: number
  threshold: number | null
}

const most = 200

export async function myProposals(actor: Actor): Promise<MyProposal[]> {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const acting = actor.mandates.flatMap(({ associationId, kind, verified }) =>
    verified && kind !== 'member' ? associationId : [],
  )
  return db.$queryRaw<MyProposal[]>`
    select p.id, p.title, p.language, p.stage, t.name as "territoryName", s.name as "associationName", p."updatedAt",
      p."supportCount" + p."importedSupportCount" as supports, p.threshold
    from "Proposal" p
    join "Territory" t on t.id = p."territoryId"
    left join "Association" s on s.id = p."associationId"
    where (p."authorId" = ${actor.id} or p."associationId" = any(${acting})
        or p.id in (select c."proposalId" from "CoAuthor" c where c."personId" = ${actor.id} and c."acceptedAt" is not null and c."endedAt" is null))
      and not (p.stage = 'withdrawn' and p."publishedAt" is null)
    order by (p.stage = 'draft') desc, p."updatedAt" desc, p.id limit ${most}`
}
