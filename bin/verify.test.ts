import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { archiveBytes } from '#app/domain/voting/belenios/board'
import { fingerprint } from '#app/domain/voting/belenios/hashing'
import { retold } from '#app/domain/voting/belenios/retold-board'
import { announced, setup, steps, tamperings, voted } from '#app/domain/voting/belenios/tampered-boards'

const command = fileURLToPath(new URL('./verify.ts', import.meta.url))
const cases = fileURLToPath(new URL('../../shared/data/elections', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'verify-'))

afterAll(() => rmSync(folder, { recursive: true }))

function verify(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', command, ...words], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function archiveOf(name: string, members = announced.members): string {
  const file = join(folder, `${name}.bel`)
  writeFileSync(file, Buffer.concat([...archiveBytes(members, 1795346058)]))
  return file
}

if (!existsSync(cases)) console.warn(`SKIPPED: the archives made elsewhere are not there (${cases})`)

describe.skipIf(!existsSync(cases))('archives made by another program', () => {
  it('a good one is accepted, with the result that the other program found', () => {
    const expected = JSON.parse(readFileSync(join(cases, 'secret-belenios-basic/expected.json'), 'utf8')).expect
    const file = join(cases, 'secret-belenios-basic/VqRviQy1MGcQEW.bel')
    const { status, stdout } = verify(file, '--json')
    const audit = JSON.parse(stdout)
    expect(status).toBe(0)
    expect(audit.verdict).toBe('accepted')
    expect(audit.totals).toEqual(expected.result.map((row: number[]) => row.map(String)))
    expect(audit.trackers).toHaveLength(expected.num_ballots)
    expect(verify(file)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^ACCEPTED /) })
  })

  it('one whose result was raised by one is rejected for its result', () => {
    const file = join(cases, 'secret-belenios-tampered-example/result-changed.bel')
    expect(verify(file)).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^REJECTED .*: invalid-result: .*\n$/),
    })
  })
})

describe('archives made here', () => {
  it('holds, and finds a ballot by its tracker', () => {
    const [replaced, counted] = [voted.ballots[0]!, voted.ballots[2]!].map(fingerprint) as [string, string]
    const file = archiveOf('good')
    const found = verify(file, '--tracker', counted)
    expect(found).toMatchObject({ status: 0, stdout: expect.stringContaining(`${counted} counts`) })
    expect(found.stdout).toContain('ACCEPTED')
    expect(found.stdout).toContain('1  (blank)')
    expect(verify(file, '--tracker', replaced)).toMatchObject({ status: 1, stdout: expect.stringContaining('NOT') })
  })

  it('prints what others wrote on one line, without signs that command a terminal', () => {
    const name = String.raw`Voto\n  tracker      falso counts\u001b[2J${'\u009b2J\u2028\u202e'}fine`
    const texts = steps[setup]!.texts.map((text) => text.replace('Un voto di prova', name))
    const file = archiveOf('named', retold([{ ...steps[setup]!, texts }]))
    const { stdout } = verify(file)
    expect(stdout).toMatch(/^ACCEPTED .*\n {2}vote {9}Voto {3}tracker {6}falso counts \[2J 2J fine \(\w+\)\n/)
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\u202e]/u)
    const json = verify(file, '--json').stdout
    expect(json.trimEnd()).not.toMatch(/\p{Cc}/u)
    expect(JSON.parse(json).name).toContain('\u001b[2J\u009b2J')
  })

  it.each(tamperings.filter((_, index) => index % 6 === 0))('with %s is rejected: %s', (what, reason, tell) => {
    const { status, stdout } = verify(archiveOf(what, tell()))
    expect(status).toBe(1)
    expect(stdout).toMatch(new RegExp(`^REJECTED .*: ${reason}: .*\\n$`))
  })

  it('is compared with a hash published elsewhere and with an earlier download', () => {
    const file = archiveOf('now')
    const earlier = archiveOf('earlier', voted.members)
    expect(verify(file, '--head', voted.head.hash, '--earlier', earlier).status).toBe(0)
    const other = archiveOf('other', retold([steps[0]!, steps[2]!]))
    expect(verify(other, '--earlier', earlier)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('other-history'),
    })
    expect(verify(other, '--head', 'f'.repeat(64)).status).toBe(1)
  })
})

describe('no verdict', () => {
  it('on what cannot be read', () => {
    expect(verify(command)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('UNREADABLE') })
    expect(verify(join(folder, 'nowhere.bel'))).toMatchObject({ status: 2, stdout: '' })
    expect(verify(folder)).toMatchObject({ status: 2, stdout: '' })
    expect(verify()).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run -s verify') })
    expect(verify(command, '--frobnicate').status).toBe(2)
  })
})
