import '#tests/world/database'
import { expect, test } from 'vitest'
import { env } from '#app/env.server'
import { monopoli } from '#tests/world/people'
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
