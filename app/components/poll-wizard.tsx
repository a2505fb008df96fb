import { useWords } from '#app/i18n/use-words'
import { WizardSteps } from './wizard-steps'

const names = ['question', 'rule', 'options', 'times', 'summary'] as const
export type PollStep = (typeof names)[number]

/** The five steps of a poll: the question, the rule, the options, who and when, summary. */
export function PollWizard({ current, pollId }: { current: PollStep; pollId: string | null }) {
  const t = useWords()
  const steps = names.map((name) => ({ key: `polls.wizard.${name}`, to: pollId ? `/polls/${pollId}/${name}` : null }))
  return (
    <>
      <p className="meta">{t('polls.wizard.about')}</p>
      <WizardSteps steps={steps} current={`polls.wizard.${current}`} />
    </>
  )
}
