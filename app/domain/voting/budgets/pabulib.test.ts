import { describe, expect, it } from 'vitest'
import { InputFault } from '#app/domain/voting/formats/faults'
import { readText } from '#app/domain/voting/formats/lines'
import { pointUnit } from './ballots'
import { type BudgetElection, money, scoresOf, votesOf } from './election'
import { pabulibReader } from './pabulib'
import { pabulibLines } from './pabulib-writer'

const small = `META
key;value
description;Piccolo bilancio
budget;1000.50
vote_type;approval
num_projects;2
num_votes;3
min_length;1
PROJECTS
project_id;cost;name;category
a;600;"Panchine ""verdi""; in piazza";verde
b;400.25;Pista;strade
VOTES
voter_id;vote;age
1;a,b;30
2;b,a;40
3;b;50
`

const read = (text: string) => readText(pabulibReader(), text)
const faultOf = (text: string): [number, string] => {
  try {
    read(text)
  } catch (error) {
    if (error instanceof InputFault) return [error.line, error.message]
    throw error
  }
  return [0, 'accepted']
}

describe('a Pabulib file is read', () => {
  it('with money in its smallest unit, and equal ballots counted together', () => {
    const election = read(small)
    expect(election.decimals).toBe(2)
    expect(election.budget).toBe(100_050n)
    expect(election.projects.map(({ id, cost }) => [id, cost])).toEqual([
      ['a', 60_000n],
      ['b', 40_025n],
    ])
    expect(election.projects[0]?.name).toBe('Panchine "verdi"; in piazza')
    expect(election.ballots.groups).toBe(2)
    expect([...votesOf(election)]).toEqual([2, 3])
    expect(money(election, election.budget)).toBe('1000.5')
  })

  it('with line ends of any kind, a byte order mark and a name over two lines', () => {
    const election = read(`\uFEFF${small.replace('in piazza', 'in\npiazza').replaceAll('\n', '\r\n')}`)
    expect(election.projects[0]?.name).toBe('Panchine "verdi"; in\npiazza')
    expect(election.voters).toBe(3)
  })

  it('with points for cumulative votes and places for ordinal ones', () => {
    const points = small
      .replace('approval', 'cumulative')
      .replace('voter_id;vote;age', 'voter_id;vote;points')
      .replace('1;a,b;30', '1;a,b;3,7')
      .replace('2;b,a;40', '2;b,a;7,3')
      .replace('3;b;50', '3;b;2.5')
    expect([...scoresOf(read(points))]).toEqual([6 * pointUnit, 16.5 * pointUnit])
    expect(read(points).ballots.groups).toBe(2)
    const ranks = small.replace('approval', 'ordinal\nmax_length;2')
    expect([...scoresOf(read(ranks))]).toEqual([3 * pointUnit, 5 * pointUnit])
  })

  it('and when a spreadsheet has ended every line with semicolons', () => {
    const plain = ({ meta, projects, ...rest }: BudgetElection) => ({ ...rest, ids: projects.map(({ id }) => id) })
    expect(plain(read(small.trim().replace(/$/gm, ';;')))).toEqual(plain(read(small)))
  })

  it('and with a name on several lines, found open in time that grows with the file', () => {
    const name = (text: string) => read(text).projects.find(({ id }) => id === 'b')?.name
    expect(name(small.replace('Pista', '"Pista\n\nVOTES ""ciclabile"""'))).toBe('Pista\n\nVOTES "ciclabile"')
    expect(faultOf(`${small}4;"b\n${'5;b\n'.repeat(200_000)}`)).toEqual([18, expect.stringContaining('never closed')])
  })

  it('and a ballot over the limits is counted with a remark', () => {
    const election = read(small.replace('min_length;1', 'max_length;1'))
    expect(election.remarks.map(({ line }) => line)).toEqual([15, 16])
    expect([...votesOf(election)]).toEqual([2, 3])
  })

  it('and written so that it reads the same', () => {
    const election = read(small)
    const again = read([...pabulibLines(election, { rule: 'greedy', winners: new Set(['b']) })].join('\n'))
    const plain = ({ meta, projects, ...rest }: BudgetElection) => ({
      ...rest,
      projects: projects.map(({ id, cost, name }) => ({ id, cost, name })),
    })
    expect(plain(again)).toEqual(plain(election))
    expect(again.projects.map(({ fields }) => [fields.selected, fields.votes, fields.category])).toEqual([
      ['0', '2', 'verde'],
      ['1', '3', 'strade'],
    ])
  })
})

describe('a Pabulib file is refused with its line', () => {
  const faults: [string, string, number, RegExp][] = [
    ['another start', small.replace('META\n', ''), 1, /begin with META/],
    ['no budget', small.replace('budget;1000.50\n', ''), 8, /no budget/],
    ['a negative budget', small.replace('1000.50', '-1'), 4, /budget is negative/],
    ['an unknown kind of vote', small.replace('approval', 'guess'), 5, /vote_type "guess"/],
    ['a key twice', small.replace('num_votes;3', 'budget;7'), 7, /"budget" is repeated/],
    ['a negative cost', small.replace('400.25', '-400.25'), 12, /cost of "b" is negative/],
    ['a cost that could be one or a thousand', small.replace('400.25', '1,000'), 12, /not a number: "1,000"/],
    ['a field too many', small.replace('3;b;50', '3;b;50;a'), 17, /has 4 fields, its section 3 columns/],
    ['a cost in words', small.replace('400.25', 'molto'), 12, /not a number: "molto"/],
    ['an absurd cost', small.replace('400.25', '9'.repeat(16)), 12, /out of range/],
    ['a project twice', small.replace('b;400.25', 'a;400.25'), 12, /project "a" is repeated/],
    ['a project without id', small.replace('b;400.25', ';400.25'), 12, /no id/],
    ['a vote for nothing known', small.replace('3;b;50', '3;z;50'), 17, /"z", which is not a project/],
    ['a project twice on a ballot', small.replace('2;b,a;40', '2;b,b;40'), 16, /names a project twice/],
    ['a missing vote', small.replace('3;b;50', '3;;50'), 17, /vote of "3" is missing/],
    ['missing fields', small.replace('3;b;50', '3'), 17, /needs 3 fields and has 1/],
    ['fewer votes than announced', small.replace('3;b;50\n', ''), 7, /num_votes announces "3", the file holds 2/],
    ['fewer projects than announced', small.replace('num_projects;2', 'num_projects;5'), 6, /holds 2/],
    ['no votes at all', small.slice(0, small.indexOf('VOTES')), 13, /ends before its VOTES/],
    ['sections out of order', small.replace('PROJECTS', 'VOTES'), 9, /VOTES comes before PROJECTS/],
    ['no cost column', small.replace('project_id;cost', 'project_id;price'), 10, /no column cost/],
    ['zero bytes', small.replace('Pista', 'P\0ista'), 12, /zero character/],
    ['an open quotation mark', small.replace('""verdi""; in piazza"', 'verdi'), 11, /never closed/],
    ['points in words', small.replace('approval', 'scoring').replace('vote;age', 'vote;points'), 15, /given points/],
  ]
  it.each(faults)('%s', (_, text, line, message) => {
    const [at, why] = faultOf(text)
    expect(why).toMatch(message)
    expect(at).toBe(line)
  })

  it('beyond its limits', () => {
    const limits = { projects: 1, ballots: 2, marks: 2, lineLength: 100 }
    const limited = (some: Partial<typeof limits>) =>
      pabulibReader({ projects: 9, ballots: 9, marks: 9, lineLength: 999, ...some })
    expect(() => readText(limited({ projects: 1 }), small)).toThrow(/may have 1 projects/)
    expect(() => readText(limited({ ballots: 2 }), small)).toThrow(/may hold 2 ballots/)
    expect(() => readText(limited({ marks: 2 }), small)).toThrow(/may hold 2 choices/)
    expect(readText(limited({ marks: 3 }), small).ballots.groups).toBe(2)
    expect(() => readText(limited({ lineLength: 20 }), small)).toThrow(/may hold 20 characters/)
  })
})
