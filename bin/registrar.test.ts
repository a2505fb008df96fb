import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { isCredential, makeCredential, publicCredential } from '#app/domain/voting/belenios/credentials'
import { groupNamed } from '#app/domain/voting/belenios/group'
import { fingerprint } from '#app/domain/voting/belenios/hashing'

const command = fileURLToPath(new URL('./registrar.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'registrar-'))
const uuid = 'VqRviQy1MGcQEW'
const group = groupNamed('BELENIOS-2048')!

afterAll(() => rmSync(folder, { recursive: true }))

const madeCredential = () => makeCredential((bytes) => new Uint8Array(randomBytes(bytes)))

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

  it('writes a letter a person, in the language asked for, with nothing of a name taken for a tag', () => {
    const voters = join(folder, 'lettered.txt')
    writeFileSync(voters, 'Anna <b>\nBilal\n')
    const out = join(folder, 'letters')
    const words = ['--uuid', uuid, '--voters', voters, '--out', out, '--letters', 'https://agora.example/polls/abc']
    expect(registrar(...words, '--language', 'ar').status).toBe(0)
    const page = readFileSync(join(out, `${uuid}.letters.html`), 'utf8')
    expect(page).toContain('dir="rtl"')
    expect(page).toContain('Anna &#60;b&#62;')
    expect(page.match(/<section>/g)).toHaveLength(2)
    for (const line of readFileSync(join(out, `${uuid}.privcreds`), 'utf8')
      .trim()
      .split('\n'))
      expect(page).toContain(line.split(' ').at(-1))
    expect(statSync(join(out, `${uuid}.letters.html`)).mode & 0o077).toBe(0)
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

  it('refuses lines that are no persons, each with its number', () => {
    const refusedAt = (line: number, content: string | Buffer, why: string) => {
      const file = join(folder, 'wrong.txt')
      writeFileSync(file, content)
      expect(registrar('--uuid', uuid, '--voters', file, '--out', folder)).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining(`${file}:${line}: ${why}`),
      })
    }
    refusedAt(2, Buffer.from('Anna\nJos\xe9\n', 'latin1'), 'this line is not UTF-8')
    refusedAt(3, `Anna\nBruno\n${'x'.repeat(301)}\n`, 'a person may take 300')
    refusedAt(2, `Anna\nBruno ${madeCredential()}\n`, 'there is a credential')
  })
})
