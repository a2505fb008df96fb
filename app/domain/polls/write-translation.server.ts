/** Writing a poll in a further language, until it opens. */
import { createHash } from 'node:crypto'
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { type Language, languages } from '#app/domain/languages'
import { found, insist } from '#app/domain/refusal'
import type { TranslationGiven } from './forms'
import { canEdit } from './policy'
import { reachPoll } from './reach-poll.server'
import {
  type Original,
  originalOf,
  partsFor,
  type Translation,
  type Written,
  wholeTranslation,
  writtenShape,
} from './translations'

type Draft = Original & { id: string; language: string; rule: string }

/** The translations that are whole, and the languages of those that are not. */
export async function translationsFor(tx: Pick<Tx, 'pollTranslation'>, draft: Draft) {
  const rows = await tx.pollTranslation.findMany({
    where: { pollId: draft.id, language: { not: draft.language } },
    orderBy: { language: 'asc' },
  })
  const original = toTranslate(draft)
  const translations: Translation[] = []
  const unfinished: Language[] = []
  for (const { language, written } of rows) {
    if (!isLanguage(language)) continue
    const whole = wholeTranslation(original, writtenShape.parse(written), language)
    if (whole) translations.push(whole)
    else unfinished.push(language)
  }
  return { translations, unfinished }
}

/** The page on which one language is written: the original, and what there is beside it. */
export async function translationPage(actor: Actor, pollId: string, language: string) {
  const { original, from, version } = await originalToEdit(db, actor, pollId, language)
  const kept = await db.pollTranslation.findUnique({ where: { pollId_language: { pollId, language } } })
  const written = kept && writtenShape.parse(kept.written)
  return { id: pollId, from, original, version, parts: partsFor(original, written) }
}

/** With nothing written in it, a translation is taken away. `seen` is the version of the original that it was made from. */
export async function writeTranslation(actor: Actor, pollId: string, language: string, given: TranslationGiven) {
  return transaction(async (tx) => {
    const { original, version } = await originalToEdit(tx, actor, pollId, language)
    insist(given.seen === version || 'poll.original-changed')
    const written: Written = {
      question: { from: original.question, to: given.question ?? '' },
      description: { from: original.description, to: given.description ?? '' },
      options: original.options.map(({ title, text }, at) => ({
        title: { from: title, to: given.options[at]?.title ?? '' },
        text: { from: text, to: given.options[at]?.text ?? '' },
      })),
    }
    const kept = !isEmpty(written)
    const where = { pollId, language }
    await tx.pollTranslation.deleteMany({ where })
    if (kept) await tx.pollTranslation.create({ data: { ...where, written } })
    return { kept }
  })
}

async function originalToEdit(
  tx: Pick<Tx, 'poll' | '$queryRaw'>,
  actor: Actor,
  pollId: string,
  language: string,
): Promise<{ original: Original; from: string; version: string }> {
  insist(canEdit(actor, await reachPoll(tx, pollId)))
  const poll = found(
    await tx.poll.findUnique({
      where: { id: pollId },
      select: {
        language: true,
        question: true,
        description: true,
        rule: true,
        options: { orderBy: { position: 'asc' }, select: { key: true, title: true, text: true } },
      },
    }),
  )
  insist((isLanguage(language) && language !== poll.language) || 'not-found')
  const original = toTranslate(poll)
  const version = createHash('sha256').update(JSON.stringify(original)).digest('base64url').slice(0, 16)
  return { original, from: poll.language, version }
}

function toTranslate({ rule, ...poll }: Original & { rule: string }): Original {
  return originalOf({ ...poll, options: rule === 'yes-no' ? [] : poll.options })
}

function isLanguage(language: string): language is Language {
  return (languages as readonly string[]).includes(language)
}

function isEmpty({ question, description, options }: Written) {
  return [question, description, ...options.flatMap(({ title, text }) => [title, text])].every(({ to }) => to === '')
}
