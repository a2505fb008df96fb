import { Form } from '@remix-run/react'
import { useRef } from 'react'
import { LanguageField } from '#app/components/choice-fields'
import { Link } from '#app/components/link'
import type { DraftPoint } from '#app/domain/answers/publishable'
import type { Verdict } from '#app/domain/authorization'
import type { Document } from '#app/editor/document-nodes'
import { RenderedDocument } from '#app/editor/render-document'
import { useWords } from '#app/i18n/use-words'
import { useDraftSaver } from './draft-saver'
import { FormErrors, type FormResult } from './fields'
import { PointEditor, pointLabels } from './point-editor'
import { ReadableArea } from './readable-area'
import { SavedMark } from './saved-mark'

export type EditedAnswer = {
  id: string
  version: number
  revision: number
  opening: string
  language: string
  proposal: { language: string; document: unknown }
  points: DraftPoint[]
  can: { write: Verdict; split: Verdict }
}

/** The answer being written: opening words, then each point with its verdict and reasons. Saved while one types. */
export function AnswerEditor({ answer, result }: { answer: EditedAnswer; result: FormResult }) {
  const t = useWords()
  const form = useRef<HTMLFormElement>(null)
  const address = `/desk/${answer.id}/saving`
  const saver = useDraftSaver(form, {
    address,
    keyOnDevice: `answer:${answer.id}`,
    revision: answer.revision,
  })
  const labels = {
    opening: t('answers.write.opening'),
    points: {
      line: (at: number) => t('proposals.fields.point', { number: answer.points[at]?.position }),
      parts: pointLabels(t),
    },
  }
  if (answer.can.write !== true) return <p className="notice">{t(`refusals.${answer.can.write}`)}</p>
  return (
    <>
      {answer.version > 0 && <p className="notice">{t('answers.write.published-stays')}</p>}
      <details className="proposal-beside">
        <summary>{t('answers.write.read-proposal')}</summary>
        <RenderedDocument
          document={answer.proposal.document as Document}
          lang={answer.proposal.language}
          headingShift={1}
        />
      </details>
      <SavedMark state={saver.state} reason={saver.reason} onRetry={saver.save} onKeep={saver.keepMine} />
      <Form method="post" action={`/desk/${answer.id}`} ref={form} key={answer.points.length}>
        <FormErrors result={result} labels={labels} />
        <input type="hidden" name="revision" value={saver.revision} />
        <ReadableArea
          name="opening"
          label={labels.opening}
          hint={t('answers.write.opening-hint')}
          value={answer.opening}
          language={answer.language}
          result={result}
          rows={4}
          maxLength={4000}
        />
        <LanguageField label={t('answers.write.language')} value={answer.language} result={result} />
        <h2>{t('answers.write.points')}</h2>
        {answer.points.map((point, index) => (
          <PointEditor
            key={point.id}
            point={point}
            index={index}
            result={result}
            language={answer.language}
            proposalLanguage={answer.proposal.language}
            split={answer.can.split === true ? `/desk/${answer.id}/points/${point.id}/parts` : null}
          />
        ))}
        <p className="actions sticky-actions">
          <button className="button" formAction={`/desk/${answer.id}/preview`}>
            {t('answers.write.preview')}
          </button>
          <button className="quiet-button">{t('shell.save')}</button>
          <Link to="/desk">{t('answers.write.later')}</Link>
        </p>
      </Form>
    </>
  )
}
