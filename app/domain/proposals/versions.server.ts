/** The versions of a published text, and what changed between two of them. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { found } from '#app/domain/refusal'
import { plainText } from '#app/editor/document'
import { type ChangedLine, differenceOf } from './difference'
import { proposalPage, read } from './proposal-page.server'

export type VersionSeen = { number: number; at: Date; note: string | null; byName: string | null }

/** Newest first. A first version that nothing has replaced yet has no copy: it is the proposal itself. */
export async function versionsPage(actor: Actor, proposalId: string) {
  const proposal = found(await published(actor, proposalId))
  const kept = await db.$queryRaw<VersionSeen[]>`
    select v.number, v.at, v.note,
      case when q."showsRealName" then coalesce(q."realName", q.pseudonym) else q.pseudonym end as "byName"
    from "ProposalVersion" v left join "Person" q on q.id = v."byId"
    where v."proposalId" = ${proposalId} order by v.number desc`
  const first = { number: 1, at: proposal.publishedAt ?? proposal.createdAt, note: null, byName: proposal.authorName }
  return { proposal, versions: kept.length > 0 ? kept : [first] }
}

/** Between a version and the one before it, or any two. */
export async function versionDifference(actor: Actor, proposalId: string, from: number, to: number) {
  const { proposal, versions } = await versionsPage(actor, proposalId)
  const [before, after] = await Promise.all([wordsOf(proposal, from), wordsOf(proposal, to)])
  return {
    proposal,
    versions,
    from,
    to,
    title: differenceOf(before.title, after.title),
    text: withoutLongSame(differenceOf(before.text, after.text)),
    points: differenceOf(before.points.join('\n'), after.points.join('\n')),
  }
}

type Seen = Awaited<ReturnType<typeof proposalPage>>

async function published(actor: Actor, proposalId: string) {
  const proposal = await proposalPage(actor, proposalId)
  return proposal.publishedAt && !proposal.withheld ? proposal : null
}

async function wordsOf(proposal: Seen, number: number) {
  if (number === proposal.version) {
    return {
      title: proposal.title,
      text: plainText(proposal.document),
      points: proposal.points.map(({ text }) => text),
    }
  }
  const kept = found(
    await db.proposalVersion.findUnique({
      where: { proposalId_number: { proposalId: proposal.id, number } },
      select: { title: true, document: true, points: true },
    }),
  )
  return { title: kept.title, text: plainText(read(kept.document)), points: kept.points }
}

/** Long stretches without a change are left out but for the lines beside a change: null stands for the gap. */
function withoutLongSame(lines: ChangedLine[]): (ChangedLine | null)[] {
  const near = (index: number) => lines.slice(Math.max(0, index - 1), index + 2).some(({ kind }) => kind !== 'same')
  return lines
    .map((line, index) => (near(index) ? line : null))
    .filter((line, index, all) => line !== null || all[index - 1] !== null || index === 0)
}
