import { expect, test } from 'vitest'
import { openProposal } from '#tests/world/acts'
import { origin, rows, visit } from '#tests/world/browser'

/** Bytes on the line, headers and fonts included, of somebody who was never here. */
async function bytesOf(path: string, scripts: boolean): Promise<number> {
  const page = await visit(null, '/healthz', { scripts })
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  let bytes = 0
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(origin + path, { waitUntil: 'networkidle' })
  await page.context().close()
  return bytes
}

/** With the page of comments full. */
async function discussed(id = '') {
  await rows(
    `insert into "Comment" (id, "subjectKind", "subjectId", "authorId", text)
     select 'weighed' || left(p.id, 4) || n, 'proposal', p.id, p."authorId", 'Una frase che qualcuno ha scritto per discutere la proposta, con un motivo e un esempio. ' || n
     from "Proposal" p, generate_series(1, 30) n where p.id = $1`,
    [id],
  )
  return `/proposals/${id}`
}

test('a first visit to a page that one reads moves at most 60 kB, and 180 with scripts', async () => {
  const open = await openProposal({ title: 'Una proposta di cui si parla' })
  // Where supporting is over, a reason says so
  const [closed] = await rows<{ id: string }>(`select id from "Proposal" where stage = 'qualified' order by id limit 1`)
  for (const path of ['/territories/monopoli', '/proposals', await discussed(open), await discussed(closed?.id)]) {
    expect(await bytesOf(path, false), `${path} without scripts`).toBeLessThanOrEqual(60_000)
    expect(await bytesOf(path, true), `${path} with scripts`).toBeLessThanOrEqual(180_000)
  }
})

test('when words do not come, as after a new version of the site, the next page comes whole', async () => {
  const page = await visit(null, '/proposals', { width: 1280 })
  await page.route(/\/assets\/mail-[^/]+\.js$/, (route) => route.abort())
  await page.getByRole('link', { name: 'Bilanci partecipativi' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Bilanci partecipativi' }).waitFor()
  const asked = () =>
    performance.getEntriesByType('navigation').map((entry) => (entry as PerformanceNavigationTiming).type)
  await expect.poll(() => page.evaluate(asked)).toEqual(['reload'])
  await page.getByRole('link', { name: 'Chi risponde in tempo' }).first().waitFor()
  await page.context().close()
})
