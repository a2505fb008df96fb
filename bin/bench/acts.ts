/** Acts under load: comments by many people on one proposal, and one support each. */
import { createHash, randomBytes } from 'node:crypto'
import autocannon from 'autocannon'
import type pg from 'pg'

type Place = { origin: string; proposalId: string; seconds: number }

/** Comments a second, each by somebody else, all on one proposal. */
export async function commentsPerSecond(database: pg.Pool, place: Place) {
  const cookies = await residents(database, 200)
  return perSecond(place, '', (number) => ({
    cookie: cookies[number % cookies.length] ?? '',
    body: new URLSearchParams({
      text: `Una frase che qualcuno ha scritto per discutere, con un motivo. ${number}`,
      stance: 'neutral',
      language: 'it',
      formKey: randomBytes(12).toString('hex'),
    }),
  }))
}

/** Supports a second, one a person, all on one proposal. */
export async function supportsPerSecond(database: pg.Pool, place: Place) {
  const cookies = await residents(database, place.seconds * 600)
  return perSecond(place, '/support', (number) => ({ cookie: cookies[number] ?? '', body: new URLSearchParams() }))
}

type Act = { cookie: string; body: URLSearchParams }

async function perSecond({ origin, proposalId, seconds }: Place, path: string, act: (number: number) => Act) {
  let number = 0
  const result = await autocannon({
    url: origin,
    connections: 16,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: `/proposals/${proposalId}${path}`,
        setupRequest: (request) => {
          const { cookie, body } = act(number)
          number += 1
          const headers = {
            'Content-Type': 'application/x-www-form-urlencoded',
            Origin: origin,
            Cookie: `agora=${cookie}`,
            'Content-Length': `${body.toString().length}`,
          }
          return { ...request, headers, body: body.toString() }
        },
      },
    ],
  })
  return { done: result['3xx'] / result.duration, refused: result['4xx'] + result['5xx'], p97: result.latency.p97_5 }
}

/** People with a confirmed address who live in Monopoli, signed in. */
async function residents(database: pg.Pool, wanted: number): Promise<string[]> {
  const cookies = Array.from({ length: wanted }, () => randomBytes(20).toString('hex'))
  const hashes = cookies.map((cookie) => createHash('sha256').update(cookie).digest('hex'))
  await database.query(
    `with made as (
       insert into "Person" (id, pseudonym, "emailConfirmedAt", "homeTerritoryId")
       select 'bench-' || hash, 'Residente', now(), (select id from "Territory" where slug = 'monopoli') from unnest($1::text[]) as hash
       returning id)
     insert into "SignInSession" (id, "personId", "expiresAt", device)
     select substr(id, 7), id, now() + interval '1 day', 'bench' from made`,
    [hashes],
  )
  return cookies
}
