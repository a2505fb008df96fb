/** Associations in every state of their verification, registered by people and looked at by offices. */
import { db } from '#app/db/client.server'
import { inviteTo } from '#app/domain/associations/mandates.server'
import {
  attachDocument,
  claimAssociation,
  submitAssociation,
} from '#app/domain/associations/register-association.server'
import type { OfficerMove } from '#app/domain/associations/verification'
import { decideOnAssociation } from '#app/domain/associations/verify-association.server'
import { saveIdentity, savePlaces, saveRegisters, saveWork } from '#app/domain/associations/write-registration.server'
import type { SignedIn } from '#app/domain/authorization'
import { peopleOf, signedIn } from './neighbours'
import { daysBefore, type Happening } from './past'
import type { Where, Who } from './story'
import type { World } from './world'

type Registration = {
  name: string
  by: Who
  where: Where
  legalForm: 'aps' | 'odv' | 'cooperative' | 'informal'
  taxCode: string | null
  runtsNumber: string | null
  address: string
  languages: ('it' | 'en' | 'fr' | 'ar' | 'sq')[]
  description: string
  /** Besides the comune of its seat */
  worksIn?: string[]
  claimed: number
  /** Absent: not sent yet */
  submitted?: number
  decided?: { on: number; move: OfficerMove; note: string | null }[]
}

const registrations: Registration[] = [
  {
    ...{ name: 'Cooperativa Onda', by: 'hana', where: 'bari', legalForm: 'cooperative', taxCode: '91000000001' },
    ...{ runtsNumber: null, address: 'Via Crisanzio 40, Bari', languages: ['it', 'en', 'fr'] },
    description: 'Accompagniamo le famiglie appena arrivate: scuola, medico, casa. Lavoriamo nel quartiere Libertà.',
    worksIn: ['/puglia/bari/'],
    ...{ claimed: 230, submitted: 225, decided: [{ on: 218, move: 'verify', note: null }] },
  },
  {
    ...{ name: 'Shqiponja Salento', by: 'drita', where: 'lecce', legalForm: 'aps', taxCode: '91000000002' },
    ...{ runtsNumber: '204417', address: 'Via Taranto 15, Lecce', languages: ['sq', 'it'] },
    description: 'Teniamo viva la lingua albanese e insegniamo l’italiano. Il sabato facciamo il doposcuola.',
    worksIn: ['/puglia/lecce/', '/puglia/brindisi/'],
    ...{ claimed: 210, submitted: 204, decided: [{ on: 190, move: 'verify', note: null }] },
  },
  {
    ...{ name: 'Orto di tutti', by: 'carmela', where: 'monopoli', legalForm: 'informal', taxCode: null },
    ...{ runtsNumber: null, address: '', languages: ['it'], description: '', claimed: 6 },
  },
  {
    ...{ name: 'Filo d’erba', by: 'neighbour 2', where: 'monopoli', legalForm: 'odv', taxCode: '91000000003' },
    ...{ runtsNumber: '118820', address: 'Via Cavour 3, Monopoli', languages: ['it', 'fr'] },
    description: 'Portiamo la spesa a chi non può uscire di casa. Siamo venti volontari, italiani e senegalesi.',
    ...{ claimed: 14, submitted: 9 },
  },
  {
    ...{ name: 'Le Rondini', by: 'neighbour 3', where: 'monopoli', legalForm: 'aps', taxCode: '91000000004' },
    ...{ runtsNumber: '130077', address: 'Largo Palmieri 8, Monopoli', languages: ['it', 'ar'] },
    description: 'Donne che si incontrano per cucire, parlare italiano e preparare l’esame della patente.',
    ...{ claimed: 40, submitted: 33 },
    decided: [{ on: 28, move: 'askToComplete', note: 'Nello statuto manca l’ultima pagina, con le firme.' }],
  },
  {
    ...{ name: 'Sport per Monopoli', by: 'neighbour 4', where: 'monopoli', legalForm: 'informal', taxCode: null },
    ...{ runtsNumber: null, address: 'Via Marina 1, Monopoli', languages: ['it'] },
    description: 'Vendiamo abbonamenti e abbigliamento sportivo con lo sconto per chi si iscrive subito.',
    ...{ claimed: 90, submitted: 88 },
    decided: [{ on: 80, move: 'refuse', note: 'È una attività commerciale: qui si iscrivono solo associazioni.' }],
  },
  {
    ...{ name: 'Teatro del Porto', by: 'neighbour 5', where: 'monopoli', legalForm: 'aps', taxCode: '91000000005' },
    ...{ runtsNumber: '099120', address: 'Via Porto 22, Monopoli', languages: ['it', 'ar', 'en'] },
    description: 'Laboratori di teatro per ragazze e ragazzi di ogni paese. Uno spettacolo all’anno, sul porto.',
    ...{ claimed: 300, submitted: 296 },
    decided: [
      { on: 290, move: 'verify', note: null },
      { on: 30, move: 'suspend', note: 'La sede è chiusa da mesi e nessuno risponde ai contatti indicati.' },
    ],
  },
]

export function registerAssociations(world: World): Happening[] {
  return [...registrations.flatMap((registration) => registered(registration, world)), ...invitations(world)]
}

function registered(registration: Registration, world: World): Happening[] {
  const { by, where, claimed, submitted, decided = [] } = registration
  const at = (days: number) => daysBefore(world.now, days)
  const founderId = peopleOf(world.town, world.neighbours)(by, where)
  let id = ''
  return [
    {
      at: at(claimed),
      act: async () => {
        id = (await claimAssociation(await signedIn(founderId), registration, at(claimed))).associationId
        await fillIn(await signedIn(founderId), id, registration, world)
      },
    },
    ...(submitted === undefined
      ? []
      : [
          {
            at: at(submitted),
            act: async () => submitAssociation(await signedIn(founderId), id, at(submitted)),
          },
        ]),
    ...decided.map(({ on, move, note }) => ({
      at: at(on),
      act: async () => decideOnAssociation(await officerOf(where), id, { move, note }, at(on)),
    })),
  ]
}

async function fillIn(founder: SignedIn, id: string, registration: Registration, { town }: World) {
  const { name, legalForm, taxCode, runtsNumber, address, languages, description, where, worksIn = [] } = registration
  await saveIdentity(founder, id, { name, legalForm, taxCode })
  if (!description) return
  const runtsSection = { aps: 'b', odv: 'a', cooperative: null, informal: null }[legalForm]
  const nowhereElse = { runtsSection, regionalRegister: null, nationalRegister: null }
  await saveRegisters(founder, id, { runtsNumber, ...nowhereElse })
  const seatId = town.place[where].id
  const around = await db.territory.findMany({ where: { path: { in: worksIn } }, select: { id: true } })
  await savePlaces(founder, id, { seatId, address, territoryIds: [seatId, ...around.map(({ id }) => id)] })
  const contact = { website: null, email: 'info@esempio.it', phone: null }
  await saveWork(founder, id, { languages, description, ...contact })
  if (legalForm !== 'informal') await attachDocument(founder, id, { name: 'Statuto.pdf', bytes: emptyPage() })
}

async function officerOf(where: Where): Promise<SignedIn> {
  const email = { monopoli: 'emanuele', bari: 'michele', lecce: 'paolo' }[where]
  const { id } = await db.person.findUniqueOrThrow({ where: { email: `${email}@esempio.it` }, select: { id: true } })
  return signedIn(id)
}

/** One waits to be accepted. */
function invitations({ town, now }: World): Happening[] {
  const at = daysBefore(now, 3)
  const act = async () => {
    const ada = await signedIn(town.person.ada.id)
    await inviteTo(ada, town.association.id, { email: 'carmela@esempio.it', kind: 'member', endsOn: undefined }, at)
  }
  return [{ at, act }]
}

/** A sound PDF of one empty page, in the place of a statute. */
function emptyPage(): Buffer {
  return Buffer.from(
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n' +
      '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
    'latin1',
  )
}
