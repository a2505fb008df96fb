/** Votes of the demonstration: some that one can take part in, some that are over, by different rules. */
import { db } from '#app/db/client.server'
import { castBallot } from '#app/domain/polls/cast-ballot.server'
import { closePolls } from '#app/domain/polls/close-polls.server'
import { saveOptions, saveRule, saveTimes, startPoll } from '#app/domain/polls/drafts.server'
import type { OptionsGiven, TimesGiven } from '#app/domain/polls/forms'
import { openPoll } from '#app/domain/polls/open-poll.server'
import { typePaper } from '#app/domain/polls/paper.server'
import type { RuleName } from '#app/domain/polls/rules'
import { seededNumbers } from '#app/domain/voting/formats/random-electorate'
import { signedIn } from './neighbours'
import { daysBefore, type Happening } from './past'
import type { Where } from './story'
import type { World } from './world'

type Line = { title: string; text?: string; cost?: number; place?: string }
export type Asked = {
  where: Where
  /** Asked of the whole region, by the officer of that place */
  ofRegion?: true
  question: string
  description: string
  rule: RuleName
  lines?: Line[]
  settings?: Partial<OptionsGiven>
  times?: Partial<TimesGiven>
  /** Days before today on which it opened, and days after today on which it ends; in the past if negative */
  opened: number
  ends: number
  voters: number
  /** Ballots on paper, typed in by two officers */
  papers?: number
}

const polls: Asked[] = [
  {
    where: 'monopoli',
    question: 'Vuoi la biblioteca comunale aperta anche la sera?',
    description: 'La biblioteca resterebbe aperta fino alle 22, dal lunedì al venerdì. Il Comune decide dopo il voto.',
    rule: 'yes-no',
    settings: { majority: 'half' },
    opened: 3,
    ends: 11,
    voters: 12,
  },
  {
    where: 'monopoli',
    question: 'Come spendiamo 60.000 euro nel quartiere di via Procaccia?',
    description: 'Bilancio partecipativo del quartiere. I progetti sono stati controllati dagli uffici.',
    rule: 'mes_cost_add1u',
    lines: [
      {
        title: 'Alberi e panchine in piazza',
        cost: 18_000,
        place: 'Piazza Sant’Antonio',
        text: 'Dodici alberi, otto panchine e una fontanella.',
      },
      { title: 'Campo da basket', cost: 25_000, place: 'Via Procaccia', text: 'Un campo aperto a tutti, con le luci.' },
      {
        title: 'Sportello con mediatori',
        cost: 15_000,
        place: 'Centro civico',
        text: 'Un anno di sportello, due mattine a settimana.',
      },
      { title: 'Fermata del bus coperta', cost: 9_000, place: 'Via Vittorio Veneto' },
      { title: 'Orto della scuola', cost: 6_000, place: 'Scuola Volta' },
      { title: 'Strada senza auto la domenica', cost: 12_000, place: 'Lungomare' },
    ],
    settings: { budget: 60_000, spend: 'freely', maxChoices: 4 },
    opened: 5,
    ends: 9,
    voters: 20,
  },
  {
    where: 'monopoli',
    question: 'Quale nome diamo alla nuova piazza del porto?',
    description: 'I nomi vengono dalle scuole. Vince il nome che nessun altro batte.',
    rule: 'schulze',
    lines: [
      { title: 'Piazza del Mare' },
      { title: 'Piazza delle Lingue' },
      { title: 'Piazza dei Pescatori' },
      { title: 'Piazza Pace' },
    ],
    opened: 40,
    ends: -26,
    voters: 18,
    papers: 12,
  },
  {
    where: 'monopoli',
    question: 'Chi rappresenta il quartiere nel tavolo sulla mensa?',
    description: 'Si eleggono tre persone. Ognuno mette in ordine.',
    rule: 'stv-scottish',
    lines: [
      { title: 'Rosa M.' },
      { title: 'Yusuf' },
      { title: 'Francesca' },
      { title: 'Artan' },
      { title: 'Teresa' },
      { title: 'Mamadou' },
    ],
    settings: { seats: 3 },
    opened: 60,
    ends: -46,
    voters: 28,
  },
  {
    where: 'bari',
    question: 'Come spendiamo 40.000 euro per le scuole?',
    description: 'Bilancio partecipativo: si finanziano i progetti più votati.',
    rule: 'greedy_by_votes',
    lines: [
      { title: 'Cortile verde', cost: 22_000, place: 'Scuola Mazzini' },
      { title: 'Laboratorio di lingue', cost: 14_000, place: 'Scuola San Nicola' },
      { title: 'Biblioteca di classe', cost: 5_000, place: 'Scuola Falcone' },
      { title: 'Pannelli solari', cost: 31_000, place: 'Scuola Garibaldi' },
    ],
    settings: { budget: 40_000, spend: 'within-budget' },
    opened: 90,
    ends: -75,
    voters: 24,
  },
  {
    where: 'lecce',
    ofRegion: true,
    question: 'Su che cosa lavora quest’anno la rete regionale dei mediatori?',
    description: 'Segna tutto ciò che ti serve di più. I due temi più scelti entrano nel programma della rete.',
    rule: 'approval',
    lines: [
      { title: 'Ospedali e medici di famiglia' },
      { title: 'Scuole' },
      { title: 'Uffici del lavoro' },
      { title: 'Case e affitti' },
    ],
    settings: { seats: 2 },
    opened: 35,
    ends: -20,
    voters: 14,
  },
  {
    where: 'lecce',
    question: 'Quali giorni vanno bene per il mercato solidale?',
    description: 'Segna tutti i giorni che vanno bene per te. Il voto è palese.',
    rule: 'approval',
    lines: [{ title: 'Mercoledì' }, { title: 'Venerdì' }, { title: 'Sabato' }, { title: 'Domenica' }],
    settings: { seats: 2 },
    times: { mode: 'open', showsRunning: true },
    opened: 2,
    ends: 6,
    voters: 15,
  },
]

const officers = { monopoli: 'emanuele@esempio.it', bari: 'rosaria@esempio.it', lecce: 'stefania@esempio.it' }

export function pollsOf(world: World): Happening[] {
  return polls.flatMap((asked) => {
    const held = { id: '' }
    const opening = { at: daysBefore(world.now, asked.opened), act: () => hold(held, asked, world) }
    if (asked.ends > 0) return [opening]
    return [opening, { at: daysBefore(world.now, -asked.ends), act: () => endInThePast(held.id, asked, world.now) }]
  })
}

async function hold(held: { id: string }, asked: Asked, { town, neighbours, now }: World) {
  const { where, rule, lines = [], papers = 0 } = asked
  const { id, officer } = await draft(asked, town.place[asked.ofRegion ? 'puglia' : where].id, now)
  await openPoll(officer, id)
  held.id = id
  const options = await db.pollOption.findMany({
    where: { pollId: held.id },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  const next = seededNumbers(asked.question)
  const choice = () => {
    const order = shuffled(
      options.map(({ id }) => id),
      next,
    )
    return filled(rule, order, next, lines, asked)
  }
  const places = asked.ofRegion ? (['monopoli', 'bari', 'lecce'] as const) : [where]
  for (const personId of places.flatMap((place) => neighbours[place].slice(0, asked.voters)))
    await castBallot(await signedIn(personId), held.id, choice())
  for (let number = 1; number <= papers; number++) {
    const paper = choice()
    for (const email of [officers[where], 'angela@esempio.it'])
      await typePaper(await personAt(email), held.id, number, paper)
  }
}

/** The poll as its officer has written it, ready to open. */
export async function draft(
  { where, question, description, rule, lines = [], settings, times, ends }: Asked,
  territoryId: string,
  now: Date,
) {
  const officer = await personAt(officers[where])
  const { id } = await startPoll(officer, { territoryId, associationId: null, language: 'it', question, description })
  await saveRule(officer, id, rule)
  await saveOptions(officer, id, {
    options: lines.map(({ title, text = null, cost = null, place = null }) => ({
      title,
      text,
      cost,
      place,
      proposalId: null,
    })),
    seats: 1,
    maxChoices: null,
    maxPoints: 5,
    majority: 'half',
    budget: null,
    spend: 'freely',
    more: undefined,
    ...settings,
  })
  await saveTimes(officer, id, {
    voters: 'residents',
    mode: 'confidential',
    showsRunning: false,
    quorum: null,
    opensAt: null,
    closesAt: daysBefore(now, -Math.max(ends, 1)),
    ...times,
  })
  return { id, officer }
}

async function personAt(email: string) {
  const { id } = await db.person.findUniqueOrThrow({ where: { email }, select: { id: true } })
  return signedIn(id)
}

/** Tastes that lean towards the first options, so that there is something to see. */
function shuffled(ids: string[], next: (bound: number) => number): string[] {
  return ids
    .map((id, at) => ({ id, weight: next(10) + at * 2 }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ id }) => id)
}

function filled(rule: RuleName, order: string[], next: (bound: number) => number, lines: Line[], asked: Asked) {
  if (rule === 'schulze' || rule === 'stv-scottish')
    return { places: Object.fromEntries(order.slice(0, 1 + next(order.length)).map((id, at) => [id, at + 1])) }
  if (lines.length === 0) return { choices: order.slice(0, 1) }
  // A budget's ballot that must fit names one project: any does
  const most = asked.settings?.spend === 'within-budget' ? 1 : 1 + next(3)
  return { choices: order.slice(0, most) }
}

/** An opened poll's dates never change: only an invented past, before anybody reads it, is dated here. */
export async function endInThePast(id: string, { opened, ends }: Pick<Asked, 'opened' | 'ends'>, now: Date) {
  const [opensAt, closesAt] = [daysBefore(now, opened), daysBefore(now, -ends)]
  const dates = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }
  await db.$transaction([
    db.$executeRaw`alter table "Poll" disable trigger terms_of_an_opened_poll_are_frozen`,
    db.$executeRaw`update "Poll" set "opensAt" = ${opensAt}, "openedAt" = ${opensAt}, "closesAt" = ${closesAt}, frozen = frozen || ${JSON.stringify(dates)}::jsonb where id = ${id}`,
    db.$executeRaw`alter table "Poll" enable trigger terms_of_an_opened_poll_are_frozen`,
  ])
  await closePolls()
  await db.poll.updateMany({ where: { id }, data: { countedAt: closesAt } })
}
