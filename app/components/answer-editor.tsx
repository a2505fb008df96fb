import { Fragment, useRef } from 'react'
import { LanguageField } from '#app/components/choice-fields'
import type { DraftPoint } from '#app/domain/answers/publishable'
import type { Verdict } from '#app/domain/authorization'
import type { Document } from '#app/editor/document-nodes'
import { RenderedDocument } from '#app/editor/render-document'
import { useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'
import { AnswerWords, lostWords, sameWords, withWords } from './answer-words'
import { useDraftSaver } from './draft-saver'
import { Form } from './form'
import { FormErrors } from './form-errors'
import { type FormResult, isRefused, wordsSent } from './form-result'
import { PointEditor, pointLabels } from './point-editor'
import { ReadableArea } from './readable-area'
import { SavedMark } from './saved-mark'
import { OtherText, useTextOnDevice } from './text-on-device'

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
type Props = { answer: EditedAnswer; result: FormResult }

const answerLabels = (t: Words, points: DraftPoint[]) => ({
  opening: t('answers.write.opening'),
  points: {
    line: (at: number) => t('proposals.fields.point', { number: points[at]?.position ?? at + 1 }),
    parts: pointLabels(t),
  },
})

/** The answer being written: opening words, then each point with its verdict and reasons. Saved while one types. */
export function AnswerEditor({ answer, result }: Props) {
  const t = useWords()
  const form = useRef<HTMLFormElement>(null)
  const keyOnDevice = `answer:${answer.id}`
  const { revision } = answer
  const { taken, other, take, drop } = useTextOnDevice(form, keyOnDevice, {
    revision,
    isSame: ({ fields }) => sameWords(answer, fields),
  })
  const address = `/desk/${answer.id}/saving`
  const saver = useDraftSaver(form, { address, keyOnDevice, revision, result, restored: taken })
  const labels = answerLabels(t, answer.points)
  const sent = wordsSent(result)
  const words = sent.length > 0 ? sent : (taken?.fields ?? [])
  if (answer.can.write !== true) {
    const kept = taken ?? other
    const unsaved = kept?.fields ?? (sameWords(answer, sent) ? [] : sent)
    return (
      <>
        <p className="notice">{t(`refusals.${answer.can.write}`)}</p>
        {unsaved.length > 0 && (
          <div className="notice time">
            <p>{t('answers.write.not-saved')}</p>
            <AnswerWords words={unsaved} labels={labels} language={answer.language} />
          </div>
        )}
      </>
    )
  }
  const shown = withWords(answer, words)
  const lost = lostWords(answer, words)
  const inPart = saver.state === 'partly'
  const refusal = !isRefused(saver.refusal) ? null : inPart ? saver.errors : saver.refusal
  // The words are in place already, each at its point.
  const errors = refusal && { ...refusal, initialValue: null }
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
      <SavedMark saver={saver} labels={labels} />
      {taken && <p className="notice done">{t('proposals.restored')}</p>}
      {other && (
        <OtherText onTake={take} onDrop={drop}>
          <AnswerWords words={other.fields} labels={labels} language={answer.language} />
        </OtherText>
      )}
      {lost.length > 0 && (
        <div className="notice time">
          <p>{t('answers.write.points-gone')}</p>
          <AnswerWords
            words={lost}
            labels={{ points: { ...labels.points, line: () => '' } }}
            language={shown.language}
          />
        </div>
      )}
      <Form method="post" action={`/desk/${answer.id}`} ref={form}>
        <FormErrors result={inPart ? null : refusal} labels={labels} />
        {/* What the Enter key presses in a field, rather than the first button of a point */}
        <button className="visually-hidden" tabIndex={-1} aria-hidden="true" name="next" value="preview" />
        <input type="hidden" name="revision" value={saver.revision} />
        <Fragment key={[taken?.at ?? 'server', ...answer.points.map(({ id }) => id)].join()}>
          <ReadableArea
            name="opening"
            label={labels.opening}
            hint={t('answers.write.opening-hint')}
            value={shown.opening}
            language={shown.language}
            result={errors}
            rows={4}
          />
          <LanguageField label={t('answers.write.language')} value={shown.language} result={errors} />
          <h2>{t('answers.write.points')}</h2>
          {shown.points.map((point, index) => (
            <PointEditor
              key={point.id}
              point={point}
              index={index}
              result={errors}
              language={shown.language}
              proposalLanguage={answer.proposal.language}
              canSplit={answer.can.split === true}
            />
          ))}
        </Fragment>
        <p className="actions sticky-actions">
          <button className="button" name="next" value="preview">
            {t('answers.write.preview')}
          </button>
          <button className="quiet-button">{t('shell.save')}</button>
          <button className="plain-button" name="next" value="later">
            {t('answers.write.later')}
          </button>
        </p>
      </Form>
    </>
  )
}
