import { useLocation } from '@remix-run/react'
import { useRef } from 'react'
import { LanguageField, SpeakerField } from '#app/components/choice-fields'
import { Link } from '#app/components/link'
import { stances } from '#app/domain/discussion/stances'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { Choices, TextArea } from './fields'
import { Form } from './form'
import { FormErrors } from './form-errors'
import type { FormResult } from './form-result'
import { useKeptText } from './kept-text'
import { WhyNot } from './why-not'

type Props = {
  /** Where it is sent; the page it stands on when absent */
  action?: string
  formKey: string
  result: FormResult
  acting: { id: string; name: string }[]
  /** A reply has no stance of its own */
  parentId?: string
  keyOnDevice: string
  /** The comment that was sent last from here */
  said: string | null
}

/** A comment being written: kept on the device until it is sent, and never touched by what happens on the page. */
export function CommentForm({ action, formKey, result, acting, parentId, keyOnDevice, said }: Props) {
  const t = useWords()
  const reading = useLanguage()
  const form = useRef<HTMLFormElement>(null)
  // The first key stays while one types: sent twice, it is still one comment.
  const { current: key } = useRef(formKey)
  useKeptText(form, keyOnDevice, said)
  return (
    <Form method="post" action={action} ref={form} className="comment-form" preventScrollReset>
      <FormErrors result={result} />
      <input type="hidden" name="formKey" value={key} />
      {parentId && <input type="hidden" name="parentId" value={parentId} />}
      <TextArea
        name="text"
        label={parentId ? t('discussion.your-reply') : t('discussion.your-comment')}
        hint={t('discussion.hint')}
        result={result}
        required
        rows={4}
      />
      {!parentId && (
        <Choices
          name="stance"
          legend={t('discussion.stance-question')}
          value="neutral"
          result={result}
          options={stances.map((value) => ({ value, label: t(`discussion.stance.${value}`) }))}
        />
      )}
      <details>
        <summary>{t('discussion.more-choices')}</summary>
        <LanguageField label={t('discussion.language')} value={reading} result={result} />
        <SpeakerField
          acting={acting}
          legend={t('discussion.in-name-of')}
          own={t('discussion.myself')}
          result={result}
        />
      </details>
      <button className="button">{t('discussion.send')}</button>
    </Form>
  )
}

/** In place of the form, for who cannot write here: what to do about it. */
export function CannotComment({ reason }: { reason: string }) {
  const t = useWords()
  const { pathname, search } = useLocation()
  if (reason !== 'sign-in-required')
    return (
      <p className="notice">
        <WhyNot reason={reason} />
      </p>
    )
  return (
    <p className="notice">
      <Link to={`/sign-in?to=${encodeURIComponent(`${pathname}${search}#write`)}`}>{t('discussion.sign-in')}</Link>
    </p>
  )
}
