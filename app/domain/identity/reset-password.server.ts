/** A forgotten password: a link to the mailbox, used once, which ends every sign-in. A known one: changed by its owner. */
import { db } from '#app/db/client.server'
import { type SignedIn, visitor } from '#app/domain/authorization'
import { type Noting, type Tx, transaction } from '#app/domain/journal/transaction.server'
import { insist, Refusal } from '#app/domain/refusal'
import { writeTo } from '#app/mail/templates.server'
import { countFailure, countTry, forgetFailures, insistOnFewFailures, limits } from './attempts.server'
import { mailLink, newMailToken, useMailToken } from './mail-tokens.server'
import { hashPassword, inTurn, isPassword } from './password-hash.server'
import { isGoodPassword } from './passwords'
import { markConfirmed } from './register.server'

/** Answers the same for everybody; only a mailbox that has an account receives something. */
export async function askForReset(email: string, address: string, now = new Date()) {
  await countTry(limits.lettersFrom, address)
  await countTry(limits.lettersTo, email)
  await transaction(async (tx) => {
    const person = await tx.person.findUnique({
      where: { email },
      select: { id: true, language: true, pseudonym: true },
    })
    if (!person) return
    const { secret, key } = await newMailToken(tx, person.id, 'reset', now, null)
    const { language, pseudonym } = person
    await writeTo(tx, 'reset', {
      key,
      to: email,
      language,
      values: { name: pseudonym },
      path: `/reset/new?token=${secret}`,
    })
  })
}

/** The link also proves the mailbox. Returns the person, who may be signed in anew. */
export async function resetPassword(token: string, password: string, now = new Date()) {
  const link = await mailLink(token, 'reset', now)
  if (!link) throw new Refusal('identity.link-used')
  const { id, email, pseudonym } = link.person
  insist(isGoodPassword(password, { email: email ?? '', pseudonym }))
  const passwordHash = await hashPassword(password)
  await transaction(async (tx, note) => {
    await useMailToken(tx, token, 'reset', now)
    await tx.mailToken.deleteMany({ where: { personId: id } })
    await markConfirmed(tx, note, id, now)
    await replacePassword(tx, note, { id, email, passwordHash }, null)
  })
  await forgetFailures(limits.guesses, email ?? id)
  return { personId: id }
}

/** From the account page: the other browsers are signed out. */
export async function changePassword(
  actor: SignedIn,
  { current, password }: { current: string; password: string },
  signIn: string | null,
) {
  const { email, pseudonym } = await insistOnOwnPassword(actor, current, 'current')
  insist(isGoodPassword(password, { email: email ?? '', pseudonym }))
  const passwordHash = await hashPassword(password)
  await transaction(async (tx, note) => {
    await tx.mailToken.deleteMany({ where: { personId: actor.id } })
    await replacePassword(tx, note, { id: actor.id, email, passwordHash }, signIn)
  })
}

/** Whoever changes how an account is entered says its password again. */
/** `field` is where it was typed. */
export async function insistOnOwnPassword(actor: SignedIn, password: string, field = 'password') {
  return inTurn(async () => {
    await insistOnFewFailures(limits.guesses, actor.id)
    const person = await db.person.findUniqueOrThrow({
      where: { id: actor.id },
      select: { email: true, pseudonym: true, language: true, passwordHash: true },
    })
    if (await isPassword(password, person.passwordHash)) return person
    await countFailure(limits.guesses, actor.id)
    throw new Refusal('identity.wrong-password', {}, field)
  })
}

type Renewed = { id: string; email: string | null; passwordHash: string }

async function replacePassword(tx: Tx, note: Noting, { id, email, passwordHash }: Renewed, keptSignIn: string | null) {
  const { language } = await tx.person.update({ where: { id }, data: { passwordHash }, select: { language: true } })
  await tx.signInSession.deleteMany({ where: { personId: id, NOT: { id: keptSignIn ?? '' } } })
  const { entryId } = await note({ what: 'person.password-changed', actor: visitor, subjectId: id })
  if (email) {
    await writeTo(tx, 'password-changed', {
      key: `password-changed:${entryId}`,
      to: email,
      language,
      values: {},
      path: '/reset',
    })
  }
}
