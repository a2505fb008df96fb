/** What is wrong with a field, as a key and its numbers: `errors.too-short|{"minimum":10}`. */
import type { z } from 'zod'

export const keyOfIssue: z.core.$ZodErrorMap = (issue) => {
  const own = typeof issue.message === 'string' && issue.message.includes('.') ? issue.message : undefined
  if (own) return own
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1 ? 'errors.required' : `errors.too-short|{"minimum":${issue.minimum}}`
      return issue.origin === 'array' ? 'errors.choose-one' : `errors.too-small|{"minimum":${Number(issue.minimum)}}`
    case 'too_big':
      return issue.origin === 'string'
        ? `errors.too-long|{"maximum":${issue.maximum}}`
        : `errors.too-big|{"maximum":${Number(issue.maximum)}}`
    case 'invalid_format':
      return issue.format === 'email' ? 'errors.email' : issue.format === 'url' ? 'errors.url' : 'errors.format'
    case 'invalid_value':
      return 'errors.choose-one'
    case 'invalid_type':
      return issue.input === undefined ? 'errors.required' : 'errors.format'
    case 'unrecognized_keys':
      return 'errors.unknown-field'
    default:
      return 'errors.format'
  }
}
