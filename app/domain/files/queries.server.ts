/** A file for whoever asks: found only by those who may read it. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { found, insist } from '#app/domain/refusal'
import { openBytes } from '#app/storage/files.server'
import { canReadFile, type Readable } from './policy'

type Row = Readable & { id: string; name: string; mediaType: string }

/**
 * The bytes and how to serve them; a file that is private is exactly as absent as one that never was. An office sees an
 * association's documents from when they are sent to it, not while they are being put together.
 */
export async function fileFor(actor: Actor, fileId: string) {
  const rows = await db.$queryRaw<Row[]>`
    select f.id, f.name, f."mediaType", f."ownerId", f.restricted,
      coalesce(case when pr.id is not null then pr."publishedAt" is not null and pr."hiddenAt" is null end, a.verification = 'verified',
        idea."hiddenAt" is null and b."publishedAt" is not null and idea."pictureId" = f.id, false) as "subjectIsPublic",
      array_remove(array_append(array(
        select c."personId" from "CoAuthor" c where c."proposalId" = pr.id and c."acceptedAt" is not null and c."endedAt" is null
      ), coalesce(pr."authorId", idea."authorId")), null) as circle,
      a.id as "associationId",
      case when a.verification = 'claimed' then null else coalesce(seat.path, place.path) end as "territoryPath"
    from "StoredFile" f
    left join "Proposal" pr on f."subjectKind" = 'proposal' and pr.id = f."subjectId"
    left join "Territory" place on place.id = pr."territoryId"
    left join "Project" idea on f."subjectKind" = 'project' and idea.id = f."subjectId"
    left join "Budget" b on b.id = idea."budgetId"
    left join "Association" a on f."subjectKind" = 'association' and a.id = f."subjectId"
    left join "Territory" seat on seat.id = a."seatId"
    where f.id = ${fileId} and f."removedAt" is null`
  const file = found(rows[0])
  insist(canReadFile(actor, file))
  const bytes = found(await openBytes(file.id))
  return { ...bytes, name: file.name, mediaType: file.mediaType, public: !file.restricted && file.subjectIsPublic }
}
