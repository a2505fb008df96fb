/** Panels as people see them: the list, one panel with its lottery, and what only its keepers see. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import type { Actor } from '#app/domain/authorization'
import { cursorOf, pageKeyOf } from '#app/domain/page-key'
import { found, insist } from '#app/domain/refusal'
import { toldTitle } from '#app/domain/translations/told-title.server'
import type { Sentence } from '#app/domain/voting/rules/outcome'
import { featuresFrom } from './features'
import {
  canChangeQuotas,
  canDraw,
  canEdit,
  canLeave,
  canManage,
  canRead,
  canVolunteer,
  type Stage,
  type Weighed,
} from './policy'
import { ticketsOfCode } from './tickets'

export type PanelCard = {
  id: string
  title: string
  language: string
  territoryName: string
  stage: Stage
  seats: number
  gathersTo: Date
  drawsAt: Date
}
type Filters = { reading: string; territoryPath?: string; after?: string }

/** Newest first, page by key; drafts only for those who prepare them. */
export async function panelList(actor: Actor, { reading, territoryPath, after }: Filters, limit = 20) {
  const key = pageKeyOf<[string, string]>(after, ['string', 'string'])
  const own = actor.kind === 'person' ? actor.id : ''
  const conditions = [Prisma.sql`(p.stage <> 'draft' or p."authorId" = ${own})`]
  if (territoryPath) conditions.push(Prisma.sql`t.path like ${`${territoryPath}%`}`)
  if (key && !Number.isNaN(Date.parse(key[0])))
    conditions.push(Prisma.sql`(p."createdAt", p.id) < (${new Date(key[0])}, ${key[1]})`)
  const rows = await db.$queryRaw<(PanelCard & { createdAt: Date })[]>`
    select p.id, told.title, told.language, p.stage, p.seats, p."gathersTo", p."drawsAt", p."createdAt", t.name as "territoryName"
    from "Panel" p join "Territory" t on t.id = p."territoryId"
    cross join lateral ${toldTitle('panel', 'p', Prisma.sql`${reading}`)} told
    where ${Prisma.join(conditions, ' and ')}
    order by p."createdAt" desc, p.id desc limit ${limit + 1}`
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    panels: shown.map(({ createdAt: _, ...card }): PanelCard => card),
    next: rows.length > limit && last ? cursorOf([last.createdAt.toISOString(), last.id]) : null,
  }
}

/** One panel as everybody reads it: codes instead of names, and nobody's answers. */
export async function panelPage(actor: Actor, id: string, now: Date = new Date()) {
  const { panel, weighed } = await shownPanel(id)
  insist(canRead(actor, weighed))
  const [own, people, drawn] = await Promise.all([
    ownPlace(actor, id),
    db.volunteer.count({ where: { panelId: id } }),
    panel.stage === 'drawn' ? drawnPeople(id) : [],
  ])
  const manages = canManage(actor, weighed) === true
  const chance = own && panel.tickets !== null ? await ownTickets(id, own.code) : null
  const { why, ...shown } = panel
  return {
    panel: shown,
    people,
    own: own && { ...own, tickets: chance },
    drawn: drawn.map(({ code, name }) => ({ code, name: manages ? name : null })),
    why: manages ? reasonsFrom(why) : null,
    offered: manages && panel.stage !== 'draft' ? await offeredBy(id, panel.features) : null,
    can: {
      edit: canEdit(actor, weighed),
      manage: canManage(actor, weighed),
      volunteer: canVolunteer(actor, weighed, now),
      leave: canLeave(actor, weighed, now),
      changeQuotas: canChangeQuotas(actor, weighed),
      draw: canDraw(actor, weighed, now),
    },
  }
}

/** For the forms of those who prepare it. */
export async function panelToPrepare(actor: Actor, id: string) {
  const { panel, weighed } = await shownPanel(id)
  insist(canEdit(actor, weighed))
  return panel
}

export async function panelToChange(actor: Actor, id: string) {
  const { panel, weighed } = await shownPanel(id)
  insist(canChangeQuotas(actor, weighed))
  return panel
}

export async function panelToJoin(actor: Actor, id: string, now: Date = new Date()) {
  const { panel, weighed } = await shownPanel(id)
  insist(canVolunteer(actor, weighed, now))
  return { panel, own: await ownPlace(actor, id) }
}

export async function panelToDraw(actor: Actor, id: string, now: Date = new Date()) {
  const { panel, weighed } = await shownPanel(id)
  insist(canDraw(actor, weighed, now))
  return panel
}

/** The published text, byte for byte what the digest was made of. */
export async function publishedLottery(id: string): Promise<string> {
  const row = found(await db.panel.findUnique({ where: { id }, select: { lottery: true } }))
  return found(row.lottery)
}

export async function shownPanel(id: string) {
  const row = found(
    await db.panel.findUnique({
      where: { id },
      select: {
        id: true,
        territoryId: true,
        title: true,
        description: true,
        language: true,
        seats: true,
        features: true,
        chance: true,
        stage: true,
        gathersTo: true,
        drawsAt: true,
        seed: true,
        why: true,
        digest: true,
        tickets: true,
        pool: true,
        smallest: true,
        largest: true,
        publishedAt: true,
        drawSeed: true,
        ticket: true,
        drawnAt: true,
        territory: { select: { name: true, slug: true, path: true } },
      },
    }),
  )
  const weighed: Weighed = { ...row, territoryPath: row.territory.path, impossible: row.why !== null }
  return { panel: { ...row, features: featuresFrom(row.features) }, weighed }
}

async function ownPlace(actor: Actor, panelId: string) {
  if (actor.kind === 'visitor') return null
  return db.volunteer.findUnique({
    where: { panelId_personId: { panelId, personId: actor.id } },
    select: { code: true, answers: true, drawn: true },
  })
}

async function ownTickets(panelId: string, code: string) {
  return ticketsOfCode(await publishedLottery(panelId), code)
}

async function drawnPeople(panelId: string) {
  return db.$queryRaw<{ code: string; name: string }[]>`
    select v.code, case when p."showsRealName" then coalesce(p."realName", p.pseudonym) else p.pseudonym end as name
    from "Volunteer" v join "Person" p on p.id = v."personId" where v."panelId" = ${panelId} and v.drawn order by v.code`
}

/** How many of each value offered themselves: for those who must move seats. */
async function offeredBy(panelId: string, features: ReturnType<typeof featuresFrom>) {
  const rows = await db.volunteer.findMany({ where: { panelId }, select: { answers: true } })
  return features.map(({ quotas }, index) =>
    quotas.map(({ value }) => rows.filter(({ answers }) => answers[index] === value).length),
  )
}

function reasonsFrom(why: unknown): Sentence[] | null {
  return Array.isArray(why) ? (why as Sentence[]) : null
}
