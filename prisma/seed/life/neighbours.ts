/** The others who live in the three comuni, and the officers of the offices that the town has not staffed. */
import { db } from '#app/db/client.server'
import type { SignedIn } from '#app/domain/authorization'
import { actorOf } from '#app/domain/identity/actor.server'
import { attest, newAttestationCode } from '#app/domain/identity/attest.server'
import { grantRole } from '#app/domain/identity/grant-roles.server'
import { follow } from '#app/domain/notifications/commands.server'
import { changeRules } from '#app/domain/territories/commands.server'
import { usualTerms } from '#app/domain/territories/forms'
import type { CastName, Town } from '../town'
import { daysBefore } from './past'
import type { Where, Who } from './story'

const names = [
  'Rosa', 'Vito', 'Aisha', 'Cosimo', 'Yusuf', 'Lucia', 'Mamadou', 'Teresa', 'Artan', 'Francesca', 'Salima', 'Nicola',
  'Blerta', 'Michele', 'Khadija', 'Antonio', 'Grace', 'Domenico', 'Leyla', 'Pasquale', 'Amina', 'Sofia', 'Ibrahim',
  'Daniela', 'Besnik', 'Giulia', 'Moussa', 'Caterina',
] // biome-ignore format: a list of names reads better filled

export type Neighbours = Record<Where, string[]>

/** Neighbour 1, 2 … of a place are the names above, in order. */
export async function moveIn({ place }: Town, now: Date): Promise<Neighbours> {
  const inPlace = async (territoryId: string, suffix: string) => {
    const people = await db.person.createManyAndReturn({
      data: names.map((name, index) => ({
        pseudonym: index % 3 === 0 ? `${name} ${suffix}` : name,
        emailConfirmedAt: daysBefore(now, 500),
        homeTerritoryId: territoryId,
        createdAt: daysBefore(now, 500 - index),
      })),
      select: { id: true },
    })
    return people.map(({ id }) => id)
  }
  return {
    monopoli: await inPlace(place.monopoli.id, 'M.'),
    bari: await inPlace(place.bari.id, 'B.'),
    lecce: await inPlace(place.lecce.id, 'L.'),
  }
}

const rulesOfBari = {
  proposers: 'residentsAndAssociations',
  supporters: 'residents',
  thresholdNumber: 12,
  ...usualTerms,
  act: 'Regolamento sulla partecipazione, articolo 9',
} as const

/** Few had found thirty supports: the second version asks for twelve. */
export async function easeRulesOfBari({ person }: Town, at: Date) {
  const act = 'Delibera di Consiglio n. 31: modifica dell’articolo 9'
  await changeRules(await signedIn(person.irene.id), 'bari', { ...rulesOfBari, act }, at)
}

/** Each office answers through its people; Bari gets rules of its own; the region has an officer who asks all of it. */
export async function staffOffices({ place, office, person }: Town, now: Date) {
  const irene = await signedIn(person.irene.id)
  await changeRules(irene, 'bari', { ...rulesOfBari, thresholdNumber: 30, answerDays: 45 }, daysBefore(now, 600))
  const { passwordHash } = await db.person.findUniqueOrThrow({
    where: { id: person.irene.id },
    select: { passwordHash: true },
  })
  const staff = [
    ['angela', 'Angela Palmisano', place.monopoli.id, office.school.id, 'head'],
    ['rosaria', 'Rosaria Amoruso', place.bari.id, office.bariWelcome.id, 'head'],
    ['michele', 'Michele De Santis', place.bari.id, office.bariWelcome.id, 'officer'],
    ['stefania', 'Stefania Maci', place.lecce.id, office.lecceWelfare.id, 'head'],
    ['paolo', 'Paolo Rizzo', place.lecce.id, office.lecceWelfare.id, 'officer'],
  ] as const
  for (const [name, realName, homeTerritoryId, officeId, rank] of staff) {
    const email = `${name}@esempio.it`
    const { id } = await db.person.create({
      data: {
        email,
        passwordHash,
        emailConfirmedAt: daysBefore(now, 600),
        pseudonym: realName.split(' ')[0] ?? realName,
        realName,
        showsRealName: true,
        homeTerritoryId,
      },
      select: { id: true },
    })
    const startsOn = daysBefore(now, 600)
    await db.officeMember.create({ data: { officeId, personId: id, rank, startsOn }, select: { id: true } })
    await grantRole(irene, { email, territoryId: homeTerritoryId, kind: 'officer', startsOn, endsOn: undefined })
  }
  const region = {
    territoryId: place.puglia.id,
    kind: 'officer',
    startsOn: daysBefore(now, 600),
    endsOn: undefined,
  } as const
  await grantRole(irene, { email: 'stefania@esempio.it', ...region })
}

/** Seen in person at the desk of Monopoli: they may take part in binding votes. */
export async function attestSome({ person }: Town, now: Date) {
  const emanuele = await signedIn(person.emanuele.id)
  for (const id of [person.carmela.id, person.ada.id, person.bilal.id]) {
    const { code } = await newAttestationCode(await signedIn(id), now)
    await attest(emanuele, { code, place: 'Sportello al cittadino, piano terra' }, now)
  }
}

const followedBy = {
  carmela: 'Un registro delle case vuote da affittare',
  emanuele: 'Bagni pubblici puliti alla stazione',
}

/** Some hear of a proposal without supporting it. */
export async function followSome({ person }: Town) {
  for (const [who, title] of Object.entries(followedBy) as [keyof typeof followedBy, string][]) {
    const { id: subjectId } = await db.proposal.findFirstOrThrow({ where: { title }, select: { id: true } })
    await follow(await signedIn(person[who].id), { subjectKind: 'proposal', subjectId })
  }
}

/** Finds a person of a story where the story is. */
export function peopleOf({ person }: Town, neighbours: Neighbours) {
  return (who: Who, where: Where): string => {
    const [, number] = who.split(' ')
    const id = number ? neighbours[where][Number(number) - 1] : person[who as CastName].id
    if (!id) throw new Error(`Nobody is ${who} in ${where}`)
    return id
  }
}

/** As the application would know this person at sign-in. */
export async function signedIn(id: string): Promise<SignedIn> {
  const actor = await actorOf(id)
  if (actor.kind !== 'person') throw new Error(`${id} is nobody`)
  return actor
}
