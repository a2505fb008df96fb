import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { settingsFrom } from '#app/domain/polls/terms'
import { ChoiceFields } from './choice-fields'

const option = (key: string, cost: number) => ({
  ...{ id: `id-${key}`, key, title: `Progetto ${key}`, text: '', cost, place: null, proposalId: null },
})
const districts = [
  { id: 'Centro', budget: 600, projects: ['1', '2'] },
  { id: 'Porto', budget: 400, projects: ['3'] },
]

/** The ballot as a page without scripts shows it. */
function drawn(settings: object, choices: string[]) {
  const terms = {
    question: 'Che cosa?',
    rule: 'greedy_by_votes' as const,
    settings: settingsFrom({ budget: 1000, spend: 'within-budget', ...settings }),
    options: [option('1', 200), option('3', 450), option('2', 350)],
  }
  const page = renderToStaticMarkup(
    <ChoiceFields terms={terms} content={{ choices }} language="it" onChange={() => {}} />,
  )
  const bars = [...page.matchAll(/<progress max="(\d+)" value="(\d+)"/g)].map(([, most, left]) => [most, left])
  return { page, bars }
}

test('without districts the whole money stands above all projects', () => {
  const { page, bars } = drawn({}, ['1', '3'])
  expect(bars).toEqual([['1000', '350']])
  expect(page).toMatch(/<progress.*Progetto 1.*Progetto 3.*Progetto 2/)
})

test('with districts each shows what it has left, above its own projects', () => {
  const { page, bars } = drawn({ districts }, ['1', '3'])
  expect(bars).toEqual([
    ['600', '400'],
    ['400', '0'],
  ])
  expect(page).toMatch(/Centro<.*Progetto 1.*Progetto 2.*Porto<.*class="error".*Progetto 3/)
})

test('a project that no district holds is still on the ballot, once', () => {
  const { page } = drawn({ districts: districts.slice(0, 1) }, [])
  expect(page.match(/Progetto 3/g)).toHaveLength(1)
})
