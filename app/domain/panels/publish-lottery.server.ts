/** The sweep of panels: once nobody joins any more, the tickets are made and published, or it is said why they cannot be. */
import { apart } from '#app/apart/apart.server'
import { db } from '#app/db/client.server'
import { transaction } from '#app/domain/journal/transaction.server'
import type { Sentence } from '#app/domain/voting/rules/outcome'
import { checkedPool, type Pool } from '#app/domain/voting/sortition/pool'
import { lotteryText, ticketsEach } from '#app/domain/voting/sortition/tickets'
import { type Reached, reachPanel } from './reach-panel.server'

const tickets = 1000

/** Running it again changes nothing. */
export async function publishLotteries(now: Date = new Date()): Promise<{ published: number; impossible: number }> {
  await db.panel.updateMany({
    where: { stage: 'gathering', gathersTo: { lte: now } },
    data: { stage: 'preparing' },
  })
  const waiting = await db.$queryRaw<{ id: string }[]>`
    select id from "Panel" where stage = 'preparing' and why is null order by "gathersTo"`
  let [published, impossible] = [0, 0]
  for (const { id } of waiting) {
    if (await publishLottery(id, now)) published += 1
    else impossible += 1
  }
  return { published, impossible }
}

/** Computed outside of the transaction: while it is being prepared nobody joins, leaves or changes anything. */
async function publishLottery(panelId: string, now: Date): Promise<boolean> {
  const [panel, volunteers] = await Promise.all([
    reachPanel(db, panelId),
    db.volunteer.findMany({ where: { panelId }, orderBy: { code: 'asc' }, select: { code: true, answers: true } }),
  ])
  if (volunteers.length === 0)
    return explain(panel, [{ key: 'panels.pool-too-small', values: { people: 0, seats: panel.seats } }])
  const count = await apart('countPanels', poolOf(panel, volunteers), 'leximin', { tickets, seed: panel.seed })
  if (!count.lottery) return explain(panel, count.why ?? [])
  const each = [...ticketsEach(count.lottery.tickets).values()]
  await transaction(async (tx, note) => {
    const { count: changed } = await tx.panel.updateMany({
      where: { id: panelId, stage: 'preparing' },
      data: {
        stage: 'published',
        lottery: lotteryText(count.lottery?.tickets ?? []),
        digest: count.lottery?.digest ?? '',
        tickets,
        pool: volunteers.length,
        smallest: count.lottery?.smallest ?? '0',
        largest: (Math.max(...each) / tickets).toFixed(6),
        publishedAt: now,
      },
    })
    if (changed === 0) return
    await note({
      what: 'panel.published',
      actor: 'clock',
      subjectId: panelId,
      territoryId: panel.territoryId,
      details: { tickets, people: volunteers.length },
    })
  })
  return true
}

/** Whoever prepared it must move seats, or give more time. */
async function explain(panel: Reached, why: readonly Sentence[]) {
  await transaction(async (tx, note) => {
    const { count } = await tx.panel.updateMany({
      where: { id: panel.id, stage: 'preparing' },
      data: { why: JSON.parse(JSON.stringify(why)) },
    })
    if (count === 0) return
    await note({ what: 'panel.impossible', actor: 'clock', subjectId: panel.id, territoryId: panel.territoryId })
  })
  return false
}

function poolOf({ features, seats }: Reached, volunteers: readonly { code: string; answers: string[] }[]): Pool {
  return checkedPool({
    features,
    panelSize: seats,
    people: volunteers.map(({ code, answers }) => ({
      id: code,
      values: features.map(({ quotas }, index) => quotas.findIndex(({ value }) => value === answers[index])),
    })),
  })
}
