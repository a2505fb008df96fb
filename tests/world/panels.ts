/** Panels as tests need them: prepared and opened by the officer, with people of Monopoli who offer themselves. */
import { db } from '#app/db/client.server'
import { actorOf } from '#app/domain/identity/actor.server'
import { addFeature, openPanel, startPanel } from '#app/domain/panels/prepare-panel.server'
import { volunteer } from '#app/domain/panels/volunteers.server'
import { actor, monopoli } from './people'
import { neighbours } from './proposals'

export const hour = 3_600_000
export const features = [
  {
    name: 'Genere',
    values: [
      { value: 'donna', min: 2, max: 4 },
      { value: 'uomo', min: 2, max: 4 },
    ],
  },
  {
    name: 'Età',
    values: [
      { value: '18–39', min: 2, max: 3 },
      { value: '40 o più', min: 3, max: 4 },
    ],
  },
]

/** Six seats; people gather for an hour from `now`, the draw is an hour later. */
export async function openedPanel(now = new Date(), wanted = features) {
  const officer = await actor('emanuele')
  const { id } = await startPanel(
    officer,
    {
      territoryId: (await monopoli()).id,
      language: 'it',
      title: 'Una giuria per il piano del traffico',
      description: null,
      seats: 6,
      gathersTo: new Date(now.getTime() + hour),
      drawsAt: new Date(now.getTime() + 2 * hour),
      chance: 'I cinque numeri del Lotto, ruota di Bari, in ordine di estrazione',
    },
    now,
  )
  for (const feature of wanted) await addFeature(officer, id, feature)
  await openPanel(officer, id, now)
  return { id, officer }
}

/** Women and men, younger and older, in turn. */
export async function crowdOffers(panelId: string, howMany: number, now = new Date()) {
  const people = await neighbours((await monopoli()).id, howMany)
  for (const [index, { id }] of people.entries()) {
    const answers = [index % 2 === 0 ? 'donna' : 'uomo', index % 4 < 2 ? '18–39' : '40 o più']
    await volunteer(await actorOf(id), panelId, answers, now)
  }
  return people
}

export async function panelRow(id: string) {
  return db.panel.findUniqueOrThrow({ where: { id } })
}
