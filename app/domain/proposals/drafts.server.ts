/** A proposal being written: begun, saved as often as one types, thrown away. */
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import { actingFor } from '#app/domain/associations/policy'
import { type Actor, canSpeak, type Verdict } from '#app/domain/authorization'
import type { Tx } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import { documentFromField, emptyDocument, excerpt } from '#app/editor/document'
import type { Draft } from './forms'
import { canEditDraft } from './policy'
import { type Reached, reach } from './reach.server'

const mostDrafts = 50
export const excerptLength = 240

type Start = { territoryId?: string | null; associationId?: string | null | undefined; language?: string }

/** Begins a draft, or takes up the one that this person began here and left without a word. */
export async function startDraft(
  actor: Actor,
  { territoryId, associationId = null, language }: Start,
): Promise<{ id: string; revision: number }> {
  insist(canSpeak(actor))
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  insist(actingFor(actor, associationId))
  const place = territoryId ?? actor.homeTerritoryId
  if (place === null) throw new Refusal('proposal.choose-a-territory', {}, 'territoryId')
  found(await db.territory.findUnique({ where: { id: place }, select: { id: true } }))
  const mine = { authorId: actor.id, stage: 'draft' } as const
  const wordless = await db.proposal.findFirst({
    where: { ...mine, territoryId: place, associationId, title: '', excerpt: '' },
    select: { id: true, revision: true },
  })
  if (wordless) return wordless
  insist((await db.proposal.count({ where: mine })) < mostDrafts || 'proposal.too-many-drafts')
  return db.proposal.create({
    data: {
      territoryId: place,
      associationId,
      authorId: actor.id,
      language: language ?? actor.language,
      document: emptyDocument(),
    },
    select: { id: true, revision: true },
  })
}

/** Keeps what was typed, complete or not. A save that did not see the last one is refused, and overwrites nothing. */
export async function saveDraft(actor: Actor, proposalId: string, draft: Draft): Promise<{ revision: number }> {
  return db.$transaction(async (tx) => {
    const proposal = await reach(tx, proposalId)
    insist(canEditDraft(actor, proposal.weighed))
    insist(canSpeakFor(actor, proposal, draft.associationId))
    if (draft.territoryId) {
      found(await tx.territory.findUnique({ where: { id: draft.territoryId }, select: { id: true } }))
    }
    const { count } = await tx.proposal.updateMany({
      where: { id: proposalId, stage: 'draft', revision: draft.revision },
      data: { ...columnsOf(draft), revision: { increment: 1 } },
    })
    insist(count === 1 || 'proposal.changed-elsewhere')
    if (draft.points) await replacePoints(tx, proposalId, draft.points)
    return { revision: draft.revision + 1 }
  })
}

/** In whose name a draft is written is decided by who began it, among the associations they act for. */
function canSpeakFor(actor: Actor, draft: Reached, associationId: string | null | undefined): Verdict {
  if (associationId === undefined || associationId === draft.associationId) return true
  if (actor.kind === 'visitor' || actor.id !== draft.authorId) return 'proposal.name-of-its-author'
  return actingFor(actor, associationId)
}

/** A draft thrown away is a proposal withdrawn before anybody saw it. */
export async function discardDraft(actor: Actor, proposalId: string, now: Date = new Date()) {
  await db.$transaction(async (tx) => {
    const { weighed } = await reach(tx, proposalId)
    insist(canEditDraft(actor, weighed))
    const { count } = await tx.proposal.updateMany({
      where: { id: proposalId, stage: 'draft' },
      data: { stage: 'withdrawn', withdrawnAt: now },
    })
    insist(count === 1 || 'proposal.already-moved')
    const attached = { subjectKind: 'proposal', subjectId: proposalId, removedAt: null }
    await tx.storedFile.updateMany({ where: attached, data: { removedAt: now } })
  })
}

function columnsOf({ territoryId, topic, language, associationId, title, document }: Draft) {
  const unless = <T>(value: T | undefined) => (value === undefined ? Prisma.skip : value)
  const written = document === undefined ? null : documentIn(document)
  return {
    territoryId: unless(territoryId),
    topic: unless(topic),
    language: unless(language),
    associationId: unless(associationId),
    title: unless(title),
    document: written ?? Prisma.skip,
    excerpt: written ? excerpt(written, excerptLength) : Prisma.skip,
  }
}

/** What the editor's field holds, or the refusal that says what is wrong with it. */
export function documentIn(field: string) {
  const parsed = documentFromField(field)
  if (!parsed.ok) throw new Refusal(parsed.reason, {}, 'document')
  return parsed.document
}

/** Points change freely until a proposal qualifies; nothing refers to them before. */
export async function replacePoints(tx: Tx, proposalId: string, points: readonly string[]) {
  const before = await pointsOf(tx, proposalId)
  if (before.length === points.length && before.every((text, at) => text === points[at])) return
  await tx.point.deleteMany({ where: { proposalId } })
  await tx.point.createMany({ data: points.map((text, index) => ({ proposalId, position: index + 1, text })) })
}

export async function pointsOf(tx: Tx, proposalId: string): Promise<string[]> {
  const points = await tx.point.findMany({
    where: { proposalId },
    orderBy: { position: 'asc' },
    select: { text: true },
  })
  return points.map(({ text }) => text)
}
