/** Proposals that say something close to what a person is writing. */
import { Prisma } from '#app/db/generated/client'
import { read } from '#app/db/read.server'
import { cleanText } from '#app/domain/text'
import type { Stage } from './lifecycle'

export type Similar = {
  id: string
  title: string
  stage: Stage
  territoryName: string
  language: string
  supports: number
}

const shortest = 4
const mostWords = 25

/** A word that more proposals have says little of any of them. */
const mostWithOneWord = 5_000
/** How many are compared closely. */
const mostNear = 200

/** Found by the same stems as the list; only what everybody may see is compared. */
export async function similarProposals(words: string, exceptId: string | null = null, limit = 5): Promise<Similar[]> {
  const asked = comparable(words)
  if (asked.length === 0) return []
  return read<Similar>(Prisma.sql`
    with asked as (
      select stems_asked(word) as stems from unnest(${asked}::text[]) as word where says_something(word)
    ), found as (
      select one.id, one."publishedAt" from asked cross join lateral (
        select p.id, p."publishedAt" from "Proposal" p
        where p.words @@ asked.stems and p."publishedAt" is not null and p."hiddenAt" is null and p.stage <> 'withdrawn'
          and p.id is distinct from ${exceptId}
        limit ${mostWithOneWord}
      ) one
    ), near as (
      select id, count(*) as shared from found group by id, "publishedAt"
      having count(*) * 5 >= (select count(*) from asked) * 2
      order by count(*) desc, "publishedAt" desc limit ${mostNear}
    )
    select p.id, p.title, p.stage, p.language, t.name as "territoryName", p."supportCount" + p."importedSupportCount" as supports
    from near join "Proposal" p on p.id = near.id join "Territory" t on t.id = p."territoryId"
    order by near.shared desc, ts_rank(p.words, (select string_agg('(' || stems::text || ')', '|')::tsquery from asked)) desc,
      p."publishedAt" desc, p.id limit ${limit}`)
}

/** One full word is enough to begin with; the shortest say too little. */
function comparable(words: string): string[] {
  const all = cleanText(words).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return [...new Set(all.filter((word) => word.length >= shortest))].slice(0, mostWords)
}
