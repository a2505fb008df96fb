/** Saves a step of the registration while it is being written. */
import type { ActionFunctionArgs } from '@remix-run/node'
import { IdentityForm, PlacesForm, RegistersForm, WorkForm } from '#app/domain/associations/forms'
import { stepToWrite } from '#app/domain/associations/queries.server'
import type { WrittenStep } from '#app/domain/associations/step-fields'
import { saveIdentity, savePlaces, saveRegisters, saveWork } from '#app/domain/associations/write-registration.server'
import { saving } from '#app/web/saving.server'
import type { Scene } from '#app/web/scene.server'

const ways = (step: WrittenStep) => ({
  saved: ({ actor, param }: Scene) => stepToWrite(actor, param('associationId'), step),
  elsewhere: 'association.changed-elsewhere',
})

const steps: Record<WrittenStep, (args: ActionFunctionArgs) => Promise<Response>> = {
  identity: saving(IdentityForm, {
    ...ways('identity'),
    save: ({ actor, param, values }) => saveIdentity(actor, param('associationId'), values),
  }),
  registers: saving(RegistersForm, {
    ...ways('registers'),
    save: ({ actor, param, values }) => saveRegisters(actor, param('associationId'), values),
  }),
  places: saving(PlacesForm, {
    ...ways('places'),
    save: ({ actor, param, values }) => savePlaces(actor, param('associationId'), values),
  }),
  work: saving(WorkForm, {
    ...ways('work'),
    save: ({ actor, param, values }) => saveWork(actor, param('associationId'), values),
  }),
}

export async function action(args: ActionFunctionArgs) {
  const step = args.params.step ?? ''
  if (!Object.hasOwn(steps, step)) return Response.json({}, { status: 404 })
  return steps[step as WrittenStep](args)
}
