/** Letters are written into the act's transaction: they exist if, and only if, the act does. The postman sends them. */
import { db } from '#app/db/client.server'
import type { Prisma } from '#app/db/generated/client'

export type Letter = {
  /** The same key writes the same letter once */
  key: string
  to: string
  language: string
  subject: string
  text: string
  notBefore?: Date
}

const oneAddress = /^[^\s@<>,;:"'()[\]\\\p{C}]{1,64}@[^\s@<>,;:"'()[\]\\\p{C}]{1,190}$/u

/** A second letter with the same key is not written. The postman hears of it at commit. */
export async function writeLetter(tx: Prisma.TransactionClient, letter: Letter): Promise<void> {
  if (!oneAddress.test(letter.to)) throw new Error('A letter goes to one plain address')
  const { count } = await tx.letter.createMany({
    data: [{ ...letter, notBefore: letter.notBefore ?? new Date(), subject: oneLine(letter.subject) }],
    skipDuplicates: true,
  })
  if (count > 0) await tx.$executeRaw`select pg_notify('letters', '')`
}

const daysKept = 30

/** To whom a letter went, and what was refused for good, is known for a while, then forgotten. */
export async function forgetLetters(now: Date = new Date()): Promise<{ forgotten: number }> {
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
  const old = { lt: inDays(-daysKept) }
  // Whoever still tries does so within hours
  const givenUp = { sentAt: null, createdAt: old, notBefore: { gt: inDays(365) } }
  const { count } = await db.letter.deleteMany({ where: { OR: [{ sentAt: old }, givenUp] } })
  return { forgotten: count }
}

/** A subject that could end its header line would write headers of its own. */
function oneLine(subject: string) {
  return subject
    .replace(/[\p{C}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200)
}
