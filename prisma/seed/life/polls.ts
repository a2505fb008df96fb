/** Votes of the demonstration: some that one can take part in, some that are over, by different rules. */
import { db } from '#app/db/client.server'
import { castBallot } from '#app/domain/polls/cast-ballot.server'
import { closePolls } from '#app/domain/polls/close-polls.server'
import { saveOptions, saveRule, saveTimes, startPoll } from '#app/domain/polls/drafts.server'
import { openPoll } from '#app/domain/polls/open-poll.server'
import { typePaper } from '#app/domain/polls/paper.server'
import { type RuleName, ruleOf } from '#app/domain/polls/rules'
import { translationPage, writeTranslation } from '#app/domain/polls/write-translation.server'
import { seededNumbers } from '#app/domain/voting/formats/random-electorate'
import { signedIn } from './neighbours'
import { daysBefore, type Happening } from './past'
import { type Asked, type Line, polls } from './poll-questions'
import { pollTranslations } from './poll-translations'
import type { World } from './world'

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
  if (asked.ends > 0) await dateOpening(held.id, asked, now)
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
    completion: 'add1u',
    startEndowment: 'exact',
    addStep: 'thousandth',
    exhaustiveOver: 'supported',
    whenTooDear: 'stop',
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
  for (const [language, said] of Object.entries(pollTranslations[question] ?? {})) {
    const { original } = await translationPage(officer, id, language)
    await writeTranslation(officer, id, language, {
      question: said.question,
      questionFrom: original.question,
      description: said.description,
      descriptionFrom: original.description,
      options: original.options.map(({ title, text }, at) => ({
        title: said.lines?.[at]?.[0] ?? null,
        titleFrom: title,
        text: said.lines?.[at]?.[1] ?? null,
        textFrom: text,
      })),
      known: '',
    })
  }
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
  if (ruleOf(rule).ballot === 'order')
    return { places: Object.fromEntries(order.slice(0, 1 + next(order.length)).map((id, at) => [id, at + 1])) }
  if (lines.length === 0) return { choices: order.slice(0, 1) }
  // A budget's ballot that must fit names one project: any does
  const most = asked.settings?.spend === 'within-budget' ? 1 : 1 + next(3)
  return { choices: order.slice(0, most) }
}

/** The end of an invented vote, and its count. */
export async function endInThePast(id: string, asked: Pick<Asked, 'opened' | 'ends'>, now: Date) {
  await dateOpening(id, asked, now)
  await closePolls()
  await db.poll.updateMany({ where: { id }, data: { countedAt: daysBefore(now, -asked.ends) } })
}

/** An opened poll's dates never change: only an invented past, before anybody reads it, is dated here. */
export async function dateOpening(id: string, { opened, ends }: Pick<Asked, 'opened' | 'ends'>, now: Date) {
  const [opensAt, closesAt] = [daysBefore(now, opened), daysBefore(now, -ends)]
  const dates = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }
  await db.$transaction([
    db.$executeRaw`alter table "Poll" disable trigger terms_of_an_opened_poll_are_frozen`,
    db.$executeRaw`update "Poll" set "opensAt" = ${opensAt}, "openedAt" = ${opensAt}, "closesAt" = ${closesAt}, frozen = frozen || ${JSON.stringify(dates)}::jsonb where id = ${id}`,
    db.$executeRaw`alter table "Poll" enable trigger terms_of_an_opened_poll_are_frozen`,
    db.$executeRaw`alter table "SecretVote" disable trigger election_of_an_opened_vote_is_frozen`,
    db.$executeRaw`update "SecretVote" set "startedAt" = ${Math.floor(opensAt.getTime() / 1000)} where "pollId" = ${id}`,
    db.$executeRaw`alter table "SecretVote" enable trigger election_of_an_opened_vote_is_frozen`,
    // Each took part on a day between the first and the last
    db.$executeRaw`
      update "PollParticipation" set "startedOn" = least(${closesAt}::date, ${opensAt}::date + abs(hashtext("personId")) % ${opened + 1}::int)
      where "pollId" = ${id}`,
  ])
}
