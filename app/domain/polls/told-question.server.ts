/** The question of a poll in SQL, as its reader is told it. */
import { Prisma } from '#app/db/generated/client'

/** To join laterally to a row of "Poll" under this name: its question and language, in those of `reading` where it was translated. */
export function toldQuestion(poll: string, reading: Prisma.Sql): Prisma.Sql {
  const row = Prisma.raw(poll)
  return Prisma.sql`(
    select coalesce(l ->> 'question', ${row}.question) as question, coalesce(l ->> 'language', ${row}.language) as language
    from (values (1)) as one left join lateral jsonb_array_elements(${row}.frozen -> 'translations') l
      on l ->> 'language' = ${reading} and ${row}.language <> ${reading})`
}
