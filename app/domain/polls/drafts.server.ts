/** Writing a poll, step by step: everything may change until it opens. */
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '#app/domain/authorization'
import { type Tx, transaction } from '#app/domain/journal/transaction.server'
import { found, insist, Refusal } from '#app/domain/refusal'
import type { OptionsGiven, QuestionForm, TimesGiven } from './forms'
import { canEdit, canMakePoll } from './policy'
import { reachPoll } from './reach-poll.server'
import { answers, type RuleName, ruleOf } from './rules'
import { type Settings, settingsFrom } from './terms'
import { titleTwice } from './title-twice'

type Question = z.output<typeof QuestionForm>

export async function startPoll(actor: Actor, values: Question): Promise<{ id: string }> {
  return transaction(async (tx) => {
    await insistPlace(tx, actor, values)
    if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
    return tx.poll.create({
      data: {
        ...values,
        description: values.description ?? '',
        authorId: actor.id,
        voters: values.associationId ? 'members' : 'residents',
        options: { create: yesNoOptions() },
      },
      select: { id: true },
    })
  })
}

export async function saveQuestion(actor: Actor, pollId: string, values: Question) {
  await change(actor, pollId, async (tx) => {
    await insistPlace(tx, actor, values)
    return { ...values, description: values.description ?? '' }
  })
}

/** Another kind of rule begins with the options that fit it. */
export async function saveRule(actor: Actor, pollId: string, rule: RuleName) {
  await change(actor, pollId, async (tx) => {
    const before = found(
      await tx.poll.findUnique({ where: { id: pollId }, select: { rule: true, budget: { select: { id: true } } } }),
    )
    insist(before.budget === null || ruleOf(rule).budget === true || 'poll.rule-of-a-budget')
    if ((before.rule === 'yes-no') !== (rule === 'yes-no')) {
      await tx.pollOption.deleteMany({ where: { pollId } })
      if (rule === 'yes-no')
        await tx.pollOption.createMany({ data: yesNoOptions().map((option) => ({ ...option, pollId })) })
    }
    return { rule }
  })
}

export async function saveOptions(actor: Actor, pollId: string, given: OptionsGiven) {
  await change(actor, pollId, async (tx, rule) => {
    const options = given.options.filter(({ title }) => title !== null)
    const ofBudget = (await tx.budget.count({ where: { pollId } })) > 0
    if (rule !== 'yes-no' && !ofBudget) {
      await insistProposals(
        tx,
        options.flatMap(({ proposalId }) => proposalId ?? []),
      )
      const twice = titleTwice(options.map(({ title }) => title ?? ''))
      if (twice !== undefined) throw new Refusal('poll.same-title', { title: twice })
      await tx.pollOption.deleteMany({ where: { pollId } })
      await tx.pollOption.createMany({
        data: options.map(({ title, text, cost, place, proposalId }, at) => ({
          pollId,
          key: String(at + 1),
          position: at + 1,
          title: title ?? '',
          text: text ?? '',
          cost: ruleOf(rule).budget ? cost : null,
          place,
          proposalId,
        })),
      })
    }
    const kept = await settingsOf(tx, pollId)
    const settings: Settings = {
      ...kept,
      seats: given.seats ?? 1,
      maxChoices: given.maxChoices,
      maxPoints: given.maxPoints ?? kept.maxPoints,
      majority: given.majority,
      // Projects, costs, districts and money of a participatory budget are written there
      budget: ofBudget ? kept.budget : given.budget,
      spend: given.spend,
      completion: given.completion,
      startEndowment: given.startEndowment,
      addStep: given.addStep,
      exhaustiveOver: given.exhaustiveOver,
      whenTooDear: given.whenTooDear,
    }
    return { settings }
  })
}

export async function saveTimes(actor: Actor, pollId: string, { quorum, ...times }: TimesGiven) {
  await change(actor, pollId, async (tx) => {
    const { opensAt, closesAt } = times
    insist(!opensAt || !closesAt || closesAt > opensAt || 'poll.ends-too-soon')
    return { ...times, settings: { ...(await settingsOf(tx, pollId)), quorum } }
  })
}

export async function discardPoll(actor: Actor, pollId: string) {
  await transaction(async (tx) => {
    const poll = await reachPoll(tx, pollId)
    insist(canEdit(actor, poll))
    // Once it was open its story stays
    insist(poll.round === 1 || 'poll.was-open')
    await tx.pollCode.deleteMany({ where: { pollId } })
    const { count } = await tx.poll.deleteMany({ where: { id: pollId, stage: 'draft', round: 1 } })
    insist(count === 1 || 'poll.not-draft')
  })
}

type Changed = Parameters<Tx['poll']['updateMany']>[0]['data']

async function change(actor: Actor, pollId: string, act: (tx: Tx, rule: RuleName) => Promise<Changed>) {
  await transaction(async (tx) => {
    const poll = await reachPoll(tx, pollId)
    insist(canEdit(actor, poll))
    const data = await act(tx, poll.rule)
    const { count } = await tx.poll.updateMany({ where: { id: pollId, stage: 'draft' }, data })
    insist(count === 1 || 'poll.rules-are-frozen')
  })
}

async function settingsOf(tx: Tx, pollId: string): Promise<Settings> {
  const poll = await tx.poll.findUnique({ where: { id: pollId }, select: { settings: true } })
  return settingsFrom(found(poll).settings as Partial<Settings>)
}

async function insistPlace(tx: Tx, actor: Actor, { territoryId, associationId }: Question) {
  const place = await tx.territory.findUnique({ where: { id: territoryId }, select: { path: true } })
  insist(canMakePoll(actor, found(place).path, associationId))
}

async function insistProposals(tx: Tx, ids: string[]) {
  if (ids.length === 0) return
  const known = await tx.proposal.count({ where: { id: { in: ids }, publishedAt: { not: null }, hiddenAt: null } })
  insist(known === new Set(ids).size || 'poll.no-such-proposal')
}

function yesNoOptions() {
  return answers.map((key, at) => ({ id: randomUUID().slice(0, 12), key, position: at + 1, title: key }))
}
