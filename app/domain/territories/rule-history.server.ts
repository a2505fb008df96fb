/** Every rule set that a territory had, newest first, with what each changed; and what it inherits now, if it does. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { canChangeRules } from './policy'
import { rulesAbove, rulesInForce, territoryBySlug } from './queries.server'
import { changedLines } from './rule-changes'

const named = { select: { pseudonym: true, realName: true, showsRealName: true } } as const

/** Versions follow one another over years: a page holds them all. */
const longest = 200

export async function ruleHistory(actor: Actor, slug: string) {
  const territory = await territoryBySlug(slug)
  const rows = await db.ruleSet.findMany({
    where: { territoryId: territory.id },
    orderBy: { version: 'desc' },
    take: longest,
    select: {
      version: true,
      proposers: true,
      supporters: true,
      thresholdNumber: true,
      thresholdShare: true,
      editWindowHours: true,
      answerDays: true,
      extensionDays: true,
      reviewDays: true,
      act: true,
      createdAt: true,
      endedAt: true,
      takenBackFor: true,
      createdBy: named,
      takenBackBy: named,
    },
  })
  const inForce = await rulesInForce(territory.path)
  const own = inForce?.territoryPath === territory.path
  const may = canChangeRules(actor, territory.path)
  return {
    territory,
    inherited: own ? null : inForce,
    versions: rows.map(({ createdBy, takenBackBy, ...version }, index) => {
      const before = rows[index + 1]
      return {
        ...version,
        by: createdBy && nameOf(createdBy),
        takenBackBy: takenBackBy && nameOf(takenBackBy),
        changes: before ? { before, lines: changedLines(before, version) } : null,
      }
    }),
    can: { change: may, takeBack: may === true && own && (await rulesAbove(territory.path)) !== null },
  }
}

function nameOf(person: { pseudonym: string; realName: string | null; showsRealName: boolean }) {
  return person.showsRealName ? (person.realName ?? person.pseudonym) : person.pseudonym
}
