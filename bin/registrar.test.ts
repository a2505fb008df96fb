import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { isCredential, publicCredential } from '#app/domain/voting/belenios/credentials'
import { groupNamed } from '#app/domain/voting/belenios/group'
import { fingerprint } from '#app/domain/voting/belenios/hashing'

const command = fileURLToPath(new URL('./registrar.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'registrar-'))
const uuid = 'VqRviQy1MGcQEW'
const group = groupNamed('BELENIOS-2048')!

afterAll(() => rmSync(folder, { recursive: true }))

function registrar(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', command, ...words], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('the registrar', () => {
  it('gives each person a credential, and the platform the public list alone', () => {
    const voters = join(folder, 'voters.txt')
    writeFileSync(voters, 'Anna Bianchi, via Roma 1\n\nBruno Rossi\r\nCarla Verdi')
    const out = join(folder, 'first')
    const { status, stdout } = registrar('--uuid', uuid, '--voters', voters, '--out', out)
    expect(status).toBe(0)
    const lines = readFileSync(join(out, `${uuid}.privcreds`), 'utf8')
      .trim()
      .split('\n')
    const list = readFileSync(join(out, `${uuid}.pubcreds`), 'utf8')
    expect(lines.map((line) => line.slice(0, line.lastIndexOf(' ')))).toEqual([
      'Anna Bianchi, via Roma 1',
      'Bruno Rossi',
      'Carla Verdi',
    ])
    const credentials = lines.map((line) => line.slice(line.lastIndexOf(' ') + 1))
    expect(credentials.every(isCredential)).toBe(true)
    const publics = JSON.parse(list) as string[]
    expect(new Set(publics)).toEqual(new Set(credentials.map((it) => String(publicCredential(group, uuid, it)))))
    expect(publics).toEqual([...publics].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)))
    for (const secret of [...credentials, 'Anna']) expect(list + stdout).not.toContain(secret)
    expect(stdout).toContain(fingerprint(list))
    expect(statSync(join(out, `${uuid}.privcreds`)).mode & 0o077).toBe(0)
  })

  it('never writes over credentials that were made before', () => {
    const out = join(folder, 'second')
    expect(registrar('--uuid', uuid, '--count', '2', '--out', out).status).toBe(0)
    const before = readFileSync(join(out, `${uuid}.privcreds`), 'utf8')
    expect(registrar('--uuid', uuid, '--count', '2', '--out', out)).toMatchObject({ status: 2, stdout: '' })
    expect(readFileSync(join(out, `${uuid}.privcreds`), 'utf8')).toBe(before)
    rmSync(join(out, `${uuid}.pubcreds`))
    expect(registrar('--uuid', uuid, '--count', '2', '--out', out).status).toBe(2)
    expect(readdirSync(out)).toEqual([`${uuid}.privcreds`])
  })

  it('refuses a person twice, an identifier that is none, an empty list, and says why', () => {
    const twice = join(folder, 'twice.txt')
    writeFileSync(twice, 'Anna\nBruno\nAnna\n')
    expect(registrar('--uuid', uuid, '--voters', twice, '--out', folder)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`${twice}:3: `),
    })
    expect(registrar('--uuid', 'abc', '--count', '1', '--out', folder)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('abc'),
    })
    expect(registrar('--uuid', uuid, '--count', '0').status).toBe(2)
    expect(registrar('--uuid', uuid).stderr).toContain('--voters')
    writeFileSync(join(folder, 'empty.txt'), '\n')
    expect(registrar('--uuid', uuid, '--voters', join(folder, 'empty.txt')).status).toBe(2)
  })
})
