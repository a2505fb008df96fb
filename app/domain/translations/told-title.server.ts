/** The title of what an office wrote, in SQL, as its reader is told it. */
import { Prisma } from '#app/db/generated/client'
import type { TranslatedKind } from './tell'

/** To join laterally to a row under this name: its title and its language, in those of `reading` where it was translated. */
export function toldTitle(kind: TranslatedKind, row: string, reading: Prisma.Sql): Prisma.Sql {
  const of = Prisma.raw(row)
  return Prisma.sql`(
    select coalesce(said.title, ${of}.title) as title,
      case when said.title is null then ${of}.language else ${reading} end as language
    from (values (1)) as one left join lateral (
      select part ->> 'to' as title from "Translation" w cross join lateral jsonb_array_elements(w.written) part
      where w."subjectKind" = ${kind}::"TranslatedKind" and w."subjectId" = ${of}.id and w.language = ${reading}
        and ${of}.language <> ${reading} and part ->> 'from' = ${of}.title limit 1) said on true)`
}
