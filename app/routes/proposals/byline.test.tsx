import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import discussion from '#app/i18n/locales/it/discussion.json'
import { Speaking } from '#app/i18n/use-words'
import { vocabulary } from '#app/i18n/words'
import { Byline } from './byline'

const { add, words } = vocabulary('it')
add('discussion', discussion)

const signed = {
  authorName: 'Leila',
  associationId: null,
  associationName: null,
  coAuthors: [
    { id: '1', name: 'Aicha' },
    { id: '2', name: null },
  ],
}
const ponte = { associationId: 'ponte', associationName: 'Il Ponte' }

test.each([
  [signed, 'Leila, Aicha'],
  [{ ...signed, ...ponte }, 'Leila per Il Ponte, Aicha'],
  [{ ...signed, ...ponte, coAuthors: [] }, 'Leila per Il Ponte'],
])('only who began it speaks for the association', (proposal, expected) => {
  const drawn = renderToStaticMarkup(
    <Speaking language="it" words={words}>
      <Byline proposal={proposal} />
    </Speaking>,
  )
  expect(drawn.replace(/<[^>]+>/g, '')).toBe(expected)
})
