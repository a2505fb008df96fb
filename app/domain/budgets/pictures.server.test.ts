import '#tests/world/database'
import { afterAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { fileFor } from '#app/domain/files/queries.server'
import { removeBytes } from '#app/storage/files.server'
import { idea, publicBudget } from '#tests/world/budgets'
import { photograph } from '#tests/world/files'
import { actor, journalOf, monopoli } from '#tests/world/people'
import { openProposal } from '#tests/world/proposals'
import { givePicture, takePictureAway } from './picture.server'
import { projectPage } from './project-page.server'
import { changeProject, putForward, takeIn, withdrawProject } from './put-forward.server'
import { budgetPage } from './queries.server'

const upload = async (width = 1200) => ({ name: 'piazza.JPG', bytes: new Uint8Array(await photograph(width, 600)) })
const alt = 'Una piazza senza alberi'

afterAll(async () => {
  for (const { id } of await db.storedFile.findMany({ where: { purpose: 'photo' }, select: { id: true } }))
    await removeBytes(id)
})

test('a project has one picture, drawn anew and small, with words for who does not see it', async () => {
  const { id } = await publicBudget()
  const [carmela, bilal] = [await actor('carmela'), await actor('bilal')]
  const { number } = await putForward(carmela, id, idea)
  await expect(givePicture(bilal, id, number, { alt, upload: await upload() })).rejects.toThrow('budget.not-yours')
  await expect(givePicture(carmela, id, number, { alt, upload: null })).rejects.toThrow('budget.choose-a-picture')
  const page = { name: 'a.jpg', bytes: new TextEncoder().encode('<!doctype html><script>alert(1)</script>') }
  await expect(givePicture(carmela, id, number, { alt, upload: page })).rejects.toThrow('file.unknown-kind')
  await givePicture(carmela, id, number, { alt, upload: await upload() })
  const { picture, pictureAlt } = await projectPage(visitor, id, number)
  expect({ picture, pictureAlt }).toEqual({
    picture: { id: expect.any(String), width: 800, height: 400 },
    pictureAlt: alt,
  })
  const shown = (await budgetPage(visitor, id)).projects[0]?.picture
  expect(shown).toEqual({ ...picture, alt })
  expect(await fileFor(visitor, picture?.id ?? '')).toMatchObject({ mediaType: 'image/jpeg', public: true })
  expect((await journalOf(id)).filter((what) => what === 'project.changed')).toHaveLength(1)

  await givePicture(carmela, id, number, { alt: 'Una piazza al sole', upload: null })
  expect((await projectPage(visitor, id, number)).pictureAlt).toBe('Una piazza al sole')
  await givePicture(carmela, id, number, { alt, upload: await upload(300) })
  const other = (await projectPage(visitor, id, number)).picture
  expect(other?.width).toBe(300)
  await expect(fileFor(visitor, picture?.id ?? '')).rejects.toThrow('not-found')

  // What a moderator has hidden is hidden with its picture
  await db.project.updateMany({ where: { budgetId: id }, data: { hiddenAt: new Date() } })
  expect((await projectPage(visitor, id, number)).picture).toBeNull()
  await expect(fileFor(visitor, other?.id ?? '')).rejects.toThrow('not-found')
  expect((await fileFor(carmela, other?.id ?? '')).public).toBe(false)
  await db.project.updateMany({ where: { budgetId: id }, data: { hiddenAt: null } })

  await expect(takePictureAway(bilal, id, number)).rejects.toThrow('budget.not-yours')
  await takePictureAway(carmela, id, number)
  expect((await projectPage(visitor, id, number)).picture).toBeNull()
  await expect(takePictureAway(carmela, id, number)).rejects.toThrow('not-found')
})

test('no two projects of one budget have the same title', async () => {
  const { id, officer } = await publicBudget()
  const [carmela, bilal] = [await actor('carmela'), await actor('bilal')]
  const first = await putForward(carmela, id, { ...idea, title: '100% verde' })
  const twin = putForward(bilal, id, { ...idea, title: '100% VERDE' })
  await expect(twin).rejects.toMatchObject({ reason: 'budget.same-title', values: { title: '100% verde' } })
  const other = await putForward(bilal, id, { ...idea, title: '100 e più, tutto verde' })
  await expect(changeProject(bilal, id, other.number, { ...idea, title: '100% verde' })).rejects.toThrow(
    'budget.same-title',
  )
  await changeProject(carmela, id, first.number, { ...idea, title: '100% Verde' })
  const proposal = await openProposal({ territoryId: (await monopoli()).id })
  const { title } = await db.proposal.findUniqueOrThrow({ where: { id: proposal.id }, select: { title: true } })
  await changeProject(bilal, id, other.number, { ...idea, title })
  const given = { proposalId: proposal.id, districtId: null, place: 'Porto vecchio' }
  await expect(takeIn(officer, id, given)).rejects.toThrow('budget.same-title')
  await withdrawProject(carmela, id, first.number)
  expect((await putForward(bilal, id, { ...idea, title: '100% verde' })).number).toBe(3)
})
