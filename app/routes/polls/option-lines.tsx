import { SelectField, TextArea, TextField } from '#app/components/fields'
import { FoldedFields } from '#app/components/folded-fields'
import type { FormResult } from '#app/components/form-result'
import { mostOptions, type RuleName, ruleOf } from '#app/domain/polls/rules'
import { useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'

type Option = { title: string; text: string; cost: number | null; place: string | null; proposalId: string | null }

const spare = 3

export const optionLabels = (t: Words) => ({
  line: (at: number) => t('polls.fields.option', { number: at + 1 }),
  parts: {
    title: t('polls.fields.option-title'),
    cost: t('polls.fields.cost'),
    place: t('polls.fields.place'),
    text: t('polls.fields.option-text'),
    proposalId: t('polls.fields.proposal'),
  },
})

/** The options there are and a few empty lines; what has no title is left out. */
export function OptionLines({
  options,
  rule,
  proposals,
  result,
}: {
  options: Option[]
  rule: RuleName
  proposals: { id: string; title: string }[]
  result: FormResult
}) {
  const t = useWords()
  const { line, parts } = optionLabels(t)
  const lines = [...options, ...Array.from({ length: spare }, (): Option | null => null)]
    .slice(0, mostOptions)
    .map((option, at) => ({ option, at }))
  return (
    <>
      <p className="hint">{t('polls.fields.options-hint')}</p>
      {lines.map(({ option, at }) => (
        <fieldset className="card" key={at}>
          <legend>{line(at)}</legend>
          <TextField
            name={`options[${at}].title`}
            label={parts.title}
            value={option?.title}
            result={result}
            maxLength={150}
          />
          {ruleOf(rule).budget && (
            <>
              <TextField
                name={`options[${at}].cost`}
                label={parts.cost}
                type="number"
                min={1}
                value={option?.cost?.toString()}
                result={result}
              />
              <TextField
                name={`options[${at}].place`}
                label={parts.place}
                value={option?.place}
                result={result}
                maxLength={150}
              />
            </>
          )}
          <FoldedFields
            summary={t('polls.fields.more-about')}
            names={[`options[${at}].text`, `options[${at}].proposalId`]}
            open={Boolean(option?.text || option?.proposalId)}
            result={result}
          >
            <TextArea name={`options[${at}].text`} label={parts.text} value={option?.text} rows={3} result={result} />
            {proposals.length > 0 && (
              <SelectField
                name={`options[${at}].proposalId`}
                label={parts.proposalId}
                value={option?.proposalId}
                empty={t('polls.fields.no-proposal')}
                result={result}
                options={proposals.map(({ id, title }) => ({ value: id, label: title }))}
              />
            )}
          </FoldedFields>
        </fieldset>
      ))}
      <p>
        <button className="quiet-button" name="more" value="lines">
          {t('polls.fields.more-lines')}
        </button>
      </p>
    </>
  )
}
