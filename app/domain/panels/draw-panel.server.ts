/** The public draw: the announced source gives the seed, the seed gives the ticket. */
import type { Actor } from '#app/domain/authorization'
import { transaction } from '#app/domain/journal/transaction.server'
import { found, insist } from '#app/domain/refusal'
import { canDraw } from './policy'
import { reachPanel } from './reach-panel.server'
import { draw } from './tickets'

/** Made once: the database keeps it. */
export async function drawPanel(actor: Actor, panelId: string, seed: string, now: Date = new Date()) {
  return transaction(async (tx, note) => {
    const panel = await reachPanel(tx, panelId)
    insist(canDraw(actor, panel, now))
    const { lottery } = found(await tx.panel.findUnique({ where: { id: panelId }, select: { lottery: true } }))
    const { ticket, codes } = draw(found(lottery), seed)
    const { count } = await tx.panel.updateMany({
      where: { id: panelId, stage: 'published' },
      data: { stage: 'drawn', drawSeed: seed, ticket, drawnAt: now },
    })
    insist(count === 1 || 'panel.already-drawn')
    await tx.volunteer.updateMany({ where: { panelId, code: { in: [...codes] } }, data: { drawn: true } })
    await note({
      what: 'panel.drawn',
      actor,
      subjectId: panelId,
      territoryId: panel.territoryId,
      details: { ticket },
    })
    return { ticket, codes }
  })
}
