import { type FormProps, Form as RemixForm } from '@remix-run/react'
import { forwardRef } from 'react'

/**
 * A form that is always sent: what is wrong is said by the server, beside the field and in the language of the page. The
 * browser's own words are in the browser's language, and go away before everybody has read them.
 */
export const Form = forwardRef<HTMLFormElement, FormProps>(function Form(props, ref) {
  return <RemixForm noValidate {...props} ref={ref} />
})
