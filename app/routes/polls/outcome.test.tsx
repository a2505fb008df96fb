import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { variantOf } from '#app/components/poll-terms'
import { countPoll } from '#app/domain/polls/count'
import { type RuleName, ruleOf } from '#app/domain/polls/rules'
import { settingsFrom } from '#app/domain/polls/terms'
import polls from '#app/i18n/locales/it/polls.json'
import { Speaking } from '#app/i18n/use-words'
import { vocabulary } from '#app/i18n/words'
import { Outcome } from './outcome'
import { Standing } from './standing'

const words = vocabulary('it')
words.add('polls', polls)

const option = (key: string, title: string, cost: number | null) => ({
  id: `id-${key}`,
  key,
  title,
  text: '',
  cost,
  place: null,
  proposalId: null,
})

function vote(rule: RuleName, settings: object, groups: [string[], number][], roll = 100) {
  const terms = {
    question: 'Che cosa?',
    rule,
    settings: settingsFrom({ budget: 1000, ...settings }),
    options: [option('1', 'Parco', 400), option('2', 'Scuola', 500), option('3', 'Rosa M.', 300)],
  }
  const ranked = ruleOf(rule).ballot === 'order'
  const report = countPoll(
    terms,
    groups.map(([keys, copies]) => ({ content: ranked ? { order: keys } : { choices: keys }, copies })),
    roll,
    'seed',
  )
  return { terms, report: JSON.parse(JSON.stringify(report)) as typeof report }
}

/** What is read in Italian, without tags. */
function read(shown: ReactNode) {
  const html = renderToStaticMarkup(
    <Speaking language="it" words={words.words}>
      {shown}
    </Speaking>,
  )
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

const result = (...given: Parameters<typeof vote>) => read(<Outcome {...vote(...given)} language="it" />)
const variant = (rule: RuleName, settings: object) => variantOf(vote(rule, settings, []).terms, words.words).join(' ')
const standing = (...given: Parameters<typeof vote>) => read(<Standing {...vote(...given)} language="it" />)

const divided: [string[], number][] = [
  [['1', '2'], 3],
  [['3'], 2],
]

test.each(['mes_cost_add1u', 'greedy_by_votes', 'approval'] as const)(
  '%s: without the quorum the page says how the votes are, and of nobody that it won',
  (rule) => {
    const missed = result(rule, { quorum: 50 }, divided)
    expect(missed).toContain('Il risultato non vale. Nessuna opzione ha vinto.')
    expect(missed).toContain('Parco')
    expect(missed).not.toMatch(/[Ff]inanziat|✓|Perché|Ha vinto/)
    const met = result(rule, { quorum: 5 }, divided)
    expect(met).toMatch(/Progetti finanziati: |Ha vinto/)
    expect(met).toContain('✓')
  },
)

test('the stages of a transferable vote add up, in the reader’s figures', () => {
  const page = result('stv-scottish', { seats: 2 }, [
    [['1'], 4],
    [['1', '2'], 5],
    [['2'], 2],
    [['3'], 3],
  ])
  expect(page).toContain('Per essere eletti servono 5 voti.')
  // 5 for the first, 2 and 5 × 0,44444 for the second, 3 for the third: what is missing to 14 passes to nobody
  expect(page).toContain('Scuola 4,2222 Rosa M. 3 Voti senza un’altra scelta: non passano a nessuno 1,77776')
  expect(page).toContain('Persi per arrotondare 0,00004')
  expect(page).toContain('Fuori: Rosa M. ')
  expect(page).not.toMatch(/\.\.|\d\.\d/)
})

test.each(['plurality', 'approval', 'mes_cost_add1u', 'stv-scottish'] as const)(
  '%s: while people vote nobody has won, and no lot was drawn',
  (rule) => {
    const page = standing(rule, { seats: 1, tieBreak: 'seed' }, [
      [['1'], 4],
      [['3'], 1],
    ])
    expect(page).toContain(rule === 'mes_cost_add1u' ? 'Per ora i soldi vanno a' : 'Per ora in testa Parco')
    expect(page).not.toMatch(/✓|Ha vinto|Eletti|sorte/)
  },
)

test('while people vote a tie is open, and whoever needs a lot is not ahead', () => {
  const page = standing('approval', { seats: 2, quorum: 50 }, [
    [['1'], 4],
    [['2', '3'], 2],
  ])
  expect(page).toContain('Finora hanno votato in 6. Il risultato vale se sono almeno 50.')
  expect(page).toContain('Per ora in testa Parco Parità tra Scuola, Rosa M. Una parità si decide solo alla fine.')
  expect(page).not.toMatch(/✓|Ha vinto|sorte/)
  expect(
    standing('plurality', {}, [
      [['1'], 4],
      [['2'], 4],
    ]),
  ).toContain('Per ora nessuno è in testa. Parità tra')
})

test('a budget says how its money is used up and who goes first among equals', () => {
  expect(variant('mes_cost_add1u', { tieBreak: 'cost-votes-seed' })).toMatch(
    /cresce un poco alla volta.*va ai più votati\. .*anche meno di 1 € a testa\. .*un millesimo.* Se due progetti sono pari, passa prima chi costa meno.*sorte\.$/,
  )
  expect(variant('greedy_by_votes', { tieBreak: 'seed' })).toBe('Se due progetti sono pari, decide la sorte.')
  expect(variant('approval', {})).toBe('')
  expect(result('mes_cost_add1u', {}, divided)).toContain('Ognuno paga al massimo')
})

/** Parco beats Scuola beats Rosa M. beats Parco. */
const circle: [string[], number][] = [
  [['1', '2', '3'], 4],
  [['2', '3', '1'], 3],
  [['3', '1', '2'], 2],
]

test('Schulze shows how strong each path is, and the duels that it is made of', () => {
  const page = result('schulze', {}, circle)
  expect(page).toContain('I confronti ')
  expect(page).toContain('1. Parco – 6 4 2. Scuola 3 – 7 3. Rosa M. 5 2 –')
  expect(page).toContain('1. Parco – 6 6 2. Scuola 5 – 7 3. Rosa M. 5 5 –')
  expect(page).toContain('vale quanto il suo confronto più debole')
})

test('ranked pairs show the duels that count, strongest first, and which is left out', () => {
  const page = result('ranked-pairs', {}, circle)
  expect(page).toContain('Scuola prima di Rosa M. 7 2 Parco prima di Scuola 6 3 ')
  expect(page).toContain('Non conta il confronto tra Rosa M. e Parco (5 schede contro 4)')
  const equal = result('ranked-pairs', {}, [
    [['1', '2', '3'], 1],
    [['2', '3', '1'], 1],
    [['3', '1', '2'], 1],
  ])
  expect(equal).toMatch(/Confronti forti uguale: .*Parco prima di Scuola.*Ha deciso la sorte/)
})

test('a table of many options is folded', () => {
  const { report, terms } = vote('schulze', {}, circle)
  const options = Array.from({ length: 13 }, (_, at) => option(String(at + 1), `O${at + 1}`, null))
  const ballots = [{ content: { order: options.map(({ key }) => key) }, copies: 2 }]
  const many = { ...terms, options }
  const shown = (of: typeof terms, told: typeof report) =>
    renderToStaticMarkup(
      <Speaking language="it" words={words.words}>
        <Outcome terms={of} report={told} language="it" addressOf={(key) => key} />
      </Speaking>,
    )
  expect(shown(terms, report)).not.toContain('<details')
  expect(
    shown(many, countPoll(many, ballots, 9, 's')).match(/<details><summary>Mostra la tabella di 13/g),
  ).toHaveLength(2)
})

test.each([
  ['seqphragmen', 'Ognuno ha avuto 1 Parco 0,333333 2 Rosa M. 0,5'],
  ['equal-shares', 'Ognuno paga al massimo 1 Parco 0,333333 2 Rosa M. –'],
] as const)('%s shows seat after seat', (rule, seats) => {
  const page = result(rule, { seats: 2, tieBreak: 'seed' }, [
    [['1'], 3],
    [['3'], 2],
  ])
  expect(page).toContain(seats)
  expect(page).toContain('Ha vinto')
})
