import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { countPoll } from '#app/domain/polls/count'
import type { RuleName } from '#app/domain/polls/rules'
import { settingsFrom } from '#app/domain/polls/terms'
import polls from '#app/i18n/locales/it/polls.json'
import { Speaking } from '#app/i18n/use-words'
import { vocabulary } from '#app/i18n/words'
import { Outcome } from './outcome'

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
  const ranked = rule === 'stv-scottish'
  const report = countPoll(
    terms,
    groups.map(([keys, copies]) => ({ content: ranked ? { order: keys } : { choices: keys }, copies })),
    roll,
    'seed',
  )
  return { terms, report: JSON.parse(JSON.stringify(report)) as typeof report }
}

/** The page in Italian, without its tags. */
function read(given: Omit<Parameters<typeof Outcome>[0], 'language'>) {
  const shown = createElement(Outcome, { ...given, language: 'it' })
  const html = renderToStaticMarkup(
    <Speaking language="it" words={words.words}>
      {shown}
    </Speaking>,
  )
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

const divided: [string[], number][] = [
  [['1', '2'], 3],
  [['3'], 2],
]

test.each(['mes_cost_add1u', 'greedy_by_votes', 'approval'] as const)(
  '%s: without the quorum the page says how the votes are, and of nobody that it won',
  (rule) => {
    const missed = read(vote(rule, { quorum: 50 }, divided))
    expect(missed).toContain('Il risultato non vale. Nessuna opzione ha vinto.')
    expect(missed).toContain('Parco')
    expect(missed).not.toMatch(/[Ff]inanziat|✓|Perché|Ha vinto/)
    const met = read(vote(rule, { quorum: 5 }, divided))
    expect(met).toMatch(/Progetti finanziati: |Ha vinto/)
    expect(met).toContain('✓')
  },
)
