/** A story as acts with their dates: written, published, supported, discussed, answered, judged. */

import { randomBytes } from 'node:crypto'
import { db } from '#app/db/client.server'
import { extendAnswer } from '#app/domain/answers/extend-answer.server'
import { askReview, judgeAnswer } from '#app/domain/answers/judge-answer.server'
import type { SignedIn } from '#app/domain/authorization'
import { markUseful, writeComment } from '#app/domain/discussion/commands.server'
import type { Language } from '#app/domain/languages'
import { appeal, hide, report } from '#app/domain/moderation/commands.server'
import { changeProposal } from '#app/domain/proposals/change-proposal.server'
import { acceptCoAuthorship, inviteCoAuthor } from '#app/domain/proposals/co-authors.server'
import { saveDraft, startDraft } from '#app/domain/proposals/drafts.server'
import { publishProposal } from '#app/domain/proposals/publish-proposal.server'
import { supportProposal } from '#app/domain/proposals/support.server'
import { withdrawProposal } from '#app/domain/proposals/withdraw-proposal.server'
import { found } from '#app/domain/refusal'
import { fieldFromDocument, fromPlainText } from '#app/editor/document'
import { answerHappenings, begin, headFor } from './answer'
import { peopleOf, signedIn } from './neighbours'
import { daysBefore, type Happening } from './past'
import type { Said, Story, Who } from './story'
import type { Told, World } from './world'

const thresholds = { monopoli: 5, bari: 12, lecce: 20 }

export function happeningsOf(story: Story, world: World): Happening[] {
  const told: Told = { proposalId: '', story, world }
  const on = (days: number, act: () => Promise<unknown>): Happening => ({ at: daysBefore(world.now, days), act })
  const at = (days: number) => daysBefore(world.now, days)
  const person = peopleOf(world.town, world.neighbours)
  const author = () => signedIn(person(story.by, story.where))
  const { published, extended, judged, review, withdrawn, changed, begun, with: other } = story
  const first = () => answerIdOf(told, 1)
  return [
    on((published ?? 2) + 1.5, () => write(told, person(story.by, story.where))),
    ...(published === undefined
      ? []
      : [on(published, async () => publishProposal(await author(), told.proposalId, at(published)))]),
    ...(other
      ? [
          on(other.on, async () =>
            join(told, await author(), await signedIn(person(other.who, story.where)), at(other.on)),
          ),
        ]
      : []),
    ...(changed ? [on(changed.on, async () => change(told, await author(), changed, at(changed.on)))] : []),
    ...(begun ? [on(begun.on, async () => begin(told, begun, at(begun.on)))] : []),
    ...supports(told),
    ...(story.said ?? []).flatMap((said) => spoken(told, said)),
    ...(extended
      ? [on(extended.on, async () => extendAnswer(await headFor(told), await first(), extended, at(extended.on)))]
      : []),
    ...(story.answered ? answerHappenings(told, story.answered) : []),
    ...(judged
      ? [
          on(judged.on, async () => {
            const { satisfaction, reason = null } = judged
            await judgeAnswer(await author(), await first(), { version: 1, satisfaction, reason }, at(judged.on))
          }),
        ]
      : []),
    ...(review ? [on(review.on, async () => askReview(await author(), await first(), review, at(review.on)))] : []),
    ...(withdrawn === undefined
      ? []
      : [on(withdrawn, async () => withdrawProposal(await author(), told.proposalId, at(withdrawn)))]),
  ]
}

async function write(told: Told, authorId: string) {
  const { story, world } = told
  const author = await signedIn(authorId)
  const associationId = story.as ? await associationNamed(story.as) : null
  const language = story.language ?? 'it'
  const { id, revision } = await startDraft(author, {
    territoryId: world.town.place[story.where].id,
    associationId,
    language,
  })
  await saveDraft(author, id, {
    revision,
    language,
    title: story.title,
    document: fieldFromDocument(fromPlainText(story.text)),
    topic: story.topic,
    points: story.points ?? [],
  })
  told.proposalId = id
}

async function change({ proposalId, story }: Told, author: SignedIn, changed: Changed, now: Date) {
  const { revision } = await db.proposal.findUniqueOrThrow({ where: { id: proposalId }, select: { revision: true } })
  const document = fieldFromDocument(fromPlainText(`${story.text}\n\n${changed.more}`))
  const { title, points = [] } = story
  await changeProposal(author, proposalId, { revision, title, document, points, note: changed.note }, now)
}

type Changed = NonNullable<Story['changed']>

async function join({ proposalId }: Told, author: SignedIn, other: SignedIn, now: Date) {
  const person = await db.person.findUniqueOrThrow({ where: { id: other.id }, select: { email: true } })
  const email = found(person.email)
  await inviteCoAuthor(author, proposalId, email)
  const letter = { where: { to: email, text: { contains: '/invitations/' } }, select: { id: true, text: true } }
  const { id, text } = await db.letter.findFirstOrThrow(letter)
  await acceptCoAuthorship(other, /\/invitations\/([\w-]+)/.exec(text)?.[1] ?? '', now)
  await db.letter.delete({ where: { id }, select: { id: true } })
}

/** The threshold is reached on the day the story says; what comes before and after is spread evenly. */
function supports(told: Told): Happening[] {
  const { story, world } = told
  const { published, qualified, answered, supports: total = 0 } = story
  if (published === undefined) return []
  const authorId = peopleOf(world.town, world.neighbours)(story.by, story.where)
  const pool = [...world.neighbours[story.where]].reverse().filter((id) => id !== authorId)
  const threshold = thresholds[story.where]
  const until = story.withdrawn ?? answered?.on ?? 0
  return pool.slice(0, total).map((id, index) => {
    const place = index + 1
    const days =
      qualified === undefined
        ? between(published, until, place / (total + 1))
        : place <= threshold
          ? between(published, qualified, place / threshold)
          : between(qualified, until, (place - threshold) / (total - threshold + 1))
    const at = daysBefore(world.now, days)
    return { at, act: async () => supportProposal(await signedIn(id), told.proposalId, at) }
  })
}

function between(from: number, to: number, share: number) {
  return from + (to - from) * share
}

function spoken(told: Told, said: Said): Happening[] {
  const { story, world } = told
  const at = (days: number) => daysBefore(world.now, days)
  const person = (who: Who) => peopleOf(world.town, world.neighbours)(who, story.where)
  let commentId = ''
  const say = async (by: Who, words: Words, days: number, parentId: string | null) => {
    const associationId = words.as ? await associationNamed(words.as) : null
    const written = {
      text: words.text,
      stance: words.stance ?? ('neutral' as const),
      language: words.language ?? 'it',
      parentId,
      associationId,
      formKey: randomBytes(12).toString('base64url'),
    }
    const subject = { kind: 'proposal' as const, id: told.proposalId }
    return writeComment(await signedIn(person(by)), subject, written, at(days))
  }
  const { useful = 0, hidden, replies = [], reported } = said
  const readers = world.neighbours[story.where].filter((id) => id !== person(said.by)).slice(0, useful)
  const about = () => ({ kind: 'comment' as const, id: commentId })
  const hiding = async ({ on, reason, note, appeal: words }: NonNullable<Said['hidden']>) => {
    const { hidingId } = await hide(await signedIn(person('fatou')), about(), { reason, note }, at(on))
    if (words) await appeal(await signedIn(person(said.by)), hidingId, words, at(on - 0.5))
  }
  return [
    {
      at: at(said.on),
      act: async () => {
        commentId = (await say(said.by, said, said.on, null)).id
      },
    },
    ...replies.map((reply) => ({ at: at(reply.on), act: () => say(reply.by, reply, reply.on, commentId) })),
    ...readers.map((id) => ({
      at: at(said.on * 0.9),
      act: async () => markUseful(await signedIn(id), commentId, at(said.on * 0.9)),
    })),
    ...(hidden ? [{ at: at(hidden.on), act: () => hiding(hidden) }] : []),
    ...(reported
      ? [
          {
            at: at(said.on * 0.5),
            act: async () => report(await signedIn(person('carmela')), about(), { reason: 'offTopic', note: null }),
          },
        ]
      : []),
  ]
}

type Words = { text: string; as?: string; stance?: Said['stance']; language?: Language }

async function associationNamed(name: string): Promise<string> {
  const { id } = await db.association.findFirstOrThrow({ where: { name }, select: { id: true } })
  return id
}

export async function answerIdOf({ proposalId }: Told, round: number): Promise<string> {
  const { id } = await db.answer.findFirstOrThrow({ where: { proposalId, round }, select: { id: true } })
  return id
}
