/** What waits in the outbox, for tests that follow a link. */
import { db } from '#app/db/client.server'

export async function lettersTo(email: string) {
  return db.letter.findMany({
    where: { to: email },
    select: { id: true, key: true, subject: true, text: true, language: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

/** The secret in the last letter's link. */
export async function tokenIn(email: string): Promise<string> {
  const letters = await lettersTo(email)
  const token = /(?:token=|\/invitations\/)([\w-]+)/.exec(letters.at(-1)?.text ?? '')?.[1]
  if (!token) throw new Error(`No link in ${letters.length} letters to ${email}`)
  return token
}
