/** Secret votes of the demonstration, with real keys: one that is over, one to vote in, one whose trustees are awaited. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { db } from '#app/db/client.server'
import { openPoll } from '#app/domain/polls/open-poll.server'
import { saveTrustees } from '#app/domain/polls/secret/setup.server'
import { env } from '#app/env.server'
import { castSealed, type Keeper, makeKeyTogether, openCount } from '../browsers'
import { addressOf, type CastName } from '../town'
import { signedIn } from './neighbours'
import { daysBefore, type Happening } from './past'
import type { Asked } from './poll-questions'
import { dateOpening, draft, endInThePast } from './polls'
import type { World } from './world'

const keepers = [
  { who: 'marta', name: 'Marta Fanelli (Comune)' },
  { who: 'ada', name: 'Ada Kola (Associazione Ponte)' },
  { who: 'fatou', name: 'Fatou Diop (abitanti)' },
] as const satisfies { who: CastName; name: string }[]

const over: Asked = {
  where: 'monopoli',
  question: 'Chiudiamo alle auto la strada della scuola?',
  description: 'Dalle 7.30 alle 8.30, in via Procaccia. Il voto è segreto: nessuno sa chi ha scelto che cosa.',
  rule: 'yes-no',
  settings: { majority: 'half' },
  times: { mode: 'secret' },
  opened: 30,
  ends: -16,
  voters: 10,
}

const running: Asked = {
  where: 'monopoli',
  question: 'Quali giorni apriamo lo sportello la sera?',
  description: 'Segna i giorni che vanno bene per te. Il voto è segreto: la scheda si chiude sul tuo dispositivo.',
  rule: 'approval',
  lines: [{ title: 'Lunedì' }, { title: 'Martedì' }, { title: 'Mercoledì' }, { title: 'Giovedì' }],
  settings: { seats: 2 },
  times: { mode: 'secret' },
  // Long enough ago that nobody is told any more to make this key
  opened: 12,
  ends: 8,
  voters: 10,
}

const prepared: Asked = {
  where: 'monopoli',
  question: 'Chi parla per le associazioni nel tavolo sulla casa?',
  description: 'Si sceglie una persona.',
  rule: 'plurality',
  lines: [{ title: 'Salima' }, { title: 'Cosimo' }, { title: 'Blerta' }],
  times: { mode: 'secret' },
  opened: 1,
  ends: 20,
  voters: 0,
}

export function secretVotesOf(world: World): Happening[] {
  const past = { id: '', keepers: [] as Keeper[] }
  const { now } = world
  return [
    { at: daysBefore(now, over.opened), act: async () => Object.assign(past, await hold(over, world)) },
    { at: daysBefore(now, -over.ends), act: () => openInThePast(past, now) },
    { at: daysBefore(now, running.opened), act: async () => keepKeys(await hold(running, world)) },
    { at: daysBefore(now, prepared.opened), act: () => prepare(prepared, world, 'registrar') },
  ]
}

async function prepare(asked: Asked, { town, now }: World, credentials: 'server' | 'registrar') {
  const vote = await draft(asked, town.place[asked.where].id, now)
  await saveTrustees(vote.officer, vote.id, {
    trustees: keepers.map(({ who, name }) => ({ name, email: addressOf(who) })),
    threshold: 2,
    minimum: 10,
    fewIsKnown: false,
    credentials,
  })
  return vote
}

async function hold(asked: Asked, world: World) {
  const { id, officer } = await prepare(asked, world, 'server')
  const people = await Promise.all(keepers.map(({ who }) => signedIn(world.town.person[who].id)))
  const keys = await makeKeyTogether(id, people)
  await openPoll(officer, id)
  const options = asked.rule === 'yes-no' ? ['yes', 'no', 'yes', 'blank'] : ['1', '3', '2', '4']
  await Promise.all(
    world.neighbours[asked.where].slice(0, asked.voters).map(async (personId, at) => {
      const choices = [options[at % 4] ?? 'yes', ...(asked.rule === 'approval' && at % 3 === 0 ? ['4'] : [])]
      await castSealed(id, await signedIn(personId), { choices: [...new Set(choices)] })
    }),
  )
  if (asked.ends > 0) await dateOpening(id, asked, world.now)
  return { id, keepers: keys }
}

async function openInThePast({ id, keepers }: { id: string; keepers: Keeper[] }, now: Date) {
  await endInThePast(id, over, now)
  for (const keeper of keepers.slice(0, 2)) await openCount(id, keeper)
  await db.poll.updateMany({ where: { id }, data: { countedAt: daysBefore(now, -over.ends) } })
}

/** The files that the trustees of the running vote saved: with them its count can be opened, in the demonstration alone. */
async function keepKeys({ id, keepers: made }: { id: string; keepers: Keeper[] }) {
  const folder = resolve(env.DATA_FOLDER, 'demonstration-keys')
  const { uuid } = await db.secretVote.findFirstOrThrow({ where: { pollId: id }, select: { uuid: true } })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const [at, { seed }] of made.entries())
    await writeFile(
      join(folder, `${uuid}-${keepers[at]?.who}.json`),
      `${JSON.stringify({ uuid, number: at + 1, seed })}\n`,
      { mode: 0o600 },
    )
}
