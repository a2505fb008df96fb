/** A project's sheet: what it is and where, every figure and every finding with who, when and why, and what became of it. */
import { db } from '#app/db/client.server'
import { type Actor, hasRole } from '#app/domain/authorization'
import { found, insist } from '#app/domain/refusal'
import type { Ring } from '#app/domain/territories/map'
import { placeMap } from './place-map'
import { canChange, canCheck, canPlace, canRead, canWithdraw, isAuthor } from './policy'
import { winnersOf } from './queries.server'
import { reachProject } from './reach.server'

const person = { select: { pseudonym: true, realName: true, showsRealName: true } } as const

export async function projectPage(actor: Actor, budgetId: string, number: number) {
  const { budget, ...weighed } = await reachProject(db, budgetId, number)
  insist(canRead(actor, budget))
  const project = found(await db.project.findUnique({ where: { id: weighed.id }, select: shown }))
  const { author, association, first, second, ...row } = project
  const writes = isAuthor(actor, weighed)
  const moderates = hasRole(actor, 'moderator', budget.territoryPath)
  const withheld = weighed.hidden && !writes && !moderates
  const { figures, checks, ...told } = withheld ? { ...row, ...unsaid } : row
  const { latitude, longitude, title } = told
  const { border, ...centre } = told.budget.territory
  const points = latitude !== null && longitude !== null ? [{ number, title, latitude, longitude }] : []
  const ground = { border: border as Ring[] | null, ...centre }
  const { pollId } = budget
  const winners = budget.phase === 'follow' && pollId ? await winnersOf(pollId) : null
  const kept = pollId
    ? await db.pollCommitment.findUnique({
        where: { pollId_key: { pollId, key: String(number) } },
        select: { commitment: { select: { id: true, doneAt: true } } },
      })
    : null
  return {
    ...told,
    proposal: told.proposal?.hiddenAt ? null : told.proposal,
    withheld,
    writes,
    moderates,
    hiding: weighed.hidden ? await lastHiding(weighed.id) : null,
    budget: {
      id: budgetId,
      title: told.budget.title,
      language: told.budget.language,
      districts: told.budget.districts,
    },
    who: association?.name ?? nameOf(author),
    associationId: association?.id ?? null,
    phase: budget.phase,
    pollId,
    pollIsPublic: ['ready', 'vote', 'counting', 'follow'].includes(budget.phase) && pollId !== null,
    /** In which the offices write of it */
    officeLanguage: told.budget.language,
    won: winners && told.feasibility === 'feasible' ? winners.has(String(number)) : null,
    commitment: kept ? { id: kept.commitment.id, done: kept.commitment.doneAt !== null } : null,
    figures: figures.map(({ id, person: by, ...figure }) => ({ ...figure, id: String(id), who: nameOf(by) })),
    checks: checks.map(({ id, person: by, ...check }) => ({ ...check, id: String(id), who: nameOf(by) })),
    rivals: [
      ...first.map(({ second: other, reason }) => ({ ...other, reason })),
      ...second.map(({ first: other, reason }) => ({ ...other, reason })),
    ],
    map: points.length > 0 ? placeMap(ground, points) : null,
    /** Whether there is a picture to tap on */
    hasGround: placeMap(ground, []) !== null,
    can: {
      change: canChange(actor, budget, weighed),
      withdraw: canWithdraw(actor, budget, weighed),
      check: canCheck(actor, budget, weighed),
      place: canPlace(actor, budget, weighed),
    },
  }
}

/** What remains of a project that a moderator has hidden, for everybody but its authors and the moderators. */
const unsaid = {
  title: '',
  text: '',
  place: '',
  latitude: null,
  longitude: null,
  figures: [],
  checks: [],
  proposal: null,
  picture: null,
  pictureAlt: '',
}

async function lastHiding(projectId: string) {
  return db.hiding.findFirst({
    where: { subjectKind: 'project', subjectId: projectId },
    orderBy: { at: 'desc' },
    select: { id: true, reason: true },
  })
}

function nameOf({
  pseudonym,
  realName,
  showsRealName,
}: {
  pseudonym: string
  realName: string | null
  showsRealName: boolean
}) {
  return showsRealName && realName ? realName : pseudonym
}

const rival = { select: { number: true, title: true, language: true } } as const

const shown = {
  id: true,
  number: true,
  title: true,
  text: true,
  language: true,
  place: true,
  latitude: true,
  longitude: true,
  feasibility: true,
  cost: true,
  picture: { select: { id: true, width: true, height: true } },
  pictureAlt: true,
  createdAt: true,
  withdrawnAt: true,
  districtId: true,
  district: { select: { name: true, money: true } },
  proposal: { select: { id: true, title: true, language: true, hiddenAt: true } },
  author: person,
  association: { select: { id: true, name: true } },
  figures: { orderBy: { id: 'asc' }, select: { id: true, cost: true, why: true, byOffice: true, at: true, person } },
  checks: { orderBy: { id: 'asc' }, select: { id: true, feasibility: true, reason: true, at: true, person } },
  first: { where: { second: { hiddenAt: null } }, select: { second: rival, reason: true } },
  second: { where: { first: { hiddenAt: null } }, select: { first: rival, reason: true } },
  budget: {
    select: {
      title: true,
      language: true,
      districts: { orderBy: { position: 'asc' }, select: { id: true, name: true } },
      territory: { select: { latitude: true, longitude: true, border: true } },
    },
  },
} as const
