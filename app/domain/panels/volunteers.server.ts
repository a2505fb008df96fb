/** People offer to be drawn, and think better of it. */
import { randomInt } from 'node:crypto'
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { insist, Refusal } from '#app/domain/refusal'
import { canLeave, canVolunteer } from './policy'
import { reachPanel } from './reach-panel.server'

/** Without what is read one for another: 0 O, 1 I L, 5 S, 8 B. */
const letters = '234679ACDEFGHJKMNPQRTUVWXYZ'
const codeLength = 6

/** Joins, or changes the answers; the code stays. Answers are the values of the features, in their order. */
export async function volunteer(actor: Actor, panelId: string, answers: readonly string[], now: Date = new Date()) {
  return transaction(async (tx, note) => {
    const panel = await reachPanel(tx, panelId)
    insist(canVolunteer(actor, panel, now))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const fits = panel.features.every(({ quotas }, index) => quotas.some(({ value }) => value === answers[index]))
    insist((fits && answers.length === panel.features.length) || 'panel.answer-everything')
    const key = { panelId_personId: { panelId, personId: actor.id } }
    const there = await tx.volunteer.findUnique({ where: key, select: { code: true } })
    if (there) {
      await tx.volunteer.update({ where: key, data: { answers: [...answers] }, select: { code: true } })
      return there
    }
    const code = await freeCode(tx, panelId)
    await tx.volunteer.create({
      data: { panelId, personId: actor.id, code, answers: [...answers], at: now },
      select: { code: true },
    })
    await note({ what: 'panel.joined', actor, subjectId: panelId, territoryId: panel.territoryId })
    return { code }
  })
}

export async function leavePanel(actor: Actor, panelId: string, now: Date = new Date()) {
  await transaction(async (tx, note) => {
    const panel = await reachPanel(tx, panelId)
    insist(canLeave(actor, panel, now))
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    const { count } = await tx.volunteer.deleteMany({ where: { panelId, personId: actor.id } })
    insist(count === 1 || 'panel.not-there')
    await note({ what: 'panel.left', actor, subjectId: panelId, territoryId: panel.territoryId })
  })
}

async function freeCode(tx: Tx, panelId: string): Promise<string> {
  for (;;) {
    const code = Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('')
    if ((await tx.volunteer.count({ where: { panelId, code } })) === 0) return code
  }
}
