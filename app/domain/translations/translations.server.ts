/** Writing what an office said to everybody in a further language, at any time, and reading it. */
import { createHash } from 'node:crypto'
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { isLanguage, languages } from '#app/domain/languages'
import { insist, Refusal } from '#app/domain/refusal'
import { mostWords, type TranslationGiven } from './forms'
import { subjects } from './subjects.server'
import {
  type Original,
  partsFor,
  stateOf,
  type Tell,
  type TranslatedKind,
  teller,
  toDoFirst,
  type WrittenPart,
  writtenShape,
} from './tell'

type Subject = { kind: TranslatedKind; id: string }

/** For the page of one subject: says its words in the reader's language, where they were written in it. */
export async function tellerOf({ kind, id }: Subject, reading: string): Promise<Tell> {
  return teller((await keptIn(db, { kind, id }, reading)) ?? [], reading)
}

/** For the way back to one subject: its title alone. */
export async function titleTold<T extends { id: string; title: string; language: string }>(
  kind: TranslatedKind,
  subject: T,
  reading: string,
): Promise<T> {
  const tell = await tellerOf({ kind, id: subject.id }, reading)
  const { text: title, language } = tell(subject.title, subject.language)
  return { ...subject, title, language }
}

/** Every further language, and how far it has come: for who writes them, and nothing for others. */
export async function translationStates(actor: Actor, { kind, id }: Subject) {
  if ((await subjects[kind].may(db, actor, id)) !== true) return null
  const { language: own, originals } = await subjects[kind].wordsOf(db, id)
  const rows = await db.translation.findMany({ where: { subjectKind: kind, subjectId: id } })
  const written = new Map(rows.map((row) => [row.language, writtenShape.parse(row.written)]))
  return languages
    .filter((language) => language !== own)
    .map((language) => ({ language, state: stateOf(originals, written.get(language) ?? [], language) }))
}

/** The page on which one language is written: the originals, and what there is beside them. */
export async function translationPage(actor: Actor, subject: Subject, language: string) {
  const { own, originals, kept } = await toWrite(db, actor, subject, language)
  const [title] = originals
  const parts = toDoFirst(partsFor(originals, kept ?? [], language))
  const shown = parts.slice(0, mostWords)
  return { own, name: title?.text ?? '', known: versionOf(kept), parts: shown, more: parts.length - shown.length }
}

/** With nothing written in it, a translation is taken away. What a colleague saved meanwhile is not overwritten unseen. */
export async function writeTranslation(actor: Actor, subject: Subject, language: string, given: TranslationGiven) {
  return transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`translation ${subject.kind} ${subject.id}`}, 0))`
    const { originals, kept } = await toWrite(tx, actor, subject, language)
    const written = [...writtenIn(given), ...besides(given, originals, kept ?? [])]
    insist([given.known, versionOf(written)].includes(versionOf(kept)) || 'translation.changed')
    const twice = saidTwice(written)
    if (twice) throw new Refusal('translation.said-twice', { text: twice })
    const key = { subjectKind: subject.kind, subjectId: subject.id, language }
    await tx.translation.deleteMany({ where: key })
    if (written.length > 0) await tx.translation.create({ data: { ...key, written } })
    return { kept: written.length > 0 }
  })
}

/** Only what has words. */
function writtenIn({
  title,
  titleFrom,
  description,
  descriptionFrom,
  words,
  wordsFrom,
}: TranslationGiven): WrittenPart[] {
  return [
    { part: 'title', from: titleFrom, to: title ?? '' },
    { part: 'description', from: descriptionFrom, to: description ?? '' },
    ...Object.entries(words).map(([part, to]) => ({ part, from: wordsFrom[part] ?? '', to: to ?? '' })),
  ].filter(({ to }) => to !== '')
}

/** What was kept of words that did not stand on this form. */
function besides({ words, wordsFrom }: TranslationGiven, originals: readonly Original[], kept: readonly WrittenPart[]) {
  const asked = new Set(['title', 'description', ...Object.keys(words), ...Object.keys(wordsFrom)])
  const still = new Set(originals.map(({ text }) => text))
  return kept.filter(({ part, from }) => !asked.has(part) && still.has(from))
}

/** The same words for two values of one feature, or for two statements: nobody could tell them apart. */
function saidTwice(written: readonly WrittenPart[]): string | undefined {
  const seen = new Set<string>()
  const names = written.filter(({ part }) => /^(value|statement)-/.test(part))
  return names.find(({ part, to }) => {
    const name = `${part.replace(/-\d+$/, '')} ${to.toLocaleLowerCase()}`
    return seen.size === seen.add(name).size
  })?.to
}

/** A name for what is written; nothing for nothing. */
function versionOf(written: readonly WrittenPart[] | null): string {
  if (!written || written.length === 0) return ''
  const text = JSON.stringify(written.map(({ part, from, to }) => [part, from, to]))
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}

async function toWrite(tx: Tx | typeof db, actor: Actor, subject: Subject, language: string) {
  insist(await subjects[subject.kind].may(tx, actor, subject.id))
  const { language: own, originals } = await subjects[subject.kind].wordsOf(tx, subject.id)
  insist((isLanguage(language) && language !== own) || 'not-found')
  return { own, originals, kept: await keptIn(tx, subject, language) }
}

async function keptIn(tx: Pick<Tx, 'translation'>, { kind, id }: Subject, language: string) {
  const key = { subjectKind: kind, subjectId: id, language }
  const row = await tx.translation.findUnique({ where: { subjectKind_subjectId_language: key } })
  return row && writtenShape.parse(row.written)
}
