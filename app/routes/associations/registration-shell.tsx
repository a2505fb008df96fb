import type { useActionData } from '@remix-run/react'
import { Fragment, type ReactNode, useRef } from 'react'
import { useDraftSaver } from '#app/components/draft-saver'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { asSent, type FormResult } from '#app/components/form-result'
import type { Kept } from '#app/components/kept-on-device'
import { SavedMark } from '#app/components/saved-mark'
import { OtherText, useTextOnDevice } from '#app/components/text-on-device'
import { WayBack } from '#app/components/way-back'
import type { Missing } from '#app/domain/associations/completeness'
import { areSame, type Fields, type WrittenStep } from '#app/domain/associations/step-fields'
import { useWords } from '#app/i18n/use-words'
import { OfficeWords } from './office-words'
import { RegistrationSteps } from './registration-steps'

export type Papers = {
  id: string
  name: string
  missing: Missing[]
  verification: string
  verificationNote: string | null
}

type Props = {
  papers: Papers & { step: WrittenStep; revision: number; fields: Fields }
  result: FormResult | ReturnType<typeof useActionData>
  labels: Record<string, string>
  /** What a value is called that is not written out, as a choice from a list */
  say?: (value: string, name: string) => string | undefined
  /** The fields, filled in with what was sent or typed, where there is such a thing */
  children: (result: FormResult) => ReactNode
}

/** One step, saved while one types: the way through, what the office asked for, the fields, and the button that goes on. */
export function RegistrationShell({ papers, result: sent, labels, say, children }: Props) {
  const t = useWords()
  const form = useRef<HTMLFormElement>(null)
  const result = sent as FormResult
  const { id, step, revision, fields } = papers
  const at = `/associations/${id}/registration/${step}`
  const keyOnDevice = `association:${id}:${step}`
  const { taken, other, take, drop } = useTextOnDevice(form, keyOnDevice, {
    revision,
    isSame: (kept) => areSame(fields, kept.fields),
  })
  // What everybody reads changes at once, when its button is pressed.
  const address = papers.verification === 'verified' ? null : `${at}/saving`
  const saver = useDraftSaver(form, { address, keyOnDevice, revision, result, restored: taken })
  const { refusal } = saver
  const words = result?.initialValue ? result : taken && asSent(taken.fields)
  return (
    <div className="narrow">
      <WayBack to="/account/associations">{t('identity.account.associations')}</WayBack>
      <p className="meta">
        <bdi>{papers.name}</bdi>
      </p>
      <h1>{t(`associations.steps.${step}`)}</h1>
      <RegistrationSteps id={id} current={step} missing={papers.missing} />
      <OfficeWords papers={papers} />
      <SavedMark saver={saver} labels={labels} />
      <Form method="post" ref={form}>
        <FormErrors result={refusal} labels={labels} />
        <input type="hidden" name="revision" value={saver.revision} />
        {taken && <p className="notice done">{t('proposals.restored')}</p>}
        {other && (
          <OtherText onTake={take} onDrop={drop}>
            <KeptFields kept={other} labels={labels} say={say} />
          </OtherText>
        )}
        <Fragment key={taken?.at ?? 'server'}>
          {children(words && { ...words, error: refusal?.error ?? null })}
        </Fragment>
        <button className="button">{t('associations.steps.save')}</button>
      </Form>
    </div>
  )
}

function KeptFields({ kept, labels, say }: { kept: Kept } & Pick<Props, 'labels' | 'say'>) {
  return (
    <dl>
      {Object.entries(labels).map(([name, label]) => {
        const values = kept.fields.filter(([at, value]) => at === name && value.trim()).map(([, value]) => value)
        return (
          values.length > 0 && (
            <div key={name}>
              <dt>{label}</dt>
              <dd className="people-text">
                <bdi>{values.map((value) => say?.(value, name) ?? value).join(' · ')}</bdi>
              </dd>
            </div>
          )
        )
      })}
    </dl>
  )
}
