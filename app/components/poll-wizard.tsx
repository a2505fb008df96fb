import { useWords } from '#app/i18n/use-words'
import { WizardSteps } from './wizard-steps'

const names = ['question', 'rule', 'options', 'times', 'trustees', 'summary'] as const
export type PollStep = (typeof names)[number]

/** The steps of a poll: the question, the rule, the options, who and when, for a secret vote its trustees, summary. */
export function PollWizard({
  current,
  pollId,
  secret = false,
}: {
  current: PollStep
  pollId: string | null
  secret?: boolean
}) {
  const t = useWords()
  const shown = names.filter((name) => name !== 'trustees' || secret)
  const steps = shown.map((name) => ({ key: `polls.wizard.${name}`, to: pollId ? `/polls/${pollId}/${name}` : null }))
  return (
    <>
      <p className="meta">{t('polls.wizard.about')}</p>
      <WizardSteps steps={steps} current={`polls.wizard.${current}`} />
    </>
  )
}
