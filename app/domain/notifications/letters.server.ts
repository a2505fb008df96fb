/** Letters about what happened: one at once, or all of a day together. */
import type { Prisma } from '#app/db/generated/client'
import { env } from '#app/env.server'
import { wordsFor } from '#app/i18n/server-words.server'
import { writeLetter } from '#app/mail/letters.server'

type Tx = Prisma.TransactionClient
type Addressee = { id: string; email: string; language: string }
type News = { entryId: string; what: string; title: string; place: string; mustAct: boolean }

export async function writeNews(tx: Tx, { id, email, language }: Addressee, news: News) {
  const t = wordsFor(language)
  const happened = t(`notifications.what.${news.what}`, { title: news.title })
  const text = [
    happened,
    ...(news.mustAct ? [t('notifications.letter.you-must-act')] : []),
    `${t('notifications.letter.open')}\n${env.origin}${news.place}`,
    '—',
    news.mustAct ? t('notifications.letter.why-act') : reasons(t),
  ]
  await writeLetter(tx, {
    key: `news:${news.entryId}:${id}`,
    to: email,
    language,
    subject: news.mustAct ? t('notifications.letter.act-subject', { happened }) : happened,
    text: text.join('\n\n'),
  })
}

export type DayLine = { what: string; title: string; place: string; times: number }

export async function writeDay(
  tx: Tx,
  { id, email, language }: Addressee,
  day: string,
  { shown, news, more }: { shown: DayLine[]; news: number; more: number },
) {
  const t = wordsFor(language)
  const told = shown.map(({ what, title, place, times }) => {
    const happened = t(`notifications.what.${what}`, { title })
    return `• ${happened}${times > 1 ? ` (${times})` : ''}\n  ${env.origin}${place}`
  })
  if (more > 0) told.push(`${t('notifications.letter.and-more', { count: more })}\n  ${env.origin}/notifications`)
  await writeLetter(tx, {
    key: `day:${day}:${id}`,
    to: email,
    language,
    subject: t('notifications.letter.day-subject', { count: news }),
    text: [t('notifications.letter.day'), ...told, '—', reasons(t)].join('\n\n'),
  })
}

function reasons(t: ReturnType<typeof wordsFor>) {
  return `${t('notifications.letter.why')}\n${env.origin}/account/notifications`
}
