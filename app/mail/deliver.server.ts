/** The postman: takes due letters, hands them to SMTP, tries again later. None is lost, none goes twice while SMTP answers. */
import { createTransport, type Transporter } from 'nodemailer'
import { db } from '#app/db/client.server'
import { env } from '#app/env.server'

type Due = {
  id: string
  to: string
  subject: string
  text: string
  language: string
  attempts: number
  createdAt: Date
}

/** Letters taken at once: all are handed over well within their lease. */
const handful = 20
/** Seconds for which a taken letter is nobody else's. After a crash it is due again. */
const lease = 300
/** A refusal that the server calls final is believed after as many tries. */
const lastTry = 10

/** Sends what is due, until nothing is. Returns how many went. Without SMTP, letters stay readable at /dev/outbox. */
export async function deliverDue(smtp = env.SMTP_URL): Promise<number> {
  if (!smtp) return 0
  const transport = createTransport(
    {
      url: smtp,
      pool: true,
      maxConnections: 4,
      connectionTimeout: 5_000,
      greetingTimeout: 5_000,
      socketTimeout: 10_000,
    },
    { from: env.MAIL_FROM },
  )
  let sent = 0
  try {
    for (;;) {
      const letters = await takeHandful()
      if (letters.length === 0) return sent
      const outcomes = await Promise.all(byRecipient(letters).map((own) => handOver(transport, own)))
      sent += outcomes.reduce((sum, { count }) => sum + count, 0)
      if (outcomes.some(({ down }) => down)) return sent
    }
  } finally {
    transport.close()
  }
}

/** Nobody's letter overtakes an earlier one to the same person that is under way or waits for its next try. */
async function takeHandful() {
  return db.$transaction(async (tx) => {
    // One postman takes at a time, and the next one sees what he took.
    await tx.$executeRaw`select pg_advisory_xact_lock(727003)`
    return tx.$queryRaw<Due[]>`
    update "Letter" set attempts = attempts + 1, "notBefore" = now() + make_interval(secs => ${lease})
    where id in (
      select l.id from "Letter" l
      where l."sentAt" is null and l."notBefore" <= now() and not exists (
        select 1 from "Letter" e where e."to" = l."to" and e."sentAt" is null and e."createdAt" < l."createdAt"
          and e."notBefore" > now() and e.attempts between 1 and ${lastTry - 1})
      order by l."createdAt", l.id limit ${handful} for update skip locked)
    returning id, "to", subject, text, language, attempts, "createdAt"`
  })
}

function byRecipient(letters: Due[]): Due[][] {
  const lanes = new Map<string, Due[]>()
  for (const letter of letters.sort(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1),
  )) {
    lanes.set(letter.to, [...(lanes.get(letter.to) ?? []), letter])
  }
  return [...lanes.values()]
}

async function handOver(transport: Transporter, letters: Due[]) {
  let count = 0
  for (const letter of letters) {
    const failure = await send(transport, letter)
    if (failure) {
      await postpone(letters.slice(count), failure)
      return { count, down: failure.code === undefined }
    }
    // What it said is forgotten: it may have held a link that opens an account.
    await db.letter.updateMany({ where: { id: letter.id }, data: { sentAt: new Date(), text: '', lastError: null } })
    count += 1
  }
  return { count, down: false }
}

type Failure = { message: string; code: number | undefined }

async function send(transport: Transporter, { id, to, subject, text, language }: Due): Promise<Failure | null> {
  try {
    await transport.sendMail({
      to: { name: '', address: to },
      subject,
      text,
      messageId: `<${id}@${new URL(env.origin).hostname}>`,
      headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
    })
    return null
  } catch (error) {
    const { message = 'unknown', responseCode } = error as { message?: string; responseCode?: number }
    return { message: message.slice(0, 300), code: responseCode }
  }
}

/** The one that failed, and those behind it to the same person, which were not tried. */
async function postpone([failed, ...untried]: Due[], failure: Failure) {
  if (!failed) return
  await db.$executeRaw`
    update "Letter" set "lastError" = ${failure.message}, "notBefore" = now() + make_interval(secs => ${pause(failed, failure)})
    where id = ${failed.id}`
  for (const { id } of untried) {
    await db.$executeRaw`update "Letter" set attempts = attempts - 1, "notBefore" = now() where id = ${id}`
  }
}

/** Seconds to the next try. A server that is away is asked each minute; one that refuses an address, ever more rarely. */
function pause({ attempts }: Due, { code }: Failure) {
  if (code === undefined) return 60
  if (code < 500) return Math.min(240, 30 * 2 ** (attempts - 1))
  return attempts < lastTry ? 3_600 * attempts : 315_360_000
}
