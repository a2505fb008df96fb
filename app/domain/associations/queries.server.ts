/** Associations, read: an association's page, its papers, its people, an officer's queue, one's own. */
import { db } from '#app/db/client.server'
import { type Actor, hasRoleSomewhere, type SignedIn } from '#app/domain/authorization'
import { filesOf } from '#app/domain/files/attach.server'
import { found, insist } from '#app/domain/refusal'
import { missingFrom } from './completeness'
import { dayOf, live, liveOrToCome } from './mandates.server'
import {
  canChange,
  canDecide,
  canEndMandate,
  canInvite,
  canSee,
  canSeePapers,
  canSubmit,
  canUpdate,
  isItsOffice,
} from './policy'
import { fieldsOf, type WrittenStep } from './step-fields'
import { officerMoves, type Verification } from './verification'
import { revisionOf } from './write-registration.server'

const shownProposals = 20

/** The page of one: for everybody once verified, with what the actor can do there. */
export async function associationPage(actor: Actor, id: string) {
  const row = found(
    await db.association.findUnique({ where: { id }, select: { ...shown(new Date()), verificationNote: true } }),
  )
  const { seat, territories, mandates, verificationNote, verifiedAt, ...association } = row
  const plain = { id, verification: row.verification, seatPath: seat?.path ?? null }
  insist(canSee(actor, plain))
  const seesPapers = canSeePapers(actor, plain)
  return {
    ...association,
    verifiedAt: row.verification === 'verified' ? verifiedAt : null,
    /** Of the office's decision: for who acts for it and for its office */
    verificationNote: seesPapers === true ? verificationNote : null,
    seat: seat && { name: seat.name, slug: seat.slug },
    territories: territories.map(({ territory }) => territory),
    people: mandates.map(({ kind, person }) => ({ kind, name: person ? shownName(person) : '' })),
    ...(await proposalsOf(id)),
    can: {
      seePapers: seesPapers,
      update: canUpdate(actor, plain),
      change: canChange(actor, plain),
    },
  }
}

/** The newest; the others stand on the list of proposals. */
async function proposalsOf(associationId: string) {
  const newest = await db.proposal.findMany({
    where: { associationId, publishedAt: { not: null }, hiddenAt: null },
    select: { id: true, title: true, language: true, stage: true, publishedAt: true, supportCount: true },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: shownProposals + 1,
  })
  return { proposals: newest.slice(0, shownProposals), moreProposals: newest.length > shownProposals }
}

/** Everything about one, for who acts for it and for its office: form, documents, history, mandates, decisions. */
export async function associationPapers(actor: Actor, id: string) {
  const row = found(await db.association.findUnique({ where: { id }, select: { ...shown(new Date()), ...papers } }))
  const { seat, territories, changes, mandates, ...association } = row
  const plain = { id, verification: row.verification, seatPath: seat?.path ?? null }
  insist(canSeePapers(actor, plain))
  const documents = await filesOf('association', id, 'document')
  const counts = { territoryCount: territories.length, documentCount: documents.length }
  const sameNumber = await bearersOf(id, row.runtsNumber)
  return {
    ...association,
    seat,
    territories: territories.map(({ territory }) => territory),
    documents,
    /** Others say that this RUNTS number is theirs: its people know that there are some, its office which */
    numberShared: sameNumber.length > 0,
    sameNumber: isItsOffice(actor, plain) ? sameNumber : [],
    missing: missingFrom({ ...association, ...counts }),
    history: changes.map(({ by, ...change }) => ({ ...change, by: by ? shownName(by) : null })),
    moves: officerMoves(row.verification).filter((move) => canDecide(actor, plain, move) === true),
    can: { change: canChange(actor, plain), update: canUpdate(actor, plain), submit: canSubmit(actor, plain) },
  }
}

/** Other associations with this number in the register of the third sector, however it is written; the verified first. */
async function bearersOf(id: string, runtsNumber: string | null) {
  if (!runtsNumber) return []
  return db.$queryRaw<{ id: string; name: string; verification: Verification; seat: string | null }[]>`
    with plain as (
      select a.*, ltrim(regexp_replace(upper(a."runtsNumber"), '[^0-9A-Z]', '', 'g'), '0') as number from "Association" a
      where a."runtsNumber" is not null
    )
    select other.id, other.name, other.verification, seat.name as seat
    from plain this join plain other on other.number = this.number and other.id <> this.id and other.verification <> 'refused'
    left join "Territory" seat on seat.id = other."seatId"
    where this.id = ${id} and this.number <> '' order by other.verification <> 'verified', other.name limit 10`
}

/** The papers for a step of the form, which must still be open. */
export async function papersToChange(actor: Actor, id: string) {
  const papers = await associationPapers(actor, id)
  insist(papers.can.change)
  return papers
}

/** The same for a step that is written, with what it holds; a verified one may keep up to date what it does. */
export async function stepToWrite(actor: Actor, id: string, step: WrittenStep) {
  const papers = await associationPapers(actor, id)
  insist(step === 'work' ? papers.can.update : papers.can.change)
  const fields = fieldsOf(step, papers)
  return { ...papers, step, fields, revision: revisionOf(fields) }
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
      OR: [{ endsOn: null }, { endsOn: { gte: dayOf(now) } }],
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
  const today = dayOf(now)
  const hasRepresentative = mandates.some(
    ({ kind, acceptedAt, startsOn, endsOn }) => kind === 'representative' && acceptedAt && startsOn <= today && !endsOn,
  )
  const isRepresentative = actor.mandates.some((own) => own.associationId === id && own.kind === 'representative')
  return {
    name: row.name,
    mandates: mandates.map(({ personId, person, invitedEmail, ...mandate }) => ({
      ...mandate,
      toCome: mandate.startsOn > today,
      name: person ? shownName(person) : null,
      invitedEmail: isRepresentative ? invitedEmail : null,
      own: personId === actor.id,
      can: {
        end: canEndMandate(actor, plain, personId),
        handOver:
          isRepresentative &&
          row.verification !== 'suspended' &&
          personId !== null &&
          personId !== actor.id &&
          mandate.startsOn <= today &&
          mandate.kind !== 'representative',
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

/** The associations a person has a part in, or is to have, in every state. */
export async function ownAssociations(actor: SignedIn, now = new Date()) {
  const rows = await db.mandate.findMany({
    where: { personId: actor.id, ...liveOrToCome(now) },
    select: {
      kind: true,
      startsOn: true,
      association: { select: { id: true, name: true, verification: true, verificationNote: true } },
    },
    orderBy: { createdAt: 'desc' },
    take: 100,
  })
  return rows.map(({ association, ...mandate }) => {
    const toCome = mandate.startsOn > dayOf(now)
    const seesPapers = !toCome && mandate.kind !== 'member'
    return { ...association, ...mandate, toCome, verificationNote: seesPapers ? association.verificationNote : null }
  })
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

const shown = (now: Date) =>
  ({
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
    language: true,
    website: true,
    email: true,
    phone: true,
    verification: true,
    verifiedAt: true,
    seat: { select: { id: true, name: true, slug: true, path: true } },
    territories: {
      select: { territory: { select: { id: true, name: true, slug: true, kind: true } } },
      orderBy: { territory: { path: 'asc' } },
    },
    mandates: {
      where: { kind: 'representative', ...live(now) },
      select: { kind: true, person: { select: named } },
    },
  }) as const

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
