import '#tests/world/database'
import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { visitor } from '#app/domain/authorization'
import { territoryPage } from '#app/domain/territories/queries.server'
import { verified } from '#tests/world/associations'
import { association, bari, lecce, monopoli, territory } from '#tests/world/people'
import { publicRegister } from './public-register.server'
import { associationPage } from './queries.server'

const noSearch = { q: '' }

describe('the public register', () => {
  const names = async (search: object) =>
    (await publicRegister({ ...noSearch, ...search })).associations.map(({ name }) => name)

  test('finds by words, form, language and territory with what is below it', async () => {
    expect(await names({ q: 'MEDICI, scuole' })).toEqual(['Associazione Ponte'])
    expect(await names({ q: '100%' })).toEqual([])
    expect(await names({ form: 'odv' })).toEqual([])
    expect(await names({ language: 'sq' })).toEqual(['Associazione Ponte'])
    expect(await names({ territory: (await territory('/puglia/')).id })).toContain('Associazione Ponte')
    expect(await names({ territory: (await territory('/puglia/bari/')).id })).toContain('Associazione Ponte')
    expect(await names({ territory: (await bari()).id })).not.toContain('Associazione Ponte')
  })

  test('a territory’s page names the same as its list: also those that act all around it, or only have their seat there', async () => {
    const { associationId } = await verified('Ovunque', '90000000013')
    const town = await monopoli()
    const puglia = await territory('/puglia/')
    await db.associationTerritory.updateMany({ where: { associationId }, data: { territoryId: puglia.id } })
    for (const { id, slug } of [town, puglia, await lecce()]) {
      const listed = (await names({ territory: id })).slice(0, 12)
      expect(listed).toContain('Ovunque')
      expect((await territoryPage(visitor, slug, 'it')).associations.map(({ name }) => name)).toEqual(listed)
    }
  })

  test('says where each works, the larger first', async () => {
    const { associationId } = await verified('Dappertutto', '90000000016')
    const territoryId = (await territory('/puglia/bari/')).id
    await db.associationTerritory.create({ data: { associationId, territoryId }, select: { associationId: true } })
    const { associations } = await publicRegister({ q: 'Dappertutto' })
    const places = [
      { name: 'Bari', kind: 'province' },
      { name: 'Monopoli', kind: 'comune' },
    ]
    expect(associations.map(({ territories }) => territories)).toEqual([places])
    expect((await associationPage(visitor, associationId)).territories).toMatchObject(places)
    expect(await names({ territory: territoryId })).toContain('Dappertutto')
    expect(await names({ territory: (await bari()).id })).toContain('Dappertutto')
  })

  test('pages by key: all of them, each once', async () => {
    const all = await names({})
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await publicRegister({ ...noSearch, after }, 2)
      seen.push(...page.associations.map(({ name }) => name))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toEqual(all)
    expect(await names({ after: 'garbage' })).toEqual(all)
  })

  test('a page shows who represents it, and what a visitor may not', async () => {
    const page = await associationPage(visitor, (await association()).id)
    expect(page.people).toEqual([{ kind: 'representative', name: 'Ada' }])
    expect(page).not.toHaveProperty('taxCode')
    expect(page.can.seePapers).toBe('sign-in-required')
  })
})
