/** Following, reading, and choosing letters. */
import { db } from '#app/db/client.server'
import { type Actor, canSpeak } from '#app/domain/authorization'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { MailChoice } from './preferences'
import { audienceOf, type Family, recipients } from './recipients'

export type Followed = { subjectKind: 'proposal' | 'territory'; subjectId: string }

export async function follow(actor: Actor, { subjectKind, subjectId }: Followed) {
  insist(canSpeak(actor))
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  if (subjectKind === 'territory')
    found(await db.territory.findUnique({ where: { id: subjectId }, select: { id: true } }))
  else
    found(
      await db.proposal.findFirst({
        where: { id: subjectId, publishedAt: { not: null }, hiddenAt: null },
        select: { id: true },
      }),
    )
  await db.follow.createMany({ data: [{ personId: actor.id, subjectKind, subjectId }], skipDuplicates: true })
}

export async function unfollow(actor: Actor, { subjectKind, subjectId }: Followed) {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  await db.follow.deleteMany({ where: { personId: actor.id, subjectKind, subjectId } })
}

/** One line, or all of them. */
export async function markRead(actor: Actor, notificationId: string | null, now: Date = new Date()) {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  await db.notification.updateMany({
    where: { personId: actor.id, readAt: null, ...(notificationId ? { id: notificationId } : {}) },
    data: { readAt: now },
  })
}

/** What waited for a daily letter that nobody wants any more waits no longer. */
export async function choosePreferences(actor: Actor, choices: Record<Family, MailChoice>) {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const personId = actor.id
  const chosen = Object.entries(choices) as [Family, MailChoice][]
  const silenced = Object.keys(recipients).filter((what) => {
    const family = audienceOf(what)?.family
    return family !== undefined && choices[family] === 'never'
  })
  await db.$transaction([
    ...chosen.map(([kind, mail]) =>
      db.notificationPreference.upsert({
        where: { personId_kind: { personId, kind } },
        create: { personId, kind, mail },
        update: { mail },
        select: { kind: true },
      }),
    ),
    db.notification.updateMany({ where: { personId, digest: true, what: { in: silenced } }, data: { digest: false } }),
  ])
}
