import { useId, useState } from 'react'
import { Field, TextField } from '#app/components/fields'
import { useMessage } from '#app/components/form-errors'
import { errorsOf, type FormResult, typed } from '#app/components/form-result'
import type { Kept } from '#app/components/kept-on-device'
import { useEditorLabels } from '#app/components/proposal-wizard'
import { uploadTo } from '#app/components/upload-image'
import { bounds } from '#app/domain/proposals/readiness'
import { type Document, documentFromField } from '#app/editor/document'
import { DocumentEditor } from '#app/editor/document-editor'
import { useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'

type Written = { id: string; title: string; document: Document; language: string; points: string[] }

export const textLabels = (t: Words) => ({
  title: t('proposals.fields.title'),
  document: t('proposals.fields.text'),
  points: { line: (at: number) => t('proposals.fields.point', { number: at + 1 }) },
})

/** Title, text and points: what the author asks for, one point at a time. */
export function TextFields({ draft, kept, result }: { draft: Written; kept: Kept | null; result: FormResult }) {
  const t = useWords()
  const labels = textLabels(t)
  const editorLabels = useEditorLabels()
  const onDevice = (name: string) => kept?.fields.find(([field]) => field === name)?.[1]
  const document = typed(result, 'document', onDevice('document') ?? null)
  return (
    <>
      <TextField
        name="title"
        label={labels.title}
        hint={t('proposals.fields.title-hint', { minimum: bounds.title.min, maximum: bounds.title.max })}
        value={onDevice('title') ?? draft.title}
        result={result}
        maxLength={bounds.draftTitle}
      />
      <Field
        name="document"
        label={labels.document}
        hint={t('proposals.fields.text-hint', { minimum: bounds.text.min })}
        result={result}
      >
        {(wiring) => (
          <DocumentEditor
            id={wiring.id}
            name="document"
            labels={editorLabels}
            lang={draft.language}
            upload={uploadTo(`/proposals/${draft.id}/images`)}
            defaultValue={document === '' ? draft.document : asDocument(document)}
            {...(wiring['aria-describedby'] && { describedBy: wiring['aria-describedby'] })}
          />
        )}
      </Field>
      <PointFields points={pointsSent(result) ?? pointsIn(kept) ?? draft.points} result={result} />
    </>
  )
}

function asDocument(field: string): Document | string {
  const parsed = documentFromField(field)
  return parsed.ok ? parsed.document : field
}

/** The lines of a form that was refused. */
function pointsSent(result: FormResult) {
  if (!result?.initialValue) return null
  const { points } = result.initialValue
  return Array.isArray(points) ? points.map((line) => (typeof line === 'string' ? line : '')) : []
}

function pointsIn(kept: Kept | null) {
  return kept?.fields.filter(([name]) => name.startsWith('points[')).map(([, value]) => value)
}

const emptyLines = 2

/** One line a thing asked for; without scripts there are always two empty ones, and a save gives two more. */
function PointFields({ points, result }: { points: readonly string[]; result: FormResult }) {
  const t = useWords()
  const { line } = textLabels(t).points
  const message = useMessage()
  const id = useId()
  const first = [...points, '', ''].slice(0, Math.min(bounds.points.most, points.length + emptyLines))
  const [lines, setLines] = useState(first.length)
  return (
    <fieldset className="field">
      <legend>{t('proposals.fields.points')}</legend>
      <p className="hint" id={id}>
        {t('proposals.fields.points-hint')}
      </p>
      <ol className="point-fields">
        {numbersUpTo(lines).map((index) => {
          const name = `points[${index}]`
          const errors = errorsOf(result, name).map(message)
          return (
            <li key={index}>
              <label className="visually-hidden" htmlFor={name}>
                {line(index)}
              </label>
              {errors.length > 0 && (
                <p className="error" id={`${name}-error`}>
                  {errors.join(' ')}
                </p>
              )}
              <input
                id={name}
                name={name}
                dir="auto"
                maxLength={bounds.points.max}
                defaultValue={first[index] ?? ''}
                aria-describedby={errors.length > 0 ? `${id} ${name}-error` : id}
                aria-invalid={errors.length > 0 ? true : undefined}
                onInput={() => setLines((now) => (index === now - 1 && now < bounds.points.most ? now + 1 : now))}
              />
            </li>
          )
        })}
      </ol>
    </fieldset>
  )
}

function numbersUpTo(length: number) {
  return Array.from({ length }, (_, index) => index)
}
