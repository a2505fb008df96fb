/** Polls in a row: the list by phase and territory, and what one can vote on now. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import { cursorOf, pageKeyOf } from '#app/domain/page-key'
import { type Phase, phaseOf, type Stage } from './lifecycle'
import type { PollCard } from './poll-card'
import type { Translation } from './translations'

type Filters = { territoryPath?: string; phase?: Phase; after?: string }
/** The reader's language: polls translated into it are told in it */
type Reading = { reading: string }

/** By their end, the last first: page by key. */
export async function pollList({ territoryPath, phase, after, reading }: Filters & Reading, limit = 20) {
  const key = pageKeyOf<[string, string]>(after, ['string', 'string'])
  const conditions = [Prisma.sql`p.stage <> 'draft'`]
  if (territoryPath) conditions.push(Prisma.sql`t.path like ${`${territoryPath}%`}`)
  if (phase === 'counted') conditions.push(Prisma.sql`p.stage = 'counted'`)
  if (phase === 'open') conditions.push(openNow)
  if (phase === 'announced') conditions.push(Prisma.sql`p.stage = 'open' and p."opensAt" > now()`)
  if (key && !Number.isNaN(Date.parse(key[0])))
    conditions.push(Prisma.sql`(p."closesAt", p.id) < (${new Date(key[0])}, ${key[1]})`)
  const order = Prisma.sql`p."closesAt" desc, p.id desc`
  const cards = await cardsWhere(conditions, { order, limit: limit + 1, reading })
  const shown = cards.slice(0, limit)
  const last = shown.at(-1)
  return {
    polls: shown,
    next: cards.length > limit && last ? cursorOf([last.closesAt.toISOString(), last.id]) : null,
  }
}

/** What a territory's people can vote on now, asked there, around it or within it: the first to end first. */
export function openPolls({ territoryPath, reading }: { territoryPath: string } & Reading, limit = 3) {
  const near = Prisma.sql`(t.path like ${`${territoryPath}%`} or ${territoryPath} like t.path || '%')`
  const asksPeople = Prisma.sql`p."associationId" is null`
  return cardsWhere([openNow, asksPeople, near], { order: Prisma.sql`p."closesAt", p.id`, limit, reading })
}

const openNow = Prisma.sql`p.stage = 'open' and p."opensAt" <= now() and p."closesAt" > now()`

type Row = Omit<PollCard, 'phase'> & {
  stage: Stage
  tooFew: boolean | null
  translation: Translation | null
  now: Date
}
type Asked = Reading & { order: Prisma.Sql; limit: number }

async function cardsWhere(conditions: Prisma.Sql[], { order, limit, reading }: Asked): Promise<PollCard[]> {
  const rows = await db.$queryRaw<Row[]>`
    select p.id, p.question, p.language, p.rule, p.stage, p."opensAt", p."closesAt", now() as now, t.name as "territoryName",
      a.name as "associationName", case when p.stage = 'counted' then (
        select coalesce(jsonb_agg(jsonb_build_object('key', o->>'key', 'title', o->>'title') order by w.place), '[]')
        from jsonb_array_elements_text(p.report->'winners') with ordinality as w(key, place)
        join jsonb_array_elements(p.frozen->'options') o on o->>'key' = w.key
        where p.report->'quorum'->'holds' is distinct from 'false') end as winners, v."tooFew", (
        select l from jsonb_array_elements(p.frozen->'translations') l
        where l->>'language' = ${reading} and p.language <> ${reading}) as translation
    from "Poll" p join "Territory" t on t.id = p."territoryId" left join "Association" a on a.id = p."associationId"
    left join "SecretVote" v on v."pollId" = p.id and v.round = p.round
    where ${Prisma.join(conditions, ' and ')}
    order by ${order} limit ${limit}`
  return rows.map(({ stage, tooFew, now, translation, ...card }) => ({
    ...card,
    ...(translation && toldIn(translation, card)),
    phase: phaseOf({ ...card, stage, tooFew }, now),
  }))
}

function toldIn({ question, language, options }: Translation, { winners }: Pick<PollCard, 'winners'>) {
  const titles = new Map(options.map(({ key, title }) => [key, title]))
  return {
    question,
    language,
    winners: winners?.map(({ key, title }) => ({ key, title: titles.get(key) ?? title })) ?? null,
  }
}
