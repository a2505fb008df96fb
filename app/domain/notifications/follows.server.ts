/** What a person follows, the newest first, for them alone. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import type { Actor } from '#app/domain/authorization'
import { cursorOf, pageKeyOf } from '#app/domain/page-key'
import { Refusal } from '#app/domain/refusal'
import type { Followed } from './commands.server'
import { publicPlaceOf } from './places'
import { subjectOf } from './subjects.server'

/** Without a title it is hidden at present. */
export type Follow = Followed & { title: string | null; language: string | null; place: string }

type Row = Omit<Follow, 'place'> & { at: Date; slug: string | null }

export async function followsOf(actor: Actor, cursor: string | null, limit = 30) {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const [time, id] = pageKeyOf<[number, string]>(cursor, ['number', 'string']) ?? [null, null]
  const before = time === null ? null : new Date(Math.min(Math.max(time, 0), 4_000_000_000_000))
  const reading = Prisma.sql`${actor.language}`
  const subject = { kind: Prisma.sql`f."subjectKind"`, id: Prisma.sql`f."subjectId"`, reading, what: Prisma.sql`''` }
  const rows = await db.$queryRaw<Row[]>`
    select f."subjectKind", f."subjectId", f.at, about.language, about.slug, about.title
    from "Follow" f left join lateral ${subjectOf(subject)} about on true
    where f."personId" = ${actor.id} and f."subjectKind" in ('proposal', 'territory')
      and (${before}::timestamptz is null or (f.at, f."subjectId") < (${before}::timestamptz, ${id}))
    order by f.at desc, f."subjectId" desc limit ${limit + 1}`
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    follows: shown.map(
      ({ at: _, slug, ...row }): Follow => ({
        ...row,
        place: publicPlaceOf({ ...row, slug, what: '', details: null }),
      }),
    ),
    next: rows.length > limit && last ? cursorOf([last.at.getTime(), last.subjectId]) : null,
  }
}
