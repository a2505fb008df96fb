import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PollTerms } from '#app/components/poll-terms'
import { settingsFrom } from '#app/domain/polls/terms'
import polls from '#app/i18n/locales/it/polls.json'
import secret from '#app/i18n/locales/it/secret.json'
import { Speaking } from '#app/i18n/use-words'
import { vocabulary } from '#app/i18n/words'
import { BoothSheet } from './booth-sheet.server'

const { add, words } = vocabulary('it')
add('polls', polls)
add('secret', secret)

function termsWith(threshold: number, trustees: string[]) {
  return {
    question: 'Apriamo il parco?',
    description: '',
    rule: 'yes-no' as const,
    settings: settingsFrom({}),
    mode: 'secret' as const,
    secret: { uuid: 'VqRviQy1MGcQEW', trustees, threshold, minimum: 10, credentials: 'server' as const },
    voters: 'residents' as const,
    showsRunning: false,
    opensAt: '',
    closesAt: '',
    commitment: '',
    options: [],
  }
}

/** What the booth and the public terms say. */
function read(threshold: number, trustees: string[]) {
  const terms = termsWith(threshold, trustees)
  const booth = {
    ...{ id: 'poll', language: 'it' as const, terms, closesAt: null, lighter: true, uuid: terms.secret.uuid },
    ...{ election: '', head: { hash: 'abc', height: 1 }, hasAccount: true, hasVoted: false, original: null },
  }
  return [
    <BoothSheet key="booth" booth={booth} t={words} language="it" />,
    <PollTerms key="terms" terms={terms} opensAt={null} closesAt={null} language="it" />,
  ].map((shown) =>
    renderToStaticMarkup(
      <Speaking language="it" words={words}>
        {shown}
      </Speaking>,
    ),
  )
}

test('how many trustees open is said; where one alone does, it is a warning', () => {
  for (const html of read(2, ['Luca', 'Marta', 'Fatou'])) {
    expect(html).toContain('con le chiavi di 2 garanti su 3')
    expect(html).not.toContain('Attenzione')
  }
  for (const html of read(1, ['Luca'])) expect(html).toContain('Attenzione: per aprire basta 1 garante su 1')
})
