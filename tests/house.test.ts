/** What no tool guards: sizes, names, words in every language, safe versions. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { audienceOf, recipients } from '#app/domain/notifications/recipients'
import floors from '../security/floors.json'

const languages = ['it', 'en', 'fr', 'ar', 'sq']
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'bin', 'prisma', 'tests', 'server.js'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((path) => path && !path.startsWith('app/db/generated/'))
const read = (path: string) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
const code = files.filter((path) => /\.(ts|tsx|mjs|js)$/.test(path))

test('no file of code is longer than 300 lines', () => {
  const long = code
    .map((path) => `${path}: ${read(path).split('\n').length - 1}`)
    .filter((entry) => Number(entry.split(': ')[1]) > 300)
  expect(long).toEqual([])
})

test('no file or folder has a name without a concept', () => {
  const empty = /(^|\/)(utils?|helpers?|common|misc|lib|types|constants|managers?|index)(\.|\/)/
  expect(files.filter((path) => empty.test(path))).toEqual([])
})

test('every file of the domain opens with a sentence', () => {
  const silent = code.filter(
    (path) => path.startsWith('app/domain/') && !/\.test\.tsx?$/.test(path) && !/^\s*(\/\*\*|\/\/)/.test(read(path)),
  )
  expect(silent).toEqual([])
})

test('all five languages have the same files and the same keys', () => {
  const italian = readdirSync('app/i18n/locales/it').sort()
  for (const language of languages) {
    expect(readdirSync(`app/i18n/locales/${language}`).sort(), language).toEqual(italian)
    for (const name of italian) {
      const wanted = keysOf(JSON.parse(read(`app/i18n/locales/it/${name}`)))
      const there = keysOf(JSON.parse(read(`app/i18n/locales/${language}/${name}`)))
      expect(there, `${language}/${name}`).toEqual(wanted)
    }
  }
})

test('every form is one that is always sent: what is wrong is said in the language of the page', () => {
  const remix = /import \{[^}]*\bForm\b[^}]*\} from '@remix-run\/react'/
  expect(code.filter((path) => path !== 'app/components/form.tsx' && remix.test(read(path)))).toEqual([])
})

test('a form where people write stays in its place while nobody answers', () => {
  const views = code.filter((path) => path.endsWith('.tsx') && path !== 'app/components/fields.tsx')
  const acts = (path: string) => /^export const action\b/m.test(read(path))
  const writing = new Set(views.filter((path) => /<TextArea\b|<textarea\b|<EditorContent\b/.test(read(path))))
  const drawn = (path: string) =>
    [...read(path).matchAll(/from '(#app|\.{1,2})(\/[^']+)'/g)].map(
      ([, root, rest]) => `${root === '#app' ? `app${rest}` : join(dirname(path), `${root}${rest}`)}.tsx`,
    )
  // Whatever draws a part where people write is such a part too, up to the page that has the act
  for (let known = -1; known < writing.size; ) {
    known = writing.size
    for (const path of views) if (drawn(path).some((part) => writing.has(part) && !acts(part))) writing.add(path)
  }
  const pages = [...writing].filter((path) => path.startsWith('app/routes/') && acts(path))
  expect(pages.length).toBeGreaterThan(40)
  expect(pages.filter((path) => !/^export const clientAction = orAgain$/m.test(read(path)))).toEqual([])
})

test('every number has its words in every language', () => {
  const numbered = /_(zero|one|two|few|many|other)$/
  for (const language of languages) {
    const rules = new Intl.PluralRules(language)
    const forms = new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)))
    const leavesOf = (tree: Record<string, unknown>, at: string): string[] =>
      Object.entries(tree).flatMap(([key, value]) =>
        typeof value === 'object' ? leavesOf(value as Record<string, unknown>, `${at}.${key}`) : [`${at}.${key}`],
      )
    const leaves = readdirSync(`app/i18n/locales/${language}`).flatMap((name) =>
      leavesOf(JSON.parse(read(`app/i18n/locales/${language}/${name}`)), name),
    )
    const counted = leaves.filter((key) => numbered.test(key)).map((key) => key.replace(numbered, ''))
    const wanted = counted.flatMap((key) => [...forms].map((form) => `${key}_${form}`))
    const there = new Set(leaves)
    expect(
      [...new Set(wanted)].filter((key) => !there.has(key)),
      language,
    ).toEqual([])
  }
})

test('every key that the code spells out exists', () => {
  const known = new Set<string>()
  for (const name of readdirSync('app/i18n/locales/it')) {
    const { refusals = {}, ...rest } = JSON.parse(read(`app/i18n/locales/it/${name}`))
    for (const key of keysOf(rest)) known.add(`${name.replace('.json', '')}.${key}`)
    for (const key of Object.keys(refusals)) known.add(`refusals.${key}`)
  }
  const missing = code
    .filter((path) => /^app\/(routes|components|root|web)/.test(path) && !/\.test\./.test(path))
    .flatMap((path) =>
      [...read(path).matchAll(/\bt\('([a-z][\w-]*(?:\.[\w-]+)+)'/g)].map((match) => `${path}: ${match[1]}`),
    )
    .filter((entry) => !known.has(entry.split(': ')[1] ?? ''))
  expect(missing).toEqual([])
})

test('whatever people are told of has its words', () => {
  const { what } = JSON.parse(read('app/i18n/locales/it/notifications.json'))
  expect(Object.keys(recipients).filter((told) => audienceOf(told) && !Object.hasOwn(what, told))).toEqual([])
})

test('no view writes HTML strings or inline styles', () => {
  const views = files.filter((path) => path.endsWith('.tsx') && !/\.test\.tsx$/.test(path))
  expect(views.filter((path) => /dangerouslySetInnerHTML|\bstyle=\{/.test(read(path)))).toEqual([])
})

test('only lucia.server.ts imports Lucia, and nobody else reads the environment', () => {
  const application = code.filter((path) => path.startsWith('app/') && !/\.test\.tsx?$/.test(path))
  expect(application.filter((path) => /from 'lucia'/.test(read(path)))).toEqual(['app/domain/identity/lucia.server.ts'])
  expect(application.filter((path) => /process\.env\b/.test(read(path)))).toEqual(['app/env.server.ts'])
})

test('every command of the README exists, and no import is missing there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = [...read('README.md').matchAll(/npm (?:run )?(?:-s )?([a-z]+(?::[a-z]+)*)/g)].map(
    ([, name]) => name ?? '',
  )
  expect(named.filter((name) => !scripts[name])).toEqual([])
  expect(Object.keys(scripts).filter((name) => name.startsWith('import:') && !named.includes(name))).toEqual([])
  const begun = code.flatMap((path) => read(path).match(/npm run (?:-s )?[a-z]+(?::[a-z]+)*/g) ?? [])
  expect(begun.filter((command) => !scripts[command.split(' ').at(-1) ?? ''])).toEqual([])
})

test('installed packages are at or above their safe versions', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version?: string }> }
  const below = floors.floors.flatMap(({ package: name, least }) =>
    Object.entries(packages)
      .filter(([path, { version }]) => path.endsWith(`node_modules/${name}`) && version && isBelow(version, least))
      .map(([path, { version }]) => `${path} ${version} < ${least}`),
  )
  expect(below).toEqual([])
})

/** Dotted paths of every word, without the endings that plurals add. */
function keysOf(tree: Record<string, unknown>, prefix = ''): string[] {
  const keys = Object.entries(tree).flatMap(([key, value]) => {
    if (typeof value === 'object' && value !== null) return keysOf(value as Record<string, unknown>, `${prefix}${key}.`)
    return [`${prefix}${key.replace(/_(zero|one|two|few|many|other)$/, '')}`]
  })
  return [...new Set(keys)].sort()
}

function isBelow(version: string, least: string) {
  const [a, b] = [version, least].map((text) => text.split('-')[0]?.split('.').map(Number) ?? [])
  for (let place = 0; place < 3; place++) {
    const difference = (a?.[place] ?? 0) - (b?.[place] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
