/** Writing a poll in a further language, until it opens. */
import { createHash } from 'node:crypto'
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { isLanguage, type Language } from '#app/domain/languages'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { TranslationGiven } from './forms'
import { canEdit } from './policy'
import { reachPoll } from './reach-poll.server'
import { titleTwice } from './title-twice'
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
  const { original, from, kept } = await toEdit(db, actor, pollId, language)
  return { id: pollId, from, original, known: versionOf(kept), parts: partsFor(original, kept) }
}

/** With nothing written in it, a translation is taken away. What a colleague saved meanwhile is not overwritten unseen. */
export async function writeTranslation(actor: Actor, pollId: string, language: string, given: TranslationGiven) {
  return transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Poll" where id = ${pollId} for update`
    const { kept } = await toEdit(tx, actor, pollId, language)
    const written = writtenIn(given)
    insist([given.known, versionOf(written)].includes(versionOf(kept)) || 'translation.changed')
    const twice = titleTwice(written?.options.flatMap(({ title }) => title.to || []) ?? [])
    if (twice !== undefined) throw new Refusal('poll.same-title', { title: twice })
    const where = { pollId, language }
    await tx.pollTranslation.deleteMany({ where })
    if (written) await tx.pollTranslation.create({ data: { ...where, written } })
    return { kept: written !== null }
  })
}

/** Nothing, where every field is empty. */
function writtenIn({ question, questionFrom, description, descriptionFrom, options }: TranslationGiven) {
  const written: Written = {
    question: { from: questionFrom, to: question ?? '' },
    description: { from: descriptionFrom, to: description ?? '' },
    options: options.map(({ title, titleFrom, text, textFrom }) => ({
      title: { from: titleFrom, to: title ?? '' },
      text: { from: textFrom, to: text ?? '' },
    })),
  }
  const parts = [written.question, written.description, ...written.options.flatMap(({ title, text }) => [title, text])]
  return parts.some(({ to }) => to !== '') ? written : null
}

/** A name for what is written; nothing for nothing. */
function versionOf(written: Written | null): string {
  if (written === null) return ''
  const text = JSON.stringify(writtenShape.parse(written))
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}

async function toEdit(tx: Pick<Tx, 'poll' | '$queryRaw'>, actor: Actor, pollId: string, language: string) {
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
        translations: { where: { language } },
      },
    }),
  )
  insist((isLanguage(language) && language !== poll.language) || 'not-found')
  const [row] = poll.translations
  return { original: toTranslate(poll), from: poll.language, kept: row ? writtenShape.parse(row.written) : null }
}

function toTranslate({ rule, ...poll }: Original & { rule: string }): Original {
  return originalOf({ ...poll, options: rule === 'yes-no' ? [] : poll.options })
}
