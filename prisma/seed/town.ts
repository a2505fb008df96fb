/** The town that tests and the demonstration share: the tree of Puglia, three comuni with offices, and a named cast. */
import { hash } from '@node-rs/argon2'
import { db } from '#app/db/client.server'
import { puglia } from './puglia'

export const password = 'una frase lunga e facile'

/** One person a role. The key is the name used in tests and at the demonstration's door. */
export const cast = {
  ada: { pseudonym: 'Ada', realName: 'Ada Kola', home: '072030', language: 'it', does: 'representative' },
  bilal: { pseudonym: 'Bilal', realName: 'Bilal Haddad', home: '072030', language: 'ar', does: 'delegate' },
  carmela: { pseudonym: 'Carmela', realName: 'Carmela Lorusso', home: '072030', language: 'it', does: 'resident' },
  drita: { pseudonym: 'Drita', realName: 'Drita Hoxha', home: '075035', language: 'sq', does: 'residentElsewhere' },
  emanuele: { pseudonym: 'Emanuele', realName: 'Emanuele Rossi', home: '072030', language: 'it', does: 'officer' },
  fatou: { pseudonym: 'Fatou', realName: 'Fatou Diop', home: '072030', language: 'fr', does: 'moderator' },
  giorgio: { pseudonym: 'Giorgio', realName: 'Giorgio Greco', home: '072030', language: 'it', does: 'secondModerator' },
  hana: { pseudonym: 'Hana', realName: 'Hana Berisha', home: '072006', language: 'en', does: 'mediator' },
  irene: { pseudonym: 'Irene', realName: 'Irene Longo', home: '072006', language: 'it', does: 'administrator' },
  luca: { pseudonym: 'Luca', realName: 'Luca Semeraro', home: '072030', language: 'it', does: 'deputy' },
  marta: { pseudonym: 'Marta', realName: 'Marta Fanelli', home: '072030', language: 'it', does: 'head' },
  paola: { pseudonym: 'Paola', realName: 'Paola Ricci', home: '072006', language: 'it', does: 'facilitator' },
  samir: { pseudonym: 'Samir', realName: 'Samir Aziz', home: '072006', language: 'ar', does: 'trainer' },
  nora: { pseudonym: 'Nora', realName: null, home: '072030', language: 'en', does: 'unconfirmed' },
} as const

export type CastName = keyof typeof cast
export const addressOf = (name: CastName) => `${name}@esempio.it`

const longAgo = new Date('2024-01-01')

/** Builds what everybody needs: territories, rule sets, offices, people, roles, one verified association. */
export async function buildTown() {
  const place = await plantTree()
  await writeRules(place)
  const person = await invitePeople(place)
  const office = await openOffices(place, person)
  await giveRoles(place, person)
  const association = await registerPonte(place, person)
  return { place, person, office, association }
}

export type Town = Awaited<ReturnType<typeof buildTown>>

export async function plantTree() {
  const ids = new Map<string, string>()
  for (const { path, ...seedling } of puglia()) {
    const parentPath = path.replace(/[^/]+\/$/, '')
    const { id } = await db.territory.create({
      data: { ...seedling, path, parentId: parentPath === '/' ? null : (ids.get(parentPath) ?? null) },
      select: { id: true },
    })
    ids.set(path, id)
  }
  const at = (path: string) => {
    const id = ids.get(path)
    if (!id) throw new Error(`No territory at ${path}`)
    return { id, path }
  }
  return {
    puglia: at('/puglia/'),
    provinceOfBari: at('/puglia/bari/'),
    bari: at('/puglia/bari/bari/'),
    monopoli: at('/puglia/bari/monopoli/'),
    lecce: at('/puglia/lecce/lecce/'),
  }
}

type Places = Awaited<ReturnType<typeof plantTree>>

async function writeRules(place: Places) {
  await db.ruleSet.createMany({
    data: [
      {
        territoryId: place.puglia.id,
        version: 1,
        thresholdShare: 30,
        answerDays: 30,
        reviewDays: 15,
        createdAt: longAgo,
      },
      {
        territoryId: place.monopoli.id,
        version: 1,
        thresholdNumber: 5,
        answerDays: 30,
        reviewDays: 15,
        act: 'Delibera di Consiglio n. 12 del 3 marzo 2025',
        createdAt: new Date('2025-03-03'),
      },
      {
        territoryId: place.lecce.id,
        version: 1,
        thresholdNumber: 20,
        answerDays: 45,
        reviewDays: 20,
        supporters: 'anyone',
        createdAt: longAgo,
      },
    ],
  })
}

async function invitePeople(place: Places) {
  const passwordHash = await hash(password)
  const homes: Record<string, string> = {
    '072030': place.monopoli.id,
    '072006': place.bari.id,
    '075035': place.lecce.id,
  }
  const people = {} as Record<CastName, { id: string }>
  for (const [name, { pseudonym, realName, home, language, does }] of Object.entries(cast) as [
    CastName,
    (typeof cast)[CastName],
  ][]) {
    people[name] = await db.person.create({
      data: {
        email: addressOf(name),
        passwordHash,
        emailConfirmedAt: does === 'unconfirmed' ? null : longAgo,
        pseudonym,
        realName,
        showsRealName: does === 'officer' || does === 'deputy' || does === 'head',
        homeTerritoryId: homes[home] ?? null,
        language,
      },
      select: { id: true },
    })
  }
  return people
}

type People = Record<CastName, { id: string }>

async function openOffices(place: Places, person: People) {
  const socialServices = await db.office.create({
    data: {
      territoryId: place.monopoli.id,
      name: 'Servizi sociali',
      description: 'Famiglie, salute, casa, accoglienza.',
      topics: ['health', 'housing', 'inclusion'],
      members: {
        create: [
          { personId: person.marta.id, rank: 'head', startsOn: longAgo },
          { personId: person.luca.id, rank: 'deputy', startsOn: longAgo },
          { personId: person.emanuele.id, rank: 'officer', startsOn: longAgo },
        ],
      },
    },
    select: { id: true },
  })
  const school = await db.office.create({
    data: {
      territoryId: place.monopoli.id,
      name: 'Scuola e cultura',
      description: 'Scuole, mense, biblioteche.',
      topics: ['education', 'culture'],
    },
    select: { id: true },
  })
  const bariWelcome = await db.office.create({
    data: {
      territoryId: place.bari.id,
      name: 'Accoglienza e partecipazione',
      description: 'Servizi per chi arriva, forum, cittadinanza.',
      topics: [],
    },
    select: { id: true },
  })
  const lecceWelfare = await db.office.create({
    data: { territoryId: place.lecce.id, name: 'Welfare', description: 'Servizi alle persone.', topics: [] },
    select: { id: true },
  })
  return { socialServices, school, bariWelcome, lecceWelfare }
}

async function giveRoles(place: Places, person: People) {
  const role = (
    personId: string,
    territoryId: string,
    kind: 'officer' | 'moderator' | 'mediator' | 'facilitator' | 'trainer' | 'administrator',
  ) => ({
    personId,
    territoryId,
    kind,
    startsOn: longAgo,
  })
  await db.role.createMany({
    data: [
      role(person.irene.id, place.puglia.id, 'administrator'),
      role(person.fatou.id, place.puglia.id, 'moderator'),
      role(person.giorgio.id, place.puglia.id, 'moderator'),
      role(person.hana.id, place.provinceOfBari.id, 'mediator'),
      role(person.paola.id, place.monopoli.id, 'facilitator'),
      role(person.samir.id, place.puglia.id, 'trainer'),
      role(person.emanuele.id, place.monopoli.id, 'officer'),
      role(person.luca.id, place.monopoli.id, 'officer'),
      role(person.marta.id, place.monopoli.id, 'officer'),
    ],
  })
}

async function registerPonte(place: Places, person: People) {
  return db.association.create({
    data: {
      name: 'Associazione Ponte',
      legalForm: 'aps',
      runtsNumber: '123456',
      runtsSection: 'b',
      seatId: place.monopoli.id,
      address: 'Via Garibaldi 10, Monopoli',
      languages: ['it', 'ar', 'sq'],
      description: 'Aiutiamo le persone a parlare con medici, scuole e uffici.',
      verification: 'verified',
      submittedAt: new Date('2025-02-01'),
      verifiedAt: new Date('2025-02-10'),
      territories: { create: [{ territoryId: place.monopoli.id }] },
      changes: {
        create: [
          { state: 'claimed', byId: person.ada.id, at: new Date('2025-01-20') },
          { state: 'submitted', byId: person.ada.id, at: new Date('2025-02-01') },
          { state: 'verified', byId: person.emanuele.id, at: new Date('2025-02-10') },
        ],
      },
      mandates: {
        create: [
          {
            kind: 'representative',
            personId: person.ada.id,
            startsOn: new Date('2025-01-20'),
            acceptedAt: new Date('2025-01-20'),
          },
          {
            kind: 'delegate',
            personId: person.bilal.id,
            startsOn: new Date('2025-03-01'),
            acceptedAt: new Date('2025-03-01'),
          },
        ],
      },
    },
    select: { id: true },
  })
}
