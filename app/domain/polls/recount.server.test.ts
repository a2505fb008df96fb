/** A poll by each rule from its draft to its results, and its published files counted again by the command. */
import '#tests/world/database'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { actor } from '#tests/world/people'
import { endAndCount, openedPoll } from '#tests/world/polls'
import type { Filled } from './ballot'
import { castBallot } from './cast-ballot.server'
import { holdingIn } from './count'
import { sentencesIn } from './reasons'
import { ballotFile, optionResult, resultsPage, settingsFile } from './results.server'
import { offeredRules, type RuleName, ruleOf } from './rules'
import { completions, countedAs } from './terms'

type Wish = Parameters<typeof openedPoll>[0] & { rule: RuleName }

const visitor = { kind: 'visitor' } as const
/** Which options each of five people is for, best first. */
const wanted = { carmela: [0, 1], bilal: [1, 2, 0], luca: [3], fatou: [2, 1], giorgio: [0] } as const

/** As the page of results says it, in a folder of its own. */
async function countedAgain(id: string) {
  const { terms, file } = await resultsPage(visitor, id)
  const folder = mkdtempSync(join(tmpdir(), 'agora-count-'))
  const text = `${[...(await ballotFile(id, file)).lines].join('\n')}\n`
  writeFileSync(join(folder, file), text)
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(await settingsFile(id)))
  const count = ['--import', 'tsx', 'bin/count.ts', '--rule', countedAs(terms), '--json']
  const files = ['--settings', join(folder, 'settings.json'), '--in', join(folder, file)]
  return { again: JSON.parse(execFileSync(process.execPath, [...count, ...files]).toString()), text }
}

/** Every rule that is offered, with each of its endings; a rule that comes later has its case at once. */
const cases = offeredRules.flatMap((rule): Wish[] => {
  const { asks } = ruleOf(rule)
  const settings = asks.includes('seats') ? { seats: 2 } : {}
  if (asks.includes('completion')) return completions.map((completion) => ({ rule, settings: { completion } }))
  if (asks.includes('whenTooDear'))
    return (['stop', 'skip'] as const).map((way) => ({ rule, settings: { whenTooDear: way } }))
  return [{ rule, settings }]
})

/** What one wants, best first, as the rule's ballot takes it. */
function filled(rule: RuleName, best: readonly string[]): Filled {
  const { ballot } = ruleOf(rule)
  if (ballot === 'order') return { places: Object.fromEntries(best.map((option, at) => [option, at + 1])) }
  if (ballot === 'points') return { points: Object.fromEntries(best.map((option, at) => [option, 5 - at])) }
  return { choices: ballot === 'one' ? best.slice(0, 1) : best }
}

test.each(cases)('$rule $settings: whoever counts the published files gets the same', async (wish) => {
  const { settings, rule } = wish
  const { id, options } = await openedPoll({
    ...wish,
    options: rule === 'yes-no' ? [] : ['Parco', 'Scuola', 'Porto', 'Mensa'],
    ...(ruleOf(rule).budget && { costs: [300, 500, 400, 250], settings: { budget: 1000, ...settings } }),
  })
  for (const [who, wants] of Object.entries(wanted)) {
    const best = wants.map((at) => options[at % options.length] ?? '')
    await castBallot(await actor(who as keyof typeof wanted), id, filled(rule, best))
  }
  await endAndCount(id)
  const { terms, report, seed } = await resultsPage(visitor, id)
  const { again, text } = await countedAgain(id)
  expect(report.ballots).toBe(5)
  if (ruleOf(rule).budget) expect(report.winners).not.toEqual([])
  else expect(report.winners).toHaveLength(settings?.seats ?? 1)
  expect(again).toMatchObject({ rule: countedAs(terms), winners: report.winners, ties: report.ties })
  for (const part of ['stages', 'pairwise', 'strengths', 'locked', 'completion'])
    expect(again[part], part).toEqual(report[part])
  for (const [name, value] of Object.entries(settings ?? {})) expect(terms.settings).toMatchObject({ [name]: value })
  // Each option has a page that says why
  for (const { key } of terms.options) {
    const { won, about } = await optionResult(id, key, 'it')
    expect(won).toBe(report.winners?.includes(key))
    expect(about).toEqual(sentencesIn(holdingIn(report)).about(key))
    expect(about).not.toEqual([])
  }
  // The seed is the promised secret and the hash of this very file; a yes and a no that are equal need no lot
  const [secret = '', fileHash] = seed.split(':')
  if (rule === 'yes-no') expect(seed).toBe('')
  else {
    expect(createHash('sha256').update(secret).digest('hex')).toBe(terms.commitment)
    expect(createHash('sha256').update(text).digest('hex')).toBe(fileHash)
  }
  await expect(ballotFile(id, '../secret')).rejects.toThrow('not-found')
})
