import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SpeakerField } from './choice-fields'

const acting = [{ id: 'ponte', name: 'Ponte' }]
const drawn = (own: string | null, those = acting) =>
  renderToStaticMarkup(<SpeakerField acting={those} legend="A nome di" own={own} result={undefined} />)

test('who speaks is said also where it can only be an association', () => {
  expect(drawn(null)).toMatch(/A nome di.*value="ponte".*Ponte/)
  expect(drawn(null).match(/<input/g)).toHaveLength(1)
  expect(drawn('Me')).toMatch(/checked="" value="".*Me.*value="ponte"/)
  expect(drawn('Me', [])).toBe('')
})
