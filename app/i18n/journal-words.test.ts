import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { publicKinds } from '#app/domain/journal/entries'
import { languages } from '#app/domain/languages'

test.each(languages)('everything that the journal shows in public has its words in %s', (language) => {
  const words = JSON.parse(readFileSync(`app/i18n/locales/${language}/journal.json`, 'utf8'))
  const silent = publicKinds.filter((what) => {
    const [room = '', act = ''] = what.split('.')
    return typeof words[room]?.[act] !== 'string'
  })
  expect(silent).toEqual([])
})
