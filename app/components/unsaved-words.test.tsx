import { renderToStaticMarkup } from 'react-dom/server'
import { UNSAFE_DataRouterStateContext as RouterState } from 'react-router'
import { expect, test } from 'vitest'
import { UnsavedWords } from './unsaved-words'

const sent = {
  title: 'Panchine all’ombra',
  document: JSON.stringify({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Cinque ' },
          { type: 'text', text: 'panchine.' },
        ],
      },
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'text', text: 'Sul lungomare' }] }] },
    ],
  }),
  revision: '3',
  formKey: 'CcnfiPQk3L_tqbJV',
  topic: 'work',
}

test('what was typed is given back as words: neither the shape of a document nor what the page itself put there', () => {
  const result = { initialValue: sent, fields: Object.keys(sent), error: { '': ['refusals.proposal.not-open'] } }
  const state = { actionData: { route: result } } as never
  const html = renderToStaticMarkup(
    <RouterState.Provider value={state}>
      <UnsavedWords />
    </RouterState.Provider>,
  )
  expect(html).toContain('>Panchine all’ombra\n\nCinque panchine.\nSul lungomare</textarea>')
})
