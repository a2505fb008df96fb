import { Link } from '#app/components/link'
import { type PointVerdict, pointVerdicts } from '#app/domain/answers/verdicts'
import { useWords } from '#app/i18n/use-words'
import { Choices, type FormResult, TextField } from './fields'
import { ReadableArea } from './readable-area'

export type EditedPoint = {
  id: string
  position: number
  text: string
  verdict: PointVerdict | null
  reasons: string
  actNumber: string | null
  actDate: string | null
  actLink: string | null
  promise: string | null
  promisedOn: string | null
}

type Props = {
  point: EditedPoint
  index: number
  result: FormResult
  language: string
  proposalLanguage: string
  /** Where this point can be split, if it can */
  split: string | null
}

/** One point at work: verdict, reasons, the act if there is one, and what is promised. */
export function PointEditor({ point, index, result, language, proposalLanguage, split }: Props) {
  const t = useWords()
  const named = (name: string) => `points[${index}].${name}`
  const field = (name: 'actNumber' | 'promise', maxLength: number) => (
    <TextField
      name={named(name)}
      label={t(`answers.write.${name}`)}
      value={point[name]}
      maxLength={maxLength}
      result={result}
    />
  )
  const hasAct = point.actNumber || point.actDate || point.actLink
  return (
    <section className="card point-editor" aria-labelledby={`point-${point.id}`}>
      <h3 id={`point-${point.id}`} lang={proposalLanguage} dir="auto">
        <span className="point-number">{point.position}</span> {point.text}
      </h3>
      {split && (
        <p>
          <Link to={split}>{t('answers.split.button')}</Link>
        </p>
      )}
      <input type="hidden" name={named('pointId')} value={point.id} />
      <Choices
        name={named('verdict')}
        legend={t('answers.write.verdict')}
        options={pointVerdicts.map((value) => ({ value, label: t(`answers.verdict.${value}`) }))}
        value={point.verdict}
        result={result}
      />
      <ReadableArea
        name={named('reasons')}
        label={t('answers.write.reasons')}
        value={point.reasons}
        language={language}
        result={result}
        rows={5}
        maxLength={6000}
      />
      <details open={Boolean(hasAct)}>
        <summary>{t('answers.write.act')}</summary>
        {field('actNumber', 60)}
        <TextField
          type="date"
          name={named('actDate')}
          label={t('answers.write.actDate')}
          value={point.actDate}
          result={result}
        />
        <TextField
          type="url"
          name={named('actLink')}
          label={t('answers.write.actLink')}
          value={point.actLink}
          result={result}
        />
      </details>
      <details open={Boolean(point.promise)}>
        <summary>{t('answers.write.commitment')}</summary>
        {field('promise', 300)}
        <TextField
          type="date"
          name={named('promisedOn')}
          label={t('answers.write.promisedOn')}
          value={point.promisedOn}
          result={result}
        />
      </details>
    </section>
  )
}
