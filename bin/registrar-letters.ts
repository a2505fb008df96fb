/** The letters in which a registrar hands out credentials: one sheet a person, to print. */
import { directionOf } from '#app/i18n/languages'
import { wordsFor } from '#app/i18n/server-words.server'

type Person = { voter: string; credential: string }

export function* lettersPage(people: readonly Person[], address: string, language: string): Generator<string> {
  const t = (key: string) => escaped(wordsFor(language)(`secret.letter.${key}`))
  const letter = ({ voter, credential }: Person) => `<section>
<p>${t('to')} <bdi>${escaped(voter)}</bdi></p>
<h1>${t('title')}</h1>
<p>${t('where')}</p>
<p class="large" dir="ltr">${escaped(address)}</p>
<p>${t('credential')}</p>
<p class="large" dir="ltr">${credential}</p>
<p>${t('keep')}</p>
<p>${t('lost')}</p>
</section>`
  yield `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<meta charset="utf-8">
<title>${t('title')}</title>
<style>
section { max-width: 36rem; margin: 2rem auto; padding: 1rem; font: 1rem/1.5 sans-serif; break-after: page }
.large { font: 700 1.25rem/1.5 monospace; padding: .5rem; border: 1px solid; text-align: center; overflow-wrap: anywhere }
</style>
`
  for (const person of people) yield `${letter(person)}\n`
  yield '</html>\n'
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
