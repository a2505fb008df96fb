import { Link } from '#app/components/link'
import { type DraftPoint, type PointCommitment, runningCommitment } from '#app/domain/answers/publishable'
import { pointVerdicts } from '#app/domain/answers/verdicts'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'
import { Choices, TextField } from './fields'
import { FoldedFields } from './folded-fields'
import type { FormResult } from './form-result'
import { ReadableArea } from './readable-area'

type Props = {
  point: DraftPoint
  index: number
  result: FormResult
  language: string
  proposalLanguage: string
  canSplit: boolean
}

/** Of the fields of a point that can be filled in wrong. */
export const pointLabels = (t: Words) => ({
  verdict: t('answers.write.verdict'),
  reasons: t('answers.write.reasons'),
  actNumber: t('answers.write.actNumber'),
  actDate: t('answers.write.actDate'),
  actLink: t('answers.write.actLink'),
  promise: t('answers.write.promise'),
  promisedOn: t('answers.write.promisedOn'),
})

/** One point at work: verdict, reasons, the act if there is one, and what is promised. */
export function PointEditor({ point, index, result, language, proposalLanguage, canSplit }: Props) {
  const t = useWords()
  const labels = pointLabels(t)
  const named = (name: string) => `points[${index}].${name}`
  const running = runningCommitment(point)
  const hasAct = point.actNumber || point.actDate || point.actLink
  return (
    <section className="card point-editor" aria-labelledby={`point-${point.id}`}>
      <h3 id={`point-${point.id}`} lang={proposalLanguage} dir="auto">
        <span className="point-number">{point.position}</span> {point.text}
      </h3>
      {canSplit && !running && (
        <p>
          <button className="plain-button" name="next" value={`split:${point.id}`}>
            {t('answers.split.button')}
          </button>
        </p>
      )}
      <input type="hidden" name={named('pointId')} value={point.id} />
      <Choices
        name={named('verdict')}
        legend={labels.verdict}
        options={pointVerdicts.map((value) => ({ value, label: t(`answers.verdict.${value}`) }))}
        value={point.verdict}
        result={result}
      />
      <ReadableArea
        name={named('reasons')}
        label={labels.reasons}
        value={point.reasons}
        language={language}
        result={result}
        rows={5}
      />
      <FoldedFields
        summary={t('answers.write.act')}
        names={['actNumber', 'actDate', 'actLink'].map(named)}
        open={Boolean(hasAct)}
        result={result}
      >
        <TextField
          name={named('actNumber')}
          label={labels.actNumber}
          value={point.actNumber}
          maxLength={60}
          result={result}
        />
        <TextField type="date" name={named('actDate')} label={labels.actDate} value={point.actDate} result={result} />
        <TextField type="url" name={named('actLink')} label={labels.actLink} value={point.actLink} result={result} />
      </FoldedFields>
      {running ? (
        <Promised commitment={running} named={named} spoken={language} />
      ) : (
        <FoldedFields
          summary={t('answers.write.commitment')}
          names={['promise', 'promisedOn'].map(named)}
          open={Boolean(point.promise ?? point.promisedOn)}
          result={result}
        >
          <TextField
            name={named('promise')}
            label={labels.promise}
            hint={t('answers.write.promise-hint')}
            value={point.promise}
            maxLength={500}
            result={result}
          />
          <TextField
            type="date"
            name={named('promisedOn')}
            label={labels.promisedOn}
            value={point.promisedOn}
            result={result}
          />
        </FoldedFields>
      )}
    </section>
  )
}

type PromisedProps = { commitment: PointCommitment; named: (name: string) => string; spoken: string }

/** A promise that is public is kept or dropped on its own page: the answer only repeats it. */
function Promised({ commitment, named, spoken }: PromisedProps) {
  const t = useWords()
  const language = useLanguage()
  const { id, title, dueOn } = commitment
  return (
    <>
      <p>
        {t('answers.promise')}{' '}
        <Link to={`/commitments/${id}`} lang={spoken} dir="auto">
          {title}
        </Link>
        {dueOn && ` — ${t('answers.by', { date: formatDate(dueOn, language, 'weekday') })}`}
      </p>
      <p className="hint">{t('answers.write.commitment-stays')}</p>
      <input type="hidden" name={named('promise')} value={title} />
      <input type="hidden" name={named('promisedOn')} value={dueOn ?? ''} />
    </>
  )
}
