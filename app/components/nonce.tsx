/** The number that allows this page's own scripts, and no others. */
import { createContext } from 'react'

export const NonceContext = createContext<string | undefined>(undefined)
