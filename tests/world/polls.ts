/** Polls as tests need them: written by the officer, open or already over. */
import { db } from '#app/db/client.server'
import { closePolls } from '#app/domain/polls/close-polls.server'
import { saveOptions, saveRule, saveTimes, startPoll } from '#app/domain/polls/drafts.server'
import type { OptionsGiven, TimesGiven } from '#app/domain/polls/forms'
import { openPoll } from '#app/domain/polls/open-poll.server'
import type { RuleName } from '#app/domain/polls/rules'
import { actor, monopoli } from './people'

type Wish = {
  rule?: RuleName
  options?: string[]
  costs?: number[]
  settings?: Partial<OptionsGiven>
  times?: Partial<TimesGiven>
  associationId?: string | null
  territoryId?: string
}

const times: TimesGiven = {
  voters: 'residents',
  mode: 'confidential',
  showsRunning: false,
  quorum: null,
  opensAt: null,
  closesAt: null,
}

export function optionsGiven(titles: string[], costs: number[] = []): OptionsGiven {
  return {
    options: titles.map((title, at) => ({ title, text: null, cost: costs[at] ?? null, place: null, proposalId: null })),
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
  }
}

export async function draftedPoll({ rule = 'yes-no', options = [], costs = [], ...wish }: Wish = {}) {
  const officer = await actor(wish.associationId ? 'ada' : 'emanuele')
  const { id } = await startPoll(officer, {
    territoryId: wish.territoryId ?? (await monopoli()).id,
    associationId: wish.associationId ?? null,
    language: 'it',
    question: 'Vuoi la biblioteca aperta la sera?',
    description: null,
  })
  await saveRule(officer, id, rule)
  await saveOptions(officer, id, { ...optionsGiven(options, costs), ...wish.settings })
  await saveTimes(officer, id, { ...times, closesAt: new Date(Date.now() + 3_600_000), ...wish.times })
  return { id, officer }
}

export async function openedPoll(wish: Wish = {}) {
  const { id, officer } = await draftedPoll(wish)
  await openPoll(officer, id)
  const options = await db.pollOption.findMany({ where: { pollId: id }, orderBy: { position: 'asc' } })
  return { id, officer, options: options.map((option) => option.id) }
}

/** Puts the end of an open poll where the test needs it, past the guard that keeps everybody else from doing so. */
export async function endAt(pollId: string, closesAt: Date) {
  await db.$transaction([
    db.$executeRaw`alter table "Poll" disable trigger terms_of_an_opened_poll_are_frozen`,
    db.$executeRaw`update "Poll" set "opensAt" = least("opensAt", ${closesAt}::timestamptz - interval '1 hour'), "closesAt" = ${closesAt} where id = ${pollId}`,
    db.$executeRaw`alter table "Poll" enable trigger terms_of_an_opened_poll_are_frozen`,
  ])
}

export async function endAndCount(pollId: string) {
  await endAt(pollId, new Date(Date.now() - 1000))
  return closePolls()
}
