import { Fragment, type ReactNode, useRef } from 'react'
import { useWords } from '#app/i18n/use-words'
import { ActForm } from './act-form'
import { useDraftSaver } from './draft-saver'
import { type Labels, labelOf } from './form-errors'
import { asSent, type FormResult } from './form-result'
import type { Kept } from './kept-on-device'
import { SavedMark } from './saved-mark'
import { OtherText, useTextOnDevice } from './text-on-device'

type Props = {
  /** The address of what is translated */
  of: string
  language: string
  /** A name for what was written before */
  known: string
  result: FormResult
  labels: Labels
  back: string
  /** The fields, filled in with what was sent or typed, where there is such a thing */
  children: (result: FormResult) => ReactNode
}

/** The form of one language: everybody reads it once it is saved, and until then it is kept on this device. */
export function KeptTranslation({ of, language, known, result, labels, back, children }: Props) {
  const t = useWords()
  const form = useRef<HTMLFormElement>(null)
  const keyOnDevice = `translation:${of}:${language}`
  const { taken, other, take, drop } = useTextOnDevice(form, keyOnDevice, {
    revision: known,
    isSame: (kept) => isShownWith(form.current, kept),
  })
  const saver = useDraftSaver(form, { address: null, keyOnDevice, revision: known, result, restored: taken })
  const words = result?.initialValue ? result : taken && asSent(taken.fields)
  return (
    <>
      <SavedMark saver={saver} labels={labels} />
      <ActForm form={form} result={saver.refusal} labels={labels} button={t('translations.save')} back={back}>
        <input type="hidden" name="known" value={saver.revision} />
        {taken && <p className="notice done">{t('proposals.restored')}</p>}
        {other && (
          <OtherText onTake={take} onDrop={drop}>
            <KeptWords kept={other} labels={labels} language={language} />
          </OtherText>
        )}
        <Fragment key={taken?.at ?? 'server'}>
          {children(words && { ...words, error: saver.refusal?.error ?? null })}
        </Fragment>
      </ActForm>
    </>
  )
}

function isShownWith(form: HTMLFormElement | null, { fields }: Kept) {
  return fields.every(([name, value]) => {
    const field = form?.elements.namedItem(name)
    return (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.defaultValue === value
  })
}

function KeptWords({ kept, labels, language }: { kept: Kept } & Pick<Props, 'labels' | 'language'>) {
  const written = kept.fields.filter(([name, value]) => !isBeside(name) && value.trim() !== '')
  return (
    <dl>
      {written.map(([name, value]) => (
        <div key={name}>
          <dt>{labelOf(labels, name)}</dt>
          <dd className="people-text" lang={language} dir="auto">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The original that a part was written for, which goes with it. */
const isBeside = (name: string) => /From(\.|$)/.test(name)
