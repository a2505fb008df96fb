/** Proposals as tests need them: written and published by the cast. */
import { db } from '#app/db/client.server'
import type { Language } from '#app/domain/languages'
import { saveDraft, startDraft } from '#app/domain/proposals/drafts.server'
import { publishProposal } from '#app/domain/proposals/publish-proposal.server'
import { fieldFromDocument, fromPlainText } from '#app/editor/document'
import type { CastName } from '#prisma/seed/town'
import { actor } from './people'

export const longText =
  'In ospedale molte persone non capiscono le parole dei medici. Serve uno sportello con mediatori, aperto ogni mattina.'

type Wish = {
  by?: CastName
  title?: string
  text?: string
  territoryId?: string
  associationId?: string | null
  points?: string[]
  topic?: 'health' | 'education' | 'housing'
  language?: Language
}

export async function draftOf({ by = 'ada', territoryId, associationId = null, ...wish }: Wish = {}) {
  const author = await actor(by)
  const { id } = await startDraft(author, { territoryId: territoryId ?? null, associationId })
  await saveDraft(author, id, {
    revision: 0,
    title: wish.title ?? 'Sportello con mediatori in ospedale',
    document: fieldFromDocument(fromPlainText(wish.text ?? longText)),
    topic: wish.topic ?? 'health',
    language: wish.language ?? 'it',
    points: wish.points ?? ['Uno sportello', 'Due mediatori'],
  })
  return { id, author }
}

export async function openProposal(wish: Wish & { now?: Date } = {}) {
  const { id, author } = await draftOf(wish)
  await publishProposal(author, id, wish.now ?? new Date())
  return { id, author }
}

export async function proposalRow(id: string) {
  return db.proposal.findUniqueOrThrow({ where: { id } })
}

/** People who live somewhere, have a confirmed address, and nothing else. */
export async function neighbours(territoryId: string, howMany: number) {
  const people = await db.person.createManyAndReturn({
    data: Array.from({ length: howMany }, (_, index) => ({
      pseudonym: `Vicina ${index}`,
      emailConfirmedAt: new Date('2025-01-01'),
      homeTerritoryId: territoryId,
    })),
    select: { id: true },
  })
  return people
}
