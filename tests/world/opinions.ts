/** Conversations as tests need them: opened by the officer, with statements, and with people who answer in two camps. */
import { db } from '#app/db/client.server'
import { openConversation } from '#app/domain/opinions/commands.server'
import { actor, monopoli } from './people'

export const statements = [
  'Vorrei le auto fuori dal lungomare la domenica.',
  'Vorrei il lungomare aperto alle auto sempre.',
  'Le piste per le biciclette vanno prima dei parcheggi.',
  'I negozi hanno bisogno dei parcheggi vicini.',
  'Il mercato del pesce può stare sul molo.',
  'La musica la sera finisce a mezzanotte.',
  'Servono più alberi per fare ombra.',
  'Le fontane per bere devono funzionare tutto l’anno.',
]

export async function openedConversation({ closesAt = null }: { closesAt?: Date | null } = {}, now = new Date()) {
  const officer = await actor('emanuele')
  const { id } = await openConversation(
    officer,
    {
      territoryId: (await monopoli()).id,
      language: 'it',
      title: 'Come vogliamo il lungomare?',
      description: null,
      closesAt,
      statements: statements.join('\n'),
    },
    now,
  )
  const rows = await db.statement.findMany({
    where: { conversationId: id },
    orderBy: { number: 'asc' },
    select: { id: true },
  })
  return { id, officer, statementIds: rows.map((row) => row.id) }
}

/** People whose answers the test puts straight into the table: the first six statements divide them, the rest do not. */
export async function crowdSays(
  conversationId: string,
  statementIds: readonly string[],
  camps: readonly number[],
  at = new Date(),
) {
  for (const [camp, people] of camps.entries()) {
    for (let person = 0; person < people; person += 1) {
      const { id } = await db.person.create({
        data: { pseudonym: `Voce ${camp}-${person}`, emailConfirmedAt: at },
        select: { id: true },
      })
      await db.statementVote.createMany({
        data: statementIds.map((statementId, index) => ({
          conversationId,
          personId: id,
          statementId,
          at,
          vote: index >= 6 ? 1 : (person + index) % 7 === 0 ? 0 : camp % 2 === 0 ? 1 : -1,
        })),
      })
    }
  }
}
