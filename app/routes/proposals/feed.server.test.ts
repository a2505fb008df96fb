import '#tests/world/database'
import { expect, test } from 'vitest'
import { env } from '#app/env.server'
import { association, monopoli } from '#tests/world/people'
import { openProposal } from '#tests/world/proposals'
import { loader } from './feed'

Object.assign(env, { origin: 'https://agora.example.it' })

test('a feed bears the address of the site, whatever name it was asked by', async () => {
  const { id } = await openProposal({ territoryId: (await monopoli()).id })
  const request = new Request('http://evil.example:99/proposals/feed.xml?stage=open', {
    headers: { 'X-Forwarded-Host': 'evil.example' },
  })
  const context = { nonce: '', address: '', memo: new Map() }
  const feed = await (await loader({ request, params: {}, context })).text()
  expect(feed).toContain(`<id>https://agora.example.it/proposals/${id}</id>`)
  expect(feed).toContain('href="https://agora.example.it/proposals/feed.xml?stage=open"')
  expect(feed).not.toContain('evil.example')
  expect(feed).not.toContain('http://agora')
})

test('the feed of one association holds what is said in its name, and by whom', async () => {
  const [place, { id: associationId }] = [await monopoli(), await association()]
  const ours = await openProposal({ by: 'ada', associationId, territoryId: place.id })
  const other = await openProposal({ territoryId: place.id })
  const request = new Request(`http://localhost/proposals/feed.xml?association=${associationId}`)
  const context = { nonce: '', address: '', memo: new Map() }
  const feed = await (await loader({ request, params: {}, context })).text()
  expect(feed).toContain(`/proposals/${ours.id}</id>`)
  expect(feed).not.toContain(other.id)
  expect(feed).toContain('<name>Ada per Associazione Ponte</name>')
})
