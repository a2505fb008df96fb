/** Why something was done, as it is told with it: in public words, or in those that only the people concerned read. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import type { ToldEntry } from './circles.server'
import { wordIn } from './places'
import { sayingOf } from './sayings'

const ofAssociations = ['association.incomplete', 'association.refused', 'association.suspended']
const decided = new Set([...ofAssociations, 'person.attestation-revoked'])

/**
 * Why there is more time, another date, or a review: said in public by the office or the authors, unless the proposal is
 * hidden. Of a decision about those who are told, the officer's words to them.
 */
export async function reasonOf({ what, subjectId, details }: ToldEntry): Promise<string | null> {
  const hiddenAt = null
  const commitment = { OR: [{ proposalId: null }, { proposal: { hiddenAt } }] }
  if (what === 'answer.extended') {
    const answerId = wordIn(details, 'answerId') ?? ''
    const extension = await db.extension.findFirst({
      where: { answerId, answer: { proposal: { hiddenAt } } },
      select: { reason: true },
    })
    return extension?.reason ?? null
  }
  if (what === 'commitment.moved') {
    const move = await db.commitmentMove.findFirst({
      where: { id: wordIn(details, 'moveId') ?? '', commitment },
      select: { reason: true },
    })
    return move?.reason ?? null
  }
  if (what === 'commitment.handed-over') {
    const handover = await db.commitmentHandover.findFirst({
      where: { id: wordIn(details, 'handoverId') ?? '', commitment },
      select: { reason: true },
    })
    return handover?.reason ?? null
  }
  if (decided.has(what)) return privateReasonOf({ what, subjectId, details })
  if (what !== 'answer.review-asked' && sayingOf(what, details).key !== 'answer.due-review') return null
  const review = await db.answer.findFirst({
    where: { proposalId: subjectId, round: 2, proposal: { hiddenAt } },
    select: { reviewReason: true },
  })
  return review?.reviewReason ?? null
}

async function privateReasonOf({ what, subjectId, details }: Pick<ToldEntry, 'what' | 'subjectId' | 'details'>) {
  const decision = {
    what: Prisma.sql`${what}::text`,
    subjectId: Prisma.sql`${subjectId}::text`,
    details: Prisma.sql`${JSON.stringify(details)}::jsonb`,
  }
  const [row] = await db.$queryRaw<{ reason: string | null }[]>`select ${privateReason(decision)} as reason`
  return row?.reason ?? null
}

type Decision = { what: Prisma.Sql; subjectId: Prisma.Sql; details: Prisma.Sql }

/** An officer's words on an association, or on an attestation that was taken back: never to be read by others. */
const privateReason = ({ what, subjectId, details }: Decision) => Prisma.sql`case
  when ${what} = any(${ofAssociations}) then (
    select c.note from "AssociationChange" c where c.id = ${details} ->> 'changeId' and c."associationId" = ${subjectId})
  when ${what} = 'person.attestation-revoked' then (
    select a.revocation from "Attestation" a where a.id = ${details} ->> 'attestationId' and a."personId" = ${subjectId})
  end`

/** The same for the notice n of the entry e, while its reader acts for the association; of others, nothing. */
export const reasonInNotice = Prisma.sql`case
  when n."subjectKind" = 'person' and n."subjectId" <> n."personId" then null
  when n."subjectKind" = 'association' and not exists (
    select from "Mandate" m where m."personId" = n."personId" and m."associationId" = n."subjectId"
      and m.kind in ('representative', 'delegate') and m."acceptedAt" is not null and m."endedAt" is null
      and m."startsOn" <= current_date and (m."endsOn" is null or m."endsOn" >= current_date)) then null
  else ${privateReason({ what: Prisma.sql`n.what`, subjectId: Prisma.sql`n."subjectId"`, details: Prisma.sql`e.details` })} end`
