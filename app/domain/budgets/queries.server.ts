/** Participatory budgets as people see them: the list, and one with where it stands, its districts and its projects. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import type { Actor } from '#app/domain/authorization'
import { cursorOf, pageKeyOf } from '#app/domain/page-key'
import { type PollReport, winnersIn } from '#app/domain/polls/count'
import { found, insist } from '#app/domain/refusal'
import type { Ring } from '#app/domain/territories/map'
import { toldTitle } from '#app/domain/translations/told-title.server'
import { nextDate } from './phases'
import { placeMap } from './place-map'
import {
  canArrange,
  canEdit,
  canManage,
  canMoveDates,
  canPrepareVote,
  canPutForward,
  canRead,
  type Feasibility,
} from './policy'
import { ideasOf } from './put-forward.server'
import { type ReachedBudget, reachBudget } from './reach.server'

type Filters = { reading: string; territoryPath?: string; after?: string }

/** Newest first, page by key; drafts for the officers of their place alone. Titles are in the reader's language where they were translated. */
export async function budgetList(actor: Actor, filters: Filters, limit = 20) {
  const key = pageKeyOf<[string, string]>(filters.after, ['string', 'string'])
  const conditions = [Prisma.sql`true`]
  if (filters.territoryPath) conditions.push(Prisma.sql`t.path like ${`${filters.territoryPath}%`}`)
  if (key && !Number.isNaN(Date.parse(key[0])))
    conditions.push(Prisma.sql`(b."createdAt", b.id) < (${new Date(key[0])}, ${key[1]})`)
  const own = actor.kind === 'person' ? actor.roles.filter(({ kind }) => kind === 'officer') : []
  const paths = own.map(({ territoryPath }) => `${territoryPath}%`)
  const rows = await db.$queryRaw<
    {
      id: string
      title: string
      language: string
      money: number
      territoryName: string
      createdAt: Date
      projects: bigint
    }[]
  >`
    select b.id, told.title, told.language, b.money, t.name as "territoryName", b."createdAt",
      (select count(*) from "Project" p where p."budgetId" = b.id and p."withdrawnAt" is null and p."hiddenAt" is null) as projects
    from "Budget" b join "Territory" t on t.id = b."territoryId"
    cross join lateral ${toldTitle('budget', 'b', Prisma.sql`${filters.reading}`)} told
    where (b."publishedAt" is not null or t.path like any(${paths})) and ${Prisma.join(conditions, ' and ')}
    order by b."createdAt" desc, b.id desc limit ${limit + 1}`
  const shown = rows.slice(0, limit)
  const reached = await Promise.all(shown.map(({ id }) => reachBudget(db, id)))
  const last = shown.at(-1)
  return {
    budgets: shown.map(({ projects, createdAt: _, ...card }, at) => {
      const { phase = 'draft', ...dates } = reached[at] ?? {}
      return { ...card, projects: Number(projects), phase, next: 'voteUntil' in dates ? nextDate(phase, dates) : null }
    }),
    next: rows.length > limit && last ? cursorOf([last.createdAt.toISOString(), last.id]) : null,
  }
}

/** What a browser needs to keep its place free. */
export type ProjectPicture = { id: string; width: number | null; height: number | null; alt: string }

export type ProjectCard = {
  number: number
  title: string
  language: string
  place: string
  districtId: string | null
  feasibility: Feasibility
  cost: number | null
  latitude: number | null
  longitude: number | null
  who: string
  picture: ProjectPicture | null
  won: boolean | null
  commitment: { id: string; done: boolean } | null
}

/** One page: where it stands, what comes next and by when, and every project. */
export async function budgetPage(actor: Actor, budgetId: string) {
  const reached = await reachBudget(db, budgetId)
  insist(canRead(actor, reached))
  const [budget, projects, moves, own] = await Promise.all([
    shownBudget(budgetId),
    projectCards(reached),
    movesOf(budgetId),
    ideasOf(db, actor, budgetId),
  ])
  const { territory, conflicts, ...told } = budget
  const placed = projects.flatMap(({ number, title, latitude, longitude }) =>
    latitude !== null && longitude !== null ? [{ number, title, latitude, longitude }] : [],
  )
  const { border, latitude, longitude, ...place } = territory
  const unchecked = projects.filter(({ feasibility }) => feasibility === 'waiting' || feasibility === 'changes').length
  const feasible = projects.filter(({ feasibility }) => feasibility === 'feasible').length
  const { phase, ideasFrom, ideasUntil, checkUntil, voteFrom, voteUntil } = reached
  const dates = { ideasFrom, ideasUntil, checkUntil, voteFrom, voteUntil }
  return {
    ...told,
    territory: place,
    phase,
    dates,
    next: nextDate(phase, dates),
    projects,
    pairs: conflicts.map(({ first, second, reason }) => ({ first, second, reason })),
    map: placed.length > 0 ? placeMap({ border: border as Ring[] | null, latitude, longitude }, placed) : null,
    moves,
    counts: { unchecked, feasible, infeasible: projects.length - unchecked - feasible },
    own,
    can: {
      putForward: anyOf(canPutForward(actor, reached, null, own), actor, reached, own),
      manage: canManage(actor, reached.territoryPath),
      edit: canEdit(actor, reached),
      moveDates: canMoveDates(actor, reached),
      arrange: canArrange(actor, reached),
      prepareVote: canPrepareVote(actor, reached, { unchecked, feasible }),
    },
  }
}

/** As oneself or in the name of one of one's associations. */
function anyOf(oneself: true | string, actor: Actor, budget: ReachedBudget, own: number): true | string {
  if (oneself === true || actor.kind === 'visitor') return oneself
  const may = actor.mandates.some(({ associationId }) => canPutForward(actor, budget, associationId, own) === true)
  return may || oneself
}

async function shownBudget(budgetId: string) {
  const numbered = { select: { number: true, title: true, language: true } } as const
  return found(
    await db.budget.findUnique({
      where: { id: budgetId },
      select: {
        id: true,
        title: true,
        language: true,
        description: true,
        act: true,
        money: true,
        proposers: true,
        mostIdeas: true,
        ballot: true,
        publishedAt: true,
        pollId: true,
        territory: { select: { name: true, slug: true, latitude: true, longitude: true, border: true } },
        districts: { orderBy: { position: 'asc' }, select: { id: true, name: true, money: true } },
        conflicts: {
          where: { first: { hiddenAt: null }, second: { hiddenAt: null } },
          select: { first: numbered, second: numbered, reason: true },
          orderBy: [{ firstId: 'asc' }],
        },
      },
    }),
  )
}

async function projectCards({ id, pollId, phase }: ReachedBudget): Promise<ProjectCard[]> {
  const rows = await db.$queryRaw<
    (Omit<ProjectCard, 'won' | 'commitment' | 'picture'> & {
      pictureId: string | null
      width: number | null
      height: number | null
      alt: string
    } & { commitmentId: string | null; doneAt: Date | null })[]
  >`
    select p.number, p.title, p.language, p.place, p."districtId", p.feasibility::text, p.cost, p.latitude, p.longitude,
      coalesce(a.name, case when w."showsRealName" then coalesce(w."realName", w.pseudonym) else w.pseudonym end) as who,
      f.id as "pictureId", f.width, f.height, p."pictureAlt" as alt, c.id as "commitmentId", c."doneAt"
    from "Project" p join "Person" w on w.id = p."authorId" left join "Association" a on a.id = p."associationId"
    left join "StoredFile" f on f.id = p."pictureId"
    left join "PollCommitment" k on k."pollId" = ${pollId} and k.key = p.number::text
    left join "Commitment" c on c.id = k."commitmentId"
    where p."budgetId" = ${id} and p."withdrawnAt" is null and p."hiddenAt" is null
    order by p.number limit 1000`
  const winners = phase === 'follow' && pollId ? await winnersOf(pollId) : null
  return rows.map(({ commitmentId, doneAt, pictureId, width, height, alt, ...card }) => ({
    ...card,
    picture: pictureId ? { id: pictureId, width, height, alt } : null,
    won: winners && card.feasibility === 'feasible' ? winners.has(String(card.number)) : null,
    commitment: commitmentId ? { id: commitmentId, done: doneAt !== null } : null,
  }))
}

export async function winnersOf(pollId: string): Promise<ReadonlySet<string>> {
  const poll = await db.poll.findUnique({ where: { id: pollId, stage: 'counted' }, select: { report: true } })
  return new Set(poll?.report ? winnersIn(poll.report as PollReport) : [])
}

/** Dates that moved, each with its reason. */
async function movesOf(budgetId: string) {
  const entries = await db.entry.findMany({
    where: { subjectKind: 'budget', subjectId: budgetId, what: 'budget.dates-moved' },
    orderBy: { number: 'asc' },
    select: { at: true, details: true },
  })
  return entries.map(({ at, details }) => ({ at, reason: String((details as { reason?: string }).reason ?? '') }))
}
