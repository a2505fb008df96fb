/** Letters about what happened: one at once, or all of a day together. */
import type { Prisma } from '#app/db/generated/client'
import { env } from '#app/env.server'
import { formatDate } from '#app/i18n/formats'
import { said } from '#app/i18n/sayings'
import { wordsFor } from '#app/i18n/server-words.server'
import { writeLetter } from '#app/mail/letters.server'
import { wordIn } from './places'
import { type Saying, sayingOf } from './sayings'

type Words = ReturnType<typeof wordsFor>
type Tx = Prisma.TransactionClient
type Addressee = { id: string; email: string; language: string }
type News = {
  entryId: string
  what: string
  title: string
  place: string
  mustAct: boolean
  details: unknown
  /** Why, in the words of whoever did it */
  reason: string | null
}

export async function writeNews(tx: Tx, { id, email, language }: Addressee, news: News) {
  const t = wordsFor(language)
  const saying = sayingOf(news.what, news.details)
  const happened = said(t, language, saying, news.title)
  const task = saying.task ? t(`notifications.task.${saying.task}`) : t('notifications.letter.you-must-act')
  const text = [
    happened,
    ...(news.reason ? [t('notifications.letter.reason', { reason: news.reason })] : []),
    ...(news.mustAct ? [task] : []),
    ...explained(t, language, news),
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

const explaining = new Set([
  'poll.trustees-named',
  'poll.ceremony-goes-on',
  'poll.awaits-trustees',
  'poll.trustees-reminded',
])

/** What to do and until when, and the head of a secret vote's board for the reader to keep. */
function explained(t: Words, language: string, { what, details }: News): string[] {
  const [end, head] = [wordIn(details, 'closesAt'), wordIn(details, 'head')]
  return [
    explaining.has(what) ? t(`notifications.more.${what}`, { ...(details as object) }) : '',
    end ? t('notifications.more.ends', { when: formatDate(end, language, 'time') }) : '',
    head ? `${t('notifications.more.head')}\n${head}` : '',
  ].filter((line) => line !== '')
}

export type DayLine = { saying: Saying; title: string; place: string; times: number }

export async function writeDay(
  tx: Tx,
  { id, email, language }: Addressee,
  day: string,
  { shown, news, more }: { shown: DayLine[]; news: number; more: number },
) {
  const t = wordsFor(language)
  const told = shown.map(({ saying, title, place, times }) => {
    const happened = said(t, language, saying, title)
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

function reasons(t: Words) {
  return `${t('notifications.letter.why')}\n${env.origin}/account/notifications`
}
