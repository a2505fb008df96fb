import { useWords } from '#app/i18n/use-words'
import { TextArea, TextField } from './fields'
import { type FormResult, typed } from './form-result'

type Props = {
  name: string
  /** Of the hidden field with the words that it was written for */
  fromName?: string
  label: string
  original: string
  /** What was written, and for which words */
  part: { from: string; to: string } | undefined
  from: string
  to: string
  long?: boolean
  result: FormResult
}

/** With the field goes what it was written beside: of an original that changed since, the translation has to be looked at. */
export function TranslationField({
  name,
  fromName = `${name}From`,
  label,
  original,
  part,
  from,
  to,
  long = false,
  result,
}: Props) {
  const t = useWords()
  const beside = typed(result, fromName, original)
  const changed = result ? beside !== original : part !== undefined && part.to !== '' && part.from !== original
  const hint = (
    <>
      <span lang={from} dir="auto" className="original">
        {original}
      </span>
      {changed && <span className="badge time">{t('translations.changed')}</span>}
    </>
  )
  const field = { name, label, hint, result, value: part?.to, lang: to }
  return (
    <>
      <input type="hidden" name={fromName} value={beside} />
      {long ? <TextArea {...field} rows={original.length > 200 ? 4 : 2} /> : <TextField {...field} />}
    </>
  )
}
