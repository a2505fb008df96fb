/** A form was refused, and its page may not be shown any more: what was typed is on the page that says so, to be copied. */
import { useContext } from 'react'
import { UNSAFE_DataRouterStateContext as RouterState } from 'react-router'
import { useWords } from '#app/i18n/use-words'
import { Field } from './fields'
import { allSent, errorsOf, type FormResult, isRefused, wordsSent } from './form-result'

type Unsaved = { words: string; sent: [name: string, value: string][]; message: string | undefined }

/** What was typed, and why it was not taken. An error page stands outside the route whose form it was: no hook answers it. */
export function useUnsavedWords(): Unsaved | null {
  const [result]: FormResult[] = Object.values(useContext(RouterState)?.actionData ?? {})
  if (!isRefused(result)) return null
  const words = wordsSent(result).flatMap(([name, value]) => (isTyped(name, value) ? [inWords(name, value)] : []))
  return words.length > 0
    ? { words: words.join('\n\n'), sent: allSent(result), message: errorsOf(result, '')[0] }
    : null
}

export function UnsavedWords() {
  const t = useWords()
  const words = useUnsavedWords()?.words
  if (!words) return null
  const lines = words.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 35), 0)
  return (
    <Field name="unsaved" label={t('shell.error.signed-out.your-words')}>
      {({ id }) => <textarea id={id} readOnly rows={Math.min(12, 1 + lines)} dir="auto" value={words} />}
    </Field>
  )
}

/** The editor sends its text as a document, of which only the words can be copied. */
function inWords(name: string, value: string) {
  if (name !== 'document') return value
  try {
    return wordsIn(JSON.parse(value))
  } catch {
    return value
  }
}

type Node = { text?: string; content?: Node[] }

function wordsIn({ text, content = [] }: Node): string {
  return text ?? content.map(wordsIn).join(content.some((node) => node.text !== undefined) ? '' : '\n')
}

/** Rather than a choice, an id or a number that the page itself put into its form. */
function isTyped(name: string, value: string) {
  return (
    value.trim() !== '' && !/^(revision|version|formKey|.*Id)$/.test(name) && !/^([a-z][\w-]*|[\w-]{20,})$/.test(value)
  )
}
