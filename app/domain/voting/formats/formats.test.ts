/** Files of ballots: what is read, what is refused and on which line, and that writing and reading agree. */
import { describe, expect, it } from 'vitest'
import { type BallotBox, emptyBox, MOST_DIFFERENT, MOST_MARKS, placesOf } from '#app/domain/voting/rules/ballots'
import type { BallotFile } from './ballot-file'
import { bltReader, writeBlt } from './blt'
import { cast } from './casting'
import { csvReader } from './csv-ballots'
import { writeCsv } from './csv-writer'
import { cvotesReader, writeCvotes } from './cvotes'
import { InputFault } from './faults'
import { jsonReader, writeJson } from './json-ballots'
import { type LineReader, readText } from './lines'
import { randomRanking, seededNumbers } from './random-electorate'

const lines = (...some: string[]) => some.join('\n')

function ballotsOf({ box }: BallotFile): [copies: number, places: string][] {
  return Array.from({ length: box.distinct }, (_, ballot) => [
    box.copies[ballot]!,
    placesOf(box, ballot)
      .map((place) => place.join('=') || '-')
      .join('>'),
  ])
}

function faultOf(reader: LineReader<unknown>, text: string): string {
  try {
    readText(reader, text)
  } catch (error) {
    if (error instanceof InputFault) return `${error.line}: ${error.message}`
    throw error
  }
  return 'nothing wrong'
}

describe('BLT', () => {
  it('reads ties, skipped ranks, withdrawn options, comments and quoted or bare names', () => {
    const text = lines(
      '4 2 # ward',
      '-3',
      '2 1=2 4 0',
      '1 3=2 - 4 0',
      '3 0',
      '2 1=2 4 0',
      '0',
      '"A ""x"""',
      'B',
      'C',
      'D',
      '"T"',
    )
    const file = readText(bltReader(), text)
    expect(file.box.options).toEqual(['1', '2', '4'])
    expect(file).toMatchObject({ seats: 2, title: 'T' })
    expect(file.box.names.get('4')).toBe('D')
    expect(ballotsOf(file)).toEqual([
      [4, '1=2>4'],
      [1, '2>->4'],
      [3, ''],
    ])
  })

  it('reads comments beside the names, and tabs', () => {
    const text = lines('2 1', '3\t1\t2\t0', '0', '# who stands', '"A" # first', '"B #2"', '"T" # title')
    const file = readText(bltReader(), text)
    expect([...file.box.names.values(), file.title]).toEqual(['A', 'B #2', 'T'])
    expect(ballotsOf(file)).toEqual([[3, '1>2']])
  })

  it.each([
    ['an empty file', '', '1: the file is empty'],
    ['commas', '3 1\n1 1,2 0', '2: "," cannot stand on a ballot'],
    ['words', 'three 2', '1: the first line should be "options seats", not "three 2"'],
    ['too many options', '10001 1', '1: options can be 1 to 10000, not 10001'],
    ['no seat', '3 0', '1: seats can be 1 to 10000, not 0'],
    ['a negative number', '3 1\n-1 1 0', '2: "1" is no option that can be withdrawn'],
    [
      'an absurd number',
      '3 1\n99999999999 1 0',
      '2: "99999999999" is not a number of ballots between 1 and 1000000000',
    ],
    ['an unknown option', '3 1\n1 1 0\n1 4 0', '3: a ballot names option 4, there are 3'],
    ['a repeated option', '3 1\n1 1 2 1 0', '2: option 1 stands twice on a ballot'],
    ['a withdrawal on a ballot', '3 1\n1 1 -2 0', '2: a minus stands alone, for a skipped rank, not as in "-2"'],
    ['negative votes', '3 1\n1 1 0\n2 -3 -1 0', '3: a minus stands alone, for a skipped rank, not as in "-3"'],
    ['two minuses', '3 1\n1 -- 2 0', '2: a minus stands alone, for a skipped rank, not as in "--"'],
    ['an option tied with a skipped rank', '3 1\n1 1=- 2 0', '2: "-" cannot stand on a ballot'],
    ['a fraction', '3 1\n1.5 1 0', '2: "1.5" is not a number of ballots between 1 and 1000000000'],
    ['no end', '3 1\n1 1 2', '2: a ballot does not end with 0'],
    ['marks after the end', '3 1\n1 1 0 2 0', '2: a ballot goes on after its 0'],
    ['a letter', '3 1\n1 1 b 0', '2: "b" cannot stand on a ballot'],
    ['an unclosed list', '3 1\n1 1 0', '2: the file ends before the line 0 that closes the ballots'],
    ['missing names', '2 1\n1 1 0\n0\n"A"', '4: there are 1 names for 2 options'],
    ['text after the title', '1 1\n1 1 0\n0\nA\nT\nmore', '6: "more" stands after the title'],
    ['too many ballots', '1 1\n1000000000 1 0\n1 1 0\n0\nA', '3: there are more than 1000000000 ballots'],
    ['all withdrawn', '1 1\n-1\n1 1 0', '3: every option is withdrawn'],
  ])('refuses %s', (_, text, fault) => expect(faultOf(bltReader(), text)).toBe(fault))
})

describe('.cvotes', () => {
  it('reads parameters, tags, comments, equal ranks and multiplicities', () => {
    const text = lines(
      '# ours',
      '#/Candidates: A ; B b ; C',
      '#/Number of Seats: 2',
      '#/Implicit Ranking: false',
      'A > B b = C * 42 # many',
      'tag, other || C',
      '/EMPTY_RANKING/ * 3',
    )
    const file = readText(cvotesReader(), text)
    expect(file).toMatchObject({ seats: 2, unranked: 'ignored' })
    expect(ballotsOf(file)).toEqual([
      [42, 'A>B b=C'],
      [1, 'C'],
      [3, ''],
    ])
  })

  it.each([
    ['a weight', '#/Candidates: A;B\nA > B ^ 2', '2: a ballot has a weight; here every ballot counts the same'],
    ['an unknown candidate', '#/Candidates: A;B\nA > X', '2: "X" is not an option of this vote'],
    ['a repeated candidate', '#/Candidates: A;B;A', '1: option "A" is listed twice'],
    ['a repeated mark', 'A > B > A', '1: option "A" stands twice on a ballot'],
    ['an empty rank', 'A > > B', '1: a rank is empty in "A > > B"'],
    ['no number after the star', 'A * many', '1: "many" is not a number of ballots between 1 and 1000000000'],
    ['zero ballots', 'A * 0', '1: "0" is not a number of ballots between 1 and 1000000000'],
    ['an endless name', `${'x'.repeat(501)} > B`, "1: an option's name is longer than 500 characters"],
    ['nothing', '# only words', '1: the file names no candidate'],
    ['late candidates', 'A > B\n#/Candidates: A;B', '2: the candidates are named too late or twice'],
  ])('refuses %s', (_, text, fault) => expect(faultOf(cvotesReader(), text)).toBe(fault))

  it('refuses the ten thousand and first option', () => {
    const names = Array.from({ length: 10_001 }, (_, at) => `o${at}`).join(';')
    expect(faultOf(cvotesReader(), `#/Candidates: ${names}`)).toBe('1: there are more than 10000 options')
  })
})

describe('CSV', () => {
  it('reads wide ranks with a ballot number and a number of ballots', () => {
    const text = lines(
      'Ballot #;Count;1st Choice;2nd Choice;3rd Choice',
      'a;2;X;;"Y, ""y"""',
      'b;1;overvote;undervote;X',
      'c;1;;;',
    )
    expect(ballotsOf(readText(csvReader('ranks'), text))).toEqual([
      [2, 'X>->Y, "y"'],
      [1, '->->X'],
      [1, ''],
    ])
  })

  it('reads long ranks in any order, with gaps and shared ranks', () => {
    const text = lines('ballot_id,rank,choice', '1,2,B', '1,1,A', '2,1,A', '2,3,C', '2,3,B', '3,1,$UNDERVOTE')
    expect(ballotsOf(readText(csvReader('ranks'), text))).toEqual([
      [1, 'A>B'],
      [1, 'A>->C=B'],
      [1, ''],
    ])
  })

  it('reads points, wide and long', () => {
    const wide = readText(csvReader('points'), lines('id,A,B', '1,3,', '2,-1,0')).box
    expect([...wide.points.slice(0, 3)]).toEqual([3, -1, 0])
    const long = readText(csvReader('points'), lines('id,choice,points', '1,A,3', '1,B,4', '2,A,3')).box
    expect([...long.points.slice(0, 3)]).toEqual([3, 4, 3])
  })

  it.each([
    ['an empty file', '', 'ranks', '1: the first line should name the columns'],
    [
      'an unknown column',
      'rank1,colour\nA,red',
      'ranks',
      '1: column "colour" is neither a rank, a ballot number nor a number of ballots',
    ],
    ['a missing cell', 'rank1,rank2\nA', 'ranks', '2: this line has 1 cells, the head 2'],
    ['an unclosed quote', 'rank1,rank2\n"A,B', 'ranks', '2: a quoted cell does not end on its line'],
    ['a repeated ballot', 'id,rank1\n1,A\n2,A\n1,B', 'ranks', '4: ballot "1" stands in the file already'],
    ['scattered rows', 'id,rank,choice\n1,1,A\n2,1,A\n1,2,B', 'ranks', '4: ballot "1" stands in the file already'],
    ['a repeated choice', 'id,choice\n1,A\n1,B\n1,A', 'ranks', '4: "A" stands twice on a ballot'],
    ['a repeated row', 'id,rank,choice\n1,1,A\n1,2,A\n1,1,A', 'ranks', '4: "A" stands twice on one rank of a ballot'],
    ['a repeated score', 'id,choice,points\n1,A,1\n1,A,2', 'points', '3: "A" stands twice on a ballot'],
    ['an absurd rank', 'id,rank,choice\n1,99999,A', 'ranks', '2: "99999" is not a rank between 1 and 10000'],
    ['no ballot number', 'id,rank,choice\n,1,A', 'ranks', '2: the ballot number is missing'],
    ['half a point', 'id,A\n1,0.5', 'points', '2: "0.5" is not a whole number of points'],
    ['an absurd number of points', 'id,A\n1,1e99', 'points', '2: "1e99" is not a whole number of points'],
    [
      'a negative number of ballots',
      'count,rank1\n-4,A',
      'ranks',
      '2: "-4" is not a number of ballots between 1 and 1000000000',
    ],
  ] as const)('refuses %s', (_, text, content, fault) => expect(faultOf(csvReader(content), text)).toBe(fault))

  it('refuses the ten thousand and first row of a ballot', () => {
    const rows = Array.from({ length: 10_001 }, (_, at) => `1,${1 + (at % 10_000)},${at < 10_000 ? 'A' : 'B'}`)
    expect(faultOf(csvReader('ranks'), lines('id,rank,choice', ...rows))).toBe(
      '10002: a ballot has more than 10000 rows',
    )
  })

  it('refuses what is not on a closed list', () => {
    expect(faultOf(csvReader('ranks', ['A', 'B']), 'rank1\nA\nC')).toBe('3: "C" is not an option of this vote')
  })
})

describe('JSON', () => {
  it('reads points for an option of any name', () => {
    const text = '{"options":["__proto__","b"],"ballots":[{"points":{"__proto__":3,"b":1}}]}'
    expect(ballotsOf(readText(jsonReader('points'), text))).toEqual([[1, '__proto__>b']])
    const list = '{"options":["0","1"],"ballots":[{"points":[3,1]}]}'
    expect(faultOf(jsonReader('points'), list)).toMatch(/^1: a ballot is/)
    const twice = '{"options":["a"],"ballots":[{"points":{"a":1}},\n{"points":{"a":3,"a":5}}]}'
    expect(faultOf(jsonReader('points'), twice)).toBe('2: "a" stands twice in one place')
  })

  it('reads rankings and choices', () => {
    const text =
      '{"options":["a",{"id":"b","name":"Bari"},"c"],\n"ballots":[{"ranking":["a",["b","c"],null],"count":2},{"choices":["c","a"]}]}'
    expect(ballotsOf(readText(jsonReader('ranks'), text))).toEqual([
      [2, 'a>b=c>-'],
      [1, 'c=a'],
    ])
  })

  it.each([
    ['broken text', '{"options":["a"],\n"ballots":[{]}', /^2: this is not JSON/],
    ['cut text', '{"options":["a"],\n"ballots":[', /^2: this is not JSON/],
    [
      'an unknown option',
      '{"options":["a"],"ballots":[\n{"ranking":["a"]},\n{"ranking":["z"]}]}',
      /^3: "z" is not an option/,
    ],
    ['a repeated option', '{"options":["a",\n"a"],"ballots":[]}', /^2: option "a" is listed twice/],
    ['a repeated mark', '{"options":["a"],"ballots":[\n{"ranking":["a","a"]}]}', /^2: option "a" stands twice/],
    ['half a ballot', '{"options":["a"],"ballots":[\n{"ranking":["a"],"count":0.5}]}', /^2: a ballot is/],
    ['unknown keys', '{"options":["a"],\n"ballots":[],\n"x":1}', /^3: .*x/],
    ['a title that is no text', '{"options":["a"],"ballots":[],\n"title":1}', /^2: "title"/],
    [
      'points where ranks are counted',
      '{"options":["a"],"ballots":[\n{"points":{"a":1}}]}',
      /^2: this rule cannot read points/,
    ],
  ])('refuses %s', (_, text, fault) => expect(faultOf(jsonReader('ranks'), text)).toMatch(fault))
})

it('refuses more different ballots than memory should hold', () => {
  const box = emptyBox(['a', 'b'])
  cast(box, [0], 1, 1, 1)
  const full = { ...box, distinct: MOST_DIFFERENT }
  expect(() => cast(full, [1], 1, 1, 7)).toThrow(/ballots differ/)
  const wide = { ...box, starts: box.starts.map((start, at) => (at === 1 ? MOST_MARKS : start)) }
  expect(() => cast(wide, [1], 1, 1, 7)).toThrow(InputFault)
})

describe('writing', () => {
  const box = inventedBox()
  const text = (some: Iterable<string>) => [...some].join('\n')
  it.each([
    ['BLT', () => readText(bltReader(), text(writeBlt(box, 2, 'T')))],
    ['.cvotes', () => readText(cvotesReader(), text(writeCvotes(box, { seats: 2 })))],
    ['CSV', () => readText(csvReader('ranks', box.options), text(writeCsv(box)))],
    ['JSON', () => readText(jsonReader('ranks'), text(writeJson(box, { seats: 2 })))],
  ])('%s says the same when read again', (_, again) => expect(ballotsOf(again())).toEqual(ballotsOf({ box })))
})

function inventedBox(): BallotBox {
  const next = seededNumbers('formats')
  const marks = new Uint16Array(6)
  const rows = Array.from({ length: 200 }, () =>
    [...marks.subarray(0, randomRanking(next, 6, marks))].map((mark) => mark + 1),
  )
  return readText(
    csvReader('ranks', ['1', '2', '3', '4', '5', '6']),
    lines('rank1,rank2,rank3,rank4,rank5,rank6', ...rows.map((row) => row.join(',') + ','.repeat(6 - row.length))),
  ).box
}
