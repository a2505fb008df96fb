/** Associations, read: the public register, an association's page, its papers, an officer's queue, one's own. */
import { db } from '#app/db/client.server'
import { type Actor, hasRoleSomewhere, type SignedIn } from '#app/domain/authorization'
import { filesOf } from '#app/domain/files/attach.server'
import { cursorOf, pageKeyOf } from '#app/domain/page-key'
import { found, insist } from '#app/domain/refusal'
import { type LegalForm, missingFrom } from './completeness'
import type { Search } from './forms'
import { canChange, canDecide, canEndMandate, canInvite, canSee, canSeePapers, canSubmit, canUpdate } from './policy'
import { officerMoves, type Verification } from './verification'

export type Listed = {
  id: string
  name: string
  legalForm: LegalForm | null
  description: string
  languages: string[]
  seat: string | null
  latitude: number | null
  longitude: number | null
  proposals: number
}

/** Verified associations by name. A territory brings those seated in it or below it, and those that act in it, below it or all around it. */
export async function publicRegister({ q, territory, form, language, after }: Search, limit = 30) {
  const place = territory ? await db.territory.findUnique({ where: { id: territory }, select: { path: true } }) : null
  const [name, id] = pageKeyOf<[string, string]>(after, ['string', 'string']) ?? [null, null]
  const words = q.trim()
  const rows = await db.$queryRaw<(Listed & { key: string })[]>`
    select a.id, a.name, a."legalForm", a.description, a.languages, seat.name as seat, seat.latitude, seat.longitude, lower(a.name) as key,
      (select count(*)::int from "Proposal" p where p."associationId" = a.id and p.stage <> 'draft' and p."hiddenAt" is null) as proposals
    from "Association" a left join "Territory" seat on seat.id = a."seatId"
    where a.verification = 'verified'
      and (${place?.path ?? null}::text is null or seat.path like ${place?.path ?? ''} || '%' or exists (
        select 1 from "AssociationTerritory" at join "Territory" t on t.id = at."territoryId"
        where at."associationId" = a.id and (t.path like ${place?.path ?? ''} || '%' or ${place?.path ?? ''} like t.path || '%')))
      and (${form ?? null}::text is null or a."legalForm"::text = ${form ?? null})
      and (${language ?? null}::text is null or ${language ?? null} = any(a.languages))
      and (${words} = '' or plain_words(a.name || ' ' || a.description) like '%' || replace(replace(replace(plain_words(${words}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
      and (${name}::text is null or (lower(a.name), a.id) > (${name}, ${id}))
    order by lower(a.name), a.id limit ${limit + 1}`
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    associations: page.map(({ key, ...listed }) => listed),
    next: rows.length > limit && last ? cursorOf([last.key, last.id]) : null,
  }
}

/** The page of one: for everybody once verified, with what the actor can do there. */
export async function associationPage(actor: Actor, id: string) {
  const row = found(await db.association.findUnique({ where: { id }, select: shown }))
  const { seat, territories, mandates, ...association } = row
  const plain = { id, verification: row.verification, seatPath: seat?.path ?? null }
  insist(canSee(actor, plain))
  const open = row.verification === 'verified'
  return {
    ...association,
    seat: seat && { name: seat.name, slug: seat.slug },
    territories: territories.map(({ territory }) => territory),
    people: mandates.map(({ kind, person }) => ({ kind, name: person ? shownName(person) : '' })),
    proposals: open ? await proposalsOf(id) : [],
    can: {
      seePapers: canSeePapers(actor, plain),
      update: canUpdate(actor, plain),
      change: canChange(actor, plain),
    },
  }
}

async function proposalsOf(associationId: string) {
  return db.proposal.findMany({
    where: { associationId, stage: { not: 'draft' }, hiddenAt: null },
    select: { id: true, title: true, language: true, stage: true, publishedAt: true, supportCount: true },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: 20,
  })
}

/** Everything about one, for who acts for it and for its office: form, documents, history, mandates, decisions. */
export async function associationPapers(actor: Actor, id: string) {
  const row = found(await db.association.findUnique({ where: { id }, select: { ...shown, ...papers } }))
  const { seat, territories, changes, mandates, ...association } = row
  const plain = { id, verification: row.verification, seatPath: seat?.path ?? null }
  insist(canSeePapers(actor, plain))
  const documents = await filesOf('association', id, 'document')
  const counts = { territoryCount: territories.length, documentCount: documents.length }
  return {
    ...association,
    seat,
    territories: territories.map(({ territory }) => territory),
    documents,
    missing: missingFrom({ ...association, ...counts }),
    history: changes.map(({ by, ...change }) => ({ ...change, by: by ? shownName(by) : null })),
    moves: officerMoves(row.verification).filter((move) => canDecide(actor, plain, move) === true),
    can: { change: canChange(actor, plain), update: canUpdate(actor, plain), submit: canSubmit(actor, plain) },
  }
}

/** Who acts for it and who is invited, with what the actor can do about each. */
export async function mandatesOf(actor: SignedIn, id: string, now = new Date()) {
  const row = found(
    await db.association.findUnique({
      where: { id },
      select: { name: true, verification: true, seat: { select: { path: true } } },
    }),
  )
  const plain = { id, verification: row.verification, seatPath: row.seat?.path ?? null }
  insist(canSee(actor, plain))
  const insider = actor.mandates.some(({ associationId }) => associationId === id)
  if (!insider) insist(canSeePapers(actor, plain))
  const mandates = await db.mandate.findMany({
    where: {
      associationId: id,
      endedAt: null,
      OR: [{ endsOn: null }, { endsOn: { gte: new Date(now.toISOString().slice(0, 10)) } }],
    },
    select: {
      id: true,
      kind: true,
      startsOn: true,
      endsOn: true,
      acceptedAt: true,
      invitedEmail: true,
      personId: true,
      person: { select: { pseudonym: true, realName: true, showsRealName: true } },
    },
    orderBy: [{ kind: 'asc' }, { createdAt: 'asc' }],
    take: 500,
  })
  const hasRepresentative = mandates.some(
    ({ kind, acceptedAt, endsOn }) => kind === 'representative' && acceptedAt && !endsOn,
  )
  const isRepresentative = actor.mandates.some((own) => own.associationId === id && own.kind === 'representative')
  return {
    name: row.name,
    mandates: mandates.map(({ personId, person, invitedEmail, ...mandate }) => ({
      ...mandate,
      name: person ? shownName(person) : null,
      invitedEmail: isRepresentative ? invitedEmail : null,
      own: personId === actor.id,
      can: {
        end: canEndMandate(actor, plain, personId),
        handOver: isRepresentative && personId !== null && personId !== actor.id && mandate.kind !== 'representative',
      },
    })),
    can: {
      invite: canInvite(actor, plain, 'delegate', { hasRepresentative }),
      inviteRepresentative: canInvite(actor, plain, 'representative', { hasRepresentative }),
    },
  }
}

export type QueueState = Exclude<Verification, 'claimed'>

/** What the officer's territories have to look at; the longest waiting first. */
export async function officerQueue(actor: Actor, state: QueueState = 'submitted', limit = 100) {
  insist(hasRoleSomewhere(actor, 'officer') || hasRoleSomewhere(actor, 'administrator') || 'forbidden')
  const roles = actor.kind === 'person' ? actor.roles : []
  const paths = roles
    .filter(({ kind }) => kind === 'officer' || kind === 'administrator')
    .map(({ territoryPath }) => territoryPath)
  return db.association.findMany({
    where: { verification: state, seat: { OR: paths.map((path) => ({ path: { startsWith: path } })) } },
    select: {
      id: true,
      name: true,
      legalForm: true,
      submittedAt: true,
      verification: true,
      seat: { select: { name: true } },
    },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take: limit,
  })
}

/** The associations a person has a part in, in every state. */
export async function ownAssociations(actor: SignedIn) {
  const rows = await db.mandate.findMany({
    where: { personId: actor.id, acceptedAt: { not: null }, endedAt: null },
    select: {
      kind: true,
      association: { select: { id: true, name: true, verification: true, verificationNote: true } },
    },
    orderBy: { createdAt: 'desc' },
    take: 100,
  })
  return rows.map(({ kind, association }) => ({ ...association, kind }))
}

/** Where verified associations have their seat, for the map of the register. */
export async function associationsByComune(territoryPath = '/') {
  return db.$queryRaw<
    { id: string; name: string; slug: string; latitude: number | null; longitude: number | null; count: number }[]
  >`
    select t.id, t.name, t.slug, t.latitude, t.longitude, count(*)::int as count
    from "Association" a join "Territory" t on t.id = a."seatId"
    where a.verification = 'verified' and t.path like ${territoryPath} || '%'
    group by t.id order by t.name`
}

function shownName({
  pseudonym,
  realName,
  showsRealName,
}: {
  pseudonym: string
  realName: string | null
  showsRealName: boolean
}) {
  return showsRealName ? (realName ?? pseudonym) : pseudonym
}

const named = { pseudonym: true, realName: true, showsRealName: true } as const

const shown = {
  id: true,
  name: true,
  legalForm: true,
  runtsNumber: true,
  runtsSection: true,
  regionalRegister: true,
  nationalRegister: true,
  address: true,
  languages: true,
  description: true,
  website: true,
  email: true,
  phone: true,
  verification: true,
  verifiedAt: true,
  seat: { select: { id: true, name: true, slug: true, path: true } },
  territories: { select: { territory: { select: { id: true, name: true, slug: true } } } },
  mandates: {
    where: { kind: 'representative', acceptedAt: { not: null }, endedAt: null },
    select: { kind: true, person: { select: named } },
  },
} as const

const papers = {
  taxCode: true,
  seatId: true,
  submittedAt: true,
  verificationNote: true,
  changes: {
    select: { id: true, state: true, note: true, at: true, by: { select: named } },
    orderBy: { at: 'asc' },
  },
} as const
