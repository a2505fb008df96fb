/** The cast acting without a browser: forms sent as a page without scripts would send them. */
import { expect } from 'vitest'
import { addDays, civilDateAt } from '#app/domain/answers/civil-date'
import type { CastName } from '#prisma/seed/town'
import { origin, rows, signInCookie } from './browser'

type Fields = Record<string, string>

export async function post(who: CastName, path: string, fields: Fields = {}, from = path): Promise<Response> {
  const cookie = `agora=${await signInCookie(who)}; language=it`
  return fetch(origin + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Cookie: cookie, Origin: origin, Referer: origin + from, Accept: 'text/html' },
    redirect: 'manual',
  })
}

/** Sends a form that must be taken, and says where it leads. */
export async function send(who: CastName, path: string, fields: Fields = {}): Promise<string> {
  const response = await post(who, path, fields)
  expect(response.status, `${path}: ${await response.text()}`).toBe(303)
  return response.headers.get('Location') ?? ''
}

export const words =
  'In ospedale molte persone non capiscono le parole dei medici. Serve uno sportello con mediatori, aperto ogni mattina.'

type Wish = { by?: CastName; title?: string; points?: string[]; forPonte?: boolean }

/** A proposal to Monopoli about health, public. */
export async function openProposal(wish: Wish = {}): Promise<string> {
  const {
    by = 'ada',
    title = 'Sportello con mediatori in ospedale',
    points = ['Uno sportello', 'Due mediatori'],
  } = wish
  const id = await draft(by, { title, points, forPonte: wish.forPonte ?? false })
  await send(by, `/proposals/${id}/publication`)
  return id
}

export async function draft(by: CastName, { title, points, forPonte }: Required<Omit<Wish, 'by'>>): Promise<string> {
  const place = { territoryId: await idOf('Territory', 'slug', 'monopoli'), topic: 'health', language: 'it' }
  const associationId = forPonte ? await idOf('Association', 'name', 'Associazione Ponte') : ''
  const id = partOf(await send(by, '/proposals/new', { ...place, associationId }))
  const [row] = await rows<{ revision: number }>('select revision from "Proposal" where id = $1', [id])
  const lines = Object.fromEntries(points.map((point, index) => [`points[${index}]`, point]))
  await send(by, `/proposals/${id}/text`, { revision: `${row?.revision}`, title, document: words, ...lines })
  return id
}

/** Residents of Monopoli, as many as its threshold asks for. */
export const neighbours: CastName[] = ['bilal', 'carmela', 'fatou', 'giorgio', 'luca']

/** Supported until it qualifies; the answer that the office now owes. */
export async function waitingProposal(wish: Wish = {}): Promise<{ id: string; answerId: string }> {
  const id = await openProposal(wish)
  for (const who of neighbours) await send(who, `/proposals/${id}/support`)
  return { id, answerId: await idOf('Answer', 'proposalId', id) }
}

/** The first point accepted with a promise, the others refused, published by Emanuele. */
export async function answeredProposal(wish: Wish = {}): Promise<{ id: string; answerId: string }> {
  const waiting = await waitingProposal(wish)
  const points = await rows<{ id: string }>('select id from "Point" where "proposalId" = $1 order by position', [
    waiting.id,
  ])
  const fields = points.map(({ id }, index) => ({
    [`points[${index}].pointId`]: id,
    [`points[${index}].verdict`]: index === 0 ? 'accepted' : 'notAccepted',
    [`points[${index}].reasons`]: index === 0 ? 'Serve.' : 'Non ci sono fondi.',
    ...(index === 0 && {
      [`points[${index}].promise`]: 'Apriamo lo sportello',
      [`points[${index}].promisedOn`]: addDays(civilDateAt(new Date()), 175),
    }),
  }))
  const opening = 'Grazie della proposta.'
  const at = `/desk/${waiting.answerId}`
  const revision = () => revisionOf(waiting.answerId)
  await send('emanuele', at, { revision: await revision(), opening, language: 'it', ...Object.assign({}, ...fields) })
  await send('emanuele', `${at}/publication`, { revision: await revision() })
  return waiting
}

async function revisionOf(answerId: string): Promise<string> {
  const [row] = await rows<{ at: string }>(
    `select trunc(extract(epoch from "updatedAt") * 1000)::bigint::text as at from "Answer" where id = $1`,
    [answerId],
  )
  return row?.at ?? ''
}

async function idOf(table: 'Territory' | 'Association' | 'Answer', column: string, value: string): Promise<string> {
  const [row] = await rows<{ id: string }>(`select id from "${table}" where "${column}" = $1`, [value])
  if (!row) throw new Error(`No ${table} with ${column} ${value}`)
  return row.id
}

/** The id in `/proposals/<id>/text` */
export const partOf = (path: string) => new URL(path, origin).pathname.split('/')[2] ?? ''
