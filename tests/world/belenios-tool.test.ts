import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hasBeleniosTool } from './belenios-tool'

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
let path = ''
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'belenios-path-'))
})
afterEach(() => warn.mockClear())

const program = (name: string, ...lines: string[]) =>
  writeFileSync(join(path, name), ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o755 })
const asked = () => (existsSync(join(path, 'asked')) ? readFileSync(join(path, 'asked'), 'utf8').trim() : null)
const note = () => `echo "$@" > ${join(path, 'asked')}`

test('where it is there, nothing is installed', () => {
  program('belenios-tool')
  program('apt-get', note())
  expect(hasBeleniosTool({ path, isRoot: true })).toBe(true)
  expect([asked(), warn.mock.calls]).toEqual([null, []])
})

test('where it is missing it is installed', () => {
  const tool = join(path, 'belenios-tool')
  program('apt-get', note(), `echo '#!/bin/sh' > ${tool}`, `/bin/chmod +x ${tool}`)
  expect(hasBeleniosTool({ path, isRoot: true })).toBe(true)
  expect(asked()).toMatch(/^install -y --no-install-recommends .*belenios-tool$/)
  expect(warn).not.toHaveBeenCalled()
})

test.each([
  ['there is no apt-get', true, null],
  ['apt-get fails', true, 'exit 100'],
  ['one is not root', false, 'exit 0'],
])('where %s it is said that it is missing', (_, isRoot, apt) => {
  if (apt) program('apt-get', note(), apt)
  expect(hasBeleniosTool({ path, isRoot })).toBe(false)
  expect(asked() !== null).toBe(isRoot && apt !== null)
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^SKIPPED: belenios-tool/))
})
