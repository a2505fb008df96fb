/** What can be translated, of each kind: its words, and who writes them in a further language. */
import type { Actor, Verdict } from '#app/domain/authorization'
import { canManage as canManageBudget, canRead as canReadBudget } from '#app/domain/budgets/policy'
import { reachBudget } from '#app/domain/budgets/reach.server'
import type { Tx } from '#app/domain/journal/transaction.server'
import { canManage as canManageConversation } from '#app/domain/opinions/policy'
import { reachConversation } from '#app/domain/opinions/reach-conversation.server'
import { featuresFrom } from '#app/domain/panels/features'
import { canManage as canManagePanel, canRead as canReadPanel } from '#app/domain/panels/policy'
import { reachPanel } from '#app/domain/panels/reach-panel.server'
import { found, insist } from '#app/domain/refusal'
import type { Original, TranslatedKind } from './tell'

type Reading = Pick<Tx, '$queryRaw' | 'budget' | 'conversation' | 'panel'>
type Subject = {
  /** Whether this person writes translations of it; refuses whoever may not know that it exists */
  may: (tx: Reading, actor: Actor, id: string) => Promise<Verdict>
  wordsOf: (tx: Reading, id: string) => Promise<{ language: string; originals: Original[] }>
}

const heading = { title: true, description: true, language: true } as const

export const subjects: Record<TranslatedKind, Subject> = {
  budget: {
    may: async (tx, actor, id) => {
      const budget = await reachBudget(tx, id)
      insist(canReadBudget(actor, budget))
      return canManageBudget(actor, budget.territoryPath)
    },
    wordsOf: async (tx, id) => {
      const budget = found(await tx.budget.findUnique({ where: { id }, select: heading }))
      return { language: budget.language, originals: headingOf(budget) }
    },
  },
  opinions: {
    may: async (tx, actor, id) => canManageConversation(actor, await reachConversation(tx, id, new Date())),
    wordsOf: async (tx, id) => {
      const accepted = {
        where: { moderation: 'accepted' },
        orderBy: { number: 'asc' },
        select: { number: true, text: true, language: true },
      } as const
      const { statements, ...conversation } = found(
        await tx.conversation.findUnique({ where: { id }, select: { ...heading, statements: accepted } }),
      )
      const said = statements.map(({ number, text, language }) => ({ part: `statement-${number}`, text, language }))
      return { language: conversation.language, originals: [...headingOf(conversation), ...said] }
    },
  },
  panel: {
    may: async (tx, actor, id) => {
      const panel = await reachPanel(tx, id)
      insist(canReadPanel(actor, panel))
      return canManagePanel(actor, panel)
    },
    wordsOf: async (tx, id) => {
      const { features, chance, ...panel } = found(
        await tx.panel.findUnique({ where: { id }, select: { ...heading, chance: true, features: true } }),
      )
      const { language } = panel
      const words = featuresFrom(features).flatMap(({ name, quotas }, at) => [
        { part: `feature-${at}`, text: name, language },
        ...quotas.map(({ value }, place) => ({ part: `value-${at}-${place}`, text: value, language })),
      ])
      return { language, originals: [...headingOf(panel), { part: 'chance', text: chance, language }, ...words] }
    },
  },
}

function headingOf({ title, description, language }: { title: string; description: string; language: string }) {
  return [
    { part: 'title', text: title, language },
    { part: 'description', text: description, language },
  ]
}
