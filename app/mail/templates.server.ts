/** Letters from templates: the domain says which and to whom, the words are those of the reader's language. */
import type { Prisma } from '#app/db/generated/client'
import { env } from '#app/env.server'
import { wordsFor } from '#app/i18n/server-words.server'
import { writeLetter } from './letters.server'

export type Template =
  | 'confirm'
  | 'already-registered'
  | 'reset'
  | 'password-changed'
  | 'change-address'
  | 'address-taken'
  | 'address-changed'
  | 'invitation'
  | 'co-author'

type Contents = { key: string; to: string; language: string; values: Record<string, string | number>; path?: string }

/** Subject and text are `mail.<template>.subject` and `.text`; the signature is the same everywhere. */
export async function writeTo(tx: Prisma.TransactionClient, template: Template, letter: Contents) {
  const { key, to, language, values, path } = letter
  const t = wordsFor(language)
  const words = { ...values, link: env.origin + (path ?? '') }
  await writeLetter(tx, {
    key,
    to,
    language,
    subject: t(`mail.${template}.subject`, words),
    text: `${t(`mail.${template}.text`, words)}\n\n${t('mail.signature', { origin: env.origin })}\n`,
  })
}
