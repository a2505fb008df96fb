/** A conversation in which forty people have said what they think, a panel that was drawn, and one that people can join. */
import { db } from '#app/db/client.server'
import { openConversation, sayOpinion } from '#app/domain/opinions/commands.server'
import { acceptStatement, refuseStatement, writeStatement } from '#app/domain/opinions/statements.server'
import { drawPanel } from '#app/domain/panels/draw-panel.server'
import { addFeature, openPanel, startPanel } from '#app/domain/panels/prepare-panel.server'
import { publishLotteries } from '#app/domain/panels/publish-lottery.server'
import { volunteer } from '#app/domain/panels/volunteers.server'
import { signedIn } from './neighbours'
import { daysBefore, type Happening } from './past'
import type { World } from './world'

const firstStatements = [
  'La domenica il lungomare è solo per chi cammina e va in bicicletta.',
  'Le auto devono poter arrivare fino al mare, anche d’estate.',
  'Le piste per le biciclette vengono prima dei parcheggi.',
  'Senza parcheggi vicini i negozi del lungomare chiudono.',
  'La musica nei locali finisce a mezzanotte.',
  'D’estate i locali possono tenere la musica fino alle due.',
  'Servono più alberi per fare ombra a chi passeggia.',
  'Le fontane per bere devono funzionare tutto l’anno.',
]
const lateStatements = [
  'I cartelli del lungomare sono scritti anche in albanese e in arabo.',
  'Una navetta gratuita porta al mare dai parcheggi fuori città.',
]

/** Of ten people of a camp, how many agree with each statement; the others disagree, and some pass. */
const camps = [
  [10, 0, 10, 1, 5, 5, 10, 10, 7, 9],
  [0, 10, 1, 10, 3, 7, 9, 10, 6, 8],
  [7, 3, 6, 4, 10, 0, 10, 10, 9, 10],
]

/** Repeatable, and even enough: the same people say the same at every start. */
function sayingOf(person: number, statement: number): 'agree' | 'disagree' | 'pass' | null {
  const throwOf = (salt: number) => {
    const mixed = Math.imul((person + 1) * 8191 + (statement + 1) * 131 + salt, 0x9e3779b1)
    return (Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 16) % 10
  }
  if (throwOf(1) === 0) return null
  if (throwOf(2) === 0 && throwOf(4) < 6) return 'pass'
  const agrees = camps[person % camps.length]?.[statement] ?? 5
  return throwOf(3) < agrees ? 'agree' : 'disagree'
}

const numbers = { agree: 1, disagree: -1, pass: 0 }

export function gatherOpinions({ town, neighbours, now }: World): Happening[] {
  const people = [...neighbours.monopoli, ...neighbours.bari.slice(0, 12)]
  let conversationId = ''
  const officer = () => signedIn(town.person.emanuele.id)
  const open = async () => {
    const given = {
      territoryId: town.place.monopoli.id,
      language: 'it' as const,
      title: 'Come vogliamo il lungomare d’estate?',
      description: 'Il Comune prepara le regole dell’estate. Prima vuole capire che cosa ci unisce.',
      closesAt: daysBefore(now, -20),
      statements: firstStatements.join('\n'),
    }
    conversationId = (await openConversation(await officer(), given, daysBefore(now, 12))).id
  }
  const write = async () => {
    const at = daysBefore(now, 10)
    for (const [index, text] of lateStatements.entries()) {
      const author = await signedIn(people[index] ?? '')
      const { id } = await writeStatement(author, conversationId, { text, language: 'it' }, at)
      await acceptStatement(await officer(), conversationId, id, at)
    }
    const again = { text: 'Più alberi, perché d’estate non c’è ombra.', language: 'it' as const }
    const { id } = await writeStatement(await signedIn(people[5] ?? ''), conversationId, again, at)
    const reason = { reason: 'said-already' as const, note: 'C’è già una frase sugli alberi: rispondi a quella.' }
    await refuseStatement(await officer(), conversationId, id, reason, at)
  }
  const answer = async () => {
    const rows = await db.statement.findMany({
      where: { conversationId, moderation: 'accepted' },
      orderBy: { number: 'asc' },
      select: { id: true },
    })
    for (const [person, personId] of people.entries()) {
      const at = daysBefore(now, 8 - (person % 8))
      const said = rows.flatMap(({ id: statementId }, statement) => {
        const vote = sayingOf(person, statement)
        return vote ? [{ statementId, vote }] : []
      })
      // The first answer is an act; the others leave nothing but themselves, and the start is not kept waiting for them
      const [first, ...rest] = said
      if (first) await sayOpinion(await signedIn(personId), conversationId, first, at)
      await db.statementVote.createMany({
        data: rest.map(({ statementId, vote }) => ({ conversationId, personId, statementId, vote: numbers[vote], at })),
      })
    }
  }
  const ask = async () => {
    const text = 'La sera servono più autobus per tornare a casa.'
    await writeStatement(
      await signedIn(people[7] ?? ''),
      conversationId,
      { text, language: 'it' },
      daysBefore(now, 0.5),
    )
  }
  return [
    { at: daysBefore(now, 12), act: open },
    { at: daysBefore(now, 10), act: write },
    { at: daysBefore(now, 8), act: answer },
    { at: daysBefore(now, 0.5), act: ask },
  ]
}

const features = [
  {
    name: 'Genere',
    values: [
      { value: 'donna', min: 5, max: 7 },
      { value: 'uomo', min: 5, max: 7 },
    ],
  },
  {
    name: 'Età',
    values: [
      { value: '16–34', min: 3, max: 4 },
      { value: '35–59', min: 4, max: 6 },
      { value: '60 o più', min: 3, max: 4 },
    ],
  },
]

const answersOf = (person: number) => [
  ['donna', 'uomo'][person % 2] ?? 'donna',
  ['16–34', '35–59', '60 o più', '35–59', '35–59'][person % 5] ?? '35–59',
]

export function drawPanels({ town, neighbours, now }: World): Happening[] {
  let panelId = ''
  const officer = () => signedIn(town.person.emanuele.id)
  const prepare = async (
    wish: { officerId: string; territoryId: string; title: string; description: string },
    days: [number, number, number],
  ) => {
    const [opened, gathered, drawn] = days.map((ago) => daysBefore(now, ago)) as [Date, Date, Date]
    const actor = await signedIn(wish.officerId)
    const { id } = await startPanel(
      actor,
      {
        territoryId: wish.territoryId,
        language: 'it',
        title: wish.title,
        description: wish.description,
        seats: 12,
        gathersTo: gathered,
        drawsAt: drawn,
        chance: 'I cinque numeri della prima estrazione del Lotto dopo questa data, ruota di Bari, uniti da trattini',
      },
      opened,
    )
    for (const feature of features) await addFeature(actor, id, feature)
    await openPanel(actor, id, opened)
    return id
  }
  const offer = async (people: readonly string[], at: Date, id: string) => {
    for (const [index, personId] of people.entries())
      await volunteer(await signedIn(personId), id, answersOf(index), at)
  }
  return [
    {
      at: daysBefore(now, 40),
      act: async () => {
        panelId = await prepare(
          {
            officerId: town.person.emanuele.id,
            territoryId: town.place.monopoli.id,
            title: 'Dodici persone per il piano del traffico',
            description: 'Quattro sabati mattina in biblioteca. Si studia, si ascolta, si scrive un parere al Comune.',
          },
          [40, 15, 9],
        )
        await offer(neighbours.monopoli, daysBefore(now, 38), panelId)
      },
    },
    { at: daysBefore(now, 15), act: () => publishLotteries(daysBefore(now, 15)) },
    {
      at: daysBefore(now, 9),
      act: async () => drawPanel(await officer(), panelId, '23-4-88-17-61', daysBefore(now, 9)),
    },
    {
      at: daysBefore(now, 4),
      act: async () => {
        const { id: officerId } = await db.person.findUniqueOrThrow({
          where: { email: 'rosaria@esempio.it' },
          select: { id: true },
        })
        const id = await prepare(
          {
            officerId,
            territoryId: town.place.bari.id,
            title: 'Dodici persone per i giardini della città',
            description: 'Tre sere, con traduzione in arabo e albanese e chi guarda i bambini.',
          },
          [4, -14, -21],
        )
        await offer(neighbours.bari.slice(0, 9), daysBefore(now, 2), id)
      },
    },
  ]
}
