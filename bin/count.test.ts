/** The count command: one JSON object, or one line that says what is wrong and where. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'agora-count-'))
afterAll(() => rmSync(folder, { recursive: true }))

const blt = '3 1\n4 1 2 0\n3 2 0\n2 3 2 0\n0\n"A"\n"B"\n"C"\n"T"\n'

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

function count(...given: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const running = execFile(
      process.execPath,
      ['--import', 'tsx', 'bin/count.ts', ...given],
      { maxBuffer: 1 << 28 },
      (_, out, err) => resolve({ code: running.exitCode ?? -1, out, err: err.replaceAll(`${folder}/`, '') }),
    )
  })
}

describe('count', () => {
  it('writes one JSON object', async () => {
    const path = file('a.blt', blt)
    const { code, out, err } = await count('--rule', 'stv-scottish', '--in', path, '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toMatchObject({
      rule: 'stv-scottish',
      file: 'a.blt',
      sha256: createHash('sha256').update(blt).digest('hex'),
      settings: { seats: 1, tieBreak: 'id' },
      options: ['1', '2', '3'],
      names: { 1: 'A' },
      ballots: 9,
      winners: ['2'],
      quota: '5',
      ties: [],
    })
  })

  it('takes settings from a file, and tells in words why an option won', async () => {
    const settings = file('s.json', '{ "seats": 2, "tieBreak": { "seed": "7" } }')
    const { out } = await count('--rule', 'plurality', '--settings', settings, '--in', file('a.blt', blt), '--json')
    expect(JSON.parse(out)).toMatchObject({ settings: { seats: 2 }, winners: ['1', '2'] })
    const words = await count('--rule', 'irv', '--in', file('a.blt', blt), '--explain', '2')
    expect(words.out).toBe('B wins in round 2: 5 of the 9 ballots that still count\n')
  })

  it('tells budgets and panels in words, and what it knows when asked', async () => {
    const pb =
      'META\nkey;value\nbudget;9\nvote_type;approval\nPROJECTS\nproject_id;cost;name\n1;6;Park\nVOTES\nvoter_id;vote\na;1\n'
    const budget = await count('--rule', 'mes_cost_no_completion', '--in', file('a.pb', pb), '--explain', '1')
    expect(budget.out).toBe(
      'Park is funded in round 1: its 1 supporters pay 6, 1 of them 6 each and 0 what they had left\n',
    )
    const pool =
      '{"features":{"age":{"young":[1,1],"old":[1,1]}},"people":{"u":{"age":"young"},"v":{"age":"old"},"w":{"age":"old"}},"panel_size":2}'
    const panel = await count('--rule', 'maximin', '--in', file('pool.json', pool), '--json')
    expect(JSON.parse(panel.out)).toMatchObject({ rule: 'maximin', value: '0.5', marginals: { u: '1', v: '0.5' } })
    expect(await count('--help')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('leximin') })
  })

  it('counts a pool that is a table, with its quotas beside it', async () => {
    const tables = [
      ...['--in', file('people.csv', 'id,age\nu,young\nv,old\nw,old\n')],
      ...['--quotas', file('quotas.csv', 'category,feature,min,max\nage,young,1,1\nage,old,1,1\n')],
      ...['--settings', file('two.json', '{ "panelSize": 2 }')],
    ]
    const same = await count('--rule', 'maximin', ...tables, '--json')
    expect(JSON.parse(same.out)).toMatchObject({ settings: { panelSize: 2 }, marginals: { u: '1', v: '0.5' } })
    file('quotas.csv', 'category,feature,min,max\nage,young,1,1\nage,old,2,1\n')
    expect(await count('--rule', 'maximin', ...tables)).toMatchObject({
      code: 2,
      err: 'quotas.csv:3: "age", "old": at least 2 is more than at most 1\n',
    })
  })

  it('tells of one person of a pool, and of one statement', async () => {
    const pool = '{"features":{"age":{"y":[1,1],"o":[1,1]}},"people":{"u":{"age":"y"},"v":{"age":"o"}},"panel_size":2}'
    const panel = ['--rule', 'maximin', '--in', file('pair.json', pool), '--settings']
    const drawn = await count(...panel, file('draw.json', '{ "drawSeed": "7" }'), '--explain', 'u')
    expect(drawn.out).toMatch(
      /^u has a chance of 100.00 %, and is on 1000 of the 1000 tickets\nu is drawn, with ticket \d+\n$/,
    )
    const votes = 'participant,statement,vote\na,1,1\nb,1,-1\nb,2,1\nc,1,1\nc,2,0\n'
    const polis = ['--rule', 'polis', '--in', file('votes.csv', votes)]
    const told = await count(...polis, '--explain', '1')
    expect(told.out).toMatch(
      /^1: 2 agree, 1 disagree, 0 pass, of 3 who voted on it\n1 is number \d of 2 in what unites/,
    )
    const whole = await count(...polis)
    expect(whole.out).toContain('3 people voted on 2 statements\n')
    expect(whole.out).not.toContain('opinions.')
  })

  it('writes invented ballots, the same from the same seed, and counts them', async () => {
    const written = async (name: string) => {
      await count('--ballots', '500', '--options', '5', '--seats', '2', '--seed', 'prova', '--out', join(folder, name))
      return JSON.parse((await count('--rule', 'stv-scottish', '--in', join(folder, name), '--json')).out) as object
    }
    const [one, two] = [await written('one.blt'), await written('two.blt')]
    expect(one).toMatchObject({ ballots: 500, valid: 500 })
    expect({ ...two, file: 'one.blt' }).toEqual(one)
  })

  it.each<[name: string, content: string | Buffer, rule: string, err: string]>([
    ['bad.blt', '3 1\n1 1 0\n1 9 0\n', 'irv', 'bad.blt:3: a ballot names option 9, there are 3\n'],
    [
      'utf16.csv',
      Buffer.from('\uFEFFchoice\na\n', 'utf16le'),
      'irv',
      'utf16.csv:1: the file is UTF-16; save it as UTF-8\n',
    ],
    ['latin1.csv', Buffer.from('choice\na\nperché\n', 'latin1'), 'irv', 'latin1.csv:3: this line is not UTF-8 text\n'],
    ['zero.csv', 'choice\na\nb\0\n', 'irv', 'zero.csv:3: there is a zero byte: this is not a text file\n'],
    ['long.csv', `choice\n${'a'.repeat(1_500_000)}`, 'irv', 'long.csv:2: a line may hold 1000000 characters\n'],
    ['ranks.blt', blt, 'score', 'ranks.blt:1: a .blt file holds ranks, this rule needs points\n'],
    ['broken.json', '{"options":["a"],\n"ballots":[{"ranking":["a"]},]}', 'irv', 'broken.json:2: this is not JSON'],
    ['answers.csv', 'choice\nyes\nno\nmaybe\nno\n', 'yes-no', 'answers.csv:4: "maybe" is neither yes, no nor blank\n'],
    [
      'word.json',
      '{"options":["a"],\n"ballots":[\n{"ranking":[a]}\n]}\n',
      'irv',
      'word.json:3: this is not JSON: "a" ',
    ],
    ['empty.csv', '', 'irv', 'empty.csv:1: the file is empty\n'],
    ['what.xls', 'x', 'irv', 'what.xls:1: rule irv reads'],
  ])('refuses %s with its line, exit 2 and nothing on standard output', async (name, content, rule, err) => {
    const result = await count('--rule', rule, '--in', file(name, content), '--json')
    expect(result).toMatchObject({ code: 2, out: '' })
    expect(result.err.startsWith(err)).toBe(true)
    expect(result.err.trimEnd().split('\n')).toHaveLength(1)
  })

  it.each([
    ['{\n  "seats": 1,\n  "colour": "red"\n}', /^s\.json:3: "colour"/],
    ['{\n  "seats": -1\n}', /^s\.json:2: "seats"/],
    ['{\n  "seats": 1,\n}', /^s\.json:3: this is not JSON/],
    ['{ "tieBreak": ["9"] }', /^s\.json:1: the tie-break order names "9"/],
  ])('refuses settings %j', async (text, err) => {
    const result = await count(
      '--rule',
      'plurality',
      '--settings',
      file('s.json', text),
      '--in',
      file('a.blt', blt),
      '--json',
    )
    expect(result).toMatchObject({ code: 2, out: '', err: expect.stringMatching(err) })
  })

  it.each([
    ['[\n{ "tid": 1 },\n{\n "tid": 2,\n "mod": 7\n}]', '5: entry 2: mod must be 1, 0 or -1'],
    ['[{ "tid": 1 },\n\n{ "tid": "1" }]', '3: statement "1" is listed twice'],
    ['[\n{ "tid": 1 },\n]', '3: this is not JSON: "]" cannot stand here'],
  ])('refuses statements %j by their line', async (text, err) => {
    const votes = ['--in', file('votes.csv', 'participant,statement,vote\na,1,1\n')]
    expect(await count('--rule', 'polis', '--statements', file('statements.json', text), ...votes)).toEqual({
      ...{ code: 2, out: '', err: `statements.json:${err}\n` },
    })
  })

  it('refuses unknown rules and files that are not there', async () => {
    expect(await count('--rule', 'dice', '--in', file('a.blt', blt))).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^there is no rule "dice"; rules: plurality .*\n$/),
    })
    expect(await count('--rule', 'irv', '--in', join(folder, 'none.blt'))).toMatchObject({
      code: 2,
      out: '',
      err: 'none.blt:1: cannot be read (ENOENT)\n',
    })
  })

  it.each([
    [
      ['--rule', 'irv', '--explian', '2'],
      /^Unknown option '--explian'; options: --rule --settings .* --explain .*--help\n$/,
    ],
    [['--rule'], /^Option '--rule <value>' argument missing; options: --rule /],
    [['irv'], /^Unexpected argument 'irv'.*; options: --rule /],
    [
      ['--ballots', '3', '--out', join(folder, 'nowhere', 'a.blt')],
      /^nowhere\/a\.blt:1: cannot be written \(ENOENT\)\n$/,
    ],
    [['--ballots', '3', '--out', folder.concat('.xls')], /:1: the file must end in \.blt, \.cvotes or \.csv\n$/],
    [['--rule', 'irv', '--in', 'a.blt', '--explain', '9'], /^a\.blt:1: no option "9"; options: 1 2 3\n$/],
  ])('refuses %j in one sentence', async (given, err) => {
    const path = file('a.blt', blt)
    const result = await count(...given.map((part) => (part === 'a.blt' ? path : part)))
    expect(result).toMatchObject({ code: 2, out: '', err: expect.stringMatching(err) })
    expect(result.err.trimEnd().split('\n')).toHaveLength(1)
  })

  it.each([
    ['.blt', 'stv-scottish', invented, 2_000_000, 60],
    ['.cvotes', 'irv', invented, 1_000_000, 60],
    // Its voters are told apart: eight bytes each, and room to spare
    ['.pb', 'greedy_by_votes', budget, 1_000_000, 100],
  ] as const)(
    'reads %s with a fixed amount of memory, however many ballots there are',
    { timeout: 120_000 },
    async (ending, rule, write, most, growth) => {
      const probe = file('probe.mjs', `process.on('exit', () => console.error(process.resourceUsage().maxRSS))`)
      const resident = async (ballots: number) => {
        const path = join(folder, `${ballots}${ending}`)
        await write(path, ballots)
        const given = [
          '--max-semi-space-size=2',
          '--import',
          'tsx',
          '--import',
          probe,
          'bin/count.ts',
          '--rule',
          rule,
          '--in',
          path,
          '--json',
        ]
        return new Promise<number>((resolve, reject) => {
          execFile(process.execPath, given, { maxBuffer: 1 << 26 }, (error, _, err) =>
            error ? reject(error) : resolve(Number(err) / 1024),
          )
        })
      }
      // A tenth already fills what the engine sets aside for anything that runs (little, here): beyond, only ballots grow
      const [few, many] = [await resident(most / 10), await resident(most)]
      expect(many - few).toBeLessThan(growth)
    },
  )
})

async function invented(path: string, ballots: number) {
  await count('--ballots', String(ballots), '--options', '6', '--out', path)
}

/** Voters of a city: each has a number, and few of the ballots differ. */
async function budget(path: string, ballots: number) {
  const head =
    'META\nkey;value\nbudget;1000\nvote_type;approval\nPROJECTS\nproject_id;cost\na;400\nb;500\nc;300\nVOTES\nvoter_id;vote\n'
  const votes = ['a', 'a,b', 'b,c', 'a,b,c', 'c']
  function* text() {
    yield head
    for (let from = 0; from < ballots; from += 1000)
      yield Array.from({ length: 1000 }, (_, at) => `${from + at};${votes[(from + at) % 5]}\n`).join('')
  }
  await writeFile(path, text())
}
