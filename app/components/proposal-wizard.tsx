import type { EditorLabels } from '#app/editor/editor-labels'
import { useWords } from '#app/i18n/use-words'
import { WizardSteps } from './wizard-steps'

const names = ['place', 'text', 'attachments', 'summary'] as const
export type WizardStepName = (typeof names)[number]

/** The four steps of a proposal: where and why, the text, attachments, summary. */
export function ProposalWizard({ current, proposalId }: { current: WizardStepName; proposalId: string | null }) {
  const steps = names.map((name) => ({
    key: `proposals.wizard.${name}`,
    to: proposalId ? `/proposals/${proposalId}/${name}` : null,
  }))
  return <WizardSteps steps={steps} current={`proposals.wizard.${current}`} />
}

const labels = [
  'text',
  'plainTextHint',
  'toolbar',
  'bold',
  'italic',
  'heading',
  'subheading',
  'bulletList',
  'orderedList',
  'quotation',
  'rule',
  'link',
  'image',
  'undo',
  'redo',
  'linkTitle',
  'linkAddress',
  'linkApply',
  'linkRemove',
  'linkInvalid',
  'imageTitle',
  'imageFile',
  'imageDescription',
  'imageDescriptionHint',
  'imageInsert',
  'imageUploading',
  'imageFileMissing',
  'imageDescriptionMissing',
  'imageFailed',
  'cancel',
] as const satisfies readonly (keyof EditorLabels)[]

/** The editor's words in the reader's language. */
export function useEditorLabels(): EditorLabels {
  const t = useWords()
  return Object.fromEntries(labels.map((name) => [name, t(`editor.${name}`)])) as EditorLabels
}
