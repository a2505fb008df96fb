/** Proposals that say something close to what a person is writing. */
import { db } from '#app/db/client.server'
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

const shortest = 8
const longest = 200

/** Compares by trigrams, which works across languages and spelling; only what everybody may see is compared. */
export async function similarProposals(words: string, exceptId: string | null = null, limit = 5): Promise<Similar[]> {
  const asked = cleanText(words).trim().slice(0, longest)
  if (asked.length < shortest) return []
  const [, rows] = await db.$transaction([
    db.$executeRaw`set local pg_trgm.word_similarity_threshold = 0.4`,
    db.$queryRaw<Similar[]>`
      select p.id, p.title, p.stage, p.language, t.name as "territoryName", p."supportCount" + p."importedSupportCount" as supports
      from "Proposal" p join "Territory" t on t.id = p."territoryId"
      where plain_words(${asked}) <% plain_words(p.title || ' ' || p.excerpt)
        and p."publishedAt" is not null and p."hiddenAt" is null and p.stage <> 'withdrawn' and p.id is distinct from ${exceptId}
      order by word_similarity(plain_words(${asked}), plain_words(p.title || ' ' || p.excerpt)) desc, p.id limit ${limit}`,
  ])
  return rows
}
