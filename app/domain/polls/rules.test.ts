import { describe, expect, test } from 'vitest'
import { countingRules } from '#app/domain/voting/counting'
import { readText } from '#app/domain/voting/formats/lines'
import words from '#app/i18n/locales/it/polls.json'
import { type Content, type Filled, readBallot } from './ballot'
import { archiveLines, ballotFileLines, type Group } from './ballot-file'
import { countPoll, countSettingsOf } from './count'
import { momentOf, wallClock } from './hours'
import { canMove, phaseOf } from './lifecycle'
import { type Drafted, missingFrom } from './readiness'
import { sentencesIn } from './reasons'
import { answers, type RuleName, ruleNames, ruleOf } from './rules'
import { completions, countedAs, settingsFrom } from './terms'
import { inventedBallots } from './trial'

const option = (key: string, cost: number | null = null) => ({
  id: `id-${key}`,
  key,
  title: `Opzione "${key}"; con, segni`,
  text: '',
  cost,
  place: null,
  proposalId: null,
})

/** What stands under a key of several parts. */
function wordAt(key: string): unknown {
  return key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], words)
}

function poll(rule: RuleName, settings = {}, size = 4) {
  const keys = rule === 'yes-no' ? [...answers] : Array.from({ length: size }, (_, at) => String(at + 1))
  return {
    question: 'Quale?\nScegli',
    rule,
    settings: settingsFrom({ budget: 1000, ...settings }),
    options: keys.map((key, at) => option(key, ruleOf(rule).budget ? 200 + 150 * at : null)),
  }
}

describe('a ballot', () => {
  const cases: [RuleName, object, Filled, Content | null | string][] = [
    ['yes-no', {}, { choices: ['id-yes'] }, { choices: ['yes'] }],
    ['yes-no', {}, { choices: [] }, null],
    ['yes-no', {}, { choices: ['id-yes', 'id-no'] }, 'poll.too-many-choices'],
    ['plurality', {}, { choices: ['id-9'] }, 'poll.option-of-another-poll'],
    ['plurality', {}, { choices: ['__proto__'] }, 'poll.option-of-another-poll'],
    ['approval', {}, { choices: ['id-3', 'id-1'] }, { choices: ['1', '3'] }],
    ['approval', {}, { choices: ['id-3', 'id-3'] }, 'poll.option-twice'],
    ['approval', { maxChoices: 1 }, { choices: ['id-3', 'id-1'] }, 'poll.too-many-choices'],
    ['approval', {}, { choices: Array.from({ length: 10_001 }, (_, at) => `id-${at}`) }, 'poll.too-many-choices'],
    ['score', {}, { points: { 'id-2': 5, 'id-1': 0 } }, { points: { 1: 0, 2: 5 } }],
    ['score', { maxPoints: 3 }, { points: { 'id-2': 4 } }, 'poll.points-out-of-range'],
    ['score', {}, { points: { 'id-2': -1 } }, 'poll.points-out-of-range'],
    ['score', {}, { points: { 'id-2': 2 ** 53 + 1 } }, 'poll.points-out-of-range'],
    ['score', {}, { points: { 'id-2': Number.NaN } }, 'poll.points-out-of-range'],
    ['schulze', {}, { places: { 'id-2': 1, 'id-4': 3 } }, { order: ['2', '4'] }],
    ['schulze', {}, { places: { 'id-2': 1, 'id-4': 1 } }, 'poll.place-twice'],
    ['schulze', {}, { places: { 'id-2': 5 } }, 'poll.place-out-of-range'],
    ['irv', {}, { places: {} }, null],
    ['greedy_by_votes', { spend: 'within-budget' }, { choices: ['id-4', 'id-3'] }, 'poll.over-the-budget'],
    ['greedy_by_votes', { spend: 'within-budget' }, { choices: ['id-1', 'id-3'] }, { choices: ['1', '3'] }],
    ['mes_cost_add1u', { spend: 'freely' }, { choices: ['id-4', 'id-3'] }, { choices: ['3', '4'] }],
  ]
  test.each(cases)('%s %j %j', (rule, settings, filled, expected) => {
    expect(readBallot(poll(rule, settings), filled)).toEqual(expected)
  })
})

describe('counting', () => {
  test.each(ruleNames)('%s: whoever counts the published file with the published settings gets the same', (rule) => {
    const terms = poll(rule, { seats: rule === 'stv-scottish' ? 2 : 1 })
    for (const seed of ['a', 'b', 'c']) {
      const groups = inventedBallots(terms, 60, seed)
      const report = countPoll(terms, groups, 100, 'seed:1')
      const text = `${[...ballotFileLines(terms, groups)].join('\n')}\n`
      const settings = JSON.parse(JSON.stringify(countSettingsOf(terms, 100, 'seed:1')))
      const again = readText(countingRules.get(rule)?.open(ruleOf(rule).file, settings) as never, text) as typeof report
      expect(again.winners).toEqual(report.winners)
      expect(again.stages).toEqual(report.stages)
      expect(again.ballots).toBe(60)
      expect(report.ballots).toBe(60)
    }
  })

  test.each(ruleNames)('%s: every option has its reason, won or not', (rule) => {
    const terms = poll(rule, { seats: rule === 'stv-scottish' ? 2 : 1 }, 5)
    for (const seed of ['a', 'b', 'c', 'd']) {
      const report = countPoll(terms, inventedBallots(terms, 60, seed), 100, 'seed:1')
      for (const { key } of terms.options) expect(sentencesIn(report).about(key), `${key} ${seed}`).not.toEqual([])
    }
  })

  test.each(completions)('equal shares, %s: counted under its published name, and said in the terms', (completion) => {
    const terms = poll('mes_cost_add1u', { completion })
    const groups = inventedBallots(terms, 60, 'a')
    const report = countPoll(terms, groups, 100, 'seed:1')
    const settings = JSON.parse(JSON.stringify(countSettingsOf(terms, 100, 'seed:1')))
    const reader = countingRules.get(`mes_cost_${completion}`)?.open('pb', settings)
    const again = readText(reader as never, `${[...ballotFileLines(terms, groups)].join('\n')}\n`)
    expect(countedAs(terms)).toBe(`mes_cost_${completion}`)
    expect(again).toMatchObject({ winners: report.winners, stages: report.stages })
    expect(Object.keys(words.terms)).toContain(`completion-${completion}`)
  })

  test('what becomes of money left over decides who wins', () => {
    const groups: Group[] = ['1', '4'].map((key) => ({ content: { choices: [key] }, copies: 3 }))
    const funded = (completion: string) => countPoll(poll('mes_cost_add1u', { completion }), groups, 6, 's').winners
    // 500 for each half of the voters: enough for 200, not for 650
    expect(funded('no_completion')).toEqual(['1'])
    expect(funded('then_greedy')).toEqual(['1', '4'])
    expect(funded('add1')).toEqual(['4', '1'])
  })

  test.each(ruleNames)('%s: every reason has words', (rule) => {
    const told = new Set<string>()
    for (const seats of [1, 3])
      for (const seed of ['a', 'b', 'c', 'd']) {
        const terms = poll(rule, { seats, incompatible: ruleOf(rule).budget ? [['1', '2']] : [] })
        const report = countPoll(terms, inventedBallots(terms, 9, seed), 100, 'seed:1')
        for (const { key } of report.explanation as { key: string }[]) told.add(key)
      }
    expect([...told].filter((key) => wordAt(key) === undefined)).toEqual([])
  })

  test.each(ruleNames)('%s: nobody voted, nobody wins and nothing breaks', (rule) => {
    const report = countPoll(poll(rule), [], 10, 'seed')
    expect(report.ballots).toBe(0)
    if (rule !== 'yes-no' && rule !== 'schulze' && rule !== 'irv' && rule !== 'stv-scottish')
      expect(report.winners).toEqual([])
  })

  test('the file does not remember in which order people voted', () => {
    const terms = poll('approval')
    const one: Group[] = inventedBallots(terms, 30, 'x')
    const other = [...one].reverse().sort((a, b) => (JSON.stringify(a.content) < JSON.stringify(b.content) ? -1 : 1))
    expect([...ballotFileLines(terms, other)]).toEqual([...ballotFileLines(terms, one)])
  })

  test('a quorum is a condition of its own', () => {
    const groups: Group[] = [{ content: { choices: ['1'] }, copies: 9 }]
    const terms = poll('plurality', { quorum: 10 })
    expect(countPoll(terms, groups, 91, 's').quorum).toEqual({ need: 10, have: 9, holds: false })
    expect(countPoll(terms, groups, 90, 's').quorum).toEqual({ need: 9, have: 9, holds: true })
    const vote = poll('yes-no', { quorum: 50 })
    expect(countPoll(vote, [{ content: { choices: ['yes'] }, copies: 4 }], 10, 's').winners).toEqual([])
    expect(countPoll(vote, [{ content: { choices: ['yes'] }, copies: 5 }], 10, 's').winners).toEqual(['yes'])
  })

  test('a tie goes by the seed, and another seed may choose another', () => {
    const groups: Group[] = ['1', '2'].map((key) => ({ content: { choices: [key] }, copies: 3 }))
    const won = new Set(
      Array.from({ length: 20 }, (_, at) => countPoll(poll('plurality'), groups, 9, `${at}`).winners?.[0]),
    )
    expect(won).toEqual(new Set(['1', '2']))
  })
})

describe('equal projects', () => {
  const budget = (costs: number[], tieBreak: string) => ({
    ...poll('mes_cost_add1u', { budget: 700, tieBreak }),
    options: costs.map((cost, at) => option(String(at + 1), cost)),
  })
  const groups: Group[] = [{ content: { choices: ['1', '2', '3'] }, copies: 10 }]
  const seeds = Array.from({ length: 20 }, (_, at) => `seed:${at}`)
  const wonWith = (terms: ReturnType<typeof budget>) =>
    new Set(seeds.map((seed) => countPoll(terms, groups, 10, seed).winners?.join()))

  test('the cheaper goes first whatever the seed, and the seed decides between equal costs and votes', () => {
    expect(wonWith(budget([600, 400, 500], 'cost-votes-seed'))).toEqual(new Set(['2']))
    expect(wonWith(budget([600, 400, 400], 'cost-votes-seed'))).toEqual(new Set(['2', '3']))
    const [tie] = countPoll(budget([600, 400, 400], 'cost-votes-seed'), groups, 10, 'seed:1').ties as { how: string }[]
    expect(tie?.how).toBe('permutation')
  })

  test('a poll that opened when the seed alone decided is counted as it was announced', () => {
    expect(wonWith(budget([600, 400, 500], 'seed'))).toEqual(new Set(['1', '2', '3']))
  })

  test.each(['cost-votes-seed', 'seed'])('%s: the published settings give the same', (tieBreak) => {
    const terms = budget([600, 400, 400], tieBreak)
    const text = `${[...ballotFileLines(terms, groups)].join('\n')}\n`
    for (const seed of seeds) {
      const report = countPoll(terms, groups, 10, seed)
      const settings = JSON.parse(JSON.stringify(countSettingsOf(terms, 10, seed)))
      const again = readText(countingRules.get(terms.rule)?.open('pb', settings) as never, text)
      expect(again).toMatchObject({ winners: report.winners, tieBreakOrder: report.tieBreakOrder, ties: report.ties })
    }
  })
})

describe('the file for archives of budgets', () => {
  const occasion = {
    country: 'Italy',
    unit: 'Monopoli',
    opensAt: '2026-05-01T10:00:00Z',
    closesAt: '2026-05-31T22:30:00Z',
    language: 'it',
  }

  test.each(ruleNames.filter((name) => ruleOf(name).budget))(
    '%s: says all that is known, and counts the same',
    (rule) => {
      const terms = poll(rule)
      const groups = inventedBallots(terms, 60, 'a')
      const report = countPoll(terms, groups, 100, 'seed:1')
      const lines = [
        ...archiveLines(terms, groups, { winners: report.winners ?? [], roll: 100, seed: 'seed:1' }, occasion),
      ]
      for (const line of [
        'country;Italy',
        'unit;Monopoli',
        'instance;2026',
        'date_begin;01.05.2026',
        'date_end;01.06.2026',
      ])
        expect(lines).toContain(line)
      expect(lines.find((line) => line.startsWith('rule;'))).toMatch(
        /^rule;(greedy|greedy-no-skip|equalshares\/add1u?|sequential_phragmen)$/,
      )
      const [heads = '', ...rows] = lines.slice(lines.indexOf('PROJECTS') + 1, lines.indexOf('VOTES'))
      expect(heads).toBe('project_id;cost;votes;name;neighborhood;selected')
      const selected = rows.filter((row) => row.endsWith(';1')).map((row) => row.split(';')[0])
      expect(selected.sort()).toEqual([...(report.winners ?? [])].sort())
      const settings = JSON.parse(JSON.stringify(countSettingsOf(terms, 100, 'seed:1')))
      const again = readText(countingRules.get(rule)?.open('pb', settings) as never, `${lines.join('\n')}\n`)
      expect(again).toMatchObject({ winners: report.winners, stages: report.stages })
    },
  )
})

describe('before it opens', () => {
  const now = new Date('2026-05-01T10:00:00Z')
  const draft: Drafted = {
    ...poll('plurality'),
    voters: 'residents',
    mode: 'confidential',
    showsRunning: false,
    associationId: null,
    opensAt: null,
    closesAt: new Date('2026-05-03T10:00:00Z'),
  }
  test.each<[Partial<Drafted>, string[]]>([
    [{}, []],
    [{ options: [option('1')] }, ['poll.needs-options']],
    [{ rule: 'approval', settings: settingsFrom({ seats: 4 }) }, ['poll.as-many-seats-as-options']],
    [{ voters: 'members' }, ['poll.members-of-no-association']],
    [{ closesAt: null }, ['poll.needs-an-end']],
    [{ closesAt: new Date('2026-05-01T10:04:00Z') }, ['poll.ends-too-soon']],
    [{ opensAt: new Date('2026-05-03T09:59:00Z') }, ['poll.ends-too-soon']],
    [{ showsRunning: true }, ['poll.running-needs-an-open-vote']],
    [{ rule: 'greedy_by_votes' }, ['poll.needs-costs']],
    [{ ...poll('greedy_by_votes', { budget: null }) }, ['poll.needs-budget']],
    [{ ...poll('greedy_by_votes', { budget: 100 }) }, ['poll.every-project-too-dear']],
  ])('%j', (change, missing) => {
    expect(missingFrom({ ...draft, ...change }, now)).toEqual(missing)
  })

  test('moves and phases', () => {
    expect(canMove('draft', 'open')).toBe(true)
    expect(canMove('counted', 'restart')).toBe('poll.not-open')
    const dates = { opensAt: new Date('2026-05-02'), closesAt: new Date('2026-05-03') }
    const at = (day: string) => phaseOf({ stage: 'open', ...dates }, new Date(day))
    expect([at('2026-05-01'), at('2026-05-02'), at('2026-05-02T23:59:59.999Z'), at('2026-05-03')]).toEqual([
      'announced',
      'open',
      'open',
      'counting',
    ])
  })
})

test('hours are those of the clock on the wall, also when it changes', () => {
  expect(momentOf('2026-07-01T12:00')?.toISOString()).toBe('2026-07-01T10:00:00.000Z')
  expect(momentOf('2026-01-01T12:00')?.toISOString()).toBe('2026-01-01T11:00:00.000Z')
  // The hour that does not exist in spring
  expect(momentOf('2026-03-29T02:30')).toBeNull()
  expect(momentOf('2026-02-30T10:00')).toBeNull()
  expect(momentOf('tomorrow')).toBeNull()
  expect(wallClock(new Date('2026-07-01T10:00:00Z'))).toBe('2026-07-01T12:00')
})
