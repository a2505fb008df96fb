/** The versions of a published text, and what changed between two of them. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { found } from '#app/domain/refusal'
import { differences } from '#app/editor/differences'
import type { Document } from '#app/editor/document'
import { proposalPage, read } from './proposal-page.server'

export type VersionSeen = {
  number: number
  at: Date
  note: string | null
  byName: string | null
  /** Written by a co-author, who speaks for themselves */
  alone: boolean
}

/** Newest first. A first version that nothing has replaced yet has no copy: it is the proposal itself. */
export async function versionsPage(actor: Actor, proposalId: string) {
  const proposal = found(await published(actor, proposalId))
  const kept = await db.$queryRaw<VersionSeen[]>`
    select v.number, v.at, v.note,
      case when q."showsRealName" then coalesce(q."realName", q.pseudonym) else q.pseudonym end as "byName",
      exists (
        select from "CoAuthor" c where c."proposalId" = v."proposalId" and c."personId" = v."byId" and c."acceptedAt" is not null
      ) as alone
    from "ProposalVersion" v left join "Person" q on q.id = v."byId"
    where v."proposalId" = ${proposalId} order by v.number desc`
  const at = proposal.publishedAt ?? proposal.createdAt
  const first = { number: 1, at, note: null, byName: proposal.authorName, alone: false }
  return { proposal, versions: kept.length > 0 ? kept : [first] }
}

/** What changed between two versions: title, text and points, read as one document. */
export async function versionDifference(actor: Actor, proposalId: string, from: number, to: number) {
  const { proposal, versions } = await versionsPage(actor, proposalId)
  const [before, after] = await Promise.all([wholeOf(proposal, from), wholeOf(proposal, to)])
  return { proposal, versions, from, to, changes: differences(before, after) }
}

type Seen = Awaited<ReturnType<typeof proposalPage>>

async function published(actor: Actor, proposalId: string) {
  const proposal = await proposalPage(actor, proposalId)
  return proposal.publishedAt && !proposal.withheld ? proposal : null
}

async function wholeOf(proposal: Seen, number: number): Promise<Document> {
  if (number === proposal.version) {
    const points = proposal.points.map(({ text }) => text)
    return whole(proposal.title, proposal.document, points)
  }
  const kept = found(
    await db.proposalVersion.findUnique({
      where: { proposalId_number: { proposalId: proposal.id, number } },
      select: { title: true, document: true, points: true },
    }),
  )
  return whole(kept.title, read(kept.document), kept.points)
}

function whole(title: string, document: Document, points: readonly string[]): Document {
  const words = (text: string) => [{ type: 'text' as const, text }]
  const items = points.map((text) => ({
    type: 'listItem' as const,
    content: [{ type: 'paragraph' as const, content: words(text) }],
  }))
  return {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: words(title) },
      ...document.content,
      ...(items.length > 0 ? [{ type: 'orderedList' as const, content: items }] : []),
    ],
  }
}
